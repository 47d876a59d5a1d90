"""Whether عقد, عقدين, عقود after a number are decades or contracts."""

from decimal import Decimal

from reader.entities.numbers.view import View, fold

DECADE = "%s0Y"
_MOST = 20  # nobody counts more decades than this
_REACH = 5  # words looked back at
_TIME_BEFORE = {
    fold(word)
    for word in "منذ خلال مدى مدار طوال طيلة قبل بعد لمدة امتداد عبر مضى مضت مرت مر مرور".split()
}
_TIME_AFTER = {("من", "الزمن"), ("من", "الزمان")}
_DEALS = {
    fold(word)
    for word in "وقع وقعت وقعا وقعوا يوقع توقع توقيع بتوقيع التوقيع أبرم أبرمت أبرما أبرموا يبرم"
    " تبرم إبرام بإبرام بموجب أرسى أرست ترسية بترسية ترسو فسخ فسخت ألغى ألغت منح منحت جدد جددت"
    " تجديد تنفيذ بتنفيذ إمضاء".split()
}
_DEAL_AFTER = {
    fold(word)
    for word in "مع بقيمة قيمتها بمبلغ لتنفيذ لتوريد لشراء لبناء لصيانة لتشغيل لتزويد لمشاريع"
    " لمشروعات لمشروع لشركة لشركات تم".split()
}
_KINDS = {
    fold(word)
    for word in "عمل أعمال زواج نكاح قران إيجار بناء صيانة خدمة خدمات تأمين شراء بيع توريد تسليح"
    " تشغيل استثمار استثمارية مقاولات مقاولة إنشاءات إنشائية رعاية احتراف احترافية تمويل امتياز"
    " نفطية حكومية استشارية آجلة وهمية دفاعية موقعة منفذ منفذا جديد جديدا جديدة تنقيب نقل".split()
}


def is_contract(view: View, first: int, end: int, count: Decimal) -> bool:
    """Tell whether tokens [first, end), a number and عقد, count contracts."""
    after = view.word(end), view.word(end + 1)
    if after[0] in _KINDS or count > _MOST:
        return True
    before = [_bare(view.word(at)) for at in range(first - _REACH, end)]
    if after in _TIME_AFTER or not _TIME_BEFORE.isdisjoint(before):
        return False
    return after[0] in _DEAL_AFTER or not _DEALS.isdisjoint(before)


def _bare(word: str) -> str:
    return word[1:] if word.startswith("و") and word[1:] in _DEALS | _TIME_BEFORE else word

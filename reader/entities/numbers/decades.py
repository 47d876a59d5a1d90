"""Whether عقد, عقدين, عقود after a number are decades or contracts."""

from decimal import Decimal

from reader.entities.numbers.view import View, fold

DECADE = "%s0Y"
_MOST = 20  # nobody counts more decades than this
_REACH = 5  # words looked back at
_TIME_BEFORE = {
    fold(word)
    for word in "منذ خلال مدى مدار طوال طيلة قبل بعد لمدة امتداد عبر مضى مضت مرت مر مرور أمضى أمضت"
    " أمضوا قضى قضت قضوا عاش عاشت عاشوا حكم حكمت عمل عملت عملوا استمر استمرت دام دامت استغرق"
    " استغرقت ظل ظلت بقي بقيت".split()
}
_TIME_AFTER = {("من", "الزمن"), ("من", "الزمان")}
_DEALS = {
    fold(word)
    for word in "يوقع توقع توقيع بتوقيع التوقيع أبرم أبرمت أبرما أبرموا يبرم"
    " تبرم إبرام بإبرام بموجب أرسى أرست ترسية بترسية ترسو فسخ فسخت ألغى ألغت منح منحت جدد جددت"
    " تجديد إمضاء".split()
}
# to sign, and to fall: what follows tells («وقعت الشركة ثلاثة عقود», «وقعت تحت الاحتلال»)
_SIGNED_OR_FELL = {fold(word) for word in "وقع وقعت وقعا وقعوا".split()}
_FALLEN = {fold(word) for word in "تحت في ضحية فريسة أسير أسيرة أسيرا رهينة".split()}
_DEALS_BESIDE = {fold(word) for word in "تنفيذ بتنفيذ".split()}
_DEAL_AFTER = {
    fold(word)
    for word in "بقيمة قيمتها بمبلغ لتنفيذ لتوريد لشراء لبناء لصيانة لتشغيل لتزويد لمشاريع"
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
    if not _SIGNED_OR_FELL.isdisjoint(before):
        return _FALLEN.isdisjoint(before)
    if view.word(first - 1) in _DEALS_BESIDE or not _DEALS.isdisjoint(before):
        return True
    return after[0] in _DEAL_AFTER


def _bare(word: str) -> str:
    return (
        word[1:]
        if word.startswith("و") and word[1:] in _DEALS | _TIME_BEFORE | _SIGNED_OR_FELL
        else word
    )

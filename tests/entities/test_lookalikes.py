"""Words that look like numbers, and numbers in forms that look like others."""

import pytest

from reader.entities.numbers import find_numbers


def found(sentence: str) -> list[tuple[str, str, str]]:
    return [(e.text, str(e.label), e.value) for e in find_numbers(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "لست متأكدا من ذلك",  # I am not sure: no six
        "ولست نادما على القرار",
        "قمصان برشلونة وميلان",  # Milan: no two miles
        "فاز نادي ميلان الإيطالي",
        "حكم لويس السادس عشر فرنسا",
        "وهو في الأربعينيات من عمره",  # an age, no decade
        "رقم القطعة 2019/44/ب",
    ],
)
def test_no_number(sentence: str) -> None:
    assert [e for e in found(sentence) if not e[0].isdecimal()] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("لست سنوات متتالية", ("ست سنوات متتالية", "DATE", "P6Y")),
        ("قتلت خمس نساء", ("خمس", "CARDINAL", "5")),
        ("قطع مسافة ميلان سيرا", ("ميلان", "QUANTITY", "2 mi")),
        ("دامت المباراة 1:20:35 ساعة", ("1:20:35 ساعة", "TIME", "PT1H20M35S")),
        ("فاز بزمن 2:03:23", ("2:03:23", "TIME", "PT2H3M23S")),
        ("الموعد: 20:35 مساء", ("20:35 مساء", "TIME", "T20:35")),
        ("وقّع الاتفاق في 5.1.2020 في بغداد", ("5.1.2020", "DATE", "2020-01-05")),
        ("اجتمعوا و10/10/2021 موعدهم", ("10/10/2021", "DATE", "2021-10-10")),
        ("صدر في 15/3/98 بالإجماع", ("15/3/98", "DATE", "1998-03-15")),
        ("صدر في 15/3/21 بالإجماع", ("15/3/21", "DATE", "2021-03-15")),
        ("وقع الهجوم في 09/25/2019 ليلا", ("09/25/2019", "DATE", "2019-09-25")),
        ("في 12-5-2020م أعلن", ("12-5-2020م", "DATE", "2020-05-12")),
        ("عاد في 1/9/1442 هـ إليها", ("1/9/1442 هـ", "DATE", "2021-04-13")),
        ("في القرن الثالث قبل الميلاد", ("القرن الثالث قبل الميلاد", "DATE", "-02XX")),
        ("في القرن الـ19 الميلادي", ("القرن الـ19 الميلادي", "DATE", "18XX")),
        ("في القرن الحالي", ("القرن الحالي", "DATE", "20XX")),
        (
            "بين القرنين التاسع عشر والعشرين",
            ("القرنين التاسع عشر والعشرين", "DATE", "{18XX,19XX}"),
        ),
        (
            "في الربع الأخير من العام الماضي",
            ("الربع الأخير من العام الماضي", "DATE", "-P1Y-36"),
        ),
        (
            "في النصف الثاني من العام الجاري",
            ("النصف الثاني من العام الجاري", "DATE", "P0Y-41"),
        ),
        ("في الربع الرابع من 2022", ("الربع الرابع من 2022", "DATE", "2022-36")),
        ("عند الساعة 12 ليلا", ("الساعة 12 ليلا", "TIME", "T00:00")),
        ("في الثانية عشرة ظهرا", ("الثانية عشرة ظهرا", "TIME", "T12:00")),
        ("في منتصف النهار", ("منتصف النهار", "TIME", "T12:00")),
        ("الساعة 8:30 GMT", ("الساعة 8:30 GMT", "TIME", "T08:30Z")),
        (
            "الساعة 10.30 صباحا بالتوقيت المحلي",
            ("الساعة 10.30 صباحا بالتوقيت المحلي", "TIME", "T10:30"),
        ),
        ("الساعة 9 قبل الظهر", ("الساعة 9 قبل الظهر", "TIME", "T09:00")),
        (
            "الساعة الواحدة وعشر دقائق بعد الظهر",
            ("الساعة الواحدة وعشر دقائق بعد الظهر", "TIME", "T13:10"),
        ),
        ("الساعة 14:00 (بتوقيت بغداد)", ("الساعة 14:00", "TIME", "T14:00")),
    ],
)
def test_form(sentence: str, expected: tuple[str, str, str]) -> None:
    assert found(sentence) == [expected]


@pytest.mark.parametrize(
    "rest",
    ["داخل البلاد", "نصفهم نساء", "سيعودون قريبا", "ليصل إلى هدفه", "بانخفاض طفيف", "يتقدمهم ضابط"],
)
def test_a_magnitude_before_what_it_does_not_count_is_one(rest: str) -> None:
    assert found(f"بلغ العدد مليونا {rest}")[0] == ("مليونا", "CARDINAL", "1000000")


@pytest.mark.parametrize(
    ("sentence", "decades"),
    [
        ("أمضت عقدين مع الفريق", True),
        ("عمل ثلاثة عقود مع الصحيفة", True),
        ("وقعت المدينة تحت الحصار ثلاثة عقود", True),
        ("دام تنفيذ المشروع ثلاثة عقود", True),
        ("وقعت الهيئة ثلاثة عقود مع موردين", False),
        ("بعد تأخر تنفيذ ثلاثة عقود", True),
    ],
)
def test_decades_and_contracts(sentence: str, decades: bool) -> None:
    assert found(sentence)[-1][2].endswith("0Y") is decades


@pytest.mark.parametrize("date", ["31/2/2020", "5/3/2020/7", "2019/13/45"])
def test_what_is_no_day_is_no_date(date: str) -> None:
    assert "DATE" not in {label for _, label, _ in found(f"سجلت برقم {date} أمس")[:-1]}

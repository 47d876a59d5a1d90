"""Each doubt on real sentences of the sample articles, with translations as models made them."""

import pytest

from reader.entities.model import Entity, Label
from reader.entities.numbers import find_numbers
from reader.translation import number_check
from reader.translation.doubts import judge, with_names
from reader.translation.model import SentencePair

COALITION = "والتحالف الدولي الذي تشكل عام 2014، لديه نحو 8000 جندي في العراق، غالبيتهم أمريكيون."
VOTE = (
    "وصوت البرلمان العراقي عقب ذلك بيومين على إنهاء وجود القوات الأجنبية، ومنهم 5200 جندي أمريكي."
)
ELECTION = "حيث أصبحت الانتخابات، التي ستجرى في 10 أكتوبر 2021، ساحة اختبار عملية للكاظمي."
MEETING = "وستكون الخطوة على رأس جدول أعمال الناتو، الأربعاء، عندما يجتمع وزراء دفاع الدول الأعضاء."
ALLIES = "وتطالب واشنطن من حلفائها إنهاء مهمتها في العراق، ربما في سبتمبر، وفقًا لما ذكره أحد الدبلوماسيين الـ٤."
EIGHTFOLD = "هناك قضية أخرى ملحوظة وهي الزيادة ثمانية أضعاف في قوات الناتو."
STOLTENBERG = "وقال ستولتنبرغ الثلاثاء إن الحلف سيبقى في العراق."


def kinds(source, target, score=-0.4):
    return [doubt.kind for doubt in judge(source, target, score)]


def reasons(source, target):
    return " ".join(doubt.reason for doubt in judge(source, target, -0.4))


def test_good_translations_leave_no_doubt():
    good = {
        COALITION: "The international coalition, formed in 2014, has about 8,000 soldiers in Iraq, most of them Americans.",
        VOTE: "Two days later the Iraqi parliament voted to end the presence of foreign forces, including 5,200 American soldiers.",
        ELECTION: "The elections, to be held on October 10, 2021, have become a practical test for Al-Kadhimi.",
        MEETING: "The step will be at the top of NATO's agenda on Wednesday, when the defence ministers of the member states meet.",
        ALLIES: "Washington asks its allies to end their mission in Iraq, perhaps in September, according to one of the four diplomats.",
        EIGHTFOLD: "Another remarkable point is the eightfold increase of NATO's forces.",
    }
    assert {
        source: judge(source, target, -0.4) for source, target in good.items()
    } == dict.fromkeys(good, ())


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        (COALITION, "The international coalition, formed in 2014, has about 800 soldiers in Iraq.", "8000"),
        (COALITION, "The international coalition, formed in 2012, has about 8,000 soldiers.", "2014"),
        (VOTE, "Two days later the Iraqi parliament voted to end the presence of forces.", "5200"),
        (VOTE, "The Iraqi parliament voted to end the presence of 5,200 American soldiers.", "2"),
        (ELECTION, "The elections, which will be held on 10 October 2012, are a test.", "2021"),
        (ELECTION, "The elections, which will be held on 10 November 2021, are a test.", "October"),
        (ELECTION, "The elections, which will be held in October 2021, are a test.", "10"),
        (MEETING, "The step will be at the head of the table on Thursday, when ministers meet.", "Wednesday"),
        (ALLIES, "Washington called on its allies, perhaps in September, said one of the diplomats.", "4"),
        (EIGHTFOLD, "There is another remarkable issue, the increase in NATO's forces.", "8"),
    ],
)  # fmt: skip
def test_number_or_date_that_is_lost_is_named(source, target, lost):
    assert "number" in kinds(source, target)
    assert f"({lost})" in reasons(source, target)


def test_number_that_only_the_english_has():
    target = "The coalition, formed in 2014, has 8,000 soldiers and 5,202 others."
    assert reasons(COALITION, target) == "The English has 5202, the Arabic does not."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("بلغت الخسائر ١٢٫٥ مليون دولار", "The losses reached 12.5 million dollars"),
        ("بلغت الخسائر ١٢٫٥ مليون دولار", "The losses reached $12,500,000"),
        ("ارتفعت النسبة 20 في المئة", "The rate rose by 20 percent"),
        ("قتل ثلاثة وعشرون جنديا", "Twenty-three soldiers were killed"),
        ("في السبعينيات", "In the seventies"),
        ("القرن العشرين", "the twentieth century"),
        ("سافر اليوم ويعود العام المقبل", "He leaves now and returns in twelve months"),
        ("قتل عشرات الجنود", "Dozens of soldiers were killed"),
        ("بين 5 و7 آلاف جندي", "between 5,000 and 7,000 soldiers"),
        ("الساعة 10:30 مساء", "at 10:30 p.m."),
        ("الساعة 0450 بتوقيت غرينتش", "at 0450 GMT"),
        ("الساعة 17,00 ت غ", "at 1700 GMT"),
        ("قال أول من أمس", "he said the day before yesterday"),
        ("ليلة 14 رمضان", "the night of 14 Ramadan"),
        ("في القرن الخامس عشر", "in the 15th century"),
        ("حوالي 48 قاعدة", "some four dozen bases"),
        ("أدنى مستوى منذ عقدين", "the lowest level for two decades"),
        ("بعد الثورة في ثلاثينيات القرن التاسع عشر", "after the revolution of the 1830s"),
        ("دفعت مليونا و750 ألف دينار", "it paid a million and 750,000 dinars"),
        ("خسرت 4 مليارات و120 مليون ليرة", "it lost 4 billion and 120 million liras"),
        ("بين 150 و250 مليون درهم", "between 150 and 250 million dirhams"),
        ("بين 150 و250 مليون درهم", "between 150 million and 250 million dirhams"),
        ("قرض بقيمة 40 مليار يورو", "a 40-billion-euro loan"),
        ("قبل نصف قرن من الزمن", "half a century ago"),
        ("بعد ربع قرن من العمل", "after a quarter-century of work"),
        ("وافق أربعة أخماس السكان", "four-fifths of the people agreed"),
        ("25 في المئة من الطلاب", "a quarter of the students"),
        ("في منتصف القرن الماضي", "in the middle of the last century"),
        ("ومن ناحية ثانية نفى الخبر", "on the other hand, he denied the news"),
        ("زار المدينة مرة ثانية", "he visited the city again"),
        ("في 9 شوال 1441 هـ", "on 9 Shawwal 1441 AH"),
        ("بتاريخ 17/11/1441هـ", "on 17 Dhu al-Qadah 1441"),
        ("في 9 شوال 1441 هـ", "on 1 June 2020"),
        ("بتاريخ 17/11/1441", "dated 17/11/1441"),
        ("أغلق المؤشر عند 84.275", "the index closed at 84.275"),
        ("بسعر 85ر12 دولار", "at a price of $12.85"),
        ("بلغت خمس درجات تحت الصفر", "it was minus 5 degrees"),
        ("بلغت سالب 5 درجات", "it was five degrees below zero"),
        ("بلغت -5 درجات مئوية", "it was 5 degrees Celsius below zero"),
        ("رفع الفائدة 25 نقطة أساس", "it raised rates by a quarter of a percentage point"),
        ("رفع الفائدة 50 نقطة أساس", "a 50-basis-point rise"),
        ("دفع ½ مليون دولار", "he paid half a million dollars"),
        ("دفع 1/4 مليون دولار", "he paid 1/4 million dollars"),
        ("هاتف: 02-2345678", "Phone: 02-2345678"),
        ("اتصل على 00962-6-5678901", "Call 00962-6-5678901"),
        ("نما بنسبة ناقص 5%", "it grew by -5%"),
    ],
)
def test_other_ways_to_write_a_number_are_accepted(source, target):
    entities = find_numbers(source)
    assert number_check.missing(entities, target) == []
    assert number_check.added(entities, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("دفعت مليونا و750 ألف دينار", "it paid 750,000 dinars"),
        ("دفعت مليونا و750 ألف دينار", "it paid a million and 570,000 dinars"),
        ("بين 150 و250 مليون درهم", "between 130 and 250 million dirhams"),
        ("وافق أربعة أخماس السكان", "four people agreed"),
        ("قبل نصف قرن من الزمن", "a century ago"),
        ("في منتصف القرن الماضي", "in the middle of last year"),
        ("في المرحلة الثانية", "in the first phase"),
        ("في 9 شوال 1441 هـ", "on 9 Shawwal 1414 AH"),
        ("في 9 أكتوبر 1441", "on 9 November 1441"),
        ("أغلق المؤشر عند 84,275", "the index closed at 84.275"),
        ("بسعر 85ر12 دولار", "at a price of $85.12"),
        ("بلغت خمس درجات تحت الصفر", "it was minus 6 degrees"),
        ("بلغت -5 درجات مئوية", "it was -50 degrees Celsius"),
    ],
)
def test_what_only_looks_alike_is_doubted(source, target):
    assert number_check.missing(find_numbers(source), target)


def test_low_score():
    target = "The international coalition, formed in 2014, has about 8,000 soldiers in Iraq."
    assert kinds(COALITION, target, -1.7) == ["score"]
    assert kinds(COALITION, target, None) == []


def test_repetition():
    target = "administration's administration's vision, " * 3 + "in 2014, 8,000"
    assert "repetition" in kinds(COALITION, target)


def test_copied_source():
    assert "copied" in kinds("وصل الوزير.", "The الوزير arrived.")
    assert "copied" in kinds("وصل الوزير.", "وصل الوزير.")
    assert judge("CNN 2500", "CNN 2500", None) == ()


def test_length_out_of_range():
    assert kinds(MEETING, "On Wednesday, yes.") == ["length"]
    assert kinds(
        "وصل الوزير.", "The minister, whom everybody had expected early in the year, came at last."
    ) == ["length"]
    assert kinds("وصل الوزير.", " ") == ["length"]


@pytest.fixture
def named():
    return [
        Entity(5, 14, Label.PER, "ستولتنبرغ", english="Stoltenberg"),
        Entity(43, 49, Label.LOC, "العراق", english="Iraq"),
    ]


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("Stoltenberg said on Tuesday that the alliance will remain in Iraq.", []),
        ("Stultenberg said on Tuesday that the alliance will remain in Iraq.", []),
        ("Street said on Tuesday that the alliance will remain in Iraq.", ["Stoltenberg"]),
        ("Zusonson said on Tuesday that the alliance will remain.", ["Stoltenberg", "Iraq"]),
    ],
)
def test_name_that_is_lost_is_named(named, target, lost):
    (pair,) = with_names(STOLTENBERG, [SentencePair(0, len(STOLTENBERG), target)], named)
    assert [d.kind for d in pair.doubts] == ["name"] * len(lost)
    for name, doubt in zip(lost, pair.doubts, strict=True):
        assert f"({name})" in doubt.reason


@pytest.mark.parametrize(
    ("name", "english", "target", "lost"),
    [
        ("أمريكا", "America", "The United States said so.", False),
        ("أمريكا", "America", "The U.S. said so.", False),
        ("بريطانيا", "Britain", "The UK said so.", False),
        ("داعش", "ISIS", "The Islamic State said so.", False),
        ("أمريكا", "America", "They told us so.", True),
    ],
)
def test_name_that_goes_by_another_is_not_lost(name, english, target, lost):
    source = f"قالت {name} ذلك."
    entity = Entity(5, 5 + len(name), Label.LOC, name, english=english)
    (pair,) = with_names(source, [SentencePair(0, len(source), target)], [entity])
    assert [doubt.kind for doubt in pair.doubts] == ["name"] * lost


def test_human_translation_is_not_doubted(named):
    pairs = [SentencePair(0, len(STOLTENBERG), "He said so.", "human")]
    assert with_names(STOLTENBERG, pairs, named) == pairs

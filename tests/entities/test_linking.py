"""Forms of one entity come together, those of two stay apart."""

from random import Random

import pytest

from reader.entities.linking import canonical, link, surface
from reader.entities.model import Entity, Label


def mention(text, label=Label.PER, start=0, base="", english="", value=""):
    return Entity(
        start, start + len(text), label, text, base=base or text, english=english, value=value
    )


def names(found):
    return [(e.name, e.count) for e in found]


def test_surname_joins_the_full_name_that_ends_in_it():
    found = link([[mention("مصطفى الكاظمي")], [mention("الكاظمي")], [mention("كاظمي", start=2)]])
    assert names(found) == [("مصطفى الكاظمي", 3)]
    assert found[0].label is Label.PER
    assert found[0].forms[0][1] == 1
    assert [o.paragraph for o in found[0].occurrences] == [0, 1, 2]


def test_surname_of_two_people_joins_neither():
    found = link([[mention("سعد الحريري")], [mention("رفيق الحريري")], [mention("الحريري")]])
    assert sorted(names(found)) == [("الحريري", 1), ("رفيق الحريري", 1), ("سعد الحريري", 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ترامب", "ترمب"),
        ("قاسم سليماني", "قاسم سليمان"),
        ("عبدالمهدي", "عبد المهدي"),
        ("أحمد", "احمد"),
    ],
)
def test_spelling_variants_are_one(first, second):
    from reader.entities.gazetteer import gazetteer

    known = [gazetteer().find(name) for name in (first, second)]
    found = link(
        [
            [
                mention(first, english=known[0].english if known[0] else ""),
                mention(second, start=40, english=known[1].english if known[1] else ""),
            ]
        ]
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ميشال عون", "ميشيل عون"),
        ("فلاديمير بوتين", "فلاديمير بوتن"),
        ("إبراهيم رئيسي", "إبرهيم رئيسي"),
        ("ديفيد كاميرون", "دافيد كاميرون"),
    ],
)
def test_spellings_of_a_full_name_are_one(first, second):
    assert len(link([[mention(first), mention(second, start=40)]])) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("محمد حسن", "محمد حسين"),
        ("محمد مرسي", "محمد موسى"),
        ("سعد الحريري", "سعيد الحريري"),
        ("جورج بوش الأب", "جورج بوش الابن"),
        ("محمد", "محمود"),
    ],
)
def test_names_of_two_people_stay_two(first, second):
    assert len(link([[mention(first), mention(second, start=40)]])) == 2


def test_titles_do_not_matter():
    assert canonical("الرئيس برهم صالح") == canonical("برهم صالح")
    assert canonical("رئيس الوزراء مصطفى الكاظمي") == canonical("مصطفى الكاظمي")
    found = link([[mention("الدكتور محمود حسين"), mention("محمود حسين", start=30)]])
    assert names(found) == [("الدكتور محمود حسين", 2)] or names(found) == [("محمود حسين", 2)]


def test_names_with_one_english_form_are_one():
    alliance = mention("حلف شمال الأطلسي", Label.ORG, english="NATO")
    short = mention("ناتو", Label.ORG, start=50, base="الناتو", english="NATO")
    [found] = link([[alliance, short]])
    assert found.count == 2
    assert found.english == "NATO"
    assert found.key == "ORG/NATO"


def test_countries_that_sound_alike_stay_two():
    places = [mention("سوريا", Label.LOC), mention("روسيا", Label.LOC, start=10)]
    assert len(link([places])) == 2


def test_english_comes_from_translation_when_no_list_has_it():
    [found] = link([[mention("كاطع الركابي")]], [["Kata al-Rikabi"]])
    assert found.english == "Kata al-Rikabi"
    [found] = link([[mention("العراق", Label.LOC)]], [["Iran"]])
    assert found.english == "Iraq"
    [found] = link([[mention("كاطع الركابي")]])
    assert found.english.endswith("Rekabi")


def test_numbers_only_when_asked_for():
    year = mention("عام 2021", Label.DATE, value="2021")
    again = mention("2021", Label.DATE, start=20, value="2021")
    assert link([[year, again]]) == []
    [found] = link([[year, again]], numbers=True)
    assert (found.count, found.value) == (2, "2021")


def test_most_frequent_first_and_a_flood_of_names_ends():
    letters = Random(7)
    words = ["".join(letters.choices("بتثجحخدذرزسشصضطظعغفقكلمنهي", k=9)) for _ in range(600)]
    many = [[mention(f"{word} {word[::-1]}")] for word in words]
    found = link([*many, [mention("بغداد", Label.LOC)], [mention("بغداد", Label.LOC)]])
    assert found[0].name == "بغداد"
    assert sum(e.count for e in found) == 602


def test_surface_forms_keep_clitics_and_titles():
    text = "وأضاف الرئيس الأميركي ترامب، ولترامب رأي، ونائب الرئيس ترامب"
    places = [at for at in range(len(text)) if text.startswith("ترامب", at)]
    mentions = [mention("ترامب", start=at) for at in places]
    [found] = link([mentions], texts=[text])
    assert [form for form, _ in found.surfaces] == [
        "الرئيس الأميركي ترامب",
        "ولترامب",
        "ونائب الرئيس ترامب",
    ]
    assert surface("بالعِراق", mention("العِراق", Label.LOC, start=1)) == "بالعِراق"

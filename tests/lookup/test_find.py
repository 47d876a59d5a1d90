"""Search in a document: spelling folded, particles ignored, offsets of the text as written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.arabic.normalise import normalise
from reader.lookup.find import Match, find, search_form


def found(text: str, query: str) -> list[str]:
    return [text[m.start : m.end] for m in find([text], query)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("زار الوزير العراق أمس", "العراق", ["العراق"]),
        ("وبالعراق وللعراق وعراق", "العراق", ["وبالعراق", "وللعراق", "وعراق"]),
        ("وبالعراق وللعراق وعراق", "عراق", ["وبالعراق", "وللعراق", "وعراق"]),
        ("المُفَاوَضَات", "المفاوضات", ["المُفَاوَضَات"]),
        ("المفاوضات", "المُفاوَضات", ["المفاوضات"]),
        ("أحمد وإحمد واحمد", "احمد", ["أحمد", "وإحمد", "واحمد"]),
        ("في المدينة الكبيرة", "المدينه الكبيره", ["المدينة الكبيرة"]),
        ("مستشفى ومستشفي", "مستشفي", ["مستشفى", "ومستشفي"]),
        ("الجـــديد", "الجديد", ["الجـــديد"]),
        ("عام ١٩٨٧ م", "1987", ["١٩٨٧"]),
        ("الفترة 1990ـ2000 و1990ــ2000", "2000", ["2000", "2000"]),
        ("العراق، وسوريا", "العراق سوريا", ["العراق، وسوريا"]),
        ("The Ministry of Water", "ministry  OF", ["Ministry of"]),
        ("waterways", "water", ["water"]),
        ("a.b a+b", "a+b", ["a+b"]),
        ("ولد", "والد", []),
        ("عراق للعراق بالعراق عراقية", "العراق", ["عراق", "للعراق", "بالعراق", "عراق"]),
        ("حزب الله إن لها ولهم له لله والله للهجوم", "الله", ["الله", "لله", "والله"]),
        ("إن أن انتخابات لأن الآن للآن للانتخاب", "الآن", ["الآن", "للآن"]),
        ("ذي قار الذي", "الذي", ["الذي"]),
        ("دهس والده ده ودها", "والده", ["والده"]),
        ("اتفاق وكالات ووكالات", "وكالات", ["وكالات", "ووكالات"]),
        ("تقييم التقى وتقية", "التقى", ["التقى"]),
        ("تزامن التزام تزامنا بالتزام", "التزام", ["التزام", "بالتزام"]),
        ("تعليم وتعليمه تعليمية للتعليم", "التعليم", ["تعليم", "وتعليمه", "تعليمية", "للتعليم"]),
        ("حل حلب وللحل والحل", "الحل", ["حل", "وللحل", "والحل"]),
        ("مانيا ألمانيا وألمانيا المانيا", "ألمانيا", ["ألمانيا", "وألمانيا", "المانيا"]),
        ("غاء إلغاء", "إلغاء", ["إلغاء"]),
        ("نص", "", []),
        ("نص", " \u064e ", []),
    ],
)
def test_what_is_found(text, query, expected):
    assert found(text, query) == expected


def test_paragraphs_and_limit():
    texts = ["عراق عراق", "لا شيء", "والعراق"]
    assert find(texts, "عراق") == [Match(0, 0, 4), Match(0, 5, 9), Match(2, 0, 7)]
    assert len(find(texts, "عراق", limit=2)) == 2


def test_seed_article():
    from reader.assets import seeds_path
    from reader.documents import load

    path = sorted(seeds_path().glob("*.txt"))[0]
    texts = [p.text for p in load(path).paragraphs]
    matches = find(texts, "الناتو")
    quotes = {texts[m.paragraph][m.start : m.end] for m in matches}
    assert len(matches) >= 5
    assert all("ناتو" in quote for quote in quotes)
    assert "للناتو" in quotes


ARABIC = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40), ARABIC, st.text(alphabet="éeü\u0301\u0300اأ\u0654 A", max_size=9)
    )
)
def test_quick_search_form_is_the_full_one(text):
    assert search_form(text) == normalise(text, casefold=True)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=8))
def test_any_text_any_query(text, query):
    for match in find([text], query):
        assert 0 <= match.start < match.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ابتثجحخدأإآةىي ًَُِّْـ", min_size=1, max_size=30), st.data())
def test_every_piece_of_a_text_is_found_where_it_stands(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    piece = text[start:end].strip(" ًَُِّْـ")
    if piece:
        assert any(m.start <= text.index(piece, start) < m.end for m in find([text], piece))

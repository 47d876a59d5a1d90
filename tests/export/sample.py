"""One small document with every kind of annotation, and text that tries to break formats."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from reader.annotations import Annotation, Relation, make_anchor, make_target_anchor
from reader.documents import Document, Metadata, Paragraph
from reader.documents.model import paragraph_id
from reader.export.bundle import Bundle
from reader.store.vocabulary import SavedWord
from reader.translation import ParagraphTranslation, SentencePair

TIME = "2026-11-21T10:00:00Z"
PACKAGE = "translate-ar_en 0.1 abc"
TEXTS = (
    "زيارة إلى بغداد 🇮🇶",
    "وصل رئيس الوزراء محمد شياع السوداني إلى العراق 😀 أمس. وسافر وبالعراق ١٥٠ موظفاً إلى البصرة.",
    '=SUM(A1) [/b] <script>alert("x")</script> *نص* {x} \\ & قال\x1b[31m المتحدث\tإن | شيئاً',
    "- قائمة تبدأ بشرطة، وفيها دمشق و\u202eحلب\u202c.",
)
DOC = Document(
    path="articles/news 1.html",
    media_type="text/html",
    encoding="utf-8",
    content_hash=hashlib.sha256(b"sample").hexdigest(),
    paragraphs=tuple(
        Paragraph(paragraph_id(n, t), t, "heading" if n == 0 else "text")
        for n, t in enumerate(TEXTS)
    ),
    metadata=Metadata(
        title="زيارة & <أخرى>",
        author="كاتب_ما",
        date="2026-03-05",
        source="وكالة",
        url="https://example.org/a?b=1&c={2}",
        language="ar",
    ),
)
PAIRS = (
    (("Visit to Baghdad", 0, len(TEXTS[0])),),
    (
        ("Prime Minister Mohammed Shia al-Sudani arrived in Iraq yesterday.", 0, 54),
        ("He travelled & 150 employees went to <Basra>.", 54, len(TEXTS[1])),
    ),
)
TRANSLATIONS = {
    DOC.paragraphs[n].id: ParagraphTranslation(
        DOC.paragraphs[n].id,
        tuple(SentencePair(a, b, t) for t, a, b in pairs),
        PACKAGE,
    )
    for n, pairs in enumerate(PAIRS)
}


def _id(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


def at(n: int, place: int, quote: str, after: str = "", **fields: object) -> Annotation:
    """Return annotation number n on the first place of a quote, or the first after some words."""
    start = TEXTS[place].index(after + quote) + len(after)
    one = Annotation(
        id=_id(n),
        document=DOC.fingerprint,
        anchor=make_anchor(DOC, place, start, start + len(quote)),
        annotator="sara",
        created="2026-11-20T08:00:00.000Z",
        modified="2026-11-20T09:00:00.000Z",
    )
    return replace(one, **fields)


def _english(n: int, place: int, quote: str, **fields: object) -> Annotation:
    translation = TRANSLATIONS[DOC.paragraphs[place].id]
    start = translation.text.index(quote)
    target = make_target_anchor(translation, start, start + len(quote))
    pair = translation.pairs[target.segment]
    anchor = make_anchor(DOC, place, pair.start, pair.end)
    return replace(at(n, place, TEXTS[place][:1]), anchor=anchor, target=target, **fields)


TITLE_CITY = at(1, 0, "بغداد", label="LOC", identity="Q1530")
OUTER = at(2, 1, "رئيس الوزراء محمد شياع السوداني", label="PER", reviewed=True)
INNER = at(3, 1, "السوداني", label="NORP", status="accepted", annotator="omar")
CROSSING = at(4, 1, "السوداني إلى العراق", label="EVENT")
IN_WORD = at(5, 1, "العراق", "وب", label="LOC")
NUMBER = at(6, 1, "١٥٠", label="NUM", value="150")
HIGHLIGHT = at(7, 1, "إلى البصرة", colour="green")
NOTE = at(8, 2, "المتحدث", note='سطر أول\n=سطر <b>ثان</b> *x* | y\t"z"', tags=("وسم 1", "b"))
SUGGESTED = at(9, 3, "دمشق", label="LOC", status="suggested", origin="recogniser", score=0.875)
REJECTED = at(10, 3, "قائمة", label="ORG", status="rejected", origin="recogniser", score=0.25)
ENGLISH = _english(11, 1, "<Basra>", note="a city & port")
ORPHAN = replace(
    at(12, 0, "زيارة", label="EVENT", note="ضاع"),
    placement="orphan",
    anchor=replace(make_anchor(DOC, 0, 0, 5), paragraph_id="p7-00000000", exact="كلام قديم"),
)
ANNOTATIONS = (
    TITLE_CITY, OUTER, INNER, CROSSING, IN_WORD, NUMBER, HIGHLIGHT, NOTE, SUGGESTED, REJECTED,
    ENGLISH, ORPHAN,
)  # fmt: skip
RELATIONS = (
    Relation(_id(21), DOC.fingerprint, OUTER.id, TITLE_CITY.id, "located_in", "sara", TIME),
    Relation(_id(22), DOC.fingerprint, NOTE.id, HIGHLIGHT.id, "related", "sara", TIME),
)
WORD = SavedWord(
    id=1,
    word="موظفاً",
    lemma="موظف",
    gloss='employee; "clerk"',
    sentence=TEXTS[1],
    translation="150 employees",
    fingerprint=DOC.fingerprint,
    paragraph_id=DOC.paragraphs[1].id,
    start=0,
    status="new",
    due=datetime(2026, 11, 21, tzinfo=UTC),
    added=datetime(2026, 11, 20, tzinfo=UTC),
)
BUNDLE = Bundle(
    document=DOC,
    annotations=ANNOTATIONS,
    relations=RELATIONS,
    translations=TRANSLATIONS,
    words=(WORD,),
    time=TIME,
)

"""A document as one plain text."""

from reader.annotations.plain import PlainText


def test_offsets_go_both_ways():
    texts = ["أب", "", "cde"]
    plain = PlainText(texts)
    assert plain.text == "أب\n\ncde"
    ends = [plain.offset(place, len(text)) for place, text in enumerate(texts)]
    assert ends == [2, 3, 7]
    for place, text in enumerate(texts):
        assert [plain.locate(plain.offset(place, at)) for at in range(len(text) + 1)] == [
            (place, at) for at in range(len(text) + 1)
        ]


def test_a_document_without_paragraphs_has_one_place():
    assert PlainText([]).text == ""
    assert PlainText([]).locate(0) == PlainText([]).locate(7) == (0, 0)

"""An article, and its annotations as other programs write them."""

from tests.annotations.helpers import document

HYPOTHESIS = {
    "total": 1,
    "rows": [
        {
            "id": "jKiXn3qkEe6Ecz",
            "created": "2026-01-02T03:04:05.000000+00:00",
            "updated": "2026-01-02T03:04:06.000000+00:00",
            "user": "acct:sara@hypothes.is",
            "uri": "https://example.org/a",
            "text": "ملاحظة من المتصفح",
            "tags": ["مهم"],
            "target": [
                {
                    "source": "https://example.org/a",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[2]", "startOffset": 4,
                         "endContainer": "/p[2]", "endOffset": 12},
                        {"type": "TextPositionSelector", "start": 410, "end": 418},
                        {"type": "TextQuoteSelector", "exact": "السوداني",
                         "prefix": "وقال ", "suffix": " إن الحكومة"},
                    ],
                }
            ],
        },
        {"id": "page-note", "uri": "https://example.org/a", "text": "عن الصفحة كلها",
         "target": [{"source": "https://example.org/a"}]},
    ],
}  # fmt: skip
RECOGITO = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "id": "#a88b22d0",
    "body": [
        {"type": "TextualBody", "purpose": "tagging", "value": "Person"},
        {"type": "TextualBody", "value": "تعليق", "purpose": "commenting"},
    ],
    "target": {
        "source": {"id": "https://example.org/b"},
        "selector": {
            "type": "FragmentSelector",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "بغداد"},
        },
    },
}
DOC = document(
    "أعلن رئيس الوزراء محمد شياع السوداني",
    "وقال السوداني إن الحكومة ستدعم المشاريع",
    "وصلت الطائرة إلى بغداد",
)

"""The article that the tests annotate."""

from tests.annotations.helpers import document

DOC = document(
    "أعلن رئيس الوزراء محمد شياع السوداني في بغداد",
    "وقال السوداني إن الحكومة ستدعم المشاريع",
    "وصلت الطائرة إلى بغداد مساء الثلاثاء",
)

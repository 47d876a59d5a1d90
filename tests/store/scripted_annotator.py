"""An annotator that never stops: `python -m tests.store.scripted_annotator DATABASE SEED`.

It acts on one document at random, and prints a line when an action has been kept: the number of
the last event. The crash test kills it.
"""

import random
import sys

from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import document, on

DOC = document(
    "أعلن رئيس الوزراء محمد شياع السوداني في بغداد",
    "وقال السوداني إن الحكومة ستدعم المشاريع في البصرة وبغداد",
    "وصلت الطائرة إلى بغداد مساء الثلاثاء",
)
WORDS = ("بغداد", "السوداني", "الطائرة", "الحكومة", "البصرة")


def act(store: AnnotationStore, rng: random.Random) -> None:
    """Do one thing that a user can do with one key."""
    there = store.for_document(DOC.fingerprint)
    what = rng.choice(["add", "add", "label", "note", "bulk", "relate", "delete", "undo", "redo"])
    if what == "add" or len(there) < 2:
        store.add(on(DOC, rng.choice(WORDS), label=rng.choice(["PER", "LOC"])))
    elif what == "label":
        store.change(rng.choice(there).id, label=rng.choice(["ORG", "EVENT"]))
    elif what == "note":
        store.change(rng.choice(there).id, note="ملاحظة طويلة " * rng.randint(1, 400))
    elif what == "bulk":
        store.change_all([a.id for a in there[:20]], reviewed=rng.random() < 0.5)
    elif what == "relate":
        store.relate(there[0].id, rng.choice(there).id, "related")
    elif what == "delete":
        store.delete_all([a.id for a in rng.sample(there, min(3, len(there)))])
    elif what == "undo":
        store.undo()
    else:
        store.redo()


def main() -> None:
    """Annotate until killed."""
    rng = random.Random(int(sys.argv[2]))
    with Database(sys.argv[1]) as database:
        store = AnnotationStore(database, annotator="sara")
        while True:
            act(store, rng)
            print(store.position(), groups(database), flush=True)


def groups(database: Database) -> int:
    """Return how many actions the log has."""
    row = database.connection.execute("SELECT count(*) FROM annotation_group")
    return int(row.fetchone()[0])


if __name__ == "__main__":
    main()

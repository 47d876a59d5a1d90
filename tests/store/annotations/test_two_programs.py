"""Two programs on one database."""

import subprocess
import sys
from pathlib import Path

from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import on
from tests.store import scripted_annotator
from tests.store.annotations.article import DOC


def test_two_programs_at_once(tmp_path):
    with Database(tmp_path / "r.db") as one, Database(tmp_path / "r.db") as two:
        sara = AnnotationStore(one, annotator="sara")
        omar = AnnotationStore(two, annotator="omar")
        made = sara.add(on(DOC, "بغداد", label="LOC"))
        omar.change(made.id, note="له")
        sara.change(made.id, tags=("لها",))
        both = omar.get(made.id)
        assert (both.label, both.note, both.tags) == ("LOC", "له", ("لها",))
        assert sara.check() == []


def test_two_processes_write_at_once(tmp_path):
    path = tmp_path / "r.db"
    Database(path).close()
    script = (
        "import sys\n"
        "from reader.store import Database\n"
        "from reader.store.annotations import AnnotationStore\n"
        "from tests.store.scripted_annotator import DOC\n"
        "from tests.annotations.helpers import on\n"
        "with Database(sys.argv[1]) as db:\n"
        "    store = AnnotationStore(db, annotator=sys.argv[2])\n"
        "    for n in range(40):\n"
        "        store.change(store.add(on(DOC, 'بغداد')).id, note=str(n))\n"
    )
    root = Path(__file__).parents[3]
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(path), name], cwd=root)
        for name in ("sara", "omar")
    ]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    with Database(path) as db:
        store = AnnotationStore(db)
        assert store.check() == []
        assert store.position() == 160
        for name in ("sara", "omar"):
            notes = {a.note for a in store.for_document(scripted_annotator.DOC.fingerprint, name)}
            assert notes == {str(n) for n in range(40)}

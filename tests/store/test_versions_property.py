"""Whatever is done to files, an annotation can be reached from each document that has its text."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store import Database
from tests.store.shelf import Shelf

# versions of three stories, some alike and some not; every paragraph can be annotated
STORIES = [
    ("أعلن وزير المالية زيارة مصر", "وصلت الطائرة إلى القاهرة مساء"),
    ("أعلن وزير المالية زيارة مصر", "وصلت الطائرة إلى القاهرة صباحا"),
    ("أعلن وزير المالية زيارة مصر",),
    ("وصلت الطائرة إلى القاهرة مساء", "أعلن وزير المالية زيارة مصر"),
    ("سجلت درجات الحرارة ارتفاعا كبيرا",),
    ("الصفحة غير موجودة",),
]
FILES = ["a.txt", "b.txt", "c.txt"]
story, file = st.integers(0, len(STORIES) - 1), st.integers(0, len(FILES) - 1)
actions = st.lists(
    st.one_of(
        st.tuples(st.just("write"), file, story),
        st.tuples(st.just("copy"), file, file),
        st.tuples(st.just("keep"), file, file),
        st.tuples(st.just("open"), file, file),
        st.tuples(st.just("annotate"), file, story),
    ),
    max_size=25,
)


@settings(max_examples=100, deadline=None)
@given(actions)
def test_files_of_one_article(todo):
    with tempfile.TemporaryDirectory() as folder, Database(":memory:") as database:
        shelf = Shelf(Path(folder), database)
        holds = [0, 0, 4]
        for name, number in zip(FILES, holds, strict=True):
            shelf.write(name, *STORIES[number])
        made: dict[str, int] = {}  # note to the story it was made on
        words: list[set[str]] = [set() for _ in FILES]  # notes that had a place in each file

        def check(n: int) -> None:
            found = shelf.open(FILES[n])
            own = {note for note, number in made.items() if number == holds[n]}
            assert own <= {note for note, placement in found.items() if placement != "orphan"}
            assert words[n] <= set(found)
            words[n] |= {note for note, placement in found.items() if placement != "orphan"}

        for action, n, other in todo:
            if action == "write":
                holds[n] = other
                shelf.write(FILES[n], *STORIES[other])
            elif action == "copy" and n != other:
                holds[other] = holds[n]
                shelf.write(FILES[other], *STORIES[holds[n]])
            elif action == "keep":
                shelf.keep(FILES[n])
            elif action == "annotate":
                check(n)
                texts = STORIES[holds[n]]
                note = f"note {len(made)}"
                shelf.annotate(FILES[n], texts[other % len(texts)], note)
                made[note] = holds[n]
                words[n].add(note)
            else:
                check(n)
        for n in range(len(FILES)):
            check(n)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.permutations([0, 2, 4, 5]), st.integers(1, 4), st.integers(1, 4), st.booleans()
        ),
        min_size=1,
        max_size=8,
    )
)
def test_articles_of_one_file(todo):
    with tempfile.TemporaryDirectory() as folder, Database(":memory:") as database:
        shelf = Shelf(Path(folder), database)
        made: dict[str, int] = {}
        for order, size, number, annotates in todo:
            articles = order[:size]
            shelf.feed("n.jsonl", *("\n\n".join(STORIES[n]) for n in articles))
            opened = [min(number, size)] if annotates else range(1, size + 1)
            for n in opened:
                found = shelf.open(f"n.jsonl#{n}")
                own = {note for note, story in made.items() if story == articles[n - 1]}
                assert own <= {note for note, placement in found.items() if placement != "orphan"}
            if annotates:
                note = f"note {len(made)}"
                n = min(number, size)
                shelf.annotate(f"n.jsonl#{n}", STORIES[articles[n - 1]][0], note)
                made[note] = articles[n - 1]

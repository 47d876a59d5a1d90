"""A scripted annotator killed (SIGKILL) at random moments: `make crash-check`.

After each kill the database must be whole, its tables must agree with the log, and at most the
action in flight may be missing: everything that had been acknowledged is there, and no more than
one action that had not. The same database goes on to the next kill.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.store.scripted_annotator import groups


def kill_once(path: Path, rng: random.Random) -> Counter[str]:
    """Let the annotator work for a random number of actions, kill it, and look."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.scripted_annotator", str(path), str(rng.random())[2:]],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(rng.randint(1, 25))]
    process.kill()  # it is somewhere in the actions after those lines
    lines += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    acknowledged = [line.split() for line in lines if line.endswith("\n")]
    position, actions = map(int, acknowledged[-1])
    with Database(path) as database:
        store = AnnotationStore(database, annotator="sara")
        connection = database.connection
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        strays = connection.execute(
            "SELECT count(*) FROM annotation_event"
            " WHERE group_id NOT IN (SELECT id FROM annotation_group)"
        ).fetchone()[0]
        return Counter(
            kills=1,
            acknowledged=len(acknowledged),
            corrupt=int(verdict != "ok" or strays > 0),
            disagree=int(bool(store.check())),
            lost=int(store.position() < position or groups(database) < actions),
            # an action that was kept, but whose line did not get out
            unacknowledged=groups(database) - actions,
            too_many=int(groups(database) - actions > 1),
        )


def run(kills: int, seed: int = 1) -> Counter[str]:
    """Return what happened over some kills of an annotator on one database."""
    rng = random.Random(seed)
    figures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(kills):
            figures.update(kill_once(Path(folder) / "reader.db", rng))
    return figures


def main() -> int:
    """Print the figures; status 1 when anything was lost or damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    figures = run(given.kills, given.seed)
    for name in ("kills", "acknowledged", "lost", "corrupt", "disagree", "unacknowledged"):
        print(f"{name:16} {figures[name]:6}")
    return int(any(figures[name] for name in ("lost", "corrupt", "disagree", "too_many")))


if __name__ == "__main__":
    sys.exit(main())

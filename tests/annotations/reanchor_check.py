"""How annotations fare when articles are edited: `make reanchor-check` prints the figures.

Annotations of one to six words, and of parts of words, are put on the sample articles; each
article is edited at random; then every annotation is found again and compared with where its
characters really went.
"""

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass, field

from reader.annotations import make_anchor, new_annotation
from reader.annotations.anchors import reanchor
from reader.arabic.normalise import normalise
from reader.assets import seeds_path
from reader.documents import Document, load
from tests.annotations.edits import EDITS, HARAKAT, cells, made, truth
from tests.annotations.helpers import document

PER_ARTICLE = 40


@dataclass
class Figures:
    """What became of the annotations, over all rounds."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)  # examples, to read

    @property
    def exact_share(self) -> float:
        """Share of the annotations whose words no edit touched that landed to the letter."""
        return self.counts["unaffected exact"] / max(1, self.counts["unaffected"])


def articles() -> list[Document]:
    """Return the sample articles, and one of them with random harakat."""
    plain = [load(path) for path in sorted(seeds_path().glob("*.txt"))]
    rng = random.Random(7)
    vocalised = [
        "".join(
            c + rng.choice(HARAKAT) if c.isalpha() and rng.random() < 0.3 else c for c in p.text
        )
        for p in plain[0].paragraphs
    ]
    return [*plain, document(*vocalised)]


def spans(doc: Document, rng: random.Random, count: int) -> list[tuple[int, int, int]]:
    """Return random stretches: words, phrases, and words without their first letter."""
    found = []
    places = [n for n, p in enumerate(doc.paragraphs) if len(p.text.split()) > 2]
    while len(found) < count:
        place = rng.choice(places)
        text = doc.paragraphs[place].text
        starts = [i for i in range(len(text)) if (i == 0 or text[i - 1] == " ") and text[i] != " "]
        first = rng.randrange(len(starts))
        last = min(len(starts) - 1, first + rng.choice([0, 0, 0, 1, 2, 5]))
        start = starts[first]
        end = text.find(" ", starts[last])
        end = len(text) if end < 0 else end
        if rng.random() < 0.2 and end - start > 4 and text[start + 1] not in HARAKAT:
            start += 1
        found.append((place, start, end))
    return found


def one_round(doc: Document, rng: random.Random, figures: Figures, kinds: list[str]) -> None:
    """Annotate, edit, find again, count."""
    text = cells(doc)
    for kind in kinds:
        EDITS[kind](text, rng)
    text = [paragraph for paragraph in text if paragraph]
    new = made(text)
    chosen = spans(doc, rng, PER_ARTICLE)
    annotations = [
        new_annotation(doc.fingerprint, make_anchor(doc, place, start, end))
        for place, start, end in chosen
    ]
    found = {a.id: a for a in reanchor(annotations, doc, new).all}
    for annotation, (place, start, end) in zip(annotations, chosen, strict=True):
        true = truth(text, doc, place, start, end)
        now = found[annotation.id]
        figures.counts["all"] += 1
        figures.counts[now.placement] += 1
        landed = None
        if now.placement != "orphan":
            landed = (new.index[now.anchor.paragraph_id], now.anchor.start, now.anchor.end)
            stands = new.paragraphs[landed[0]].text[landed[1] : landed[2]]
            assert stands == now.anchor.exact
        if true is not None and true.whole:
            figures.counts["unaffected"] += 1
            exact = landed == (true.place, true.start, true.end)
            figures.counts["unaffected exact"] += exact
            figures.counts["unaffected orphan"] += landed is None
            if exact:
                continue
        if landed is None:
            continue
        on_own = true is not None and _shares(text, landed, place, start, end)
        # an edit may have put the very same words back
        restored = new.paragraphs[landed[0]].text == doc.paragraphs[place].text
        if not on_own and not (restored and landed[1:] == (start, end)):
            figures.counts[f"elsewhere {now.placement}"] += 1
            same = _letters(now.anchor.exact) == _letters(annotation.anchor.exact)
            figures.counts["elsewhere on other words"] += not same
            figures.wrong.append(
                f"{'+'.join(sorted(set(kinds)))}: {now.placement} «{annotation.anchor.exact}» on "
                f"«{now.anchor.exact}»"
            )
        elif on_own and true is not None and true.whole:
            figures.counts["unaffected inexact"] += 1


def _letters(words: str) -> str:
    return "".join(c for c in normalise(words) if c.isalnum())


def _shares(
    text: list[list[tuple[str, tuple[int, int] | None]]],
    landed: tuple[int, int, int],
    place: int,
    start: int,
    end: int,
) -> bool:
    """Tell whether a landing has at least one of the annotation's own characters."""
    return any(
        origin is not None and origin[0] == place and start <= origin[1] < end
        for _, origin in text[landed[0]][landed[1] : landed[2]]
    )


def run(rounds: int, seed: int = 1) -> Figures:
    """Return the figures of some rounds: each kind of edit alone, then mixed."""
    rng = random.Random(seed)
    figures = Figures()
    docs = articles()
    names = sorted(EDITS)
    for n in range(rounds):
        kind = names[n // 2 % len(names)]
        alone = [kind] * rng.choice([1, 3, 10])
        kinds = alone if n % 2 else rng.choices(names, k=rng.randint(2, 30))
        one_round(docs[n % len(docs)], rng, figures, kinds)
    return figures


def main() -> int:
    """Print the figures; status 1 when they are not good enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the wrong landings")
    given = parser.parse_args()
    figures = run(given.rounds, given.seed)
    for name in sorted(figures.counts):
        print(f"{name:26} {figures.counts[name]:7}")
    print(f"unaffected annotations that land exactly: {figures.exact_share:.2%}")
    print(f"on another mention without a mark: {figures.counts['elsewhere placed']}")
    print(f"on another mention, marked as moved: {figures.counts['elsewhere moved']}")
    print(f"on other words, marked or not: {figures.counts['elsewhere on other words']}")
    if given.show:
        print("\n".join(figures.wrong))
    wrong = figures.counts["elsewhere placed"] + figures.counts["elsewhere on other words"]
    return 0 if figures.exact_share >= 0.99 and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())

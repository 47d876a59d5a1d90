"""Word links between a sentence and its translation, from a table, spelling, sound and place."""

from collections.abc import Sequence
from typing import Any

from reader.arabic.normalise import normalise
from reader.arabic.words import words
from reader.translation.alignment.forms import (
    arabic_form,
    arabic_sounds,
    english_form,
    english_sound,
)
from reader.translation.alignment.table import Table, load
from reader.translation.model import WordLink

LEAST_WEIGHT = 0.4
NULL = 0.01  # probability that a word comes from none, against those in the table
TENSION = 3.0  # how strongly links keep to the diagonal before neighbours are known
NEIGHBOUR_WORDS = 3.0  # how far from its neighbours' links a link may be
LONGEST = 250  # words; longer sentences are linked in their first words only
_SAME = 0.95
_LEAST_SOUND = 0.72
_KNOWN = 0.3


def align(source: str, target: str, attention: Any = None) -> tuple[WordLink, ...]:
    """Return the links between the words of an Arabic sentence and its English.

    `attention` is a matrix (source words x target words) of how much the model looked at a
    source word when it wrote a target word, from a package trained to do so; see
    `reader.translation.alignment.attention`. A link's weight is between 0 and 1.
    """
    ours, theirs = words(source)[:LONGEST], words(target)[:LONGEST]
    if not ours or not theirs:
        return ()
    arabic = [source[word.start : word.end] for word in ours]
    english = [target[word.start : word.end] for word in theirs]
    weights = link_weights(arabic, english, load(), attention)
    return tuple(
        WordLink(*ours[i], *theirs[j], round(float(weights[i, j]), 2))
        for i in range(len(ours))
        for j in range(len(theirs))
        if weights[i, j] >= LEAST_WEIGHT
    )


def link_weights(
    arabic: Sequence[str], english: Sequence[str], table: Table | None, attention: Any = None
) -> Any:
    """Return the weight of every link (arabic words x english words), 0 to 1.

    The geometric mean of P(arabic word | english word) and P(english word | arabic word), first
    with a prior for the diagonal, then with one for the places that neighbouring links suggest.
    """
    import numpy as np

    forward, backward = _likelihoods(arabic, english, table)
    if attention is not None:
        given = attention[: len(arabic), : len(english)]
        forward, backward = forward * 0.3 + given, backward * 0.3 + given
    rows = (np.arange(len(arabic)) + 0.5) / len(arabic)
    columns = (np.arange(len(english)) + 0.5) / len(english)
    prior = np.exp(-TENSION * np.abs(rows[:, None] - columns[None, :]))
    weights = _posterior(forward * prior, backward * prior)
    near = _near_neighbours(weights)
    return _posterior(forward * near, backward * near)


def _likelihoods(
    arabic: Sequence[str], english: Sequence[str], table: Table | None
) -> tuple[Any, Any]:
    import numpy as np

    shape = (len(arabic), len(english))
    if table is None:
        forward, backward = np.zeros(shape), np.zeros(shape)
    else:
        forward, backward = table.look_up(
            [arabic_form(word) for word in arabic], [english_form(word) for word in english]
        )
    known = np.maximum(forward, backward).max(axis=1) >= _KNOWN
    same = _spelled_alike(arabic, english, known)
    return np.maximum(forward, same), np.maximum(backward, same)


def _spelled_alike(arabic: Sequence[str], english: Sequence[str], known: Any) -> Any:
    """Return how sure spelling or sound makes a link: equal numbers and Latin words, names.

    Words that are `known` to have a translation in the sentence are no names to be sounded out.
    """
    import numpy as np

    found = np.zeros((len(arabic), len(english)))
    latin = [word.casefold().replace(",", "") for word in english]
    sounds = [english_sound(word) if word[:1].isupper() else "" for word in english]
    for i, word in enumerate(arabic):
        plain = normalise(word, casefold=True).replace(",", "")
        ours = () if known[i] else [sound for sound in arabic_sounds(word) if len(sound) >= 2]
        for j, theirs in enumerate(sounds):
            if plain == latin[j]:
                found[i, j] = _SAME
            elif len(theirs) >= 2:
                found[i, j] = max((_alike(sound, theirs) for sound in ours), default=0.0)
    return found


def _alike(sound: str, other: str) -> float:
    """Return how sure two names are one by their consonants, at most 0.6."""
    from rapidfuzz import fuzz

    alike = fuzz.ratio(sound, other) / 100
    # a name written as one word in Arabic and as two in English: Abdul Mahdi
    if len(sound) >= 5 and len(other) >= 3 and (sound.startswith(other) or sound.endswith(other)):
        alike = max(alike, 0.8)
    return 0.6 * alike * min(len(sound), 4) / 4 if alike >= _LEAST_SOUND else 0.0


def _posterior(forward: Any, backward: Any) -> Any:
    import numpy as np

    by_column = forward / (forward.sum(axis=0, keepdims=True) + NULL)
    by_row = backward / (backward.sum(axis=1, keepdims=True) + NULL)
    return np.sqrt(by_column * by_row)


def _near_neighbours(weights: Any) -> Any:
    """Return a prior that is high where the links of the words around point to."""
    import numpy as np

    sure = np.where(weights >= LEAST_WEIGHT, weights, 0.0) ** 2
    height, width = sure.shape
    at = np.arange(height)
    close = np.exp(-np.abs(at[:, None] - at[None, :]) / NEIGHBOUR_WORDS)
    np.fill_diagonal(close, 0.0)
    # a link of a word d words away votes for the places d words away from its own
    votes = np.zeros((height, width))
    for i in range(height):
        rows, columns = np.nonzero(sure)
        strength = close[i, rows] * sure[rows, columns]
        centre = columns + (i - rows)
        distance = np.abs(np.arange(width)[None, :] - centre[:, None])
        votes[i] = (strength[:, None] * np.exp(-distance / NEIGHBOUR_WORDS)).sum(axis=0)
    top = votes.max(axis=1, keepdims=True)
    return np.where(top > 0, 0.05 + votes / np.maximum(top, 1e-9), 1.0)

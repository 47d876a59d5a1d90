"""Two people whose names differ in a letter or two: محمد حسن and محمد حسين, Bush father and son."""

from reader.entities.gazetteer import gazetteer

_FATHER, _SON = {"الاب", "اب"}, {"الابن", "ابن"}


def are_two(first: str, second: str) -> bool:
    """Tell whether two similar names of as many words, in their search form, are of two people.

    So when a word of one and the word in its place in the other are names that no Latin spelling
    is common to, or tell father from son.
    """
    pairs = zip(first.split(), second.split(), strict=False)
    return any(_differ(word, other) for word, other in pairs if word != other)


def _differ(word: str, other: str) -> bool:
    if {word, other} & _FATHER and {word, other} & _SON:
        return True
    if other == word + "ي" or word == other + "ي":
        return False  # سليماني is written سليمان, too
    ours, theirs = gazetteer().spellings(word), gazetteer().spellings(other)
    return bool(ours and theirs) and not set(ours) & set(theirs)

"""Plain English for the clitics that the Buckwalter analyser tells apart."""

_PREFIXES = {
    ("wa", "CONJ"): "and",
    ("fa", "CONJ"): "and so",
    ("bi", "PREP"): "in, with, by",
    ("li", "PREP"): "to, for",
    ("la", "PREP"): "to, for",
    ("ka", "PREP"): "like, as",
    ("Al", "DET"): "the",
    ("sa", "FUT"): "will",
    ("la", "EMPHATIC_PARTICLE"): "indeed",
    ("la", "RESULT_CLAUSE_PARTICLE"): "then",
    ("li", "SUBJUNC"): "in order to",
}
_POSSESSIVE = {
    "1S": "my", "1P": "our", "2MS": "your", "2FS": "your", "2D": "your", "2MP": "your",
    "2FP": "your", "3MS": "his, its", "3FS": "her, its, their", "3D": "their (two)",
    "3MP": "their", "3FP": "their",
}  # fmt: skip
_OBJECT = {
    "1S": "me", "1P": "us", "2MS": "you", "2FS": "you", "2D": "you (two)", "2MP": "you",
    "2FP": "you", "3MS": "him, it", "3FS": "her, it, them", "3D": "them (two)", "3MP": "them",
    "3FP": "them",
}  # fmt: skip


def meaning_of(form: str, tag: str) -> str:
    """Return what a clitic means, "" for endings that only mark number, gender or person.

    `form` and `tag` are Buckwalter's, e.g. ("wa", "CONJ") or ("hA", "POSS_PRON_3FS").
    """
    if tag.startswith("POSS_PRON_"):
        return _POSSESSIVE.get(tag.removeprefix("POSS_PRON_"), "")
    if "_DO:" in tag:
        return _OBJECT.get(tag.rpartition(":")[2], "")
    if tag.startswith("PRON_"):
        return _OBJECT.get(tag.removeprefix("PRON_"), "")
    return _PREFIXES.get((form, tag), "")

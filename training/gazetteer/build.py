"""Build assets/gazetteer/ from CLDR (babel), the lists beside this file, and a table of names.

    python -m training.gazetteer.build [--names names.sqlite3]

`names.tsv`: folded Arabic name (as written where vowel signs tell two apart), label, English, and
where it comes from: the lists (own), or CLDR's territories and time zone cities (cldr).
`name_parts.tsv`: folded
given name or surname, how often it is a given name, and its Latin spellings by frequency, from the
database of the arabic-name-romanizer package (MIT; its data is CC0 and MIT); without --names that
file is left as it is. Babel is needed only here.
"""

import argparse
import re
import sqlite3
from collections import defaultdict
from pathlib import Path

from reader.arabic.harakat import without_harakat
from reader.arabic.normalise import normalise

LISTS = Path(__file__).parent / "lists"
TARGET = Path(__file__).parents[2] / "assets" / "gazetteer"
LABELS = {
    "places": "LOC",
    "organisations": "ORG",
    "facilities": "FAC",
    "people": "PER",
    "events": "EVENT",
}
LEAST_COUNT = 2
MOST_SPELLINGS = 3
_ARABIC_WORDS = re.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,4}")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'’\-]+")


def own_lists() -> dict[str, tuple[str, str]]:
    """Return folded name -> (label, English) of the lists, the first of two spellings kept."""
    found: dict[str, tuple[str, str]] = {}
    for stem, label in LABELS.items():
        for line in (LISTS / f"{stem}.tsv").read_text(encoding="utf-8").splitlines():
            arabic, english = line.split("\t")
            found.setdefault(key(arabic), (label, english))
    for line in (LISTS / "groups.tsv").read_text(encoding="utf-8").splitlines():
        arabic, english = line.split("\t")
        for masculine in arabic.split():
            for form in adjective_forms(masculine):
                found.setdefault(normalise(form), ("NORP", english))
    return found


def key(arabic: str) -> str:
    """Return the look-up form: folded, but عمّان keeps the shadda that tells it from عمان."""
    return arabic if arabic != without_harakat(arabic) else normalise(arabic)


def adjective_forms(masculine: str) -> list[str]:
    """Return the forms of a relative adjective: gender, number, case, article."""
    endings = ("", "ة", "ون", "ين", "ان", "تين", "تان", "ات", "ا")
    stems = [masculine + ending for ending in endings]
    return stems + ["ال" + stem for stem in stems[:-1]]


def cldr() -> dict[str, tuple[str, str]]:
    """Return the territories of CLDR and the cities that name its time zones."""
    from babel import Locale

    arabic, english = Locale("ar"), Locale("en")
    found: dict[str, tuple[str, str]] = {}
    for code, name in arabic.territories.items():
        other = english.territories.get(code)
        if other and _ARABIC_WORDS.fullmatch(name.replace("-", " ")):
            found[normalise(name)] = ("LOC", other)
    zones = english.time_zones
    for zone, entry in arabic.time_zones.items():
        city = entry.get("city")
        if city and _ARABIC_WORDS.fullmatch(city) and "/" in zone:
            other = zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[1].replace("_", " ")
            found.setdefault(normalise(city), ("LOC", other))
    return found


def name_parts(database: Path) -> dict[str, tuple[int, list[str]]]:
    """Return folded name part -> (uses as a given name, Latin spellings by frequency)."""
    given: dict[str, int] = defaultdict(int)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT arabic_key, latin, latin_lang, role, count FROM units")
        for arabic, latin, language, role, count in rows:
            if language in ("", "en") and _LATIN_NAME.fullmatch(latin) and " " not in arabic:
                given[normalise(arabic)] += count if role == "given" else 0
                counts[normalise(arabic)][latin.replace("’", "'")] += count
    return {
        part: (given[part], sorted(spellings, key=lambda s: (-spellings[s], s))[:MOST_SPELLINGS])
        for part, spellings in counts.items()
        if sum(spellings.values()) >= LEAST_COUNT and _ARABIC_WORDS.fullmatch(part)
    }


def main() -> None:
    """Write the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, help="names.sqlite3 of arabic-name-romanizer")
    names_database = parser.parse_args().names
    TARGET.mkdir(parents=True, exist_ok=True)
    own, standard = own_lists(), cldr()
    names = standard | own
    lines = [
        "\t".join([arabic, label, english, "own" if arabic in own else "cldr"])
        for arabic, (label, english) in sorted(names.items())
    ]
    (TARGET / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"names.tsv: {len(lines)} names")
    if names_database is not None:
        parts = name_parts(names_database)
        lines = [
            f"{part}\t{given}\t{'|'.join(latin)}" for part, (given, latin) in sorted(parts.items())
        ]
        (TARGET / "name_parts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"name_parts.tsv: {len(lines)} parts of names")


if __name__ == "__main__":
    main()

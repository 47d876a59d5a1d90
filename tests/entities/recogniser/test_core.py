import pytest

from reader.entities.recogniser.core import CoreFinder, skip_letters
from reader.entities.recogniser.gazetteer import name_hash

# most frequent first, as in the model file
FREQUENT = ["العراق", "بوش", "وزير", "باريس", "الناتو", "لندن", "ترامب", "كندا", "بالعراق", "فرنسا"]
RANKS = {word: 10 * number for number, word in enumerate(FREQUENT)}
NAMES = {name_hash([w]): 1 for w in ("باريس", "لندن", "كندا", "فرنسا", "بوش", "العراق", "ترامب")}


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        (["بالعراق"], 1),
        (["والعراق"], 1),
        (["وبالعراق"], 2),
        (["للناتو"], 2),
        (["وترامب"], 1),
        (["باريس"], 0),
        (["وباريس"], 1),
        (["لندن"], 0),
        (["بلندن"], 1),
        (["كندا"], 0),
        (["فرنسا"], 0),
        (["بوش"], 0),
        (["غرينلاند"], 0),
    ],
)
def test_clitics_before_a_name(words: list[str], letters: int) -> None:
    assert CoreFinder(RANKS, NAMES).prefix_length(words) == letters


def test_a_person_keeps_a_first_letter_that_leaves_no_name() -> None:
    names = {name_hash([name]): 1 for name in ("ترامب", "اي")}
    finder = CoreFinder({"ولبي": 900, "اي": 30, "ترامب": 1400}, names)
    assert finder.prefix_length(["كولبي"], "PER") == 0
    assert finder.prefix_length(["كاي", "بيلي"], "PER") == 0
    assert finder.prefix_length(["لترامب"], "PER") == 1
    assert finder.prefix_length(["بوزاره", "النفط"], "ORG") == 0
    assert CoreFinder({"وزاره": 90}, {}).prefix_length(["بوزاره", "النفط"], "ORG") == 1


def test_a_waw_between_two_names_joins_them() -> None:
    finder = CoreFinder(RANKS, NAMES)
    assert finder.prefix_length(["وكانبرا"], "LOC") == 0
    assert finder.prefix_length(["وكانبرا"], "LOC", after_name=True) == 1
    assert (
        CoreFinder(RANKS, {name_hash(["ويليام"]): 1}).prefix_length(
            ["ويليام"], "PER", after_name=True
        )
        == 0
    )


def test_marks_of_a_clitic_go_with_it() -> None:
    text = "قال وَبِـالعراق"
    assert text[skip_letters(text, 4, len(text), 2) :] == "العراق"


def test_a_core_is_never_empty() -> None:
    assert skip_letters("وب", 0, 2, 2) == 0

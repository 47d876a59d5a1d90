import lzma
from pathlib import Path

import pytest

from training.entities.corpora import load, retokenise
from training.entities.leaks import refuse_leaks, shared_sentences, without

LONG = ["أعلن", "رئيس", "الوزراء", "أمس", "استقالة", "حكومته"]


def test_a_shared_sentence_is_found_and_refused() -> None:
    training = [LONG, ["قال", "ذلك"]]
    with pytest.raises(SystemExit, match="1 training sentences occur in the anercorp test"):
        refuse_leaks(training, {"anercorp": [LONG]})


def test_short_or_different_sentences_are_no_leak() -> None:
    assert not shared_sentences([["قال", "ذلك"]], [["قال", "ذلك"]])
    refuse_leaks([LONG], {"anercorp": [[*LONG, "فجأة"]]})


def test_development_sentences_are_left_out() -> None:
    assert without([LONG, ["قال", "ذلك"], ["نعم"]], [["قال", "ذلك"], LONG]) == [2]


def test_corpus_files_leak_through_spelling_and_glued_punctuation(tmp_path: Path) -> None:
    folder = tmp_path / "anercorp"
    folder.mkdir()
    one = "(أعلن\tO\nوزير\tO\nالعراق\tB-LOC\nاليوم\tO\nاستقالته\tO\n.\tO\n\n"
    two = "(\tO\nاعلن\tO\nوزير\tO\nالعـراق\tB-LOC\nاليومَ\tO\nاستقالتة.\tO\n\n"
    (folder / "train.conll.xz").write_bytes(lzma.compress(one.encode()))
    (folder / "test.conll.xz").write_bytes(lzma.compress(two.encode()))
    training = [s.folded for s in load(tmp_path, "anercorp", "train")]
    test = [s.folded for s in load(tmp_path, "anercorp", "test")]
    with pytest.raises(SystemExit):
        refuse_leaks(training, {"anercorp": test})


def test_tags_follow_split_punctuation() -> None:
    sentence = retokenise([("(د", "B-ORG"), ("ب", "I-ORG"), ("أ)", "I-ORG"), ("قال", "O")])
    assert sentence.words == ["(", "د", "ب", "أ", ")", "قال"]
    assert sentence.tags == ["O", "B-ORG", "I-ORG", "I-ORG", "O", "O"]
    assert [sentence.words[i] for i in sentence.lead] == ["د", "ب", "أ", "قال"]

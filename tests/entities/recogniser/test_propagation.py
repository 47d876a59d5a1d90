from reader.entities.recogniser.found import Found
from reader.entities.recogniser.propagation import DocumentNames

RANKS = {"عن": 5, "اليوم": 60, "النصر": 2000}


def missed(document: DocumentNames, sentence: str) -> list[Found]:
    words = sentence.split()
    cores = [[word, word[1:]] for word in words]
    return document.missed(words, cores, [False] * len(words))


def test_a_surname_is_found_after_the_full_name() -> None:
    document = DocumentNames(RANKS)
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.9)
    assert missed(document, "ثم قال ساركوزي ذلك") == [Found(2, 3, "PER", 0.9 * 0.9)]
    assert [(n.start, n.end) for n in missed(document, "التقي وساركوزي اليوم")] == [(1, 2)]


def test_the_longest_known_name_wins() -> None:
    document = DocumentNames(RANKS)
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.9)
    assert [(n.start, n.end) for n in missed(document, "نيكولا ساركوزي")] == [(0, 2)]


def test_unsure_names_and_common_words_are_not_carried() -> None:
    document = DocumentNames(RANKS)
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.4)
    document.learn(["مصطفي", "اليوم"], "PER", 0.9)
    assert missed(document, "ساركوزي اليوم") == []


def test_words_that_belong_to_a_name_are_left_alone() -> None:
    document = DocumentNames(RANKS)
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.9)
    words = ["حزب", "ساركوزي"]
    assert document.missed(words, [[w] for w in words], [True, True]) == []


def test_several_unsure_mentions_make_a_sure_one() -> None:
    document = DocumentNames(RANKS)
    document.learn(["داعش"], "ORG", 0.3)
    assert missed(document, "محاربة داعش") == []
    document.learn(["داعش"], "ORG", 0.5)
    assert [(n.start, n.end, n.label) for n in missed(document, "محاربة داعش")] == [(1, 2, "ORG")]


def test_an_unsure_mention_takes_the_label_of_the_others() -> None:
    document = DocumentNames(RANKS)
    for score in (0.6, 0.9, 0.9):
        document.learn(["الناتو"], "ORG", score)
    document.learn(["الناتو"], "LOC", 0.5)
    assert document.label(["الناتو"], "LOC", 0.5) == "ORG"
    assert document.label(["الناتو"], "LOC", 0.9) == "LOC"
    assert document.label(["فرنسا"], "LOC", 0.5) == "LOC"


def test_the_surname_of_a_person_named_in_full_is_a_person() -> None:
    document = DocumentNames(RANKS)
    document.learn(["دونالد", "ترامب"], "PER", 0.99)
    document.learn(["ترامب"], "ORG", 0.8)
    assert document.label(["ترامب"], "ORG", 0.8) == "PER"


def test_a_rare_word_needs_less_evidence() -> None:
    document = DocumentNames(RANKS)
    document.learn(["بايدن"], "PER", 0.5)
    document.learn(["النصر"], "ORG", 0.5)
    assert [(n.start, n.label) for n in missed(document, "اداره بايدن بعد النصر")] == [(1, "PER")]

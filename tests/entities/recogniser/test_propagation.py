from reader.entities.recogniser.propagation import DocumentNames, Found

RANKS = {"عن": 5, "اليوم": 60}


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
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.5)
    document.learn(["مصطفي", "اليوم"], "PER", 0.9)
    assert missed(document, "ساركوزي اليوم") == []


def test_words_that_belong_to_a_name_are_left_alone() -> None:
    document = DocumentNames(RANKS)
    document.learn(["نيكولا", "ساركوزي"], "PER", 0.9)
    words = ["حزب", "ساركوزي"]
    assert document.missed(words, [[w] for w in words], [True, True]) == []

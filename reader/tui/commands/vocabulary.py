"""Looking words up, saving them, reviewing them."""

from typing import TYPE_CHECKING, Any, ClassVar

from reader.tui.commands.base import (
    LIBRARY,
    LOOKUP,
    READING,
    REVIEW,
    SELECT,
    VOCABULARY,
    Command,
)

if TYPE_CHECKING:
    from reader.store.vocabulary import Rating, Status
    from reader.tui.screens.command_screen import CommandScreen
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.screens.review import ReviewScreen
    from reader.tui.screens.vocabulary import VocabularyScreen
    from reader.tui.screens.word import WordScreen

GROUP = "Words"


class LookUp(Command["ReadingScreen"]):
    """Look the word up: readings, root, senses, dictionaries, its counterpart here."""

    id = "words.look_up"
    title = "Look the word up"
    group, scopes, keys, footer = GROUP, (SELECT,), ("d", "enter"), "look up"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.vocabulary.look_up()


class SaveWord(Command["ReadingScreen"]):
    """Save the word to the vocabulary, with its sentence and translation."""

    id = "words.save"
    title = "Save the word"
    group, scopes, keys, footer = GROUP, (SELECT,), ("s",), "save"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.vocabulary.save()


class SaveEntry(Command["WordScreen"]):
    """Save the word that is looked up, with its best reading."""

    id = "words.save_entry"
    title = "Save this word"
    group, scopes, keys, footer = GROUP, (LOOKUP,), ("s",), "save"

    def available(self, screen: "WordScreen") -> bool:
        return hasattr(screen, "save")

    def run(self, screen: "WordScreen", count: int | None) -> None:
        screen.save()


class ColourWords(Command["ReadingScreen"]):
    """Colour the saved words by how well they are known; says how much of the article that is."""

    id = "words.colour"
    title = "Colour saved words"
    group, scopes, keys = GROUP, (READING,), ("K",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.vocabulary.toggle_colours()


class Statistics(Command["ReadingScreen"]):
    """Show the article's figures: words, sentences, reading time, names and numbers by kind."""

    id = "words.statistics"
    title = "Statistics of the article"
    group, scopes, keys = GROUP, (READING,), ("i",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.vocabulary.show_statistics()


class ShowVocabulary(Command["CommandScreen[Any]"]):
    """Show the saved words."""

    id = "words.vocabulary"
    title = "Vocabulary"
    group, scopes, keys = GROUP, (READING, LIBRARY), ("W",)

    def run(self, screen: "CommandScreen[Any]", count: int | None) -> None:
        from reader.tui.screens.vocabulary import VocabularyScreen

        screen.app.push_screen(VocabularyScreen())


class Review(Command["VocabularyScreen"]):
    """Review the words that are due."""

    id = "vocabulary.review"
    title = "Review"
    group, scopes, keys, footer = GROUP, (VOCABULARY,), ("r",), "review"

    def run(self, screen: "VocabularyScreen", count: int | None) -> None:
        screen.review()


class _Mark(Command["VocabularyScreen"]):
    """Say how well the word is known."""

    status: ClassVar["Status"]

    def run(self, screen: "VocabularyScreen", count: int | None) -> None:
        screen.set_status(self.status)


class MarkNew(_Mark):
    """Mark the word as new."""

    id = "vocabulary.new"
    title = "Mark as new"
    group, scopes, keys = GROUP, (VOCABULARY,), ("1",)
    status = "new"


class MarkLearning(_Mark):
    """Mark the word as being learnt."""

    id = "vocabulary.learning"
    title = "Mark as learning"
    group, scopes, keys = GROUP, (VOCABULARY,), ("2",)
    status = "learning"


class MarkKnown(_Mark):
    """Mark the word as known."""

    id = "vocabulary.known"
    title = "Mark as known"
    group, scopes, keys, footer = GROUP, (VOCABULARY,), ("3",), "known"
    status = "known"


class EditMeaning(Command["VocabularyScreen"]):
    """Edit what you want to remember of the word."""

    id = "vocabulary.edit"
    title = "Edit the meaning"
    group, scopes, keys, footer = GROUP, (VOCABULARY,), ("e",), "edit"

    def run(self, screen: "VocabularyScreen", count: int | None) -> None:
        screen.edit_gloss()


class Forget(Command["VocabularyScreen"]):
    """Remove the word from the vocabulary."""

    id = "vocabulary.remove"
    title = "Remove the word"
    group, scopes, keys, footer = GROUP, (VOCABULARY,), ("x",), "remove"

    def run(self, screen: "VocabularyScreen", count: int | None) -> None:
        screen.forget()


class Reveal(Command["ReviewScreen"]):
    """Show the meaning."""

    id = "review.reveal"
    title = "Show the meaning"
    group, scopes, keys, footer = GROUP, (REVIEW,), ("space", "enter"), "show"

    def available(self, screen: "ReviewScreen") -> bool:
        return not screen.revealed

    def run(self, screen: "ReviewScreen", count: int | None) -> None:
        screen.reveal()


class _Rate(Command["ReviewScreen"]):
    """Record how well the word was known."""

    rating: ClassVar["Rating"]

    def available(self, screen: "ReviewScreen") -> bool:
        return screen.revealed

    def run(self, screen: "ReviewScreen", count: int | None) -> None:
        screen.rate(self.rating)


class Again(_Rate):
    """I did not know it."""

    id = "review.again"
    title = "Again"
    group, scopes, keys, footer = GROUP, (REVIEW,), ("1",), "again"
    rating = "again"


class Hard(_Rate):
    """I knew it with effort."""

    id = "review.hard"
    title = "Hard"
    group, scopes, keys, footer = GROUP, (REVIEW,), ("2",), "hard"
    rating = "hard"


class Good(_Rate):
    """I knew it."""

    id = "review.good"
    title = "Good"
    group, scopes, keys, footer = GROUP, (REVIEW,), ("3",), "good"
    rating = "good"


class Easy(_Rate):
    """I knew it at once."""

    id = "review.easy"
    title = "Easy"
    group, scopes, keys, footer = GROUP, (REVIEW,), ("4",), "easy"
    rating = "easy"


COMMANDS = (
    LookUp, SaveWord, SaveEntry, ColourWords, Statistics, ShowVocabulary, Review, MarkNew,
    MarkLearning, MarkKnown, EditMeaning, Forget, Reveal, Again, Hard, Good, Easy,
)  # fmt: skip

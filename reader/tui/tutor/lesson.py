"""What the tutor teaches: a short text, and steps that each wait for one command."""

from dataclasses import dataclass

from reader.entities.model import Label


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Arabic sentence with its English, names, and words that translate each other."""

    arabic: str
    english: str
    names: tuple[tuple[str, Label], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction; `{keys}` in it stands for the command's keys in the user's keymap."""

    command: str
    text: str


PARAGRAPHS: tuple[tuple[Sentence, ...], ...] = (
    (
        Sentence(
            "مرحبا بك في هذا الدرس القصير.",
            "Welcome to this short lesson.",
            links=(("الدرس", "lesson"), ("القصير", "short")),
        ),
        Sentence("النص العربي على اليمين، وترجمته على اليسار.",
                 "The Arabic text is on the right, its translation on the left."),
    ),
    (
        Sentence(
            "سافرت ليلى حداد من عمان إلى بغداد في 5 مايو 2023.",
            "Layla Haddad travelled from Amman to Baghdad on 5 May 2023.",
            names=(("ليلى حداد", Label.PER), ("عمان", Label.LOC), ("بغداد", Label.LOC),
                   ("5 مايو 2023", Label.DATE)),
            links=(("ليلى", "Layla"), ("حداد", "Haddad"), ("عمان", "Amman"), ("بغداد", "Baghdad")),
        ),
        Sentence(
            "واشترت من السوق 12 كتابا.",
            "She bought 12 books at the market.",
            names=(("12", Label.CARDINAL),),
            links=(("السوق", "market"), ("كتابا", "books")),
        ),
    ),
    (
        Sentence(
            "وتعمل ليلى في جامعة بغداد منذ عام 2019.",
            "Layla has worked at the University of Baghdad since 2019.",
            names=(("ليلى", Label.PER), ("جامعة بغداد", Label.ORG), ("عام 2019", Label.DATE)),
            links=(("ليلى", "Layla"), ("جامعة", "University"), ("بغداد", "Baghdad")),
        ),
    ),
)  # fmt: skip

STEPS: tuple[Step, ...] = (
    Step("move.next_paragraph", "Press {keys} to go to the next paragraph."),
    Step("move.next_sentence", "{keys} goes to the next sentence: it is lit in both languages."),
    Step("move.previous_paragraph", "{keys} goes back a paragraph. Numbers count: 2 and the key."),
    Step("view.translation", "{keys} hides the English, to read the Arabic alone."),
    Step("view.translation", "{keys} again brings it back."),
    Step("search.find", "{keys} searches both languages: type Baghdad, then press Enter."),
    Step("move.next_sentence", "While a search is on, {keys} goes to the next hit."),
    Step("program.escape", "{keys} ends the search."),
    Step("select.start", "{keys} puts a cursor on a word. Its translation lights up."),
    Step("select.left", "Arrows follow the screen: {keys} is the next word in Arabic."),
    Step("select.next_word", "{keys} follows the text, in Arabic and in English."),
    Step("select.extend", "{keys} lets the selection grow: now move on by a word or two."),
    Step("annotate.label_1", "{keys} labels the selection as a person; 2 to 9 are other labels."),
    Step("annotate.note", "{keys} writes a note: type something, then press Enter."),
    Step("annotate.undo", "{keys} takes the last action back. It works across days, too."),
    Step("annotate.next_undecided", "{keys} goes to a name that the program suggests."),
    Step("annotate.accept", "{keys} accepts it and goes to the next one."),
    Step("select.stop", "{keys} leaves the word cursor."),
    Step("translation.edit", "{keys} corrects the sentence's English: change it and press Enter."),
    Step("view.layers", "{keys} chooses what is coloured. Esc closes the menu."),
    Step("program.help", "{keys} lists all keys of a screen. Esc closes the list."),
)

DONE = "That is all you need. {keys} leaves the tutor; reader PATH opens your own articles."

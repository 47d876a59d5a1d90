"""What a command is. Each is a class; its docstring is its help."""

from abc import ABC, abstractmethod
from inspect import getdoc
from typing import ClassVar, Generic, TypeVar

from reader.settings.keymap import Bindable

ScreenT = TypeVar("ScreenT", contravariant=True)

READING = "reading"
SELECT = "select"
LIBRARY = "library"
HELP = "help"
MENU = "menu"
ENTITIES = "entities"
ANNOTATIONS = "annotations"
COMPARE = "compare"
TUTOR = "tutor"
LOOKUP = "lookup"
VOCABULARY = "vocabulary"
REVIEW = "review"
EVERYWHERE = "everywhere"
# What has its own keys. A selection's keys come before the page's.
SCOPES = (
    READING, SELECT, LIBRARY, HELP, MENU, ENTITIES, ANNOTATIONS, COMPARE, TUTOR, LOOKUP, VOCABULARY,
    REVIEW,
)  # fmt: skip
LISTS = (LIBRARY, MENU, ENTITIES, ANNOTATIONS, COMPARE, LOOKUP, VOCABULARY)


class Command(ABC, Generic[ScreenT]):
    """Something the user can do, with or without a key.

    Subclasses set the class variables and write `run`.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    group: ClassVar[str]
    scopes: ClassVar[tuple[str, ...]]
    keys: ClassVar[tuple[str, ...]] = ()
    footer: ClassVar[str] = ""  # a word in the key bar; empty: not shown there
    counts: ClassVar[bool] = False  # takes a number typed before its key

    @abstractmethod
    def run(self, screen: ScreenT, count: int | None) -> None:
        """Do it. `count` is the number typed before the key, if the command takes one."""

    def available(self, screen: ScreenT) -> bool:
        """Tell whether it can be done now; the palette and the key bar leave it out if not."""
        return True

    @classmethod
    def help(cls) -> str:
        """Return what it does, in a sentence or two."""
        return " ".join((getdoc(cls) or cls.title).split())

    @classmethod
    def bindable(cls) -> Bindable:
        """Return what the keymap needs to know."""
        scopes = SCOPES if EVERYWHERE in cls.scopes else cls.scopes
        return Bindable(cls.id, frozenset(scopes), cls.keys)

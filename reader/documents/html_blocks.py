"""An HTML tree to blocks: headings, paragraphs, list items, quotations, code, table rows.

Also takes the TEI names that trafilatura gives (head, list, item, quote, row, cell).
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.documents.blocks import Block
from reader.documents.html_cells import CELLS, Cells, tag_of
from reader.documents.model import Direction, ParagraphKind

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_HEADING = re.compile(r"h([1-6])")
_LISTS = {"ul", "ol", "dl", "list", "menu", "dir"}
_ITEMS = {"li", "dt", "dd", "item"}
_CODE = {"pre", "code_block"}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address"}
    | {"figure", "figcaption", "table", "caption", "tr", "row", "hr", "form", "fieldset"}
    | {"details", "summary", "body", "head", "blockquote", "quote", "center", "hgroup", "title"}
    | {f"h{n}" for n in range(1, 7)}
    | _LISTS | _ITEMS | _CODE
)  # fmt: skip
NEVER_TEXT = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas"}
    | {"select", "button", "textarea", "input", "audio", "video", "rt", "rp", "graphic"}
)
RTL_LANGUAGES = frozenset(
    {"ar", "fa", "ur", "he", "iw", "ps", "ckb", "ug", "sd", "yi", "dv", "syr"}
)


class _Context(NamedTuple):
    kind: ParagraphKind = "text"
    level: int = 0
    direction: Direction | None = None
    lists: int = 0
    code: bool = False
    cell: bool = False  # a table cell whose text belongs to its row


def html_blocks(root: Any, skip: frozenset[str] = frozenset()) -> list[Block]:
    """Return the blocks under an lxml element, leaving out the tags in `skip`.

    `<br>` ends a block. The direction is that of `dir`, or of a right-to-left `lang`, on the
    element or around it.
    """
    from lxml import etree

    context = [_inherited(root)]
    text: list[str] = []
    blocks: list[Block] = []
    cells = Cells(_BLOCKS, NEVER_TEXT | skip)

    def flush() -> None:
        blocks.extend(_finish("".join(text), context[-1]))
        text.clear()

    def put(part: str) -> None:
        # without white space in front, `text` is empty until there is something to read
        if part and (text or context[-1].code or not part.isspace()):
            text.append(part)

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            put(element.tail or "")
            continue
        tag = tag_of(element)
        if event == "start":
            if tag in NEVER_TEXT or tag in skip:
                walk.skip_subtree()
                continue
            now = _inside(element, tag, context[-1])
            if tag in CELLS and not now.cell:
                now = now._replace(cell=cells.belongs_to_row(element))
            if (tag in _BLOCKS and not context[-1].cell) or (tag in CELLS and not now.cell):
                flush()
            elif tag in _BLOCKS:
                put(" ")
            if tag in ("br", "lb"):
                put(" " if context[-1].cell else "\x00")  # NUL: parsers let none through
            if tag in CELLS and text:
                put(" | ")
            context.append(now)
            put(element.text or "")
        else:
            if tag in NEVER_TEXT or tag in skip:
                put(element.tail or "" if element is not root else "")
                continue
            if (tag in _BLOCKS and not context[-2].cell) or (tag in CELLS and not context[-1].cell):
                flush()
            elif tag in _BLOCKS:
                put(" ")
            context.pop()
            put(element.tail or "" if element is not root else "")
    flush()
    return blocks


def _finish(text: str, context: _Context) -> Iterator[Block]:
    if context.code:
        yield Block(text.replace("\x00", "\n"), "code", 0, context.direction)
        return
    for line in text.split("\x00"):
        line = _SPACE.sub(" ", line).strip()
        if line:
            yield Block(line, context.kind, context.level, context.direction)


def _inside(element: Any, tag: str, outer: _Context) -> _Context:
    """Return the context of the text in an element."""
    now = outer._replace(direction=direction_of(element, outer.direction))
    heading = _HEADING.fullmatch(element.get("rend", "") if tag == "head" else tag)
    if heading:
        return now._replace(kind="heading", level=int(heading.group(1)))
    if tag == "head":
        return now._replace(kind="heading", level=2)
    if tag in _LISTS:
        return now._replace(lists=outer.lists + 1)
    if tag in _ITEMS:
        return now._replace(kind="list_item", level=max(1, outer.lists))
    if tag in ("blockquote", "quote"):
        return now._replace(kind="quote", level=0)
    if tag in _CODE:
        return now._replace(kind="code", level=0, code=True)
    return now


def direction_of(element: Any, outer: Direction | None) -> Direction | None:
    """Return the direction that an element states for its text."""
    stated = (element.get("dir") or "").strip().lower()
    if stated == "rtl" or stated == "ltr":
        return "rtl" if stated == "rtl" else "ltr"
    if stated == "auto":
        return None
    language = (
        element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    # the other way round proves nothing: many Arabic pages say lang="en"
    return "rtl" if re.split("[-_]", language.lower())[0] in RTL_LANGUAGES else outer


def _inherited(root: Any) -> _Context:
    direction: Direction | None = None
    for element in reversed([*root.iterancestors()]):
        direction = direction_of(element, direction)
    return _Context(direction=direction)

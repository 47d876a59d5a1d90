"""The line that tells the place, what is being done, and keys typed so far."""

from textual.reactive import reactive

from reader.tui.widgets.bar import Bar, Piece

_CELLS = 12


class StatusBar(Bar):
    """Place and hints at the left, progress at the right."""

    place: reactive[str] = reactive("")
    hint: reactive[str] = reactive("")
    """What the search found, in logical order: the most important first, as the rest gives way."""
    remark: reactive[str] = reactive("")
    """What is said of the sentence or word, in logical order."""
    mode: reactive[str] = reactive("")
    pending: reactive[str] = reactive("")
    work: reactive[str] = reactive("")
    share: reactive[float | None] = reactive(None)
    fault: reactive[str] = reactive("")

    def left(self) -> list[Piece]:
        """Return mode, place, hint and remark."""
        pieces = [Piece(f" {self.mode} ", "bar-mode")] if self.mode else []
        pieces.append(Piece(f" {self.place} "))
        if self.hint:
            pieces.append(Piece(self.hint, "bar-muted", logical=True))
        if self.remark:
            pieces.append(Piece(self.remark, "bar-muted", logical=True))
        return pieces

    def right(self) -> list[Piece]:
        """Return keys typed, a fault, or progress."""
        pieces = [Piece(f" {self.pending} ", "bar-key")] if self.pending else []
        if self.fault:
            return [*pieces, Piece(f" {self.fault} ", "bar-error")]
        if self.work:
            pieces.append(Piece(f" {self.work} ", "bar-muted"))
            if self.share is not None:
                full = round(self.share * _CELLS)
                pieces.append(Piece("━" * full, "bar-key"))
                pieces.append(Piece("─" * (_CELLS - full) + " ", "bar-muted"))
        return pieces

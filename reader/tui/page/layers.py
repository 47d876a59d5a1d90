"""Named styles over stretches of text, asked for by cell."""

Names = tuple[str, ...]


class Layers:
    """Spans with style names over one text; later spans lie on top of earlier ones.

    Lookup is by an array of the points where something changes, so its cost does not grow with
    the text.
    """

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, str]] = []
        self._points: list[int] = []
        self._names: list[Names] = []
        self._built = True

    def add(self, start: int, end: int, name: str) -> None:
        """Style [start, end) with `name`; an empty stretch styles nothing."""
        if end > start:
            self._spans.append((start, end, name))
            self._built = False

    def at(self, start: int, end: int) -> Names:
        """Return the names over the cell [start, end), bottom first.

        A cell that holds more than one character (lam-alef, a base with marks) has the names of
        all of them.
        """
        if not self._built:
            self._build()
        if not self._points:
            return ()
        from bisect import bisect_right

        index = bisect_right(self._points, start) - 1
        names = self._names[index] if index >= 0 else ()
        index += 1
        while index < len(self._points) and self._points[index] < end:
            more = self._names[index]
            names += tuple(name for name in more if name not in names)
            index += 1
        return names

    def _build(self) -> None:
        self._points = sorted({p for start, end, _ in self._spans for p in (start, end)})
        place = {point: n for n, point in enumerate(self._points)}
        table: list[list[str]] = [[] for _ in self._points]
        for start, end, name in self._spans:
            for n in range(place[start], place[end]):
                if name not in table[n]:
                    table[n].append(name)
        self._names = [tuple(names) for names in table]
        self._built = True

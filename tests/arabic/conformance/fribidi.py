"""libfribidi over ctypes, as an independent implementation of UAX #9."""

import ctypes
import ctypes.util
import re
from typing import Any

from tests.arabic.conformance.cases import Case

_PAR_LTR, _PAR_RTL, _PAR_ON = 0x110, 0x111, 0x40
_DIRECTIONS = {0: _PAR_LTR, 1: _PAR_RTL, None: _PAR_ON}
_DIRECTION_BIT = 1
_FILLER = 0xFEFF


class Fribidi:
    """The few functions of the library that give levels and order."""

    def __init__(self, library: Any) -> None:
        """Take the loaded library."""
        self.library = library
        banner = ctypes.c_char_p.in_dll(library, "fribidi_version_info").value or b""
        found = re.search(rb"(\d+\.\d+\.\d+)", banner)
        self.version = found[1].decode() if found else "of unknown version"

    @classmethod
    def load(cls) -> "Fribidi | None":
        """Return the library, or None where it is not installed."""
        name = ctypes.util.find_library("fribidi")
        return cls(ctypes.CDLL(name)) if name else None

    def resolve(self, text: str, base: int | None) -> tuple[Any, Any, Any]:
        """Return bidi types, levels before L1 and paragraph direction, as the library's arrays."""
        n = len(text)
        characters = (ctypes.c_uint32 * n)(*map(ord, text))
        types = (ctypes.c_uint32 * n)()
        brackets = (ctypes.c_uint32 * n)()
        levels = (ctypes.c_int8 * n)()
        direction = ctypes.c_uint32(_DIRECTIONS[base])
        self.library.fribidi_get_bidi_types(characters, n, types)
        self.library.fribidi_get_bracket_types(characters, n, types, brackets)
        self.library.fribidi_get_par_embedding_levels_ex(
            types, brackets, n, ctypes.byref(direction), levels
        )
        return types, levels, direction

    def analyse(self, text: str, base: int | None) -> tuple[int, list[int], list[int]]:
        """Return paragraph level, levels after L1 and the logical index of each position."""
        n = len(text)
        types, levels, direction = self.resolve(text, base)
        order = (ctypes.c_int * n)(*range(n))
        self.library.fribidi_reorder_line(0, types, n, 0, direction, levels, None, order)
        return direction.value & _DIRECTION_BIT, list(levels), list(order)

    def mirror(self, glyph: str) -> str:
        """Return the mirrored character, or the glyph itself."""
        if len(glyph) != 1:
            return glyph
        mirrored = ctypes.c_uint32()
        self.library.fribidi_get_mirror_char(ord(glyph), ctypes.byref(mirrored))
        return chr(mirrored.value)

    def log2vis(self, text: str, base: int | None) -> str:
        """Return what the library's own one-call function draws, letter forms included."""
        n = len(text)
        visual = (ctypes.c_uint32 * (n + 1))()
        self.library.fribidi_log2vis(
            (ctypes.c_uint32 * n)(*map(ord, text)),
            n,
            ctypes.byref(ctypes.c_uint32(_DIRECTIONS[base])),
            visual,
            None,
            None,
            None,
        )
        # U+FEFF fills the place of an alef that went into a ligature
        return "".join(chr(c) for c in visual[:n] if c != _FILLER)

    def passes(self, case: Case) -> bool:
        """Compare paragraph level, levels after L1 and order with what the case says."""
        base, levels, order = self.analyse(case.text, case.base)
        if case.resolved_base is not None and base != case.resolved_base:
            return False
        if any(e is not None and e != got for e, got in zip(case.levels, levels, strict=True)):
            return False
        return tuple(i for i in order if case.levels[i] is not None) == case.order

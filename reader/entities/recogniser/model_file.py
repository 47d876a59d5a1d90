"""The model file: one .npz with int8 matrices, half floats, and compressed lists of strings."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from reader.entities.recogniser.encoder import PieceEncoder
from reader.entities.recogniser.network import Network
from reader.entities.recogniser.pieces import PieceVocabulary
from reader.entities.recogniser.quantised import Quantised
from reader.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the recogniser loads.

    `vocabulary` maps folded words, most frequent first, to rows of `vectors`; `gazetteer` maps
    name hashes to bit masks of `gazetteer_types` lists.
    """

    tags: tuple[str, ...]
    corpora: tuple[str, ...]
    vocabulary: dict[str, int]
    vectors: Quantised
    gazetteer: dict[int, int]
    gazetteer_types: tuple[str, ...]
    encoder: PieceEncoder
    networks: tuple[Network, ...]
    transitions: NDArray[np.float32]
    start: NDArray[np.float32]


def pack_strings(strings: list[str]) -> NDArray[np.uint8]:
    """Strings without line ends as compressed bytes."""
    import numpy as np

    return np.frombuffer(zlib.compress("\n".join(strings).encode("utf-8"), 9), dtype=np.uint8)


def unpack_strings(packed: NDArray[Any]) -> list[str]:
    """The strings of `pack_strings`."""
    return zlib.decompress(packed.tobytes()).decode("utf-8").split("\n")


def load_model(path: Path) -> Model:
    """Read the model. Raises ReaderError when the file is missing or broken."""
    import numpy as np

    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        return _build(arrays)
    except (OSError, KeyError, ValueError, EOFError, zlib.error, BadZipFile) as error:
        raise ReaderError(
            f"The name recogniser's model {path} cannot be read ({type(error).__name__}); "
            "install the program again."
        ) from error


def _build(arrays: dict[str, NDArray[Any]]) -> Model:
    import numpy as np

    if int(arrays["format"]) != FORMAT:
        raise ValueError("another format")
    words = unpack_strings(arrays["vocabulary"])
    hashes = np.cumsum(arrays["gazetteer_gaps"].astype(np.uint64))
    groups: dict[str, dict[str, NDArray[np.float32]]] = {}
    for name in arrays:
        group, _, key = name.partition("/")
        if key and not key.endswith("#"):
            groups.setdefault(group, {})[key] = _matrix(arrays, name)
    encoder_pieces = unpack_strings(arrays["piece_list"])
    return Model(
        tags=tuple(unpack_strings(arrays["tags"])),
        corpora=tuple(unpack_strings(arrays["corpora"])),
        vocabulary={word: row for row, word in enumerate(words)},
        vectors=Quantised(arrays["vectors"], arrays["vectors#"]),
        gazetteer=dict(zip(hashes.tolist(), arrays["gazetteer_masks"].tolist(), strict=True)),
        gazetteer_types=tuple(unpack_strings(arrays["gazetteer_types"])),
        encoder=PieceEncoder(
            groups["encoder"],
            PieceVocabulary(encoder_pieces, arrays["piece_scores"].astype(np.float32).tolist()),
        ),
        networks=tuple(
            Network(groups[name]) for name in sorted(groups) if name.startswith("tagger")
        ),
        transitions=arrays["transitions"].astype(np.float32),
        start=arrays["start"].astype(np.float32),
    )


def _matrix(arrays: dict[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    import numpy as np

    scales = arrays.get(name + "#")
    values = arrays[name].astype(np.float32)
    return values if scales is None else values * scales.astype(np.float32)

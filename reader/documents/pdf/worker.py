"""The child process that reads one PDF: bytes on standard input, JSON on standard output.

The answer is {"blocks", "metadata", "warnings"} or {"error"}, in which NUL stands for the name.
"""

import sys
from dataclasses import asdict
from typing import Any

from reader.documents.blocks import without_surrogates
from reader.documents.pdf.extract import extract
from reader.errors import DocumentError


def answer(data: bytes) -> dict[str, Any]:
    """Return what to print for a PDF's bytes."""
    try:
        draft = extract(data, "\0")
    except DocumentError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "\0 needs more memory than there is: split it into smaller files."}
    except Exception as error:  # whatever a parser does with hostile bytes
        return {
            "error": f"\0 is not a sound PDF ({type(error).__name__}): save or download it again."
        }
    about = asdict(draft.metadata)
    return {
        "blocks": [(without_surrogates(b.text), b.kind, b.level) for b in draft.blocks],
        "metadata": {
            key: without_surrogates(value) if isinstance(value, str) else value
            for key, value in about.items()
        },
        "warnings": draft.warnings,
    }


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not a POSIX system: only the parent's clock limits
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, hard))


def main() -> None:
    """Answer standard input on standard output; arguments: memory in bytes, seconds."""
    import msgspec

    _limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(msgspec.json.encode(answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

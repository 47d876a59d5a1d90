"""Start-up stays light: the heavy libraries wait until something needs them."""

import subprocess
import sys

HEAVY = {
    "ctranslate2", "sentencepiece", "onnxruntime", "numpy", "trafilatura", "lxml", "pdfminer",
    "argostranslate", "minisbd", "mammoth", "feedparser", "simplemma", "datasketch", "torch",
}  # fmt: skip


def loaded_after(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after a statement."""
    code = f"{statement}\nimport sys\nprint(' '.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_command_line_imports_nothing_heavy():
    assert not loaded_after("import reader.cli") & (HEAVY | {"textual", "rich"})


def test_core_packages_import_nothing_heavy_and_no_screen():
    code = "\n".join(
        f"import reader.{name}"
        for name in (
            "documents",
            "entities",
            "translation",
            "annotations",
            "store",
            "export",
            "settings",
        )
    )
    assert not loaded_after(code) & (HEAVY | {"textual", "rich"})

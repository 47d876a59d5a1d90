"""What repairs of repetition cost and bring: BLEU and chrF over a file of sentence pairs.

    python -m training.decoding SOURCE.ar REFERENCE.en [--limit N] [--package FILE]

Prints a Markdown table; needs sacrebleu (dependency group `train`).
"""

import argparse
import time
from pathlib import Path
from typing import Any

from reader.translation import tokenizers
from reader.translation.decoder import LENGTH_PENALTY, cpu_count
from reader.translation.packages import choose
from reader.translation.repetition import repeats

VARIANTS: dict[str, tuple[dict[str, Any], dict[str, Any] | None]] = {
    # name: (options for all, options for a second try of those that repeat)
    "beam 4": ({"beam_size": 4}, None),
    "beam 2": ({"beam_size": 2}, None),
    "no repeated 3-gram, again": ({"beam_size": 4}, {"no_repeat_ngram_size": 3}),
    "no repeated 3-gram, beam 2, again": (
        {"beam_size": 4},
        {"no_repeat_ngram_size": 3, "beam_size": 2},
    ),
    "no repeated 2-gram, again": ({"beam_size": 4}, {"no_repeat_ngram_size": 2}),
    "penalty 1.2, again": ({"beam_size": 4}, {"repetition_penalty": 1.2}),
    "3-gram and penalty 1.1, again": (
        {"beam_size": 4},
        {"no_repeat_ngram_size": 3, "repetition_penalty": 1.1},
    ),
    "no repeated 4-gram, all": ({"beam_size": 4, "no_repeat_ngram_size": 4}, None),
    "no repeated 3-gram, all": ({"beam_size": 4, "no_repeat_ngram_size": 3}, None),
    "length penalty 1, all": ({"beam_size": 4, "length_penalty": 1.0}, None),
}


def main() -> None:
    """Translate the file in every way and print the scores."""
    import ctranslate2
    import sacrebleu

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--package")
    arguments = parser.parse_args()
    sources = arguments.source.read_text(encoding="utf-8").splitlines()[: arguments.limit]
    wanted = arguments.reference.read_text(encoding="utf-8").splitlines()[: arguments.limit]
    package = choose(arguments.package)
    tokenizer = tokenizers.load(package.path, "ar", "en")
    translator = ctranslate2.Translator(
        str(package.path / "model"), inter_threads=cpu_count(), intra_threads=1
    )
    pieces = [list(tokenizer.encode(source).pieces) for source in sources]

    def translate(which: list[int], options: dict[str, Any]) -> dict[int, list[str]]:
        given = {"length_penalty": LENGTH_PENALTY, **options}
        found = translator.translate_batch(
            [pieces[n] for n in which], max_batch_size=16, replace_unknowns=True, **given
        )
        return {n: result.hypotheses[0] for n, result in zip(which, found, strict=True)}

    print(f"{package.id}, {len(sources)} sentences\n")
    print("| | BLEU | chrF | that repeat | s |\n|---|---|---|---|---|")
    for name, (options, again) in VARIANTS.items():
        begin = time.perf_counter()
        found = translate(list(range(len(sources))), options)
        circling = [n for n, tokens in found.items() if repeats(tokens)]
        if again:
            found |= translate(circling, {**options, **again})
        seconds = time.perf_counter() - begin
        texts = [tokenizer.decode(found[n]).text for n in range(len(sources))]
        bleu = sacrebleu.corpus_bleu(texts, [wanted]).score
        chrf = sacrebleu.corpus_chrf(texts, [wanted]).score
        left = sum(repeats(tokens) for tokens in found.values())
        print(f"| {name} | {bleu:.2f} | {chrf:.2f} | {left} | {seconds:.0f} |", flush=True)


if __name__ == "__main__":
    main()

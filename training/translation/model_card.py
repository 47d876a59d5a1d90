"""The model card of the shipped package, written from what the pipeline recorded."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from training.translation.corpora import Corpus, describe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.translation.recipe import Recipe

# FLORES-200 devtest ar-en, BLEU / COMET as measured for Firefox Translations
YARDSTICKS = """\
For scale, on FLORES-200 *devtest* (not the set above): official Argos package 29.5 BLEU, OPUS-MT
33.9, NLLB 36.5, Firefox 'base' 38.9, Google 45.1 (measured for Firefox Translations)."""

LIMITS = """\
- A small model trained briefly: it gets the topic and the plain clauses of a news sentence, loses
  rare words and names, and may drop or invent a clause. Never quote it unread.
- Long sentences (over about 40 words) are where it repeats itself or stops early; cut at sentence
  ends first, as the package's own splitter and the program do.
- Numbers are sometimes wrong or left out: in the sample articles 2021 came out as 2012. Check every
  figure against the Arabic side.
- Names are often wrong too: NATO came out as intentions and as Nou, Politico as Bolikyat. The
  program mends what is sure (docs/translation.md); other programs show the words as they come.
- Modern Standard Arabic only; dialect, poetry and classical texts come out poorly.
- It repeats the slant of its sources; it has not been tested for bias.
- Word links from the guided head are good enough to colour matching words, not to count on."""


LICENCE = """\
None of the training text is distributed. Some of it is for non-commercial use or share-alike, some
has no licence (see the table); weigh that before passing the weights on. The program around them
is MIT."""


def render(
    package: str,
    recipe: Recipe,
    checkpoint: Mapping[str, Any],
    prepared: Mapping[str, Any],
    scores: Mapping[str, Any],
    rows: Sequence[Corpus],
) -> str:
    """Return the card as Markdown.

    `checkpoint` gives shape and counters, `prepared` the counts of prepare.py, `scores` the result
    of evaluate.py, `rows` the table of corpora.
    """
    parts = [
        f"# Model card: {package}",
        "Arabic to English, for reading news offline. Written by the pipeline in "
        "training/translation; do not edit by hand.",
        "## Model",
        _model(recipe, checkpoint),
        "## Scores",
        _scores(scores),
        YARDSTICKS,
        "## Training text",
        _text(prepared, rows),
        "## Limits",
        LIMITS,
        "## Licence",
        LICENCE,
    ]
    return "\n\n".join(parts) + "\n"


def _model(recipe: Recipe, checkpoint: Mapping[str, Any]) -> str:
    shape = checkpoint["shape"]
    start = (
        "It goes on from an earlier package (7.3 M parameters, two hours on two CPU cores), grown "
        "in depth by layers that start as identity"
        if recipe.warm
        else "It was trained from scratch"
    )
    return f"""\
Pre-norm Transformer, {parameters(shape) / 1e6:.1f} M parameters: width {shape["width"]}, \
{shape["heads"]} heads, feed-forward {shape["inner"]}, {shape["encoder"]} encoder and \
{shape["decoder"]} decoder layers, one matrix for all embeddings and the output. \
{shape["pieces"]} SentencePiece unigram pieces with byte fallback; the normaliser folds harakat, \
tatweel, alef forms, ta marbuta, alef maqsura, digits, presentation forms and quotes. CTranslate2, \
int8.

{start}. Recipe `{recipe.name}`: {checkpoint["step"]} steps, {checkpoint["tokens"] / 1e6:.1f} M \
pieces (both sides, padding included), {checkpoint["seconds"] / 60:.0f} minutes. The first \
cross-attention head of the last decoder layer was trained on word alignments (eflomal) as well; \
it is the model's alignment head: on the dev set it points to the Arabic word the aligner links in \
{100 * checkpoint["dev"][0][1]:.0f}% of the English pieces that have a link."""


def parameters(shape: Mapping[str, int]) -> int:
    """Return the number of weights of a model of this shape."""
    width, inner = shape["width"], shape["inner"]
    attention = 4 * width * width + 4 * width + 2 * width
    ffn = 2 * width * inner + inner + width + 2 * width
    layers = shape["encoder"] * (attention + ffn) + shape["decoder"] * (2 * attention + ffn)
    return layers + shape["pieces"] * (width + 1) + 4 * width


def _scores(scores: Mapping[str, Any]) -> str:
    search = (
        f"beam {scores['beam_size']}, length penalty {scores['length_penalty']}, repetition "
        f"penalty {scores['repetition_penalty']}, no repeated {scores['no_repeat_ngram_size']}-gram"
        if scores["no_repeat_ngram_size"]
        else f"beam {scores['beam_size']}, length penalty {scores['length_penalty']}, repetition "
        f"penalty {scores['repetition_penalty']}"
    )
    return f"""\
| test | BLEU | chrF | sentences/s | size |
| --- | --- | --- | --- | --- |
| {scores["test"]} ({scores["sentences"]} sentences; used for tuning) | {scores["BLEU"]} | \
{scores["chrF"]} | {scores["sentences per second"]} | {scores["megabytes"]} MB |

Search: {search}; speed on two CPU cores, whatever else they did at the time. Signatures: \
`{scores["BLEU signature"]}`, `{scores["chrF signature"]}`. The same figures by \
`make evaluate-translation`."""


def _text(prepared: Mapping[str, Any], rows: Sequence[Corpus]) -> str:
    names: dict[str, list[str]] = defaultdict(list)
    for name in prepared["pairs"]:
        names[describe(name, list(rows)).name].append(name)
    lines = [
        "| corpus | pairs | drawn per epoch | what | sides | licence |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        pairs = sum(prepared["pairs"][name] for name in names[row.name])
        if pairs:
            lines.append(
                f"| {row.name} | {pairs:,} | x{row.weight:g} | {row.what} | {row.kind} | "
                f"{row.licence} |"
            )
    dropped = ", ".join(f"{reason} {count:,}" for reason, count in prepared["dropped"].items())
    total = sum(prepared["pairs"].values())
    return f"""\
{total:,} pairs after cleaning (left out: {dropped}). `test` counts pairs that repeat a sentence \
of the evaluation sets or of the sample articles, exactly or nearly. Sides: human, translated by \
people; mt, one side machine-translated. Licence none: no licence file at the source.

{chr(10).join(lines)}"""

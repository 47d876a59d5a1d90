"""Commands of the translation pipeline; `python -m training.translation --help` lists them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from training.translation import (
    carry,
    corpora,
    ct2_weights,
    evaluate,
    growth,
    model_card,
    prepare,
    recipe,
    resegment,
    sentence_model,
    tokenizer,
    word_alignment,
)
from training.translation import pack as package_file

# best on the dev set
SEARCH = '{"beam_size": 10, "length_penalty": 0.75, "repetition_penalty": 1.1}'
README = Path(__file__).with_name("package_readme.md")


def prepare_data(args: argparse.Namespace) -> None:
    """Clean, weigh and tokenize the corpora."""
    chosen = recipe.read(args.recipe)
    package = args.data / "package" if chosen.warm else None
    prepare.prepare(args.data, args.work, package, chosen.sizes.get("pieces", 0), args.exclude)


def align(args: argparse.Namespace) -> None:
    """Link the words of the dev pairs and of some corpora, to guide one attention head."""
    pairs = prepare.Pairs.load(args.work / "pairs.npz")
    linked = np.append(corpora.linked(pairs.names), True)  # dev pairs are of corpus -1
    chosen = np.flatnonzero(linked[pairs.corpus]).tolist()
    vocabulary = tokenizer.pieces_of(args.work / "sentencepiece.model")
    links = word_alignment.align(pairs, vocabulary, chosen, args.work)
    links.save(args.work / "links.npz")


def train(args: argparse.Namespace) -> None:
    """Train the stages of the recipe that are not done yet."""
    from training.translation import train as trainer

    chosen, path = recipe.read(args.recipe), args.work / "checkpoint.pt"
    if not path.exists():
        trainer.save(_start(chosen, args.work, args.data), path)
    if args.again is not None:
        checkpoint = trainer.load(path)
        trainer.restart_stage(checkpoint, args.again)
        trainer.save(checkpoint, path)
    pairs = prepare.Pairs.load(args.work / "pairs.npz")
    links_path = args.work / "links.npz"
    links = word_alignment.Links.load(links_path) if links_path.exists() else None
    settings = trainer.Settings(**chosen.settings)
    for _ in range(args.stages or len(chosen.stages)):
        checkpoint = trainer.load(path)
        if checkpoint["stage"] >= len(chosen.stages):
            break
        stage = chosen.stages[checkpoint["stage"]]
        if stage.decoder > checkpoint["shape"]["decoder"]:
            trainer.grow(checkpoint, stage.decoder)
            trainer.save(checkpoint, path)
        spm = args.work / "sentencepiece.model"
        resegmenter = resegment.Resegmenter(spm, stage.resegment) if stage.resegment else None
        if not trainer.Trainer(path, pairs, links, settings).run(stage.schedule, resegmenter):
            break


def mixture(args: argparse.Namespace) -> None:
    """Print what each corpus would still teach the checkpoint, the most first."""
    from training.translation import mixture as measured
    from training.translation import train as trainer

    checkpoint = trainer.load(args.work / "checkpoint.pt")
    pairs = prepare.Pairs.load(args.work / "pairs.npz")
    found = sorted(measured.measure(checkpoint, pairs), key=lambda pull: -pull.pulls[0].mean())
    print("corpus, share of an epoch, loss, pull on each dev set in percent (two halves)")
    for pull in found:
        pulls = "  ".join(" ".join(f"{value:6.1f}" for value in dev) for dev in pull.pulls)
        print(f"{pull.name:32} {pull.share:7.2%} {pull.loss:6.2f}  {pulls}")


def _start(chosen: recipe.Recipe, work: Path, data: Path | None) -> dict[str, object]:
    from training.translation import train as trainer
    from training.translation.model import Shape

    pieces = len(tokenizer.pieces_of(work / "sentencepiece.model"))
    shape = Shape(**(chosen.sizes | {"pieces": pieces}))
    if not chosen.warm:
        return trainer.new_checkpoint(shape)
    if data is None:
        raise SystemExit("a warm start needs --data, the folder with the package to start from")
    weights = ct2_weights.read_weights(data / "package" / "model" / "model.bin")
    for side in ("encoder", "decoder"):
        weights = growth.deepen(weights, side, chosen.sizes[side])
    return trainer.new_checkpoint(shape, weights)


def carry_weights(args: argparse.Namespace) -> None:
    """Write the averaged weights as small files."""
    from training.translation import train as trainer

    checkpoint = trainer.load(args.work / "checkpoint.pt")
    weights = {name: value.float().numpy() for name, value in checkpoint["average"].items()}
    about = {k: v for k, v in checkpoint.items() if k not in ("weights", "average", "optimizer")}
    carry.pack(weights, about, args.out)


def fetch_weights(args: argparse.Namespace) -> None:
    """Make a checkpoint of carried weights."""
    from training.translation import train as trainer
    from training.translation.model import Shape

    weights, about = carry.unpack(args.folder)
    checkpoint = trainer.new_checkpoint(Shape(**about["shape"]), weights) | about
    trainer.save(checkpoint, args.work / "checkpoint.pt")


def mix(args: argparse.Namespace) -> None:
    """Mix the averaged weights of an earlier checkpoint into those of the work folder's."""
    from training.translation import average, dev
    from training.translation import train as trainer
    from training.translation.model import Shape, Transformer

    path = args.work / "checkpoint.pt"
    checkpoint, earlier = trainer.load(path), trainer.load(args.earlier)
    trainer.grow(earlier, checkpoint["shape"]["decoder"])
    weights = average.mixed(earlier["average"], checkpoint["average"], args.share)
    pairs = prepare.Pairs.load(args.work / "pairs.npz")
    links = word_alignment.Links.load(args.work / "links.npz")
    sizes = trainer.Settings()
    model = Transformer(Shape(**checkpoint["shape"]), 0.0)
    found = dev.measure(model, weights, pairs, links, sizes.tokens, sizes.longest)
    print(f"mixed: dev loss and link hits {found}")
    trainer.save(checkpoint | {"average": weights, "dev": found}, path)


def ship(args: argparse.Namespace) -> None:
    """Export the averaged weights, measure them, write the package and the model card."""
    from training.translation import export
    from training.translation import train as trainer

    checkpoint = trainer.load(args.work / "checkpoint.pt")
    weights = {name: value.float().numpy() for name, value in checkpoint["average"].items()}
    spm = args.work / "sentencepiece.model"
    pieces = tokenizer.pieces_of(spm)
    folder = args.work / "model"
    export.export(weights, checkpoint["shape"]["heads"], pieces, folder)
    args.out.mkdir(parents=True, exist_ok=True)
    readme = README.read_text(encoding="utf-8")
    splitter = args.work / "ar.onnx"
    sentence_model.build(splitter)
    search = evaluate.Search(**json.loads(args.search or SEARCH))
    about = package_file.metadata(args.version, vars(search))
    package = package_file.pack(folder, spm, splitter, readme, about, args.out)
    dev = args.data / "eval" / "flores-dev"
    scores = evaluate.evaluate(
        package, dev.with_suffix(".ar"), dev.with_suffix(".en"), search, args.threads
    )
    prepared = json.loads((args.work / "prepared.json").read_text(encoding="utf-8"))
    card = model_card.render(
        package.name, recipe.read(args.recipe), checkpoint, prepared, scores, corpora.table()
    )
    (args.out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    print(json.dumps(scores, indent=1))


def evaluate_package(args: argparse.Namespace) -> None:
    """Print the scores of packages on the dev set."""
    dev = args.data / "eval" / "flores-dev"
    search = evaluate.Search(**json.loads(args.search)) if args.search else None
    for package in args.package:
        result = evaluate.evaluate(
            package, dev.with_suffix(".ar"), dev.with_suffix(".en"), search, args.threads
        )
        print(json.dumps(result, indent=1, ensure_ascii=False))


def everything(args: argparse.Namespace) -> None:
    """Reproduce the shipped package: prepare, align, train, ship."""
    if not (args.work / "prepared.json").exists():
        prepare_data(args)
    if not (args.work / "links.npz").exists():
        align(args)
    train(args)
    ship(args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.translation", description=__doc__)
    commands = parser.add_subparsers(required=True)
    work = argparse.ArgumentParser(add_help=False)
    work.add_argument("work", type=Path, help="folder of checkpoints and token ids")
    choice = argparse.ArgumentParser(add_help=False)
    choice.add_argument("--recipe", choices=recipe.names(), default="cpu-warm")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", type=Path, default=Path("../shared/mt"), help="the data folder")
    excluded = argparse.ArgumentParser(add_help=False)
    excluded.add_argument(
        "--exclude", type=Path, nargs="*", default=[], help="text files kept out of training"
    )
    run = argparse.ArgumentParser(add_help=False)
    run.add_argument("--stages", type=int, help="stop after so many stages")
    run.add_argument("--again", type=int, metavar="N", help="go on from the start of stage N")
    measure = argparse.ArgumentParser(add_help=False)
    measure.add_argument("--search", help="beam search settings as JSON")
    measure.add_argument("--threads", type=int, default=2)
    goal = argparse.ArgumentParser(add_help=False)
    goal.add_argument("--version", default="0.7")
    goal.add_argument("--out", type=Path, default=Path("assets"))

    def command(name: str, act: object, *parents: argparse.ArgumentParser) -> None:
        added = commands.add_parser(name, parents=parents, help=(act.__doc__ or "").split("\n")[0])
        added.set_defaults(act=act)
        if name == "mix":
            added.add_argument("earlier", type=Path, help="the earlier checkpoint")
            added.add_argument("--share", type=float, default=0.75, help="of the later one")
        if name == "carry":
            added.add_argument("out", type=Path)
        if name == "fetch":
            added.add_argument("folder", type=Path)
        if name == "evaluate":
            added.add_argument("package", type=Path, nargs="+")

    command("all", everything, work, choice, data, excluded, run, measure, goal)
    command("prepare", prepare_data, work, choice, data, excluded)
    command("align", align, work)
    command("train", train, work, choice, data, run)
    command("mixture", mixture, work)
    command("mix", mix, work)
    command("carry", carry_weights, work)
    command("fetch", fetch_weights, work)
    command("ship", ship, work, choice, data, measure, goal)
    command("evaluate", evaluate_package, data, measure)
    return parser


if __name__ == "__main__":
    arguments = _parser().parse_args()
    arguments.act(arguments)

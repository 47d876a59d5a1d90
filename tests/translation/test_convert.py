"""A Marian model folder, made here with random weights, becomes a package that Argos can use."""

import json
import shutil

import numpy as np
import pytest
import yaml

from reader.errors import PackageError
from reader.translation import packages
from reader.translation.convert import convert, pack
from reader.translation.engine import Engine

WIDTH, HIDDEN = 8, 16
OPTIONS = {
    "type": "transformer",
    "transformer-decoder-autoreg": "self-attention",
    "transformer-no-projection": False,
    "transformer-ffn-activation": "swish",
    "transformer-preprocess": "",
    "transformer-postprocess": "dan",
    "transformer-postprocess-emb": "d",
    "transformer-guided-alignment-layer": "last",
    "transformer-heads": 2,
    "enc-depth": 1,
    "dec-depth": 1,
}


def attention(rng, scope):
    names = {f"{scope}_W{x}": rng.normal(size=(WIDTH, WIDTH)) for x in "qkvo"}
    names |= {f"{scope}_b{x}": np.zeros((1, WIDTH)) for x in "qkvo"}
    return names | norm(f"{scope}_Wo")


def norm(scope):
    return {f"{scope}_ln_scale": np.ones((1, WIDTH)), f"{scope}_ln_bias": np.zeros((1, WIDTH))}


def feed_forward(rng, scope):
    return {
        f"{scope}_ffn_W1": rng.normal(size=(WIDTH, HIDDEN)),
        f"{scope}_ffn_b1": np.zeros((1, HIDDEN)),
        f"{scope}_ffn_W2": rng.normal(size=(HIDDEN, WIDTH)),
        f"{scope}_ffn_b2": np.zeros((1, WIDTH)),
        **norm(f"{scope}_ffn_ffn"),
    }


def marian(folder, tokenizer):
    """Write an OPUS-MT folder: decoder.yml, .npz, vocabulary, source.spm."""
    folder.mkdir()
    rng = np.random.default_rng(1)
    words = ["</s>", "<unk>", "▁the", "▁a", "▁و", "س", "ل", "ا", "م", "▁"]
    weights = {
        "Wemb": rng.normal(size=(len(words), WIDTH)),
        "decoder_ff_logit_out_b": np.zeros((1, len(words))),
        **attention(rng, "encoder_l1_self"),
        **feed_forward(rng, "encoder_l1"),
        **attention(rng, "decoder_l1_self"),
        **attention(rng, "decoder_l1_context"),
        **feed_forward(rng, "decoder_l1"),
    }
    options = np.frombuffer(yaml.safe_dump(OPTIONS).encode() + b"\0", dtype=np.int8)
    arrays = {name: array.astype(np.float32) for name, array in weights.items()}
    np.savez(folder / "model.npz", **arrays, **{"special:model.yml": options})
    lines = [f'"{word}": {n}' for n, word in enumerate(words)]
    (folder / "vocab.yml").write_text("\n".join(lines), encoding="utf-8")
    decoder = {"models": ["model.npz"], "vocabs": ["vocab.yml", "vocab.yml"]}
    (folder / "decoder.yml").write_text(yaml.safe_dump(decoder))
    shutil.copy(tokenizer, folder / "source.spm")
    return folder


@pytest.fixture
def model(tmp_path, package):
    return marian(tmp_path / "opus", package.path / "sentencepiece.model")


def test_marian_model_becomes_a_package_that_translates(model, tmp_path):
    out = convert(model, tmp_path / "new.argosmodel", version="2.5")
    made = packages.open_file(out)
    assert (made.name, made.version) == ("translate-ar_en", "2.5")
    (pairs,) = Engine(made, threads=1, beam=1).translate(["سلام"])
    assert pairs[0].score is not None
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".new")] == []


def test_marian_files_without_decoder_yml(model, tmp_path):
    (model / "decoder.yml").unlink()
    assert convert(model, tmp_path / "new.argosmodel").is_file()


def test_folder_of_argos_or_ctranslate2_is_packed_again(package, tmp_path):
    convert(package.path, tmp_path / "again.argosmodel", version="9.0")
    again = packages.open_file(tmp_path / "again.argosmodel")
    assert again.version == "9.0"
    text = ["وصل الوزير إلى بغداد."]
    first, second = (Engine(p, threads=1).translate(text) for p in (package, again))
    assert first == second


def test_what_a_package_says_of_itself_is_kept(package, tmp_path):
    folder = shutil.copytree(package.path, tmp_path / "own")
    said = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    own = {"coverage": 0.25, "target_prefix": "▁", "search": {"beam_size": 2}}
    (folder / "metadata.json").write_text(json.dumps(said | own), encoding="utf-8")
    again = packages.open_file(convert(folder, tmp_path / "again.argosmodel", version="9.0"))
    assert again.metadata.items() >= own.items()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda m: (m / "source.spm").unlink(), "no tokenizer"),
        (lambda m: (m / "source.spm").write_bytes(b"no"), "damaged"),
        (lambda m: (m / "model.npz").write_bytes(b"no"), "cannot be converted"),
        (lambda m: (m / "vocab.yml").write_text("a: b"), "cannot be converted"),
        (lambda m: [(m / n).unlink() for n in ("model.npz", "decoder.yml")], "holds no model"),
        (lambda m: [(m / n).unlink() for n in ("vocab.yml", "decoder.yml")], "no vocabulary"),
        (lambda m: shutil.rmtree(m), "no folder"),
    ],
)
def test_what_cannot_be_converted_is_one_sentence_and_writes_nothing(
    model, tmp_path, damage, reason
):
    damage(model)
    with pytest.raises(PackageError, match=reason):
        convert(model, tmp_path / "new.argosmodel")
    assert not (tmp_path / "new.argosmodel").exists()


def test_same_folder_makes_the_same_bytes(package, tmp_path):
    for name in ("one", "two"):
        pack(package.path, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

"""Models that need the extra `convert`: one clear sentence without it, a package with it."""

import json
import sys
from pathlib import Path

import pytest
import sentencepiece

from reader.assets import seeds_path
from reader.cli import main
from reader.translation.convert import convert
from reader.translation.engine import Engine
from reader.translation.packages import open_file

TRANSFORMERS = {"config.json": '{"architectures": ["MarianMTModel"], "model_type": "marian"}'}
OPENNMT = {"model_step_1000.pt": "weights"}


@pytest.mark.parametrize("files", [TRANSFORMERS, OPENNMT], ids=["transformers", "OpenNMT-py"])
def test_missing_extra_is_named_with_exit_status_two(
    files: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.setitem(sys.modules, "torch", None)  # as where it is not installed
    folder = tmp_path / "model"
    folder.mkdir()
    for name, content in {**files, "source.spm": "pieces"}.items():
        (folder / name).write_text(content, encoding="utf-8")
    out = tmp_path / "new.argosmodel"
    monkeypatch.setattr(sys, "argv", ["reader", "model", "convert", str(folder), str(out)])
    with pytest.raises(SystemExit) as end:
        main()
    told = capsys.readouterr().err
    assert end.value.code == 2
    assert told.count("\n") == 1
    assert "needs torch: " in told
    assert "-m pip install torch transformers" in told
    assert not out.exists()


def test_model_of_the_transformers_library_becomes_a_package(tmp_path: Path) -> None:
    """A tiny random one in the layout of OPUS-MT's; runs where the extra is installed."""
    transformers = pytest.importorskip("transformers")
    folder = tmp_path / "opus"
    folder.mkdir()
    sentencepiece.SentencePieceTrainer.train(
        input=",".join(map(str, sorted(seeds_path().glob("*.txt")))),
        model_prefix=str(folder / "source"),
        vocab_size=300,
        character_coverage=1.0,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    (folder / "source.model").rename(folder / "source.spm")
    (folder / "target.spm").write_bytes((folder / "source.spm").read_bytes())
    pieces = (folder / "source.vocab").read_text(encoding="utf-8").splitlines()
    words = ["</s>", "<unk>"]
    words += [w for w in (line.split("\t")[0] for line in pieces) if w not in (*words, "<s>")]
    words.append("<pad>")
    vocabulary = {word: n for n, word in enumerate(words)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    tokenizer = {"tokenizer_class": "MarianTokenizer", "source_lang": "ar", "target_lang": "en"}
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    padding = vocabulary["<pad>"]
    config = transformers.MarianConfig(
        vocab_size=len(words), decoder_vocab_size=len(words), d_model=16, encoder_layers=1,
        decoder_layers=1, encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=16,
        decoder_ffn_dim=16, pad_token_id=padding, eos_token_id=0, decoder_start_token_id=padding,
        forced_eos_token_id=0, max_position_embeddings=128, bad_words_ids=[[padding]],
        activation_function="swish", static_position_embeddings=True, scale_embedding=True,
    )  # fmt: skip
    transformers.MarianMTModel(config).save_pretrained(folder)
    made = open_file(convert(folder, tmp_path / "new.argosmodel", version="3.1"))
    assert made.version == "3.1"
    (pairs,) = Engine(made, threads=1, beam=1).translate(["سلام"])
    assert pairs[0].score is not None

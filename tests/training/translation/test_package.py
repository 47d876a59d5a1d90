"""The package file, its sentence splitter, its card, and the shipped package itself."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from training.translation import corpora, evaluate, model_card, pack, recipe, sentence_model

ASSETS = Path(__file__).parents[3] / "assets"


def test_layout_and_same_bytes_for_same_content(tmp_path: Path) -> None:
    for name in pack.MODEL_FILES:
        (tmp_path / name).write_text(name, encoding="utf-8")
    files = [tmp_path / "config.json"] * 2
    about = pack.metadata("1.2", {"length_penalty": 0.6})
    first = pack.pack(tmp_path, *files, "read me", about, tmp_path)
    content = first.read_bytes()
    assert pack.pack(tmp_path, *files, "read me", about, tmp_path).read_bytes() == content
    assert first.name == "translate-ar_en-1_2.argosmodel"
    with zipfile.ZipFile(first) as archive:
        assert {name.split("/", 1)[0] for name in archive.namelist()} == {"translate-ar_en-1_2"}
        metadata = json.loads(archive.read("translate-ar_en-1_2/metadata.json"))
        assert archive.read("translate-ar_en-1_2/model/model.bin") == b"model.bin"
    assert (metadata["from_code"], metadata["to_code"]) == ("ar", "en")
    assert metadata["package_version"] == "1.2"
    assert metadata["search"] == {"length_penalty": 0.6}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (package,) = ASSETS.glob("translate-ar_en-*.argosmodel")
    assert package.stat().st_size <= 60e6
    folder = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / package.stem


@pytest.mark.parametrize(
    "sentences",
    [
        ["قال د. أحمد إنه جاء.", " ثم ذهب!", " هل عاد؟", " نعم"],
        ["«لن نقبل.»", " ثم بلغت 3.5 في المئة.", " انتهى"],
        ["بلا علامة"],
    ],
)
def test_splitter_finds_sentence_ends(shipped: Path, sentences: list[str]) -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(shipped / "minisbd/ar.onnx"))
    metadata = session.get_modelmeta().custom_metadata_map
    table = json.loads(metadata["vocab"])["_unit2id"]
    assert table == sentence_model.character_table()
    text = "".join(sentences)
    units = np.array([[table.get(c, table["<UNK>"]) for c in text]])
    features = np.zeros((*units.shape, 1), np.float32)
    (logits,) = session.run(None, {"units": units, "features": features})
    ends = [i + 1 for i in np.flatnonzero(logits[0].argmax(-1) == 2)]
    borders = np.cumsum([len(sentence) for sentence in sentences])[:-1].tolist()
    assert [end for end in ends if end < len(text)] == borders


def test_shipped_package_translates_with_links(shipped: Path) -> None:
    with evaluate.opened(shipped, threads=1) as package:
        (english,) = package.translate(["قال الرئيس المصري إن بلاده ترفض ذلك."])
        assert "Egypt" in english
        pieces = package.tokenizer.encode("قال الرئيس المصري", out_type=str)
        (result,) = package.translator.translate_batch([pieces], return_attention=True)
        attention = np.array(result.attention[0])
    assert attention.shape == (len(result.hypotheses[0]), len(pieces))
    assert attention.sum(-1) == pytest.approx(1, abs=0.01)


def test_card_tells_figures_data_and_licences() -> None:
    shape = {"pieces": 8000, "width": 256, "heads": 4, "inner": 1024, "encoder": 6, "decoder": 2}
    scores = {
        "test": "flores-dev", "sentences": 997, "BLEU": 12.3, "chrF": 40.1,
        "BLEU signature": "nrefs:1", "chrF signature": "nrefs:1", "sentences per second": 9.9,
        "megabytes": 9.0, "beam_size": 4, "length_penalty": 1.0, "repetition_penalty": 1.0,
        "no_repeat_ngram_size": 0,
    }  # fmt: skip
    card = model_card.render(
        "translate-ar_en-0_2.argosmodel",
        recipe.read("cpu-warm"),
        {"shape": shape, "step": 100, "tokens": 5e6, "seconds": 600.0, "dev": [(3.1, 0.654)]},
        {"pairs": {"news": 49000, "tech-i2p": 10, "tech-x": 5}, "dropped": {"test": 3}},
        scores,
        corpora.table(),
    )
    assert "8.9 M parameters" in card
    assert "in 65% of" in card.replace("\n", " ")
    assert "| flores-dev (997 sentences; used for tuning) | 12.3 | 40.1 |" in card
    assert "| tech-* | 15 |" in card
    assert "CC BY-NC-SA 4.0" in card
    assert "(left out: test 3)" in card

"""Faults of the machine become one sentence each."""

from dataclasses import replace

import ctranslate2
import pytest

from reader.errors import PackageError
from reader.translation.decoder import Decoder, Running, explain, search_settings


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (MemoryError(), "not enough memory"),
        (RuntimeError("std::bad_alloc"), "not enough memory"),
        (RuntimeError("failed to allocate memory"), "not enough memory"),
        (RuntimeError("This CPU does not support SSE 4.1"), "processor cannot run it"),
        (ValueError("Requested int8 compute type, but the target device"), "processor cannot"),
        (RuntimeError("File model.bin is incomplete: failed to read a buffer"), "damaged"),
    ],
)
def test_package_that_cannot_be_loaded(package, monkeypatch, fault, reason):
    def failing(*args, **options):
        raise fault

    monkeypatch.setattr(ctranslate2, "Translator", failing)
    with pytest.raises(PackageError, match=reason):
        Decoder(package)


def test_processor_without_int8_uses_what_it_has(package, monkeypatch):
    asked = []
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda device: {"float32"})
    monkeypatch.setattr(
        ctranslate2, "Translator", lambda *args, **options: asked.append(options["compute_type"])
    )
    Decoder(package)
    assert asked == ["default"]


@pytest.mark.parametrize("threads", [1, 2, 3, 8, 64])
def test_threads_are_shared_by_workers(package, monkeypatch, threads):
    asked = []
    monkeypatch.setattr(ctranslate2, "Translator", lambda *a, **options: asked.append(options))
    decoder = Decoder(package, threads=threads)
    assert decoder.workers == asked[0]["inter_threads"] <= threads
    assert asked[0]["inter_threads"] * asked[0]["intra_threads"] <= threads


def test_fault_of_one_sentence_is_explained_without_a_traceback():
    assert "memory" in explain(RuntimeError("std::bad_alloc"))
    assert explain(RuntimeError("odd\nand more")) == (
        "The translation model failed on this sentence (odd)."
    )
    assert explain(RuntimeError("")).startswith("The translation model failed")


def test_fault_in_a_worker_is_a_translation_error():
    class Handle:
        def result(self):
            raise MemoryError

    with pytest.raises(Exception, match="not enough memory"):
        Running([Handle()], "", 0.2).result()


def test_a_package_may_say_which_search_suits_it():
    said = {
        "search": {
            "beam_size": 10,
            "length_penalty": 1.0,
            "repetition_penalty": 1.1,
            "no_repeat_ngram_size": 3,
        }
    }
    assert search_settings(said) == said["search"]


@pytest.mark.parametrize(
    ("tuned", "beam", "used"), [(True, None, 7), (False, None, 4), (True, 2, 2), (False, 2, 2)]
)
def test_the_packages_beam_holds_unless_another_is_asked_for(
    package, monkeypatch, tuned, beam, used
):
    monkeypatch.setattr(ctranslate2, "Translator", lambda *args, **options: None)
    said = replace(package, metadata={"search": {"beam_size": 7}})
    assert Decoder(said, 1, beam, tuned=tuned).beam == used


@pytest.mark.parametrize(
    ("choice", "retry", "count"), [(True, False, 3), (True, True, 1), (False, False, 1)]
)
def test_all_translations_of_the_search_come_back_for_a_choice(package, choice, retry, count):
    decoder = Decoder(package, 1, 3)
    [found] = decoder.submit([["▁قال"]], choice=choice, retry=retry).result()
    assert len(found) == count
    assert len({tuple(one.pieces) for one in found}) == count


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"search": "beam"},
        {"search": {"length_penalty": "1", "repetition_penalty": float("nan")}},
        {"search": {"no_repeat_ngram_size": True, "beam_size": 10**9}},
        {"search": {"repetition_penalty": 1e9, "length_penalty": None}},
    ],
)
def test_unsound_search_settings_are_left_out(metadata):
    assert search_settings(metadata) == {}

"""What the screens use of the core goes on without what the user's own files spoil."""

from reader.settings.paths import config_folder
from reader.translation.model import SentencePair
from reader.tui.services import make_pipeline


class Echo:
    """An engine that answers at once."""

    id = "echo"

    def translate(self, texts, *, on_done=None, should_stop=None):
        done = [[SentencePair(0, len(text), "It left.")] for text in texts]
        for index, pairs in enumerate(done):
            if on_done:
                on_done(index, pairs)
        return done


def test_a_broken_glossary_does_not_take_the_english_away(monkeypatch, tmp_path):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    config_folder().mkdir()
    (config_folder() / "glossary.csv").write_text("العراق,Iraq\nالناتو\n", encoding="utf-8")
    warnings = []
    ((pair,),) = make_pipeline(Echo(), None, warnings.append).translate(["انسحب."])
    assert pair.target == "It left."
    (warning,) = warnings
    assert "Line 2 of the glossary" in warning
    assert "left out" in warning

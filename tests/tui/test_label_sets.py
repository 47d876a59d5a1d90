"""The user's label set, also a faulty one."""

import pytest

from reader.annotations.labels import DEFAULT
from reader.settings.model import Annotation as AnnotationSettings
from reader.settings.model import Settings
from reader.settings.paths import config_folder
from tests.tui.annotating import settle, stored
from tests.tui.driving import press, reading


@pytest.mark.parametrize("named", [True, False])
async def test_a_faulty_label_set_is_a_sentence_and_the_default_one_is_used(world, named):
    chosen = ""
    if named:
        chosen = str(world.folder / "none.toml")
    else:
        config_folder().mkdir(parents=True)
        (config_folder() / "labels.toml").write_text('[labels.PER]\nkey = "10"\n')
    settings = Settings(annotation=AnnotationSettings(annotator="sara", labels=chosen))
    async with reading(world.app(settings=settings)) as (pilot, screen):
        [said] = [n.message for n in pilot.app._notifications if n.severity == "error"]
        assert ("none.toml" if named else "labels.PER.key") in "".join(said.split())
        assert screen.desk.labels == DEFAULT
        await press(pilot, "v 1")
        await settle(pilot)
        assert [a.label for a in stored(world)] == ["PER"]

"""Label sets come from TOML; faults name the key."""

import pytest

from reader.annotations.labels import COLOUR_ROLES, DEFAULT, load_labels, parse_labels
from reader.entities import Label
from reader.errors import SettingsError


def test_defaults_cover_the_recogniser_and_all_nine_keys():
    assert [DEFAULT.by_key(k).name for k in "123456789"] == [
        "PER", "LOC", "ORG", "NORP", "FAC", "EVENT", "DATE", "NUM", "MISC",
    ]  # fmt: skip
    assert all(DEFAULT.by_name(label.value) for label in Label)
    assert {label.colour for label in DEFAULT.labels} | set(DEFAULT.highlights) <= set(COLOUR_ROLES)
    assert DEFAULT.by_key("") is None
    assert DEFAULT.colour("of somebody else") == "misc"


def test_own_labels_replace_the_defaults(tmp_path):
    path = tmp_path / "labels.toml"
    path.write_text(
        'relations = ["quotes"]\n[labels.SOURCE]\nkey = "1"\ncolour = "green"\n'
        '[labels.CLAIM]\ntitle = "What is claimed"\n',
        encoding="utf-8",
    )
    labels = load_labels(path)
    assert [(x.name, x.title, x.key, x.colour) for x in labels.labels] == [
        ("SOURCE", "SOURCE", "1", "green"),
        ("CLAIM", "What is claimed", "", "misc"),
    ]
    assert labels.relations == ("quotes",)
    assert labels.highlights == DEFAULT.highlights


def test_the_settings_folder_is_where_it_is_looked_for(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    assert load_labels() is DEFAULT
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "labels.toml").write_text('[labels.X]\nkey = "9"\n', encoding="utf-8")
    assert load_labels().by_key("9").name == "X"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"lables": {}}, "lables is no setting: did you mean labels?"),
        ({"labels": {"PER": {"colour": "persn"}}}, "labels.PER.colour .*did you mean person"),
        ({"labels": {"PER": {"kee": "1"}}}, "labels.PER.kee is no setting: did you mean key"),
        ({"labels": {"PER": {"key": "0"}}}, 'labels.PER.key is "0"'),
        ({"labels": {"PER": {"key": 1}}}, "labels.PER.key is not text"),
        ({"labels": {"A": {"key": "1"}, "B": {"key": "1"}}}, "labels.B.key .* labels.A has"),
        ({"labels": {"A B": {}}}, "labels.A B has a space"),
        ({"labels": {"A": "1"}}, r"labels.A is not a table"),
        ({"labels": {}}, "labels is not a table of labels"),
        ({"highlights": ["pink"]}, "highlights .*pink"),
        ({"relations": ["works for"]}, "relations .*underscore"),
        ({"relations": "x"}, "relations is not a list"),
    ],
)
def test_faults_name_the_key(data, words):
    with pytest.raises(SettingsError, match=words):
        parse_labels(data)


def test_faults_name_the_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[labels", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mine\.toml is not valid TOML"):
        load_labels(path)
    path.write_bytes(b"\xff")
    with pytest.raises(SettingsError, match=r"mine\.toml cannot be read"):
        load_labels(path)
    path.write_text("labels = 3", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mine\.toml: labels is not a table"):
        load_labels(path)
    with pytest.raises(SettingsError, match="cannot be read"):
        load_labels(tmp_path / "none.toml")

"""Sentence pairs by the XML itself."""

from xml.etree import ElementTree

from reader.export.bundle import File
from tests.export.readback.record import Readback


def read_tmx(files: list[File]) -> Readback:
    root = ElementTree.fromstring(files[0].data)
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    for name in ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang",
                 "srclang", "datatype"):  # fmt: skip
        assert header.get(name)
    back = Readback(
        provenance={p.get("type").removeprefix("x-"): p.text for p in header.iter("prop")}
    )
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for unit in root.iter("tu"):
        texts = {v.get(lang): v.find("seg").text for v in unit.iter("tuv")}
        back.pairs.add((texts["ar"], texts["en"]))
    return back

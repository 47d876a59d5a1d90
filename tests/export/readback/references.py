"""References: BibTeX by its braces, CSL by JSON."""

import json
import re

from reader.export.bundle import File
from tests.export import sample
from tests.export.readback.record import Readback


def read_bibtex(files: list[File]) -> Readback:
    text = files[0].data.decode()
    head, *lines = text.removesuffix("}\n").strip().split("\n")
    assert re.fullmatch(r"@online\{reader-[0-9a-f]{10},", head)
    fields = {}
    for line in lines:
        found = re.fullmatch(r"  (\w+) = \{(.*)\},", line)
        assert found, line
        depth = 0
        for c in re.sub(r"\\.", "", found[2]):
            depth += (c == "{") - (c == "}")
            assert depth >= 0
        assert depth == 0
        fields[found[1]] = found[2]
    assert fields["title"] == r"{زيارة \& <أخرى>}"
    assert fields["author"] == r"{كاتب\_ما}"
    assert (fields["date"], fields["urldate"]) == ("2026-03-05", "2026-11-21")
    digest = re.search(r"sha256:\w+", fields["note"])
    source = fields["url"].replace("%7B", "{").replace("%7D", "}")
    return Readback(provenance={"source": source, "content_hash": digest[0]})


def read_csl(files: list[File]) -> Readback:
    [item] = json.loads(files[0].data)
    assert item["issued"] == {"date-parts": [[2026, 3, 5]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 21]]}
    assert item["title"] == sample.DOC.title
    assert item["author"] == [{"literal": "كاتب_ما"}]
    digest = re.search(r"sha256:\w+", item["note"])
    return Readback(provenance={"source": item["URL"], "content_hash": digest[0]})

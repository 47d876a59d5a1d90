"""brat: a strict reader after its page on the standoff format."""

import json
import re

from reader.export.bundle import File
from tests.export.readback.record import Readback, Record, text_of


def read_brat(files: list[File]) -> Readback:
    text = text_of(files, ".txt")
    conf = text_of(files, "annotation.conf")
    sections = dict(re.findall(r"^\[(\w+)\]\n((?:[^\[\n].*\n?)*)", conf, re.MULTILINE))
    assert set(sections) == {"entities", "relations", "events", "attributes"}
    types = set(sections["entities"].split("\n"))
    links = {line.split("\t")[0] for line in sections["relations"].split("\n")}
    back = Readback(provenance=json.loads(text_of(files, ".provenance.json")))
    by_id: dict[str, Record] = {}
    ids = set()
    for line in text_of(files, ".ann").removesuffix("\n").split("\n"):
        name, rest, *words = line.split("\t")
        assert name not in ids
        ids.add(name)
        match name[0]:
            case "T":
                found = re.fullmatch(r"([\w-]+) (\d+) (\d+)", rest)
                assert found, line
                kind, start, end = found[1], int(found[2]), int(found[3])
                assert kind in types
                assert text[start:end] == "\t".join(words)
                label = "" if kind in ("Highlight", "Note", "Tagged", "Identity", "Mark") else kind
                by_id[name] = Record(text[start:end], start, end, label, status="accepted")
            case "A":
                kind, target, *value = rest.split(" ")
                record = by_id[target]
                if kind == "Status":
                    record.status = value[0]
                elif kind == "Reviewed":
                    record.reviewed = True
                else:
                    record.colour = value[0]
            case "N":
                kind, target, reference = rest.split(" ")
                assert kind == "Reference"
                by_id[target].identity = reference.partition(":")[2]
            case "#":
                kind, target = rest.split(" ")
                if kind == "Tag":
                    by_id[target].tags += (words[0],)
                elif kind == "Value":
                    by_id[target].value = words[0]
                else:
                    by_id[target].note = words[0]
            case "R":
                found = re.fullmatch(r"([\w-]+) Arg1:(T\d+) Arg2:(T\d+)", rest)
                assert found, line
                assert found[1] in links
                back.relations.add((by_id[found[2]].quote, by_id[found[3]].quote, found[1]))
            case _:
                raise AssertionError(line)
    back.records = list(by_id.values())
    return back

"""`reader lookup WORD…`: what the analyser and the dictionaries know, on standard output."""

import json
from dataclasses import asdict

import click

from reader.arabic.sanitise import safe
from reader.lookup.model import WordEntry


@click.command("lookup", short_help="Look Arabic words up, offline.")
@click.argument("words", nargs=-1, required=True)
@click.option("--sentence", default="", help="The English of the sentence, to rank the senses.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a word.")
def command(words: tuple[str, ...], sentence: str, as_json: bool) -> None:
    """Show readings, senses and dictionary entries of Arabic words."""
    from reader.lookup.lookup import LookUp

    look_up = LookUp()
    hints: tuple[str, ...] = ()
    for word in words:
        entry = look_up.look_up(word, translation=sentence)
        hints = entry.hints
        click.echo(json.dumps(asdict(entry), ensure_ascii=False) if as_json else _page(entry))
    for sentence_about in look_up.faults if as_json else hints:
        click.echo(safe(sentence_about), err=True)


def _page(entry: WordEntry) -> str:
    lines = [safe(entry.word)]
    lines += [f"  {name}: {text}" for name, text in (entry.transliterations or {}).items()]
    for analysis in entry.analyses:
        parts = [analysis.vocalised, analysis.part_of_speech, ", ".join(analysis.glosses)]
        lines.append("  " + " · ".join(safe(part) for part in parts if part))
        details = [f"lemma {analysis.lemma}"]
        details += [f"root {analysis.root}"] if analysis.root else []
        details += [*analysis.prefixes, *analysis.suffixes]
        lines.append("      " + " · ".join(safe(detail) for detail in details))
    for found in entry.entries:
        lines.append(f"  [{safe(found.dictionary)}] {safe(found.headword)}")
        lines += [f"      {safe(line)}" for line in found.text.splitlines()]
    if entry.is_empty:
        lines.append("  not found")
    return "\n".join(lines)

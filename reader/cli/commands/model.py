"""`reader model`: which Argos package translates, and how to get another."""

import json
import sys
from pathlib import Path

import click

from reader.arabic.sanitise import safe
from reader.cli.warning import warn
from reader.translation.packages import Package


@click.group("model")
def command() -> None:
    """Argos translation packages, Arabic to English."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a package.")
def list_(*, as_json: bool) -> None:
    """Show the packages there are; the arrow marks the one that translates."""
    from reader.errors import PackageError
    from reader.translation import installing, packages

    try:
        chosen = packages.choose().path
    except PackageError as error:
        chosen = None
        warn(str(error))
    own = packages.embedded()
    for package in [*packages.installed(), *([own] if own else [])]:
        if as_json:
            click.echo(json.dumps({**_facts(package), "chosen": package.path == chosen}))
        else:
            mark = "→" if package.path == chosen else " "
            size = f"{_size(package.path) / 1e6:.0f} MB"
            click.echo(
                f"{mark} {safe(package.path.name)}\t{safe(f'{package.name} {package.version}')}\t"
                f"{package.place}\t{size}"
            )
    for _, reason in installing.damaged():
        warn(reason)


@command.command("info")
@click.argument("name", required=False)
def info(name: str | None) -> None:
    """Show what is known of a package: a name, a file, or the one that translates."""
    from reader.translation import packages

    package = packages.choose(name)
    for key, value in _facts(package).items():
        click.echo(f"{key}: {safe(str(value))}")
    readme = package.path / "README.md"
    if readme.is_file():
        text = readme.read_text(encoding="utf-8", errors="replace")[:4000]
        click.echo("\n" + "\n".join(safe(line) for line in text.splitlines()))


@command.command("install")
@click.argument("what", metavar="FILE.argosmodel|ar-en")
def install(what: str) -> None:
    """Install a package file, or "ar-en": the newest of the Argos index (uses the network)."""
    from reader.translation import argos_index, installing

    if what in ("ar-en", "ar_en", "translate-ar_en"):
        with click.progressbar(length=1000, label="Downloading", file=sys.stderr) as bar:

            def progress(done: int, total: int) -> None:
                bar.update(int(1000 * done / total) - bar.pos if total else 0)

            place = argos_index.install(progress)
    else:
        place = installing.install_file(Path(what).expanduser())
    click.echo(f"Installed {safe(str(place))}", err=True)


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Delete an installed package."""
    from reader.settings.files import set_value
    from reader.translation import installing, packages

    package = packages.named(name)
    in_use = _is_set(package)
    installing.remove(package)
    click.echo(f"Removed {safe(str(package.path))}", err=True)
    if in_use:
        set_value("translation.model", '""')
        click.echo("It was the one in use: the best of the others translates from now on", err=True)


@command.command("use")
@click.argument("name")
def use(name: str) -> None:
    """Translate with this package from now on: a name, a file, a folder, or "auto"."""
    from reader.settings.files import set_value
    from reader.translation import packages

    if name == "auto":
        set_value("translation.model", '""')
        package = packages.choose()
    else:
        package = packages.named(name)
        path = Path(name).expanduser()
        value = str(path.resolve()) if path.exists() else name
        set_value("translation.model", json.dumps(value, ensure_ascii=False))
    chosen = safe(package.path.name)
    click.echo(f"{chosen} ({package.place}) translates from now on", err=True)


@command.command("convert")
@click.argument("folder", type=click.Path(readable=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--version", default="1.0", show_default=True, help="Version of the new package.")
def convert(folder: Path, out: Path, version: str) -> None:
    """Make an Argos package of an OPUS-MT, Marian or OpenNMT model, Arabic to English."""
    from reader.translation.convert import convert as convert_folder

    written = convert_folder(folder, out, version=version)
    click.echo(f"Wrote {safe(str(written))}", err=True)


def _is_set(package: Package) -> bool:
    """Tell whether the setting names this package."""
    from reader.errors import PackageError
    from reader.settings.files import read_settings
    from reader.translation import packages

    name = read_settings().translation.model
    try:
        return bool(name) and packages.named(name).path.resolve() == package.path.resolve()
    except PackageError:
        return False


def _facts(package: Package) -> dict[str, str | int]:
    return {
        "id": package.id,
        "name": package.name,
        "version": package.version,
        "from": package.from_code,
        "to": package.to_code,
        "place": package.place,
        "path": str(package.path),
        "bytes": _size(package.path),
    }


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

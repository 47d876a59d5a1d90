"""`reader config`: see and change settings."""

import json

import click


def _keys(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Return the settings that begin so, for the shell."""
    from reader.settings.model import HELP

    known = list(HELP)
    if incomplete.startswith("keys.bind."):
        from reader.tui.commands import all_commands

        known = [f"keys.bind.{command.id}" for command in all_commands()]
    return [key for key in known if key.startswith(incomplete)]


def _values(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Return the values of the setting before it that begin so, for the shell."""
    from reader.settings.allowed import choices
    from reader.settings.model import HELP

    key = ctx.params.get("key")
    return [value for value in choices(key) if value.startswith(incomplete)] if key in HELP else []


@click.group("config", short_help="See and change settings.")
def command() -> None:
    """See and change settings, and see keys."""


@command.command("path")
def path() -> None:
    """Print where the settings file is."""
    from reader.settings.files import settings_path

    click.echo(settings_path())


@command.command("init")
def init() -> None:
    """Write a settings file in which every key is explained; one that is there stays."""
    from reader.errors import SettingsError
    from reader.settings.files import commented_defaults, settings_path, write_whole

    where = settings_path()
    if where.exists():
        raise SettingsError(f"The settings {where} are already there: edit them.")
    write_whole(where, commented_defaults())
    click.echo(where)


@command.command("show")
def show() -> None:
    """Print all settings as they are in use."""
    import msgspec

    from reader.settings.files import read_settings

    for table, values in msgspec.to_builtins(read_settings()).items():
        for name, value in values.items():
            if isinstance(value, dict):
                for key, bound in value.items():
                    click.echo(f"{table}.{name}.{key} = {_toml(bound)}")
            else:
                click.echo(f"{table}.{name} = {_toml(value)}")


@command.command("get")
@click.argument("key", shell_complete=_keys)
def get(key: str) -> None:
    """Print one setting."""
    from reader.settings.files import get_value

    click.echo(_toml(get_value(key)))


@command.command("set")
@click.argument("key", shell_complete=_keys)
@click.argument("value", shell_complete=_values)
def set_(key: str, value: str) -> None:
    """Change one setting, such as: reader config set display.theme reader-light."""
    from reader.cli.choices import check_for
    from reader.settings.files import set_value

    set_value(key, value, check=check_for(key))


@command.command("keys")
def keys() -> None:
    """Print every command with its keys; own keys go under keys.bind."""
    from reader.settings.files import read_settings
    from reader.tui.registry import Registry

    registry = Registry(read_settings().keys)
    for command in registry.commands:
        bound = registry.keymap.keys[command.id]
        click.echo(f"{command.id:<32} {', '.join(bound) or '-':<24} {command.title}")
    for clash in registry.keymap.clashes:
        click.echo(f"! {clash}")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)

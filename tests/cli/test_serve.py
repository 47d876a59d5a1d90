"""`reader serve` refuses what would open the reader to others."""

from click.testing import CliRunner

from reader.cli.commands.serve import command
from reader.errors import ReaderError


def test_other_addresses_need_a_yes():
    result = CliRunner().invoke(command, ["--host", "0.0.0.0"])
    assert isinstance(result.exception, ReaderError)
    assert "--allow-network" in str(result.exception)

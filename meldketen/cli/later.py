"""A group of commands whose modules are imported when somebody uses them, so that help comes at once."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import click


class Later(click.Group):
    """A group that knows some of its commands by name and help, and fetches the one that is used.

    Args:
        later: help by name; the command is `opdracht` in the module of that name in `meldketen.cli`.
    """

    def __init__(self, *args: Any, later: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "", "subcommand_metavar": "OPDRACHT …", **kwargs})
        self._later = later or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which somebody meets them."""
        return [*super().list_commands(ctx), *self._later]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, if there is one of that name."""
        if cmd_name in self._later:
            return cast("click.Command", import_module(f"meldketen.cli.{cmd_name}").opdracht)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, without importing one for it."""
        eigen = [(naam, opdracht.get_short_help_str(80)) for naam, opdracht in sorted(self.commands.items())]
        with formatter.section("Opdrachten"):
            formatter.write_dl([*eigen, *self._later.items()])

"""Which commands there are. A command's module is imported when somebody uses it, so that help comes at once."""

from importlib import import_module
from typing import cast

import click

OPDRACHTEN = {
    "start": "De hele keten draaien: diensten, berichten en webpagina's.",
    "dienst": "Eén dienst draaien, voor meer machines.",
    "demo": "De keten laten zien met een verzonnen jaar.",
    "importeer": "Meldingen uit een CSV-bestand opnemen.",
    "exporteer": "Alle gebeurtenissen schrijven, een per regel.",
    "herbouw": "De overzichten opnieuw opbouwen uit de feiten.",
    "controleer": "Nagaan of alles klopt en compleet is.",
    "backup": "Een kopie maken, ook terwijl de keten draait.",
    "herstel": "Een kopie terugzetten in een lege map.",
    "profiel": "Een gemeenteprofiel nakijken.",
    "drempels": "Drempels uitproberen op een verleden.",
    "sleutel": "Sleutels voor andere systemen beheren.",
}


class Opdrachten(click.Group):
    """A group that knows its commands by name and fetches the one that is used."""

    subcommand_metavar = "OPDRACHT …"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which somebody meets them."""
        return list(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, if there is one of that name."""
        if cmd_name not in OPDRACHTEN:
            return None
        return cast("click.Command", import_module(f"meldketen.cli.{cmd_name}").opdracht)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing one."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(OPDRACHTEN.items()))


@click.group(
    cls=Opdrachten,
    options_metavar="",
    subcommand_metavar="OPDRACHT …",
    help="Meldketen: van melding tot overleg, maatregel, alarm en weekbeeld.",
    context_settings={"help_option_names": ["--help", "--hulp"]},
    epilog="Uitleg bij een opdracht: meldketen OPDRACHT --help",
)
@click.version_option(None, "--versie", "--version", package_name="meldketen", help="De versie.")
def opdrachten() -> None:
    """Hold the commands together."""

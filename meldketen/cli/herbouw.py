"""`meldketen herbouw`: the views again from the facts."""

import click

from meldketen.cli.balk import balk
from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.diensten import NAMEN
from meldketen.winkel import open_winkel


@click.command(
    cls=Opdracht,
    help="Bouw de overzichten opnieuw op uit de feiten. Mag terwijl de keten draait. "
    f"DIENST is {', '.join(NAMEN[:-1])} of {NAMEN[-1]}; zonder: alle.",
)
@click.argument("dienst", metavar="[DIENST]", type=click.Choice(NAMEN), required=False)
@installatie
def opdracht(keuze: Keuze, dienst: str | None) -> None:
    """Rebuild, service by service."""
    with open_winkel(keuze.instellingen, keuze.geladen(), [dienst] if dienst else NAMEN) as winkel:
        for een in winkel.diensten:
            with balk(een.naam.capitalize()) as voortgang:
                een.ledger.rebuild(voortgang)
                if een.herbouw is not None:
                    een.herbouw(voortgang)
            click.echo(f"{een.naam}: overzichten opnieuw opgebouwd.")

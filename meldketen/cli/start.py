"""`meldketen start`: the whole chain in one process."""

import click

from meldketen.cli.opdracht import ADRES, POORT, Keuze, Opdracht, installatie
from meldketen.start import KanNietStarten, start


@click.command(
    cls=Opdracht,
    help="Draai de hele keten in één proces: vier diensten, de berichtenserver en de webpagina's. "
    "Stop met Ctrl-C; er gaat niets verloren.",
)
@POORT
@ADRES
@installatie
def opdracht(keuze: Keuze) -> None:
    """Run until told to stop."""
    try:
        start(keuze.instellingen, keuze.geladen(), click.echo)
    except KanNietStarten as reden:
        raise click.ClickException(str(reden)) from reden

"""`meldketen dienst`: one service, for an installation on several machines."""

import click

from meldketen.cli.opdracht import ADRES, POORT, Keuze, Opdracht, installatie
from meldketen.diensten import NAMEN
from meldketen.start import KanNietStarten, start


@click.command(
    cls=Opdracht,
    help="Draai één dienst, voor een installatie op meer machines. De diensten vinden elkaar op een eigen NATS-server. "
    f"NAAM is {', '.join(NAMEN[:-1])} of {NAMEN[-1]}.",
)
@click.argument("naam", metavar="NAAM", type=click.Choice(NAMEN))
@POORT
@ADRES
@installatie
def opdracht(keuze: Keuze, naam: str) -> None:
    """Run until told to stop."""
    if not keuze.instellingen.nats:
        raise click.UsageError("Noem met --nats de server waarop de diensten elkaar vinden.")
    try:
        start(keuze.instellingen, keuze.geladen(), click.echo, namen=(naam,))
    except KanNietStarten as reden:
        raise click.ClickException(str(reden)) from reden

"""`meldketen herstel`: an installation from a copy."""

from pathlib import Path

import click

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.gegevensmap import AlInGebruik
from meldketen.kopie import KopieFout, zet_terug


@click.command(
    cls=Opdracht,
    help="Zet de kopie in MAP terug in de lege map van --data. Daarna: meldketen controleer, en meldketen start.",
)
@click.argument("kopie", metavar="MAP", type=click.Path(exists=True, file_okay=False, path_type=Path))
@installatie
def opdracht(keuze: Keuze, kopie: Path) -> None:
    """Put it back, and say from when it is."""
    data = keuze.instellingen.data
    try:
        manifest = zet_terug(kopie, data)
    except KopieFout as fout:
        raise click.ClickException(str(fout)) from fout
    except AlInGebruik as fout:
        raise click.ClickException(f"In de map '{data}' draait een meldketen (proces {fout}).") from fout
    click.echo(f"Teruggezet in {data}: de stand van {manifest.gemaakt_op:%d-%m-%Y %H.%M.%S} (UTC).")
    click.echo("Contactgegevens zijn pas leesbaar als ook de sleutels (sleutels.db) zijn teruggezet.")

"""`meldketen backup`: a copy of a running installation."""

from pathlib import Path

import click

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.gegevensmap import REGISTER_BIJ_GEGEVENS
from meldketen.kopie import KopieFout, maak_kopie
from meldketen.winkel import nu


@click.command(
    cls=Opdracht,
    help="Maak een kopie van alles wat vastligt, in de lege map MAP. Mag terwijl de keten draait. De sleutels van de "
    "kluizen gaan niet mee: wat gewist is, blijft gewist. Bewaar die apart. De kopie is even geheim als het systeem.",
)
@click.argument("doel", metavar="MAP", type=click.Path(file_okay=False, path_type=Path))
@installatie
def opdracht(keuze: Keuze, doel: Path) -> None:
    """Copy, and say what there is."""
    if keuze.instellingen.database:
        raise click.ClickException(
            "Met --database staan de gegevens in PostgreSQL. Maak een kopie met pg_dump: zie docs/beheer.md."
        )
    try:
        manifest = maak_kopie(keuze.instellingen.data, doel, nu().op)
    except KopieFout as fout:
        raise click.ClickException(str(fout)) from fout
    for bestand in manifest.bestanden:
        click.echo(f"{bestand.naam:<20} {bestand.feiten:>8} feiten")
    click.echo(f"Kopie gemaakt in {doel}.")
    if keuze.instellingen.register_bij_gegevens:
        click.echo(REGISTER_BIJ_GEGEVENS, err=True)

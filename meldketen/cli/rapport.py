"""`meldketen rapport`: a report in a file."""

import sys
from pathlib import Path

import click

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.diensten import NAMEN
from meldketen.winkel import bestaat, nu, open_winkel
from shared.facts import NietGevonden
from shared.settings import Settings

SOORTEN = ("week", "kwartaal", "jaar", "evaluatie", "raad", "tussentijds", "eind")
EINDEN = ("pdf", "csv", "ods", "xlsx", "json")


def _met_einde(ctx: click.Context, param: click.Parameter, pad: Path) -> Path:
    """The ending chooses the form."""
    if pad.suffix.lower().removeprefix(".") not in EINDEN:
        raise click.BadParameter(f"geef een bestand dat eindigt op .{', .'.join(EINDEN[:-1])} of .{EINDEN[-1]}")
    return pad


@click.command(
    cls=Opdracht,
    help="Schrijf een rapport. SOORT is week, kwartaal of jaar (van de peildatum), evaluatie (het eerste kwartaal na "
    "aankomst), raad (jaarverslag voor de raad), tussentijds of eind (evaluatie van het beleid, voor de raad). "
    "Het einde van BESTAND kiest de vorm: pdf, csv, ods, xlsx of json. De cijfers zijn die van de API.",
)
@click.argument("soort", metavar="SOORT", type=click.Choice(SOORTEN))
@click.option("--locatie", metavar="LOCATIE", required=True, help="Code van de locatie in het profiel.")
@click.option("--peildatum", metavar="DATUM", help="Wat toen bekend was, bijvoorbeeld 2026-11-22; zonder: nu.")
@click.option(
    "--uit",
    metavar="BESTAND",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_met_einde,
    help="Waar het rapport komt.",
)
@click.option("--gemeente", metavar="CODE", help="Gemeente, als er meer profielen zijn; bijvoorbeeld gm0637.")
@installatie
def opdracht(keuze: Keuze, soort: str, locatie: str, peildatum: str | None, uit: Path, gemeente: str | None) -> None:
    """Make it, and say where it stands."""
    # What makes papers and sheets takes a second to load: not for who made a typing error.
    from meldketen.rapporten import bijgewerkt, rapport, schrijf

    profielen = keuze.geladen()
    if sys.stderr.isatty():
        click.echo("Bezig met het rapport. Bij veel meldingen duurt dit een minuut.", err=True)
    with (
        open_winkel(keuze.instellingen, profielen, _aanwezig(keuze.instellingen)) as winkel,
        bijgewerkt(winkel) as (ledger, liep_achter),
    ):
        stuk = rapport(ledger, profielen, soort, locatie, gemeente, nu().op, peildatum)
        inhoud = stuk.bytes_als(uit.suffix.lower().removeprefix("."))
    if liep_achter:
        click.echo("De overzichten liepen achter. Dit rapport is uit de feiten zelf gemaakt.", err=True)
    for zin in stuk.let_op:
        click.echo(zin, err=True)
    try:
        schrijf(inhoud, uit)
    except OSError as fout:
        raise click.ClickException(f"'{uit}' kan niet geschreven worden. Kies een map die er is.") from fout
    click.echo(f"Geschreven: {uit}")


def _aanwezig(instellingen: Settings) -> tuple[str, ...]:
    """The services whose store is here: a machine of its own for rapportage holds no other."""
    if instellingen.database:
        return NAMEN
    if not bestaat(instellingen):
        raise NietGevonden(f"In de map '{instellingen.data}' staan geen gegevens. Kies de map met --data.")
    hier = {pad.stem for pad in instellingen.data.glob("*.db")}
    return tuple(naam for naam in NAMEN if naam in hier or naam == "rapportage")

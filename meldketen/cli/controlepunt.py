"""`meldketen controlepunt`: sign up to where the ledgers stand, and hold them to it later."""

from pathlib import Path

import click

from meldketen.cli.opdracht import Groep, Keuze, Opdracht, installatie
from meldketen.controle.controlepunt import (
    Controlepunt,
    PuntFout,
    lees,
    maak,
    stand_van,
    verschillen,
    verschillen_met_export,
)
from meldketen.controle.opslag import keten_gebreken
from meldketen.winkel import Winkel, nu, open_winkel

BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=Groep, help="Vastleggen, met een handtekening, tot waar de grootboeken staan, en dat later nagaan.")
def opdracht() -> None:
    """Hold what can be done with checkpoints together."""


@opdracht.command(
    name="maak",
    cls=Opdracht,
    help="Schrijf een ondertekend controlepunt in BESTAND. Bewaar het bij een ander, bijvoorbeeld de accountant of het "
    "archief, samen met de sleutel die u op het scherm ziet.",
)
@click.argument("bestand", metavar="BESTAND", type=click.Path(dir_okay=False, path_type=Path))
@installatie
def maak_(keuze: Keuze, bestand: Path) -> None:
    """Walk the chains, then sign."""
    with open_winkel(keuze.instellingen, keuze.geladen()) as winkel:
        _eis_hele_ketens(winkel)
        geheim = winkel.omgeving.instellingen.geheim.get_secret_value()
        punt = maak([stand_van(ledger) for ledger in winkel.ledgers], nu().op, geheim)
    try:
        with bestand.open("x", encoding="utf-8") as uit:
            uit.write(punt.model_dump_json(indent=1) + "\n")
    except FileExistsError:
        raise click.ClickException(f"'{bestand}' bestaat al. Kies een andere naam.") from None
    for stand in punt.grootboeken:
        click.echo(f"{stand.dienst}: getekend tot en met plaats {stand.plaats}.")
    click.echo(f"Geschreven: {bestand}")
    click.echo(f"Sleutel: {punt.sleutel}")


@opdracht.command(
    name="toets",
    cls=Opdracht,
    help="Ga na of een controlepunt echt is, en of de grootboeken nog bevatten wat toen is getekend. Met --export kan "
    "dat zonder de gegevens van Meldketen: alleen het bestand van meldketen exporteer is nodig. Eindigt met code 1 als "
    "er iets niet klopt.",
)
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@click.option("--sleutel", metavar="SLEUTEL", help="De sleutel waarmee het getekend moet zijn.")
@click.option("--export", "export", metavar="EXPORT", type=BESTAND, help="Het bestand van meldketen exporteer.")
@installatie
def toets(keuze: Keuze, bestand: Path, sleutel: str | None, export: Path | None) -> None:
    """Check the signature, then what was signed."""
    try:
        punt = lees(bestand.read_text(encoding="utf-8"), sleutel)
    except (PuntFout, UnicodeDecodeError) as fout:
        raise click.ClickException(str(fout) if isinstance(fout, PuntFout) else "Dit is geen tekstbestand.") from fout
    click.echo(f"De handtekening klopt: getekend op {punt.op:%Y-%m-%d %H:%M} UTC met {punt.sleutel}")
    fouten = _met_export(punt, export) if export else _met_eigen(keuze, punt)
    for gebrek in fouten:
        click.echo(f"FOUT: {gebrek}")
    click.echo("Er klopt iets niet: zie hierboven." if fouten else "Wat toen is getekend, staat er nog net zo.")
    raise SystemExit(1 if fouten else 0)


def _met_export(punt: Controlepunt, export: Path) -> list[str]:
    with export.open(encoding="utf-8") as regels:
        fouten, leeg = verschillen_met_export(punt, regels)
    for dienst in leeg:
        click.echo(f"{dienst}: niet na te gaan, staat niet in de export.")
    return fouten


def _met_eigen(keuze: Keuze, punt: Controlepunt) -> list[str]:
    with open_winkel(keuze.instellingen, keuze.geladen()) as winkel:
        _eis_hele_ketens(winkel)
        return list(verschillen(punt, {ledger.name: ledger for ledger in winkel.ledgers}))


def _eis_hele_ketens(winkel: Winkel) -> None:
    """One hash stands for all before it only in a chain that holds."""
    sqlite = not winkel.omgeving.instellingen.database
    for ledger in winkel.ledgers:
        for gebrek in keten_gebreken(ledger, sqlite=sqlite):
            raise click.ClickException(f"{ledger.name}: {gebrek}. Kijk met: meldketen controleer")

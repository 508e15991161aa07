"""`meldketen drempels`: what the thresholds would have done, and the figures that yearly norms are held against."""

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from meldketen.cli.historie import eis_bron, uit_bestand, uit_map
from meldketen.cli.opdracht import Groep, Keuze, installatie
from meldketen.winkel import nu, open_winkel
from services.escalatie.application import Piketboek
from services.escalatie.application.feestdagen import is_feestdag
from services.escalatie.application.normen import normen_van, voer_in
from services.escalatie.application.openen import Zaken
from services.escalatie.drempels.jaarnorm import TE_KORT
from services.escalatie.drempels.uitleg import verwachting_in_woorden
from services.escalatie.rooster import Plan
from services.escalatie.toets import Geschiedenis, Proef, toets
from services.escalatie.toets.bestand import schrijf
from services.escalatie.toets.cijfers import CijfersFout, Ingelezen, lees_cijfers
from services.escalatie.toets.naspelen import in_woorden, naspelen
from services.escalatie.toets.tekst import NIETS_VERSTUURD, kop, lijst, naast_elkaar, per_drempel
from shared.contracts.escalatie import Jaarverwachting
from shared.ledger import Transaction
from shared.profiel import Profiel, Profielen, laad
from shared.profiel.vaststellen import profiel_op, profielstroom
from shared.settings import Settings

BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)
UIT = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=Groep, help="Drempels uitproberen, en cijfers invoeren voor jaarnormen.")
def opdracht() -> None:
    """Hold what can be done with thresholds together."""


@opdracht.command(
    name="toets",
    help="Speel een verleden af tegen de drempels van een profiel: wanneer, wie en hoe vaak. Er wordt niets verstuurd. "
    "Geef --profiel twee keer om twee profielen naast elkaar te zien. "
    "De historie is een export (meldketen exporteer), een CSV-bestand, of de map van --data.",
)
@click.option("--historie", metavar="BESTAND", type=BESTAND, help="Export of CSV, in plaats van de map van --data.")
@click.option("--veldkaart", metavar="KAART", type=BESTAND, help="Bij een CSV: welke kolom is welk veld.")
@click.option("--locatie", metavar="LOCATIE", help="Bij een CSV: de locatie waar alles over gaat.")
@click.option("--uit", metavar="BESTAND", type=UIT, help="Schrijf een plaatje (.svg) of alle gevallen (.csv, .json).")
@click.option("--aantal", metavar="N", type=click.IntRange(0), default=20, help="Hoeveel gevallen u in beeld ziet.")
@click.option(
    "--vannacht", is_flag=True, help="Speel de laatste 24 uur van het verleden na op het rooster van de komende nacht."
)
@installatie
def toets_(
    keuze: Keuze,
    historie: Path | None,
    veldkaart: Path | None,
    locatie: str | None,
    uit: Path | None,
    aantal: int,
    vannacht: bool,
) -> None:
    """Play, and say what came of it."""
    eis_bron(historie, keuze.instellingen, data_gekozen="data" in keuze.instellingen.model_fields_set)
    profielen = [(naam, laad(naam)) for naam in keuze.profielen]
    geschiedenis = _lees(keuze.instellingen, profielen[0][1], historie, veldkaart, locatie)
    proeven = [(Path(naam).stem, toets(profiel, geschiedenis)) for naam, profiel in profielen]
    click.echo(NIETS_VERSTUURD)
    for naam, proef in proeven:
        _toon(naam, proef, aantal)
    if len(proeven) > 1:
        click.echo("\nNaast elkaar, hoe vaak er gewaarschuwd zou zijn:")
        _regels(naast_elkaar(proeven))
    if vannacht:
        for _, proef in proeven:
            plannen = _plannen(keuze.instellingen, proef.profiel, eigen=historie is None)
            _regels(in_woorden(proef, naspelen(proef, nu().op, plannen)))
    if uit:
        schrijf(uit, proeven)
        click.echo(f"\nGeschreven: {uit}")


@opdracht.command(
    name="cijfers",
    help="Voer reeksen cijfers in, voor jaarnormen en voor doelen en indicatoren. Het bestand heeft de kolommen "
    "reeks, van, tot en aantal (en bron); of reeks, jaar, waarde en eenheid (aantal, procent of cijfer). "
    "Cijfers van dezelfde dagen vervangen de vorige.",
)
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@click.option("--gemeente", metavar="CODE", help="Gemeente, als er meer profielen zijn; bijvoorbeeld gm1916.")
@installatie
def cijfers(keuze: Keuze, bestand: Path, gemeente: str | None) -> None:
    """Record the figures; say what the year is heading for."""
    profielen = keuze.geladen()
    profiel = profielen.van(gemeente) if gemeente else profielen.enige()
    if profiel is None:
        raise click.UsageError("Er zijn meer profielen. Kies er een met --gemeente, bijvoorbeeld gm1916.")
    try:
        reeksen = lees_cijfers(bestand, profiel.gemeente.naam, nu().op.astimezone(profiel.zone).date())
    except CijfersFout as fout:
        raise click.ClickException(str(fout)) from fout
    with open_winkel(keuze.instellingen, profielen, ["escalatie"], nieuw=True) as winkel:
        ledger, context = winkel.dienst("escalatie").ledger, nu()
        for ingelezen in reeksen:
            verwacht = ledger.run_sync(partial(_voer_in, profiel=profiel, ingelezen=ingelezen), context)
            click.echo(f"{ingelezen.reeks}: {ingelezen.aantal} cijfers ingevoerd.")
            for drempel in normen_van(profiel, ingelezen.reeks):
                woorden = verwachting_in_woorden(drempel.grens, verwacht[0]) if verwacht else TE_KORT
                click.echo(f"  {drempel.omschrijving}. {woorden}")


def _voer_in(tx: Transaction, *, profiel: Profiel, ingelezen: Ingelezen) -> list[Jaarverwachting]:
    wat = ingelezen
    zaken = Zaken(tx, profiel, "")
    return voer_in(zaken, wat.reeks, wat.bron, wat.perioden, eenheid=wat.eenheid, metingen=wat.metingen)


def toets_op_eigen_gegevens(instellingen: Settings, naam: str, nieuw: Profiel) -> None:
    """Show what the new profile would have done, beside the one in force: before somebody accepts it."""
    geschiedenis = uit_map(instellingen, Profielen([nieuw]))
    proeven = [(Path(naam).stem, toets(nieuw, geschiedenis))]
    if oud := _geldend(instellingen, nieuw):
        proeven.insert(0, ("geldt nu", toets(oud, geschiedenis)))
    click.echo(NIETS_VERSTUURD)
    _regels(kop(proeven[-1][1], naam))
    _regels(naast_elkaar(proeven))


def _geldend(instellingen: Settings, nieuw: Profiel) -> Profiel | None:
    """Read the profile in force from the facts: each change of it is one."""
    with open_winkel(instellingen, Profielen([nieuw]), ["escalatie"]) as winkel:
        feiten = winkel.dienst("escalatie").ledger.facts(profielstroom(nieuw.gemeente.code))
    return profiel_op([feit.fact for feit in feiten], nu().op)


def _lees(
    instellingen: Settings, profiel: Profiel, historie: Path | None, veldkaart: Path | None, locatie: str | None
) -> Geschiedenis:
    profielen = Profielen([profiel])
    if historie is None:
        return uit_map(instellingen, profielen)
    geschiedenis, over = uit_bestand(historie, profielen, veldkaart=veldkaart, locatie=locatie)
    if over:
        click.echo(f"{over} regels overgeslagen: niet te lezen, of weggelaten door de veldkaart.")
    return geschiedenis


def _toon(naam: str, proef: Proef, aantal: int) -> None:
    click.echo("")
    _regels(kop(proef, naam))
    _regels(per_drempel(proef))
    if aantal and any(vuur.waarschuwt for vuur in proef.vuren):
        click.echo("Wanneer:")
        _regels(lijst(proef, aantal))


def _plannen(instellingen: Settings, profiel: Profiel, *, eigen: bool) -> Mapping[str, Plan]:
    """The rotas of the profile; of an own installation with the changes that were made to them."""
    if not eigen:
        return {str(rooster.rol): Plan(rooster, profiel.zone, is_feestdag) for rooster in profiel.roosters}
    profielen = Profielen([profiel])
    with open_winkel(instellingen, profielen, ["escalatie"]) as winkel:
        boek = Piketboek(winkel.dienst("escalatie").ledger, profielen)
        rollen = [str(rooster.rol) for rooster in profiel.roosters]
        return {rol: asyncio.run(boek.plan(profiel, rol, nu().op)) for rol in rollen}


def _regels(regels: Iterable[str]) -> None:
    for regel in regels:
        click.echo(regel)

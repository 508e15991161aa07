"""`meldketen importeer`: somebody's file into intake."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Never

import click
from tqdm import tqdm

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.winkel import Winkel, nu, open_winkel
from services.intake.invoer import (
    BestandFout,
    Formaat,
    Invoer,
    Uitslag,
    Veldkaart,
    VeldkaartFout,
    importeer,
    laad_veldkaart,
    signalen_kaart,
    tel_regels,
)
from services.intake.invoer.afgewezen import afgewezen_pad
from services.intake.main import maak_intakedienst
from shared.profiel import Profielen
from shared.profiel.vaststellen import stel_vast

BALK = "{desc} {percentage:3.0f}% |{bar}| {n_fmt} van {total_fmt} regels, nog {remaining}"
BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    cls=Opdracht,
    help="Neem meldingen op uit een CSV-bestand, een werkblad (.xlsx, .ods) of een uitvoer van Signalen. "
    "Een tweede keer hetzelfde bestand voegt niets toe. "
    "Wat niet klopt, komt met regel en reden in een bestand in de map met gegevens.",
)
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@click.option("--veldkaart", metavar="KAART", type=BESTAND, help="TOML-bestand: welke kolom is welk veld.")
@click.option(
    "--formaat",
    type=click.Choice(["eigen", "signalen"]),
    metavar="FORMAAT",
    default="eigen",
    help="'signalen': JSON of CSV zoals Signalen die uitvoert. Anders een CSV, .xlsx of .ods.",
)
@click.option("--locatie", metavar="LOCATIE", help="Locatie uit het profiel waar alle meldingen over gaan.")
@click.option("--gemeente", metavar="CODE", help="Gemeente, als er meer profielen zijn; bijvoorbeeld gm0637.")
@click.option("--historisch", is_flag=True, help="Telt mee in cijfers, maar komt op geen agenda en geeft geen alarm.")
@click.option("--droog", is_flag=True, help="Zeg alleen wat er zou gebeuren.")
@click.option(
    "--afgewezen", metavar="PAD", type=click.Path(dir_okay=False, path_type=Path), help="Bestand voor de weigeringen."
)
@installatie
def opdracht(
    keuze: Keuze,
    bestand: Path,
    veldkaart: Path | None,
    formaat: Formaat,
    locatie: str | None,
    gemeente: str | None,
    historisch: bool,
    droog: bool,
    afgewezen: Path | None,
) -> None:
    """Import, and say how many lines went where."""
    profielen = keuze.geladen()
    _eis_locatie(locatie, profielen)
    try:
        invoer = Invoer(
            bestand=bestand,
            kaart=_kaart(veldkaart, formaat, profielen),
            formaat=formaat,
            locatie=locatie,
            gemeente=gemeente,
            historisch=historisch,
            droog=droog,
            afgewezen=afgewezen or afgewezen_pad(keuze.instellingen.data, bestand, nu().op),
        )
        with open_winkel(keuze.instellingen, profielen, ["intake"], nieuw=True) as winkel:
            uitslag = _neem_op(winkel, invoer)
    except (BestandFout, VeldkaartFout) as fout:
        raise click.ClickException(str(fout)) from fout
    for regel in _samenvatting(uitslag, droog=droog):
        click.echo(regel)


def _kaart(pad: Path | None, formaat: Formaat, profielen: Profielen) -> Veldkaart | None:
    """Give the veldkaart of the municipality, or for Signalen the one that comes along."""
    if pad is not None:
        return laad_veldkaart(pad)
    plaatsen = [keuze.code for profiel in profielen.alle() for keuze in profiel.meldingen.plaatsen]
    return signalen_kaart(plaatsen) if formaat == "signalen" else None


def _eis_locatie(locatie: str | None, profielen: Profielen) -> None:
    codes = sorted({plek.code for profiel in profielen.alle() for plek in profiel.locaties})
    if locatie is not None and locatie not in codes:
        raise click.ClickException(f"--locatie: '{locatie}' staat niet in het profiel. Kies uit: {', '.join(codes)}.")


def _neem_op(winkel: Winkel, invoer: Invoer) -> Uitslag:
    omgeving, ledger = winkel.omgeving, winkel.dienst("intake").ledger
    dienst = maak_intakedienst(omgeving)
    ledger.run_sync(lambda tx: stel_vast(tx, omgeving.profielen), nu())
    with _voortgang(invoer.bestand) as gedaan:
        return asyncio.run(importeer(invoer, dienst, ledger, omgeving.klok, gedaan))


@contextmanager
def _voortgang(bestand: Path) -> Iterator[Callable[[int], None]]:
    """Show how far it is, to a person at a terminal only."""
    balk: tqdm[Never] = tqdm(total=tel_regels(bestand), desc="Opnemen", bar_format=BALK, disable=None, leave=False)
    with balk:

        def gedaan(aantal: int) -> None:
            balk.update(aantal)

        yield gedaan


def _samenvatting(uitslag: Uitslag, *, droog: bool) -> Iterator[str]:
    if droog:
        yield "Proef: er is niets opgeslagen."
    yield f"{uitslag.regels:>8} regels gelezen"
    yield f"{uitslag.aangenomen:>8} aangenomen"
    yield f"{uitslag.bekend:>8} al bekend"
    yield f"{uitslag.weggelaten:>8} weggelaten door [alleen] in de veldkaart"
    yield f"{uitslag.geweigerd:>8} geweigerd" + (f": zie {uitslag.afgewezen}" if uitslag.afgewezen else "")
    if uitslag.twee_keer:
        yield f"{uitslag.twee_keer:>8} in het uur dat twee keer voorkomt; genomen is de eerste keer"

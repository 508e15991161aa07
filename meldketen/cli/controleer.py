"""`meldketen controleer`: prove that nothing was changed or lost, or name the first broken link."""

import asyncio

import click

from meldketen.cli.opdracht import Keuze, Opdracht, installatie
from meldketen.controle.bus import Busstand, bus_gebreken, lees_bus
from meldketen.controle.herstel import vul_aan
from meldketen.controle.opslag import dienst_gebreken, keten_gebreken, register_gebreken
from meldketen.controle.verbinding import verbonden
from meldketen.winkel import Winkel, open_winkel
from shared.ledger import Ledger


@click.command(
    cls=Opdracht,
    help="Controleer of er niets veranderd of verdwenen is: de ketens, de overzichten en de bus. "
    "Mag terwijl de keten draait. Eindigt met code 1 als er iets niet klopt.",
)
@click.option("--herstel", is_flag=True, help="Publiceer opnieuw wat op de bus ontbreekt.")
@installatie
def opdracht(keuze: Keuze, herstel: bool) -> None:
    """Check the stores, then the bus; exit code 1 when anything is wrong."""
    with open_winkel(keuze.instellingen, keuze.geladen()) as winkel:
        heel = _ketens(winkel)
        diensten = [_dienst(winkel, naam, heel) for naam in heel if naam in winkel.namen]
        audit = ("audit" not in heel or _audit(winkel)) & _register(winkel, heel)
        bus = asyncio.run(_bus(winkel, heel, herstel=herstel))
        goed = len(heel) == len(winkel.ledgers) and all(diensten) and audit and bus
    click.echo("Alles klopt." if goed else "Er klopt iets niet: zie hierboven.")
    raise SystemExit(0 if goed else 1)


def _ketens(winkel: Winkel) -> dict[str, Ledger]:
    """Check every chain and file; give the ledgers that are sound."""
    sqlite = not winkel.omgeving.instellingen.database
    return {
        ledger.name: ledger
        for ledger in winkel.ledgers
        if _zeg(
            ledger.name,
            keten_gebreken(ledger, sqlite=sqlite),
            _keten(ledger.last_place()),
        )
    }


def _keten(feiten: int) -> str:
    return f"keten van {feiten} {'feit' if feiten == 1 else 'feiten'} klopt"


def _dienst(winkel: Winkel, naam: str, heel: dict[str, Ledger]) -> bool:
    dienst = winkel.dienst(naam)
    return _zeg(naam, list(dienst_gebreken(dienst, heel)), "overzichten en verwerkte plaatsen kloppen")


def _audit(winkel: Winkel) -> bool:
    return _zeg("audit", list(winkel.omgeving.toegang.audit.gebreken()), "regels zijn zoals ze zijn vastgelegd")


def _register(winkel: Winkel, heel: dict[str, Ledger]) -> bool:
    pad = winkel.omgeving.instellingen.wisbestand
    ledgers = [heel[naam] for naam in winkel.namen if naam in heel]
    return _zeg("wisregister", register_gebreken(pad, ledgers), f"elke wissing staat in {pad}")


async def _bus(winkel: Winkel, heel: dict[str, Ledger], *, herstel: bool) -> bool:
    ledgers = {naam: ledger for naam, ledger in heel.items() if naam in winkel.namen}
    doelen = {naam: ledger.last_place() for naam, ledger in ledgers.items()}
    async with verbonden(winkel.omgeving.instellingen, maak=herstel) as nc:
        stand = await lees_bus(nc, doelen) if nc else Busstand()
        if herstel and nc and (stand.gat or any(stand.plaats(naam) < doel for naam, doel in doelen.items())):
            click.echo("bus: vul aan uit de grootboeken…")
            oin = winkel.omgeving.profielen.alle()[0].gemeente.oin
            geweigerd = await vul_aan(nc, winkel.diensten, oin=oin, leeg_eerst=stand.gat)
            _zeg("bus", geweigerd, "aangevuld")
            stand = await lees_bus(nc, doelen)
    wacht = sum(max(0, doel - stand.plaats(naam)) for naam, doel in doelen.items())
    samen = sum(positie.place for positie in stand.posities.values())
    goed = f"{samen} gebeurtenissen, gelijk aan de grootboeken" + (f"; {wacht} wachten op publicatie" if wacht else "")
    return _zeg("bus", bus_gebreken(stand, ledgers, winkel.verwerkt()), goed)


def _zeg(wat: str, gebreken: list[str], goed: str) -> bool:
    for gebrek in gebreken:
        click.echo(f"{wat}: FOUT: {gebrek}")
    if not gebreken:
        click.echo(f"{wat}: {goed}.")
    return not gebreken

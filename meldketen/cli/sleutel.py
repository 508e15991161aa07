"""`meldketen sleutel`: keys with which other systems get in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import click

from meldketen.cli.auditregel import noem
from meldketen.cli.opdracht import Groep, Keuze, installatie
from meldketen.cli.sleutel_coa import coa, coa_sleutels, regel
from shared.klok import echte_klok
from shared.profiel import Rol
from shared.web.audit.regel import gegeven
from shared.web.toegang import Sleutel, Toegang, open_toegang

GROEP = {"groep": "Codes voor groepen winkeliers: maken, bekijken en intrekken."}


@click.group(cls=Groep, later=GROEP, help="Sleutels voor andere systemen beheren.")
def opdracht() -> None:
    """Hold what can be done with keys together."""


@opdracht.command(
    help="Maak een sleutel. Alleen de sleutel zelf staat op de uitvoer; hij is daarna niet meer op te vragen."
)
@click.option(
    "--rol",
    type=click.Choice([str(rol) for rol in Rol]),
    metavar="ROL",
    required=True,
    help=f"Wat de sleutel mag: {', '.join(Rol)}.",
)
@click.option("--naam", metavar="NAAM", required=True, help="Waarvoor de sleutel is. Geen naam van een mens.")
@click.option("--locatie", metavar="LOCATIE", help="Alleen voor deze locatie.")
@click.option("--gemeente", metavar="CODE", help="Alleen voor deze gemeente, bijvoorbeeld gm0637.")
@click.option(
    "--geldig-tot",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="De sleutel stopt op deze dag om 0.00 uur (UTC): JJJJ-MM-DD.",
)
@click.option("--alleen-lezen", is_flag=True, help="De sleutel leest wat de rol mag lezen, en verandert niets.")
@installatie
def maak(keuze: Keuze, rol: str, naam: str, geldig_tot: datetime | None, **bereik: Any) -> None:
    """Print the key alone, so that it can go straight into a file or a variable."""
    tot = geldig_tot.replace(tzinfo=UTC) if geldig_tot else None
    with _toegang(keuze) as toegang:
        sleutel = toegang.maak_sleutel(Rol(rol), label=naam, geldig_tot=tot, **bereik)
        noem(gegeven(rol, bereik["gemeente"], bereik["locatie"], toegang.sleutel_id(sleutel)))
        click.echo(sleutel)


@opdracht.command(help="Toon welke sleutels er zijn. De sleutels zelf zijn niet te zien.")
@installatie
def lijst(keuze: Keuze) -> None:
    """Print a line per key: its id, role, state, reach and label."""
    with _toegang(keuze) as toegang:
        sleutels = toegang.sleutels()
    for sleutel in sleutels:
        click.echo(f"{sleutel.id}  {sleutel.rol:<14} {_staat(sleutel):<22} {_waar(sleutel):<22} {_wat(sleutel)}")
    van_coa = coa_sleutels(keuze).lijst()
    for een in van_coa:
        click.echo(regel(een))
    if not sleutels and not van_coa:
        click.echo("Er zijn geen sleutels.", err=True)


@opdracht.command("trek-in", help="Trek een sleutel in. SLEUTEL is het nummer vooraan in 'meldketen sleutel lijst'.")
@click.argument("sleutel", metavar="SLEUTEL")
@installatie
def trek_in(keuze: Keuze, sleutel: str) -> None:
    """Withdraw a key, or the credentials of a COA location."""
    if not coa_sleutels(keuze).trek_in(sleutel, op=echte_klok()):
        with _toegang(keuze) as toegang:
            toegang.trek_in(sleutel)
            een = next(een for een in toegang.sleutels() if een.id == sleutel)
            noem(gegeven(een.rol, een.gemeente, een.locatie, een.id))
    click.echo(f"Sleutel {sleutel} is ingetrokken en werkt binnen vijf seconden niet meer.")


opdracht.add_command(coa)


@contextmanager
def _toegang(keuze: Keuze) -> Iterator[Toegang]:
    toegang = open_toegang(keuze.instellingen.opslag, echte_klok)
    try:
        yield toegang
    finally:
        toegang.close()


def _staat(sleutel: Sleutel) -> str:
    if sleutel.ingetrokken_op:
        return f"ingetrokken {sleutel.ingetrokken_op:%Y-%m-%d}"
    return f"geldig tot {sleutel.geldig_tot:%Y-%m-%d}" if sleutel.geldig_tot else "geldig"


def _waar(sleutel: Sleutel) -> str:
    return sleutel.locatie or sleutel.gemeente or "overal"


def _wat(sleutel: Sleutel) -> str:
    return f"{sleutel.label} (alleen lezen)" if sleutel.alleen_lezen else sleutel.label

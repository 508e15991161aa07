"""Who guesses the number of something elsewhere learns nothing and changes nothing: not even that it exists."""

import re
from dataclasses import dataclass
from uuid import uuid4

import pytest

from shared.web.toegang import ACTIES, OPENBAAR
from tests.toegang.asgi import Antwoord
from tests.toegang.huis import PUBLIEK, ROLLEN, VREEMD, Huis
from tests.toegang.invulling import lichaam

pytestmark = pytest.mark.asyncio(loop_scope="module")
NUMMER = re.compile(r"{(\w+_id|betrokkene)}")


@dataclass(frozen=True)
class Elders:
    """Where somebody belongs who has no business with what stands in the house."""

    naam: str
    locatie: str | None
    gemeente: str | None


PLEKKEN = (Elders("andere gemeente", None, VREEMD), Elders("andere locatie", "zoetermeer", None))


def _wegen(huis: Huis, rol: str) -> list[tuple[str, str]]:
    """Every way in for this role that carries a number."""
    return [
        (methode, weg)
        for methode, weg, actie in huis.wegen
        if actie and NUMMER.search(weg) and ACTIES[actie] is not OPENBAAR and rol in ACTIES[actie]
    ]


async def _klop(huis: Huis, rol: str, plek: Elders, weg: tuple[str, str], ids: dict[str, str]) -> Antwoord:
    locatie = "koggenland" if rol == "coa" and plek.gemeente else plek.locatie
    wie = await huis.bezoeker(rol, locatie, plek.gemeente)
    methode, pad = weg
    inhoud = lichaam(huis, methode, pad) if "/v1/" in pad and methode == "POST" else {}
    return await huis.ga(wie, methode, huis.pad(pad, ids), inhoud)


def _gelijk(antwoord: Antwoord, ids: dict[str, str]) -> tuple[int, str]:
    """What an answer tells, without the numbers that were sent and what differs in every answer."""
    tekst = re.sub(r"[0-9a-f]{32}|\d{4}-\d\d-\d\dT[0-9:.]+Z?", "", antwoord.tekst)
    for nummer in ids.values():
        tekst = tekst.replace(nummer, "")
    return antwoord.status, tekst


@pytest.mark.parametrize("plek", PLEKKEN, ids=lambda plek: plek.naam)
@pytest.mark.parametrize("rol", [rol for rol in ROLLEN if rol != PUBLIEK])
async def test_een_nummer_van_elders_opent_niets(huis: Huis, rol: str, plek: Elders) -> None:
    """A number of elsewhere is refused, or answered as one that nobody ever gave; and no service records anything."""
    fouten = []
    for weg in _wegen(huis, rol):
        bestaand = {naam: huis.weet[naam] for naam in NUMMER.findall(weg[1])}
        verzonnen = {naam: str(uuid4()) for naam in bestaand}
        voor = huis.plaatsen()
        antwoord = await _klop(huis, rol, plek, weg, bestaand)
        if huis.plaatsen() != voor:
            fouten.append(f"{weg}: legt iets vast ({antwoord.status})")
        elif antwoord.status == 403:
            continue
        elif _gelijk(antwoord, bestaand) != _gelijk(await _klop(huis, rol, plek, weg, verzonnen), verzonnen):
            fouten.append(f"{weg}: {antwoord.status} zegt dat het bestaat")
        elif antwoord.status == 400 and "Niet gevonden" not in antwoord.tekst:
            fouten.append(f"{weg}: komt niet tot de vraag van wie het is: {antwoord.tekst[:300]}")
    assert not fouten, "\n".join(fouten)


@pytest.mark.parametrize("plek", PLEKKEN, ids=lambda plek: plek.naam)
@pytest.mark.parametrize("rol", [rol for rol in ROLLEN if rol != PUBLIEK])
async def test_geen_lijst_noemt_iets_van_elders(huis: Huis, rol: str, plek: Elders) -> None:
    """No list, picture or file names what stands elsewhere."""
    nummers = {naam: nummer for naam, nummer in huis.weet.items() if NUMMER.match(f"{{{naam}}}")}
    locatie = "koggenland" if rol == "coa" and plek.gemeente else plek.locatie
    wie = await huis.bezoeker(rol, locatie, plek.gemeente)
    gezien = []
    for methode, weg, actie in huis.wegen:
        if methode == "GET" and actie and "{" not in weg and (ACTIES[actie] is OPENBAAR or rol in ACTIES[actie]):
            tekst = (await huis.ga(wie, methode, weg)).tekst
            gezien += [f"{weg} noemt {naam}" for naam, nummer in nummers.items() if nummer in tekst]
    assert not gezien, "\n".join(gezien)

"""Hostile text in every field of every operation and every form: nothing falls over, and nobody's browser runs it."""

import csv
import io
import re
from urllib.parse import urlencode

import pytest

from shared.web.toegang import ACTIES, OPENBAAR
from tests.toegang.asgi import Antwoord
from tests.toegang.bladzij import MERK, Bladzij, Formulier
from tests.toegang.huis import EIGEN, PUBLIEK, ROLLEN, Bezoeker, Huis
from tests.toegang.vijandig import MARKUP, SOM, TEKSTEN, lichamen

pytestmark = pytest.mark.asyncio(loop_scope="module")
REKENT = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet runs; not taken from what writes the files."""
NUMMER = re.compile(r"[0-9a-f]{8}[0-9a-f-]{28}|\?.*")
SCHRIJVERS = ("communicatie", "coa", "oov", "meldpunt")
"""Who sees most of what others typed: they go first, for each page is looked at once."""
WEG = ("/afmelden", "/aanmelden")
"""What ends the session that the others need."""


def _wie_mag(actie: str) -> str:
    toegelaten = ACTIES[actie]
    return PUBLIEK if toegelaten is OPENBAAR else next(rol for rol in ROLLEN if rol in toegelaten)


def _fout(waar: str, antwoord: Antwoord) -> list[str]:
    """Say what is wrong with an answer."""
    fouten = [f"{waar}: {antwoord.status} {antwoord.tekst[:200]}"] if antwoord.status >= 500 else []
    fouten += [f"{waar}: rekent het uit"] if SOM in antwoord.tekst else []
    if antwoord.headers.get("content-type", "").startswith("text/html"):
        fouten += [f"{waar}: {los[:200]}" for los in Bladzij(antwoord.tekst).ingebroken]
    if any(MERK in koekje for koekje in antwoord.cookies):
        fouten.append(f"{waar}: zet een cookie")
    return fouten


@pytest.mark.parametrize("soort", TEKSTEN)
async def test_elke_operatie_weert_het(huis: Huis, soort: str) -> None:
    """In each field of each body, and in all at once."""
    fouten, aantal = await _gooi(huis, soort)
    assert not fouten, "\n".join(fouten[:40])
    assert aantal > 150


async def _gooi(huis: Huis, soort: str) -> tuple[list[str], int]:
    fouten: list[str] = []
    aantal = 0
    for methode, weg, actie in huis.wegen:
        if methode != "POST" or "/v1/" not in weg:
            continue
        wie = await huis.bezoeker(_wie_mag(actie))
        for inhoud in lichamen(huis, methode, weg, TEKSTEN[soort]):
            aantal += 1
            fouten += _fout(f"{weg} {sorted(inhoud)}", await huis.ga(wie, methode, huis.pad(weg), inhoud))
    return fouten, aantal


async def _formulieren(huis: Huis, rol: str) -> dict[tuple[str, ...], Formulier]:
    """Every form that a role meets on any page, once for each action and set of fields."""
    gevonden: dict[tuple[str, ...], Formulier] = {}
    for pad in _paginas(huis, rol):
        antwoord = await huis.ga(await huis.bezoeker(rol), "GET", pad)
        leesbaar = antwoord.status == 200 and antwoord.headers.get("content-type", "").startswith("text/html")
        for formulier in Bladzij(antwoord.tekst).formulieren if leesbaar else ():
            formulier.doel = formulier.doel or pad
            if not formulier.doel.startswith(WEG):
                gevonden.setdefault((re.sub(r"[0-9a-f-]{36}", "", formulier.doel), *formulier.getypt), formulier)
    return gevonden


def _paginas(huis: Huis, rol: str) -> list[str]:
    return [
        huis.pad(weg)
        for methode, weg, actie in huis.wegen
        if methode == "GET" and actie and "/v1/" not in weg and (ACTIES[actie] is OPENBAAR or rol in ACTIES[actie])
    ]


def _query(velden: dict[str, str]) -> str:
    return urlencode(velden, errors="surrogatepass")


async def _verstuur(huis: Huis, rol: str, formulier: Formulier, tekst: str) -> Antwoord:
    velden = {**formulier.waarden, **dict.fromkeys(formulier.getypt, tekst)}
    velden.pop("csrf", None)
    pad = formulier.doel.partition("#")[0]
    if formulier.methode == "GET":
        return await huis.ga(await huis.bezoeker(rol), "GET", f"{pad.partition('?')[0]}?{_query(velden)}")
    return await huis.ga(await huis.bezoeker(rol), "POST", pad, velden)


async def test_elk_formulier_weert_het(huis: Huis) -> None:
    """What was typed comes back as text; and as what was chosen: a list can be sent with anything in it."""
    gehad: set[tuple[str, ...]] = set()
    fouten: list[str] = []
    for rol in ROLLEN:
        formulieren = await _formulieren(huis, rol)
        for soort in formulieren.keys() - gehad:
            fouten += await _bestook(huis, rol, formulieren[soort])
        gehad |= formulieren.keys()
    assert not fouten, "\n".join(fouten[:40])
    assert len(gehad) >= 30


async def _bestook(huis: Huis, rol: str, formulier: Formulier) -> list[str]:
    """Send every text in all its fields, and one in what it has to choose from as well."""
    fouten: list[str] = []
    for soort, tekst in TEKSTEN.items():
        fouten += _fout(f"{formulier.doel} {soort}", await _verstuur(huis, rol, formulier, tekst))
    alles = Formulier(formulier.doel, formulier.methode, {}, [*formulier.waarden, *formulier.getypt])
    return fouten + _fout(f"{formulier.doel} alles", await _verstuur(huis, rol, alles, MARKUP))


async def test_wat_bewaard_is_blijft_tekst(huis: Huis) -> None:
    """Every page of every role and what it links to, after all of that: shown as text, and nothing of it is markup."""
    await _gooi(huis, "opmaak")
    await huis.vertel()
    getoond: set[str] = set()
    gezien: set[str] = set()
    for rol in sorted(ROLLEN, key=SCHRIJVERS.__contains__, reverse=True):
        wie, paden = await huis.bezoeker(rol), _paginas(huis, rol)
        for pad in paden:  # grows
            if (soort := NUMMER.sub("", pad)) not in gezien:
                gezien.add(soort)
                paden += await _bekijk(huis, wie, pad, getoond)
    assert getoond


async def _bekijk(huis: Huis, wie: Bezoeker, pad: str, getoond: set[str]) -> list[str]:
    """Look at a page, note whether it shows the text, and give where it leads."""
    antwoord = await huis.ga(wie, "GET", pad)
    assert not (fouten := _fout(pad, antwoord) if pad != "/gereed" else []), fouten
    if MERK in antwoord.tekst:
        getoond.add(f"{wie.rol} {NUMMER.sub('', pad)}")
    html = antwoord.headers.get("content-type", "").startswith("text/html")
    links = [link.partition("#")[0] for link in Bladzij(antwoord.tekst).links] if html else []
    return [link for link in links if link[:1] == "/" and not link.startswith(WEG)]


async def test_geen_bestand_rekent(huis: Huis) -> None:
    """No cell of a file begins as a formula, and every file can be made, whatever character stands in a text."""
    afspraak = {"wat": TEKSTEN["formule"] + "\x1b", "wie": "politie", "uiterlijk": "2099-02-12", "gemeente": EIGEN}
    await huis.doe("oov", "/overleg/v1/afspraken", {**afspraak, "agendapuntId": huis.weet["punt_id"]})
    fouten: list[str] = []
    gezien = False
    for methode, weg, actie in huis.wegen:
        if methode != "GET" or not actie:
            continue
        wie, teken = await huis.bezoeker(_wie_mag(actie)), "&" if "?" in weg else "?"
        antwoord = await huis.ga(wie, "GET", f"{huis.pad(weg)}{teken}formaat=csv")
        if antwoord.headers.get("content-type", "").startswith("text/csv"):
            for rij in csv.reader(io.StringIO(antwoord.tekst)):
                fouten += [f"{weg}: {cel[:80]}" for cel in rij if cel.lstrip("\ufeff").startswith(REKENT)]
            gezien |= "HYPERLINK" in antwoord.tekst
            anders = await huis.ga(wie, "GET", f"{huis.pad(weg)}{teken}formaat=ods")
            fouten += [f"{weg} als ODS: {anders.status}"] if anders.status >= 500 else []
    assert not fouten, "\n".join(fouten)
    assert gezien

"""Who tries: the figures of another place, cells that a spreadsheet would run, odd questions, what was erased."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from fastapi.routing import APIRoute

from services.rapportage import api, paginas
from services.rapportage.application import op
from shared.contracts.elk import GegevensVernietigd
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from shared.web import ACTIES, OPENBAAR, Toegang
from shared.werkblad.blad import FORMULE
from tests.rapportage.deur import Deur, Standen, open_deur
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, neem, nr
from tests.rapportage.verhaal import NU, verhaal
from tests.web import bezoeker

UUR = timedelta(hours=1)
HIER = {"locatie": LOCATIE, "gemeente": GEMEENTE}
API = "/rapportage/v1"


@pytest.fixture
def profielen() -> Profielen:
    """Two municipalities on one installation."""
    return Profielen([laad("zoetermeer"), laad("leidschendam-voorburg")])


def wegen(ledger: Ledger, profielen: Profielen) -> Iterator[tuple[str, APIRoute]]:
    """Every question that not everybody may ask, with its address; the doorbell never ends, and is of no place."""
    toepassing = op(ledger, profielen)
    deuren = (API, api.router(toepassing, lambda: NU)), ("", paginas.router(toepassing, lambda: NU, Standen()))
    for voor, router in deuren:
        for route in router.routes:
            actie = getattr(getattr(route, "endpoint", None), "__actie__", "")
            if (
                not isinstance(route, APIRoute)
                or "GET" not in (route.methods or ())
                or route.path == "/rapportage/stroom"
            ):
                continue
            if ACTIES[actie] is not OPENBAAR and Rol.OOV in ACTIES[actie]:
                yield voor + route.path.replace("{melding_id}", str(nr("m1"))), route


def gebonden(deur: Deur, gemeente: str, locatie: str | None = None) -> httpx.AsyncClient:
    """Who works for one municipality, or on one location."""
    sleutel = deur.toegang.maak_sleutel(Rol.OOV, label="test", gemeente=gemeente, locatie=locatie)
    return bezoeker(deur.app, Authorization=f"Bearer {sleutel}")


@pytest.mark.parametrize("aan", [{"gemeente": "gm1916"}, {"locatie": "zoetermeer", "gemeente": GEMEENTE}])
async def test_geen_vraag_toont_iets_van_een_andere_plek(
    deur: Deur, ledger: Ledger, profielen: Profielen, aan: dict[str, str]
) -> None:
    """Every page, file and answer, asked by name for a place that is not theirs; and none of them by mistake."""
    naam = op(ledger, profielen).dienst.plek(LOCATIE).locatie.naam
    gemist = []
    for pad, route in wegen(ledger, profielen):
        namen = {veld.alias for veld in route.dependant.query_params} | {"locatie"}
        plek = {"gemeente": GEMEENTE} if "gemeente" in namen and "/indicatoren" in pad else HIER
        if pad.startswith("/rapportage") and not pad.startswith(API):
            plek = {**plek, "locatie": f"{GEMEENTE}/{LOCATIE}"}
        soort = {"soort": "kwartaal"} if "/verslag" in pad else {}
        async with gebonden(deur, **aan) as client:
            uit = await client.get(pad, params={**plek, **soort, "kwartaal": "2026-K3", "formaat": "json"})
        eigen = ("indicatoren" in pad and aan["gemeente"] == GEMEENTE) or pad.endswith("/publiceren")
        if (uit.status_code == 200 and not eigen) or naam in uit.text:
            gemist.append((pad, uit.status_code, uit.text[:200]))
    assert not gemist


async def test_wie_van_een_gemeente_is_publiceert_niet_voor_een_andere(deur: Deur, ledger: Ledger) -> None:
    """It could never be taken back."""
    voor = ledger.read(0, 100)
    async with gebonden(deur, gemeente="gm1916") as client:
        nee = await client.post(f"{API}/open-data/_publiceer", json={**HIER, "kwartaal": "2026-K3"})
        na = await client.get(f"{API}/open-data/_reken-na", params={**HIER, "kwartaal": "2026-K3"})
    assert (nee.status_code, na.status_code, ledger.read(0, 100)) == (403, 403, voor)


BOOS = ('=HYPERLINK("http://x")', "+31", "-2+3", "@SUM(A1)", " =1+1", "\t=1", "＝1")


@pytest.mark.parametrize("rapport", ["weekbeelden", "doorlooptijden", "kwaliteit", "evaluaties", "verslagen"])
async def test_geen_cel_van_een_bestand_is_een_formule(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten, rapport: str
) -> None:
    """Codes that came from outside are text in every kind of file, also where they begin like a formula."""
    for n, boos in enumerate(BOOS):
        keten.meld(f"m{n}", DINSDAG, thema=boos, kanaal=boos, plaats=boos, gebied=boos)
        keten.leg_op(f"g{n}", op=DINSDAG, soort=boos, regel=boos)
        keten.zet_door(f"m{n}", boos, op=DINSDAG, bezorgd=DINSDAG + UUR, uiterlijk=DINSDAG + UUR)
    neem(ledger, *keten.events)
    vraag: dict[str, Any] = {**HIER, "soort": "kwartaal"} if rapport == "verslagen" else HIER
    async with open_deur(ledger, profielen, toegang, DINSDAG + 2 * UUR).sleutel(Rol.OOV) as client:
        bestand = {
            vorm: await client.get(f"{API}/{rapport}", params={**vraag, "formaat": vorm})
            for vorm in ("csv", "xlsx", "ods")
        }
    cellen = [cel for rij in csv.reader(StringIO(bestand["csv"].text)) for cel in rij]
    assert not [cel for cel in cellen if cel.lstrip().startswith(FORMULE) and not _getal(cel)]
    assert "HYPERLINK" in bestand["csv"].text or rapport == "doorlooptijden"
    with ZipFile(BytesIO(bestand["xlsx"].content)) as boek:
        assert b"<f>" not in boek.read("xl/worksheets/sheet1.xml")
    with ZipFile(BytesIO(bestand["ods"].content)) as boek:
        assert b"table:formula" not in boek.read("content.xml")


def _getal(cel: str) -> bool:
    try:
        float(cel)
    except ValueError:
        return False
    return True


VREEMD = (
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "2026-13-45",
    "2026-W54",
    "2026-K9",
    "-1",
    "x" * 5000,
    "\u0662\u0660\u0662\u0666",
    "\x00",
)
VELDEN = {"locatie", "gemeente", "peildatum", "week", "eerder", "van", "periode", "jaar", "gebied", "formaat"}


async def test_een_vreemde_vraag_krijgt_een_net_antwoord(deur: Deur, ledger: Ledger, profielen: Profielen) -> None:
    """Dates at the end of time, other digits, nothing readable, far too much: never an error of ours."""
    stuk = []
    async with deur.sleutel(Rol.OOV) as client:
        vragen = [(pad, veld) for pad, route in wegen(ledger, profielen) for veld in sorted(VELDEN & _velden(route))]
        for pad, veld in vragen:
            for waarde in VREEMD if pad.startswith(API) else ():
                uit = await client.get(pad, params={**HIER, "soort": "jaar", veld: waarde})
                if uit.status_code not in (400, 404) or "json" not in uit.headers["content-type"]:
                    stuk.append((pad, veld, waarde[:40], uit.status_code, uit.text[:80]))
    assert len(vragen) > 30
    assert not stuk


def _velden(route: APIRoute) -> set[str]:
    namen = {param.alias for param in route.dependant.query_params}
    for param in route.dependant.query_params:
        namen |= set(getattr(param.field_info.annotation, "model_fields", {}))
    return namen


ZONDER_PEILDATUM = {"/beheer", "/open-data/publiceren", f"{API}/open-data/_reken-na"}
"""What is of now alone, or of the moment of publishing."""


async def test_elke_pagina_en_elk_antwoord_neemt_een_peildatum_en_toont_die(
    deur: Deur, ledger: Ledger, profielen: Profielen
) -> None:
    """Also in the form, so that it can be changed; of papers that they take one."""
    gemist = []
    client = await deur.sessie(Rol.OOV)
    for pad, route in wegen(ledger, profielen):
        if pad in ZONDER_PEILDATUM:
            continue
        soort = {"soort": "kwartaal"} if "/verslag" in pad else {}
        plek = {"gemeente": GEMEENTE} if "indicatoren" in pad else HIER if pad.startswith(API) else {}
        if "peildatum" not in _velden(route):
            gemist.append((pad, 0))
        elif not pad.endswith(".pdf"):
            uit = await client.get(pad, params={**plek, **soort, "peildatum": "2026-11-18"})
            getoond = '"2026-11-18' if not pad.startswith(API) else '"peildatum":"2026-11-18T'
            gemist += [(pad, uit.status_code)] if getoond not in uit.text else []
    await client.aclose()
    assert not gemist


async def test_wat_is_gewist_komt_met_geen_peildatum_terug(deur: Deur, ledger: Ledger) -> None:
    """No text and no seal of one ever came here: before the erasure there is nothing to travel to, after it says so."""
    zegel = "f" * 64
    keten = verhaal()
    feit = GegevensVernietigd(**HIER, soort="tekst", reden="bewaartermijn", betreft=nr("m1"), zegel=zegel)
    keten.intake.zeg(nr("m1"), feit, NU - UUR)
    neem(ledger, keten.intake.events[-1])
    async with deur.sleutel(Rol.OOV) as client:
        nu, toen = [
            await client.get(f"{API}/tijdlijnen/{nr('m1')}", params={"peildatum": moment.isoformat()})
            for moment in (NU, NU - 2 * UUR)
        ]
    regels = [[regel["omschrijving"] for regel in uit.json()["regels"]] for uit in (nu, toen)]
    assert regels[0] == [*regels[1], "Gegevens gewist: tekst"]
    assert zegel not in nu.text + toen.text

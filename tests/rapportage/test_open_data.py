"""Figures for everybody: shielded, once, and the same bytes ever after."""

import csv
from datetime import datetime, timedelta
from hashlib import sha256
from io import StringIO
from uuid import uuid4

import pytest

from services.rapportage.application import AlGepubliceerd, Rapportagedienst
from services.rapportage.application.publicatie import leg_vast, nieuw_feit, publicatienummer
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.openbaar import als_tabel, lees_tijdvak
from services.rapportage.plek import zoek_plek
from shared.contracts.rapportage import CijfersGepubliceerd
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from shared.web import Toegang
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem
from tests.rapportage.gepubliceerd import CSV, KWARTAAL, LIJST, NA, na_een_kwartaal
from tests.web import bezoeker, csrf_uit


@pytest.fixture
def met_nulrij(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> Deur:
    """After a quarter with two kinds in two months, one of these small, and none of the other kinds."""
    for aard, hoeveel in (("overlast", (3, 11)), ("crimineel", (9, 9))):
        for n in range(hoeveel[0]):
            keten.meld(f"{aard}{n}", DINSDAG - timedelta(days=30), op=DINSDAG, aard=aard)
        for n in range(hoeveel[1]):
            keten.meld(f"{aard}-{n}", DINSDAG, op=DINSDAG, aard=aard)
    neem(ledger, *keten.events)
    return open_deur(ledger, profielen, toegang, NA)


@pytest.fixture
def deur(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> Deur:
    """After a quarter with many reports of one kind and few of another."""
    return na_een_kwartaal(ledger, profielen, toegang, keten)


async def test_iedereen_leest_wat_gepubliceerd_is_zonder_kleine_getallen(deur: Deur) -> None:
    """The two are not shown, nor what would give them back; incidents are not in it."""
    gepubliceerd = await deur.sleutel(Rol.COMMUNICATIE).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    assert gepubliceerd.status_code == 201, gepubliceerd.text
    csv = await bezoeker(deur.app).get(CSV, params=KWARTAAL)
    assert csv.status_code == 200
    koppen, *rijen = [regel.split(",") for regel in csv.text.splitlines()]
    assert koppen == ["aard", "oktober", "november", "december", "Totaal"]
    per_aard = {rij[0]: rij[1:] for rij in rijen}
    assert per_aard["Totaal"][1:] == ["14", "0", "14"]
    assert "2" not in per_aard["Strafbaar gedrag"]
    assert "12" not in per_aard["Overlast"]
    lijst = (await bezoeker(deur.app).get(LIJST)).json()["publicaties"]
    assert [een["kwartaal"] for een in lijst] == ["2026-K4"]
    assert lijst[0]["sha256"] == sha256(csv.content).hexdigest()


async def test_op_middernacht_begint_het_volgende_kwartaal(ledger: Ledger, profielen: Profielen, keten: Keten) -> None:
    """What happened at its first moment counts there alone, not in the one before nor twice in the year."""
    begin = datetime.fromisoformat("2026-10-01T00:00:00+02:00")
    for n in range(6):
        keten.meld(f"m{n}", begin, op=DINSDAG)
    neem(ledger, *keten.events)
    uitgever, plek = Uitgever(ledger), zoek_plek(profielen, LOCATIE)
    tabellen = [await uitgever.voorbeeld(plek, periode, NA) for periode in ("2026-K3", "2026-K4", "2026")]
    assert [tabel.getallen[-1] for tabel in tabellen] == [(0, 0, 0, 0), (6, 0, 0, 6), (0, 0, 0, 6, 6)]


async def test_een_kwartaal_wordt_een_keer_gepubliceerd_en_verandert_niet(
    deur: Deur, ledger: Ledger, keten: Keten
) -> None:
    """What comes in later is not in it: the difference would tell of it."""
    oov = deur.sleutel(Rol.OOV)
    assert (await oov.post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 201
    eerst = (await oov.get(CSV, params=KWARTAAL)).content
    keten.meld("laat", DINSDAG, op=DINSDAG + timedelta(days=1), aard="ggz")
    neem(ledger, *keten.events)
    nog_eens = await oov.post(f"{LIJST}/_publiceer", json=KWARTAAL)
    assert nog_eens.status_code == 409
    assert "veranderen niet meer" in nog_eens.json()["detail"]
    assert (await oov.get(CSV, params=KWARTAAL)).content == eerst


async def test_een_jaar_wordt_naast_zijn_kwartalen_gepubliceerd(
    deur: Deur, ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """Counted as it was known when a quarter was published: the difference would tell of what came later."""
    assert (await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 201
    keten.meld("later", DINSDAG, op=NA + timedelta(days=1), aard="overlast")
    neem(ledger, *keten.events)
    oov = open_deur(ledger, profielen, toegang, NA + timedelta(days=9)).sleutel(Rol.OOV)
    jaar = {**KWARTAAL, "kwartaal": "2026"}
    assert (await oov.post(f"{LIJST}/_publiceer", json=jaar)).status_code == 201
    rijen = {rij[0]: rij[1:] for rij in csv.reader(StringIO((await oov.get(CSV, params=jaar)).text))}
    assert rijen["aard"] == ["eerste kwartaal", "tweede kwartaal", "derde kwartaal", "vierde kwartaal", "Totaal"]
    assert rijen["Totaal"][3:] == ["14", "14"]
    assert (rijen["Strafbaar gedrag"][3], rijen["Overlast"][3]) == ("x", "x")
    assert "heel 2026" in (await bezoeker(deur.app).get("/open-data")).text
    assert [een["kwartaal"] for een in (await oov.get(LIJST)).json()["publicaties"]] == ["2026-K4", "2026"]
    for periode in ("2026-K4", "2026"):
        vraag = {**KWARTAAL, "kwartaal": periode}
        assert (await oov.get(f"{LIJST}/_reken-na", params=vraag)).json()["gelijk"] is True


async def test_een_gepubliceerde_tabel_is_opnieuw_te_maken_tot_op_de_byte(
    deur: Deur, ledger: Ledger, keten: Keten
) -> None:
    """From what was known then, also when more is known now and a table of the year stands beside it."""
    oov = deur.sleutel(Rol.OOV)
    for periode in ("2026-K4", "2026"):
        await oov.post(f"{LIJST}/_publiceer", json={**KWARTAAL, "kwartaal": periode})
    keten.meld("nu", DINSDAG, op=NA + timedelta(days=1), aard="ggz")
    neem(ledger, *keten.events)
    for periode in ("2026-K4", "2026"):
        vraag = {**KWARTAAL, "kwartaal": periode}
        uit = (await oov.get(f"{LIJST}/_reken-na", params=vraag)).json()
        assert uit == {"gelijk": True, "sha256": sha256((await oov.get(CSV, params=vraag)).content).hexdigest()}
    assert (await deur.sleutel(Rol.RAAD).get(f"{LIJST}/_reken-na", params=KWARTAAL)).status_code == 403


async def test_wat_achteraf_anders_blijkt_houdt_een_nieuwe_tabel_tegen(
    deur: Deur, ledger: Ledger, keten: Keten
) -> None:
    """A fact from before the publication that arrived after it: what the year would give away cannot be said."""
    oov = deur.sleutel(Rol.OOV)
    await oov.post(f"{LIJST}/_publiceer", json=KWARTAAL)
    keten.meld("verlaat", DINSDAG, op=DINSDAG, aard="overlast")
    neem(ledger, *keten.events)
    nee = await oov.post(f"{LIJST}/_publiceer", json={**KWARTAAL, "kwartaal": "2026"})
    assert nee.status_code == 409
    assert "kloppen niet meer" in nee.json()["detail"]
    assert (await oov.get(f"{LIJST}/_reken-na", params=KWARTAAL)).json()["gelijk"] is False


async def test_afgeronde_cijfers(ledger: Ledger, toegang: Toegang, keten: Keten) -> None:
    """When the profile says so; the page and the record say it too, and it can be made again."""
    profiel = laad("zoetermeer")
    publicatie = profiel.publicatie.model_copy(update={"afronden_op": 5})
    profielen = Profielen([profiel.model_copy(update={"publicatie": publicatie})])
    for n in range(13):
        keten.meld(f"o{n}", DINSDAG - timedelta(days=n), op=DINSDAG, aard="overlast")
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, NA)
    oov = deur.sleutel(Rol.OOV)
    assert (await oov.post(f"{LIJST}/_publiceer", json=KWARTAAL)).json()["afgerondOp"] == 5
    rijen = {rij[0]: rij[1:] for rij in csv.reader(StringIO((await oov.get(CSV, params=KWARTAAL)).text))}
    assert rijen["Overlast"] == ["0", "15", "0", "15"]
    uit = (await oov.get(f"{LIJST}/meldingen.json", params=KWARTAAL)).json()
    assert "De getallen zijn afgerond op veelvouden van 5. Daardoor tellen zij niet precies op." in uit["toelichting"]
    assert (await oov.post(f"{LIJST}/_publiceer", json={**KWARTAAL, "kwartaal": "2026"})).status_code == 201
    pagina = (await bezoeker(deur.app).get("/open-data")).text
    for zin in (
        "afgerond op veelvouden van 5",
        "Of het klopt is niet onderzocht",
        "open sinds dinsdag 22 september 2026",
    ):
        assert zin in pagina
    assert (await oov.get(f"{LIJST}/_reken-na", params=KWARTAAL)).json()["gelijk"] is True


async def test_een_tabel_van_andere_regels_wordt_niet_nagerekend(deur: Deur, ledger: Ledger) -> None:
    """It was right by the rules of then: another outcome now would say nothing."""
    oov = deur.sleutel(Rol.OOV)
    await oov.post(f"{LIJST}/_publiceer", json=KWARTAAL)
    feit = ledger.read(0, 10)[-1].fact
    assert isinstance(feit, CijfersGepubliceerd)
    plek = zoek_plek(Profielen([laad("zoetermeer")]), LOCATIE)
    nummer = publicatienummer(plek, lees_tijdvak("2026-K3", plek.zone))
    oud = feit.model_copy(update={"publicatie_id": nummer, "periode": "2026-K3", "regelversie": ""})
    ledger.run_sync(lambda tx: tx.append(nummer, oud), Context(op=NA, correlatie="c"))
    nee = await oov.get(f"{LIJST}/_reken-na", params={**KWARTAAL, "kwartaal": "2026-K3"})
    assert nee.status_code == 409
    assert "andere versie van de regels" in nee.json()["detail"]


VORIGE = (
    "aard,oktober,november,december,Totaal\r\nOverlast,x,x,x,14\r\nStrafbaar gedrag,x,x,x,18\r\n"
    "Verward gedrag (ggz),x,x,x,0\r\nNog te bepalen,x,x,x,0\r\nTotaal,x,x,x,32\r\n"
)
"""What `afscherming-3` published of `met_nulrij`."""


async def test_wat_de_vorige_versie_publiceerde_houdt_zijn_bytes(met_nulrij: Deur, ledger: Ledger) -> None:
    """That version left out the months of a row that adds up to nothing; it can still be made again.

    A row keeps its word of then in what was published, and has that of today where tables are laid side by side.
    """
    plek = zoek_plek(Profielen([laad("zoetermeer")]), LOCATIE)
    kwartaal = lees_tijdvak("2026-K4", plek.zone)
    feit = nieuw_feit(plek, kwartaal, als_tabel(VORIGE, kwartaal.codes), {}, "oov")
    oud = feit.model_copy(update={"regelversie": "afscherming-3", "tabel": VORIGE})
    ledger.run_sync(lambda tx: tx.append(oud.publicatie_id, oud), Context(op=NA, correlatie="c"))
    oov = met_nulrij.sleutel(Rol.OOV)
    assert (await oov.get(CSV, params=KWARTAAL)).text == VORIGE
    assert (await oov.get(f"{LIJST}/_reken-na", params=KWARTAAL)).json()["gelijk"] is True
    raad = (await oov.get("/rapportage/v1/raadsverslagen", params={"locatie": LOCATIE, "jaar": "2026"})).json()
    assert raad["perKwartaal"][0].count("Zorgen om iemand") == 1
    assert "Verward gedrag (ggz)" not in raad["perKwartaal"][0]


async def test_een_rij_zonder_meldingen_toont_nullen(met_nulrij: Deur) -> None:
    """A total of 0 says that each month is 0; below other totals nothing more is shown than before."""
    await met_nulrij.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    nu = (await met_nulrij.sleutel(Rol.OOV).get(CSV, params=KWARTAAL)).text.splitlines()
    toen = VORIGE.splitlines()
    assert [rij for rij in nu if rij.endswith(",0")] != [rij for rij in toen if rij.endswith(",0")]
    assert all("x" not in rij for rij in nu if rij.endswith(",0"))
    assert [rij for rij in nu if not rij.endswith(",0")] == [rij for rij in toen if not rij.endswith(",0")]


async def test_wat_net_is_gepubliceerd_telt_mee(deur: Deur, ledger: Ledger) -> None:
    """Between looking and publishing another table came out: this one was not held against it."""
    await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    feit = ledger.read(0, 10)[-1].fact
    assert isinstance(feit, CijfersGepubliceerd)
    ander = feit.model_copy(update={"publicatie_id": uuid4()})
    with pytest.raises(AlGepubliceerd, match="net een andere tabel"):
        ledger.run_sync(lambda tx: leg_vast(tx, ander, gezien=0), Context(op=NA, correlatie="c"))


async def test_een_lopend_kwartaal_wordt_niet_gepubliceerd(
    ledger: Ledger, profielen: Profielen, toegang: Toegang
) -> None:
    """Up to the last local moment of it."""
    voor = open_deur(ledger, profielen, toegang, datetime.fromisoformat("2026-12-31T23:59:59+01:00"))
    na = open_deur(ledger, profielen, toegang, datetime.fromisoformat("2027-01-01T00:00:00+01:00"))
    assert (await voor.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 409
    assert (await na.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 201


@pytest.mark.parametrize("kwartaal", ["26", "2026-K5", "1999-K1", "1999", "", "2026-W47"])
async def test_wat_geen_kwartaal_is(deur: Deur, kwartaal: str) -> None:
    """It is said what is expected."""
    antwoord = await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json={**KWARTAAL, "kwartaal": kwartaal})
    assert antwoord.status_code == 400
    assert antwoord.json()["fouten"][0]["veld"] == "kwartaal"


@pytest.mark.parametrize("rol", [Rol.RAAD, Rol.MELDPUNT, Rol.COA, Rol.BEHEER])
async def test_niet_iedereen_publiceert(deur: Deur, rol: Rol) -> None:
    """Communication goes through the municipality (LVS-4)."""
    sleutel = deur.sleutel(rol, LOCATIE if rol is Rol.COA else None)
    assert (await sleutel.post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 403
    assert (await bezoeker(deur.app).post(f"{LIJST}/_publiceer", json=KWARTAAL)).status_code == 401


async def test_op_de_pagina_eerst_zien_dan_publiceren(deur: Deur) -> None:
    """Looking publishes nothing; the button does."""
    sessie = await deur.sessie(Rol.COMMUNICATIE)
    pagina = await sessie.get("/open-data/publiceren")
    velden = {"csrf": csrf_uit(pagina.text), "locatie": f"gm0637/{LOCATIE}", "kwartaal": "2026-K4"}
    gezien = await sessie.post("/open-data/publiceren", data=velden)
    assert "Zo ziet iedereen de tabel" in gezien.text
    leeg = (await bezoeker(deur.app).get("/open-data")).text
    assert "nog geen cijfers gepubliceerd. De gemeente publiceert ze nadat een kwartaal of jaar voorbij is." in leeg
    assert '<a href="/open-data/publiceren">publiceert u hier</a>' in (await sessie.get("/open-data")).text
    gedaan = await sessie.post("/open-data/publiceren", data={**velden, "akkoord": "ja"})
    assert gedaan.status_code == 303
    openbaar = (await bezoeker(deur.app).get("/open-data")).text
    assert "vierde kwartaal van 2026" in openbaar
    assert "Strafbaar gedrag" in openbaar
    weer = await sessie.post("/open-data/publiceren", data={**velden, "akkoord": "ja"})
    assert weer.status_code == 409
    assert "veranderen niet meer" in weer.text


async def test_een_verkeerde_keuze_op_de_pagina_blijft_staan(deur: Deur) -> None:
    """With what is wrong, at the field; what was chosen well stays."""
    sessie = await deur.sessie(Rol.OOV)
    csrf = csrf_uit((await sessie.get("/open-data/publiceren")).text)
    antwoord = await sessie.post(
        "/open-data/publiceren", data={"csrf": csrf, "locatie": f"gm0637/{LOCATIE}", "kwartaal": "straks"}
    )
    assert antwoord.status_code == 400
    assert "bijvoorbeeld 2026-K4" in antwoord.text
    assert f'value="gm0637/{LOCATIE}" selected' in antwoord.text
    leeg = await sessie.post("/open-data/publiceren", data={"csrf": csrf, "locatie": f"gm0637/{LOCATIE}"})
    assert 'id="kwartaal-fout">Dit is nog leeg.' in leeg.text


async def test_het_feit_zegt_waarop_het_staat(deur: Deur, ledger: Ledger, dienst: Rapportagedienst) -> None:
    """Which data, which rules, who: enough to make the same table again."""
    await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    feit = ledger.read(0, 10)[-1].fact
    assert isinstance(feit, CijfersGepubliceerd)
    assert {een.bron: een.tot_en_met for een in feit.gelezen} == {"intake": 15}
    assert (feit.afgerond_op, feit.regelversie) == (None, "afscherming-4")
    assert (feit.kleinste_getal, feit.door, feit.profielversie) == (5, "oov", dienst.plek(LOCATIE).profiel.versie)

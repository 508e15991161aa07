"""Goals and indicators: what was imported against what was decided, as known then, and shielded for the council."""

import json
import re
from datetime import date, datetime, timedelta

import pytest

from services.rapportage.application import Indicatorendienst
from services.rapportage.doelen.bril import AFGEROND
from services.rapportage.doelen.indicatoren import VERBORGEN, Indicatoren
from services.rapportage.paginas.indicatorstuk import speerpuntdelen
from services.rapportage.store import LOGBOEK, herbouw, verschillen
from shared.ledger import Ledger
from shared.profiel import Profiel, Profielen, Rol, laad, lees
from shared.profiel.laden import MEEGELEVERD
from shared.web import Toegang
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.cijfers import voer_bestand_in, voer_jaren_in, voer_weken_in
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem

DAG = timedelta(days=1)
NU = DINSDAG + DAG
PAD = "/rapportage/v1/indicatoren"
INDICATOR = (
    'indicator = {{ naam = "{naam}", reeks = "{reeks}", richting = "{richting}"{norm}, regel = "KN-besluit-2", '
    'herkomst = "gemeente", ingesteld_op = 2026-10-01 }}'
)


def met_indicator(
    naam: str = "Groepen", reeks: str = "groepen", richting: str = "hoogstens", norm: str = ""
) -> Profiel:
    """Zoetermeer, after the municipality decided on the first indicator."""
    tekst = (MEEGELEVERD / "zoetermeer.toml").read_text(encoding="utf-8")
    nieuw = INDICATOR.format(naam=naam, reeks=reeks, richting=richting, norm=norm)
    return lees(tekst.replace('indicator = "nog vast te stellen"', nieuw, 1), "z.toml")


async def vraag(ledger: Ledger, keten: Keten, profiel: Profiel, nu: datetime = NU, **hoe: object) -> Indicatoren:
    """Take in what was told, and ask."""
    neem(ledger, *keten.events)
    wat = {"hele_getallen": True, **hoe}
    return await Indicatorendienst(ledger, Profielen([profiel])).indicatoren(profiel, nu, **wat)  # type: ignore[arg-type]


async def test_de_speerpunten_wachten_op_hun_indicator(ledger: Ledger, keten: Keten) -> None:
    """KN-besluit-2: five, each 'nog vast te stellen'; nothing is made up, and there are no goals."""
    uit = await vraag(ledger, keten, laad("zoetermeer"))
    assert [(punt.vastgesteld, punt.indicator) for punt in uit.speerpunten] == [("nog vast te stellen", None)] * 5
    assert (uit.doelen, uit.cijfers) == ((), ())


async def test_een_vastgestelde_indicator_staat_naast_zijn_norm(ledger: Ledger, keten: Keten) -> None:
    """Value, norm, history, judgement and since when the municipality wants this."""
    voer_jaren_in(keten.escalatie, DINSDAG, "groepen", {2023: 9, 2024: 7, 2025: 6})
    uit = await vraag(ledger, keten, met_indicator(norm=", norm = 6"))
    punt = uit.speerpunten[0]
    assert punt.indicator is not None
    meter = punt.indicator
    assert (punt.vastgesteld, meter.norm, meter.stand, meter.kleur) == ("vastgesteld", 6, "gehaald", "groen")
    assert [(jaar.jaar, jaar.waarde, jaar.bron) for jaar in meter.jaren] == [
        (2023, 9, "politie"),
        (2024, 7, "politie"),
        (2025, 6, "politie"),
    ]
    assert (meter.ingesteld_op, meter.verwachting) == (date(2026, 10, 1), None)
    assert speerpuntdelen(uit, "de opvang")[0]["tabellen"][0]["rijen"][0][:3] == [punt.naam, "Groepen", "● Gehaald"]
    assert "Te weinig cijfers voor een verwachting over 2026" in meter.geen_verwachting


async def test_de_doelen_van_leidschendam_voorburg(ledger: Ledger, keten: Keten) -> None:
    """LV-3 against the printed figures, as known in 2019 terms they are old now: said, without a colour."""
    voer_bestand_in(keten.escalatie, DINSDAG, gemeente="gm1916", naam="Leidschendam-Voorburg")
    uit = await vraag(ledger, keten, laad("leidschendam-voorburg"))
    assert [(doel.code, doel.stand, doel.kleur) for doel in uit.doelen] == [
        ("jeugdoverlast", "verouderd", "geen"),
        ("woninginbraken", "verouderd", "geen"),
        ("verward-gedrag", "verouderd", "geen"),
    ]
    assert "2018: 181. Het doel was hoogstens 200; dat is toen gehaald." in uit.doelen[1].uitleg
    assert (
        "2018: 443. Het doel was lager dan 339 van het jaar ervoor; dat is toen niet gehaald." in uit.doelen[2].uitleg
    )


async def test_objectief_staat_naast_subjectief_met_bron(ledger: Ledger, keten: Keten) -> None:
    """KN tabel 1 and 2 (TB-1.2, LV-2): registered first, then what people answered; decimals and units as they came."""
    voer_bestand_in(keten.escalatie, DINSDAG)
    uit = await vraag(ledger, keten, laad("zoetermeer"))
    assert [(een.reeks, een.soort, een.eenheid) for een in uit.cijfers][::4] == [
        ("misdrijven-totaal", "objectief", "aantal"),
        ("overvallen", "objectief", "aantal"),
        ("zelden-of-nooit-onveilig-buurt", "subjectief", "procent"),
    ]
    waarden = {een.reeks: [jaar.waarde for jaar in een.jaren] for een in uit.cijfers}
    assert waarden["misdrijven-totaal"] == [5894, 5596, 5326, 5820]
    assert waarden["rapportcijfer-veiligheid-buurt"] == [7.8, 8.0, 8.0, 7.8]
    assert {jaar.bron for een in uit.cijfers for jaar in een.jaren} == {"KN tabel 1", "KN tabel 2"}


async def test_op_papier_heeft_elk_licht_een_vorm(ledger: Ledger, keten: Keten) -> None:
    """Printed in black and white, red is a square and orange a triangle; each with its words."""
    voer_weken_in(keten.escalatie, DINSDAG, "groepen", date(2026, 1, 1), [11, 12] * 20)
    gezien = []
    for norm in (300, 599):
        uit = await vraag(ledger, keten, met_indicator(norm=f", norm = {norm}"))
        gezien.append(speerpuntdelen(uit, "de opvang")[0]["tabellen"][0]["rijen"][0][2])
    assert gezien == ["■ Niet gehaald", "▲ Onzeker"]


async def test_een_reeks_die_het_profiel_niet_noemt_gaat_niet_verloren(ledger: Ledger, keten: Keten) -> None:
    """It stands at the end, under its code."""
    voer_jaren_in(keten.escalatie, DINSDAG, "fietsendiefstal", {2025: 80})
    uit = await vraag(ledger, keten, laad("zoetermeer"))
    assert [(een.reeks, een.soort) for een in uit.cijfers] == [("fietsendiefstal", "niet-benoemd")]


async def test_tijdreizen_toont_wat_toen_bekend_was(ledger: Ledger, keten: Keten) -> None:
    """Before the import nothing; between import and correction the first figure; then the corrected one."""
    voer_jaren_in(keten.escalatie, DINSDAG - 9 * DAG, "groepen", {2025: 8})
    voer_jaren_in(keten.escalatie, DINSDAG - 3 * DAG, "groepen", {2025: 6}, wie="politie, herzien")
    profiel = met_indicator(norm=", norm = 6")
    neem(ledger, *keten.events)
    standen = []
    for peildatum in ("2026-11-07", "2026-11-10", "2026-11-16"):
        meter = (await vraag(ledger, Keten(), profiel, peildatum=peildatum)).speerpunten[0].indicator
        assert meter is not None
        standen.append((meter.stand, [(jaar.waarde, jaar.bron) for jaar in meter.jaren]))
    assert standen == [
        ("onbekend", []),
        ("niet-gehaald", [(8, "politie")]),
        ("gehaald", [(6, "politie, herzien")]),
    ]


async def test_de_raad_ziet_geen_kleine_getallen(ledger: Ledger, keten: Keten) -> None:
    """Robberies 8, 2, 2, 2: the twos are left out of value, reason, norm and forecast; marks are shown."""
    voer_bestand_in(keten.escalatie, DINSDAG)
    profiel = met_indicator("Overvallen", "overvallen", "daalt")
    uit = await vraag(ledger, keten, profiel, hele_getallen=False)
    overvallen = next(een for een in uit.cijfers if een.reeks == "overvallen")
    assert [(jaar.waarde, jaar.te_klein) for jaar in overvallen.jaren] == [(8, False), *[(None, True)] * 3]
    meter = uit.speerpunten[0].indicator
    assert meter is not None
    assert (meter.norm, "waarvan wij het getal niet tonen" in meter.uitleg) == (None, True)
    assert ": 2.0" not in json.dumps(meter.model_dump(mode="json"))
    assert (await vraag(ledger, Keten(), profiel)).kleinste_getal is None
    assert uit.kleinste_getal == 5


async def test_de_raad_ziet_geen_jaar_dat_nog_groeit(ledger: Ledger, keten: Keten) -> None:
    """A count that is looked at every week tells of single cases: left out, and the forecast is in tens."""
    voer_weken_in(keten.escalatie, DINSDAG, "groepen", date(2026, 1, 1), [11] * 40)
    profiel = met_indicator(norm=", norm = 600")
    heel = (await vraag(ledger, keten, profiel)).speerpunten[0].indicator
    deel = (await vraag(ledger, Keten(), profiel, hele_getallen=False)).speerpunten[0].indicator
    assert heel is not None
    assert deel is not None
    assert heel.verwachting is not None
    assert deel.verwachting is not None
    assert [(jaar.waarde, jaar.heel) for jaar in heel.jaren] == [(440, False)]
    assert deel.jaren == ()
    assert heel.verwachting.verwacht == pytest.approx(573.6, abs=0.1)
    grenzen = (deel.verwachting.verwacht, deel.verwachting.laag, deel.verwachting.hoog)
    assert all(grens % 10 == 0 for grens in grenzen)
    assert AFGEROND in deel.verwachting.methode
    assert "573" not in deel.uitleg


async def test_van_een_reeks_met_een_klein_getal_is_er_geen_verwachting_voor_de_raad(
    ledger: Ledger, keten: Keten
) -> None:
    """The forecast of six years of which one is 3 would help to find the 3."""
    voer_jaren_in(keten.escalatie, DINSDAG, "groepen", dict(zip(range(2020, 2026), (9, 8, 3, 9, 8, 9), strict=True)))
    meter = (await vraag(ledger, keten, met_indicator(norm=", norm = 6"), hele_getallen=False)).speerpunten[0].indicator
    assert meter is not None
    assert (meter.verwachting, meter.geen_verwachting, meter.uitleg) == (None, VERBORGEN, VERBORGEN)


def test_de_cijfers_overleven_een_herbouw_op_beide_databases(make_ledger: MakeLedger, database: str) -> None:
    """The view follows from the log, also where an import says the same days twice."""
    ledger, keten = make_ledger("rapportage", [], tables=[LOGBOEK], database=database), Keten()
    voer_bestand_in(keten.escalatie, DINSDAG)
    voer_bestand_in(keten.escalatie, DINSDAG + DAG)
    neem(ledger, *keten.events)
    rijen = "SELECT reeks, eenheid, van, waarde, bron, bekend_op FROM kerncijfers ORDER BY reeks, van, bekend_op"
    eerst = ledger.query_sync(rijen)
    herbouw(ledger)
    assert ledger.query_sync(rijen) == eerst
    assert len(eerst) == 72
    assert verschillen(ledger) == []


@pytest.fixture
def cijferdeur(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> Deur:
    """A site that knows the printed figures."""
    voer_bestand_in(keten.escalatie, DINSDAG)
    neem(ledger, *keten.events)
    return open_deur(ledger, profielen, toegang, NU)


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        (Rol.OOV, 200),
        (Rol.BURGEMEESTER, 200),
        (Rol.COMMUNICATIE, 200),
        (Rol.RAAD, 200),
        (Rol.COA, 403),
        (Rol.BEHEER, 403),
    ],
)
async def test_wie_de_indicatoren_mag_zien(cijferdeur: Deur, rol: Rol, status: int) -> None:
    """The council too, but shielded; the COA sees its own location only."""
    async with cijferdeur.sleutel(rol, LOCATIE if rol is Rol.COA else None) as client:
        antwoord = await client.get(PAD)
    assert antwoord.status_code == status
    if status == 200:
        alles = {een["reeks"]: een for een in antwoord.json()["cijfers"]}
        klein = [jaar["waarde"] for jaar in alles["overvallen"]["jaren"]]
        assert klein == ([8, None, None, None] if rol is Rol.RAAD else [8, 2, 2, 2])


async def test_de_api_zegt_waarop_het_antwoord_staat(cijferdeur: Deur) -> None:
    """Places, profile, moment; a wrong peildatum or municipality is refused with its field."""
    async with cijferdeur.sleutel(Rol.OOV) as client:
        goed = (await client.get(PAD, params={"peildatum": "2026-11-17"})).json()
        toekomst = await client.get(PAD, params={"peildatum": "2027-01-01"})
        elders = await client.get(PAD, params={"gemeente": "gm9999"})
    assert (goed["gemeente"], goed["gelezen"], len(goed["profielversie"])) == ("gm0637", {"escalatie": 9}, 12)
    assert goed["cijfers"][0]["jaren"][0] == {
        "jaar": 2019,
        "waarde": 5894.0,
        "teKlein": False,
        "heel": True,
        "bron": "KN tabel 1",
    }
    assert (toekomst.status_code, toekomst.json()["fouten"][0]["veld"]) == (400, "peildatum")
    assert elders.status_code == 404


async def test_de_pagina_toont_kleur_nooit_alleen(ledger: Ledger, toegang: Toegang, keten: Keten) -> None:
    """Each light has words; each figure its source; what is not decided on is said."""
    voer_bestand_in(keten.escalatie, DINSDAG)
    voer_jaren_in(keten.escalatie, DINSDAG, "groepen", {2025: 9})
    neem(ledger, *keten.events)
    deur = open_deur(ledger, Profielen([met_indicator(norm=", norm = 6")]), toegang, NU)
    client = await deur.sessie(Rol.OOV)
    html = (await client.get("/rapportage/indicatoren")).text
    fout = await client.get("/rapportage/indicatoren?peildatum=%3Cb%3E")
    assert html.count("Indicator nog vast te stellen") == 4
    assert '<span aria-hidden="true">■</span> Niet gehaald' in html
    assert "2025: 9. Het doel was hoogstens 6." in html
    for tekst in ("KN tabel 1", "KN tabel 2", "Geregistreerd", "Wat inwoners vinden", "7,5", "5.894", "59%"):
        assert tekst in html
    assert fout.status_code == 400
    assert "<b>" not in fout.text


async def test_twee_gemeenten_kiezen_er_een(ledger: Ledger, toegang: Toegang, keten: Keten) -> None:
    """The page shows the first and offers the other; the API asks which."""
    neem(ledger, keten.escalatie.zeg_onbekend("Niets", DINSDAG))
    profielen = Profielen([laad("zoetermeer"), laad("leidschendam-voorburg")])
    deur = open_deur(ledger, profielen, toegang, NU)
    client = await deur.sessie(Rol.OOV)
    assert "Doelen en indicatoren Zoetermeer" in (await client.get("/rapportage/indicatoren")).text
    ander = (await client.get("/rapportage/indicatoren?gemeente=gm1916")).text
    assert "Doelen en indicatoren Leidschendam-Voorburg" in ander
    assert "Jeugdoverlast: hoogstens 600 meldingen per jaar" in ander
    assert (await client.get("/rapportage/indicatoren?gemeente=gm0000")).status_code == 404
    async with deur.sleutel(Rol.OOV) as api:
        assert (await api.get(PAD)).json()["fouten"][0]["veld"] == "gemeente"
        assert (await api.get(PAD, params={"gemeente": "gm1916"})).json()["doelen"][0]["norm"] == 600


async def test_de_pagina_van_de_raad_is_afgeschermd(cijferdeur: Deur) -> None:
    """The robberies, newest year first: 2, 2, 2, 8 for oov and x, x, x, 8 for the council, with what an x is."""
    rijen = {}
    for rol in (Rol.OOV, Rol.RAAD):
        html = (await (await cijferdeur.sessie(rol)).get("/rapportage/indicatoren")).text
        rij = html[html.index("Overvallen") :].split("</tr>")[0]
        rijen[rol] = re.findall(r"<td[^>]*>(\w+)</td>", rij)[:4]
        assert ("Een x is een getal dat wij niet tonen" in html) == (rol is Rol.RAAD)
    assert rijen == {Rol.OOV: ["2", "2", "2", "8"], Rol.RAAD: ["x", "x", "x", "8"]}

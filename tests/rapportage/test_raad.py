"""What the council gets: published tables alone, shielded figures, nothing confidential, and the policy as a whole."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from services.rapportage.application import Toepassing, kijker, op
from services.rapportage.paginas.raadstuk import raadstuk
from services.rapportage.plek import Kijker, Plek
from services.rapportage.verslagen.raad import Raadsverslag
from services.rapportage.verslagen.verslagbladen import raadblad
from shared.facts import Context, OngeldigeInvoer
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from shared.web import Toegang, Wie
from tests.rapportage.cijfers import voer_bestand_in, voer_jaren_in
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import LOCATIE, Keten, neem

DAG = timedelta(days=1)
K3, K4 = datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 10, 1, 12, tzinfo=UTC)
NIEUWJAAR = datetime(2027, 1, 2, 9, 0, tzinfo=UTC)
PAD = f"/rapportage/v1/raadsverslagen?locatie={LOCATIE}"
RAADSLID, UITGEVER = kijker(Wie(Rol.RAAD)), kijker(Wie(Rol.OOV))
Vraag = Callable[..., Awaitable[Raadsverslag]]


def vul(keten: Keten) -> None:
    """Two quarters: many of one kind, three of another, and things that the council may not see."""
    for n in range(60):
        keten.meld(f"o{n}", K4 + n * DAG)
    for n in range(3):
        keten.meld(f"c{n}", K4 + (n + 1) * DAG, aard="crimineel")
    for n in range(12):
        keten.meld(f"k{n}", K3 + n * 2 * DAG, aard="overlast")
    keten.leg_op("m", op=K4 + 9 * DAG)
    keten.spreek_af("a", "politie", "o1", op=K4 + 9 * DAG, uiterlijk=K4 + 20 * DAG)
    keten.incident("i", K4 + 3 * DAG, gevolgen_openbare_orde=True)
    voer_bestand_in(keten.escalatie, K4)


@pytest.fixture
def alles(ledger: Ledger, keten: Keten, profielen: Profielen) -> Toepassing:
    """Everything, on what was told."""
    vul(keten)
    neem(ledger, *keten.events)
    return op(ledger, profielen)


@pytest.fixture
def plek(alles: Toepassing) -> Plek:
    """The location."""
    return alles.dienst.plek(LOCATIE)


@pytest.fixture
def vraag(alles: Toepassing, plek: Plek) -> Vraag:
    """Ask on the second of January."""

    async def stel(
        nu: datetime = NIEUWJAAR, *, kijker: Kijker = RAADSLID, jaar: str | None = "2026", **wat: str
    ) -> Raadsverslag:
        return await alles.raad.verslag(plek, kijker, nu, jaar=jaar, **wat)  # type: ignore[arg-type]

    return stel


async def publiceer(alles: Toepassing, plek: Plek, kwartaal: str, op_: datetime = NIEUWJAAR - DAG) -> None:
    """Publish a quarter."""
    await alles.uitgever.publiceer(plek, kwartaal, Context(op_, "c"), door="oov")


async def test_de_raad_krijgt_alleen_wat_gepubliceerd_is(vraag: Vraag, alles: Toepassing, plek: Plek) -> None:
    """Nothing before it is published; then exactly the published table; by peildatum as it was."""
    leeg = await vraag()
    assert (leeg.kwartalen, leeg.per_kwartaal, leeg.niet_gepubliceerd) == ((), (), ("2026-K3", "2026-K4"))
    await publiceer(alles, plek, "2026-K4")
    uit = await vraag()
    [tabel] = uit.kwartalen
    assert (tabel.kwartaal, tabel.gepubliceerd_op) == ("2026-K4", NIEUWJAAR - DAG)
    [publicatie] = await alles.uitgever.alles()
    assert [list(rij) for rij in tabel.rijen] == publicatie.rijen
    await publiceer(alles, plek, "2026-K3")
    toen = await vraag(peildatum="2026-12-20")
    assert (toen.kwartalen, toen.niet_gepubliceerd) == ((), ("2026-K3",)), "it was over, and not published yet"


async def test_geen_klein_getal_in_het_hele_verslag(vraag: Vraag, alles: Toepassing, plek: Plek) -> None:
    """Three reports of a crime, two robberies, one measure, one incident: no 1 to 4 anywhere, and no trace of them."""
    for kwartaal in ("2026-K3", "2026-K4"):
        await publiceer(alles, plek, kwartaal)
    uit = await vraag()
    getallen = {cel for tabel in uit.kwartalen for rij in tabel.rijen for cel in rij[1:]}
    getallen |= {cel for rij in uit.per_kwartaal for cel in rij[1:]}
    waarden = {str(int(jaar.waarde)) for een in uit.indicatoren.cijfers for jaar in een.jaren if jaar.waarde}
    assert not {"1", "2", "3", "4"} & (getallen | waarden)
    assert "x" in getallen
    tekst = uit.model_dump_json()
    for verboden in ("maatregel", "gebiedsverbod", "afspraak", "incident", "politie-onverwijld"):
        assert verboden not in tekst


async def test_per_kwartaal_is_gemaakt_van_wat_er_staat(vraag: Vraag, alles: Toepassing, plek: Plek) -> None:
    """The row of a quarter holds the totals of its public table; no sum goes across the opening, on 22 September."""
    for kwartaal in ("2026-K3", "2026-K4"):
        await publiceer(alles, plek, kwartaal)
    uit = await vraag()
    koppen, k3, k4 = uit.per_kwartaal
    for rij, tabel in ((k3, uit.kwartalen[0]), (k4, uit.kwartalen[1])):
        assert dict(zip(koppen[1:], rij[1:], strict=True)) == {een[0]: een[-1] for een in tabel.rijen[1:]}
    assert [tabel.opening for tabel in uit.kwartalen] == ["over", "na"]
    deel = raadstuk(uit, plek.locatie)[1]
    assert "In het derde kwartaal van 2026 ging de opvang open" in " ".join(deel["zinnen"])
    namen = [tabel["rijen"][0][0] for tabel in deel["tabellen"][:1]]
    assert namen == ["Derde kwartaal van 2026, met de opening van de opvang"]
    assert ("openbare cijfers", "2026-K3", "", "opening", "met de opening van de opvang") in raadblad(uit).rijen


async def test_afgeronde_cijfers_zeggen_dat_ze_dat_zijn(ledger: Ledger, keten: Keten) -> None:
    """Where the municipality rounds what it publishes, the council reads that a sum may differ."""
    vul(keten)
    neem(ledger, *keten.events)
    gewoon = laad("zoetermeer")
    for rond in (None, 5):
        publicatie = gewoon.publicatie.model_copy(update={"afronden_op": rond})
        alles = op(ledger, Profielen([gewoon.model_copy(update={"publicatie": publicatie})]))
        uit = await alles.raad.verslag(alles.dienst.plek(LOCATIE), UITGEVER, NIEUWJAAR, jaar="2026")
        gezegd = " ".join(zin for deel in raadstuk(uit, alles.dienst.plek(LOCATIE).locatie) for zin in deel["zinnen"])
        assert ("afgerond op veelvouden van 5" in gezegd) == (rond == 5)
        getallen = [int(cel) for tabel in uit.kwartalen for rij in tabel.rijen[1:] for cel in rij[1:] if cel != "x"]
        assert all(getal % 5 == 0 for getal in getallen) == (rond == 5)


async def test_wie_publiceert_ziet_vooraf_wat_de_raad_zal_zien(vraag: Vraag, alles: Toepassing, plek: Plek) -> None:
    """Shielded as it will be, and marked; once published it is the same table."""
    vooraf = await vraag(kijker=UITGEVER)
    assert [(een.kwartaal, een.gepubliceerd_op) for een in vooraf.kwartalen] == [("2026-K3", None), ("2026-K4", None)]
    await publiceer(alles, plek, "2026-K4")
    na = await vraag(kijker=UITGEVER)
    assert na.kwartalen[1].rijen == vooraf.kwartalen[1].rijen
    assert na.kwartalen[1].gepubliceerd_op is not None


async def test_zonder_iets_dat_ooit_gemeld_is_is_er_geen_kwartaal(ledger: Ledger) -> None:
    """A municipality without a location that opened, and without a report: no empty tables."""
    lv = laad("leidschendam-voorburg")
    alles = op(ledger, Profielen([lv]))
    plek = alles.dienst.plek("leidschendam-voorburg")
    uit = await alles.raad.verslag(plek, UITGEVER, NIEUWJAAR, jaar="2026")
    assert (uit.kwartalen, uit.niet_gepubliceerd) == ((), ())


async def test_een_kwartaal_dat_loopt_of_van_voor_de_opening_telt_niet(vraag: Vraag) -> None:
    """On 22 December there is only the third quarter: the location opened in it, and the fourth goes on."""
    uit = await vraag(datetime(2026, 12, 22, 9, 0, tzinfo=UTC), jaar=None, kijker=UITGEVER)
    assert [een.kwartaal for een in uit.kwartalen] == ["2026-K3"]
    assert (uit.volledig, uit.niet_gepubliceerd, uit.titel) == (False, (), "Jaarverslag 2026 voor de raad")


@pytest.mark.parametrize(("dag", "jaar"), [("2027-03-31", 2026), ("2027-04-01", 2027), ("2026-12-31", 2026)])
async def test_het_jaar_zonder_keuze_heeft_een_heel_kwartaal(vraag: Vraag, dag: str, jaar: int) -> None:
    """Of a year in its first quarter nothing can be published yet: the council sees the year before."""
    uit = await vraag(datetime(2027, 6, 1, tzinfo=UTC), jaar=None, peildatum=dag)
    assert uit.titel == f"Jaarverslag {jaar} voor de raad"


async def test_de_tussentijdse_en_de_eindevaluatie_van_het_beleid(vraag: Vraag) -> None:
    """KN-inleiding: half way up to the peildatum, at the end over all its years, with the day that was planned."""
    tussen = await vraag(soort="tussentijds", jaar=None)
    assert (tussen.van, tussen.tot, tussen.gepland_op) == (date(2023, 1, 1), date(2026, 12, 31), date(2025, 1, 1))
    eerder = await vraag(soort="tussentijds", jaar=None, peildatum="2026-11-20")
    assert eerder.tot == date(2026, 11, 20)
    eind = await vraag(soort="eind", jaar=None)
    assert eind.regels == ("KN-inleiding", "KN-besluit-2")
    assert (eind.titel, eind.volledig) == ("Eindevaluatie van Voor een veilig Zoetermeer 2023-2026", True)
    assert (await vraag(soort="eind", jaar=None, peildatum="2026-11-20")).volledig is False
    assert [punt.vastgesteld for punt in eind.indicatoren.speerpunten] == ["nog vast te stellen"] * 5


async def test_het_jaarverslag_kijkt_niet_verder_dan_zijn_jaar(ledger: Ledger, keten: Keten) -> None:
    """A goal of 2025 is judged by the figures up to 2025, also when it is read later."""
    lv = laad("leidschendam-voorburg")
    for gemeente in ("gm0637", "gm1916"):
        voer_jaren_in(keten.escalatie, K3, f"{gemeente}", {2025: 9})
    voer_bestand_in(keten.escalatie, K3, gemeente="gm1916", naam="Leidschendam-Voorburg")
    neem(ledger, *keten.events)
    alles = op(ledger, Profielen([lv]))
    uit = await alles.raad.verslag(alles.dienst.plek("leidschendam-voorburg"), RAADSLID, NIEUWJAAR, jaar="2017")
    standen = {doel.code: (doel.stand, doel.uitleg) for doel in uit.indicatoren.doelen}
    assert standen["woninginbraken"] == ("niet-gehaald", "2017: 274. Het doel was hoogstens 200.")
    assert [jaar.jaar for jaar in uit.indicatoren.doelen[1].jaren] == [2011, 2016, 2017]
    assert uit.regels == ("LV-2", "LV-3")


@pytest.mark.parametrize(
    ("wat", "veld"),
    [
        ({"jaar": "2028"}, "jaar"),
        ({"jaar": "x"}, "jaar"),
        ({"soort": "eind", "peildatum": "2022-01-01"}, "peildatum"),
        ({"peildatum": "2028-01-01"}, "peildatum"),
    ],
)
async def test_wat_niet_kan_wordt_geweigerd(vraag: Vraag, wat: dict[str, str], veld: str) -> None:
    """With the field."""
    with pytest.raises(OngeldigeInvoer) as fout:
        await vraag(**wat)
    assert fout.value.fouten[0].veld == veld


async def test_zonder_beleid_in_het_profiel_geen_evaluatie(ledger: Ledger) -> None:
    """Koggenland's document names no period of policy: said, with what to do."""
    alles = op(ledger, Profielen([laad("koggenland")]))
    plek = Plek(laad("koggenland"), laad("koggenland").locaties[0])
    with pytest.raises(OngeldigeInvoer, match=r"geen \[beleid\]"):
        await alles.raad.verslag(plek, RAADSLID, NIEUWJAAR, soort="eind")


@pytest.fixture
async def deur(alles: Toepassing, plek: Plek, ledger: Ledger, profielen: Profielen, toegang: Toegang) -> Deur:
    """A site on which one of two quarters was published."""
    await publiceer(alles, plek, "2026-K4")
    return open_deur(ledger, profielen, toegang, NIEUWJAAR)


@pytest.mark.parametrize(
    ("rol", "status", "kwartalen"),
    [
        (Rol.RAAD, 200, ["2026-K4"]),
        (Rol.BURGEMEESTER, 200, ["2026-K4"]),
        (Rol.OOV, 200, ["2026-K3", "2026-K4"]),
        (Rol.COMMUNICATIE, 200, ["2026-K3", "2026-K4"]),
        (Rol.POLITIE, 403, []),
        (Rol.BEHEER, 403, []),
    ],
)
async def test_wie_het_raadsverslag_ziet(deur: Deur, rol: Rol, status: int, kwartalen: list[str]) -> None:
    """Who publishes sees what is not published yet; the council does not."""
    async with deur.sleutel(rol) as client:
        antwoord = await client.get(f"{PAD}&jaar=2026")
    assert antwoord.status_code == status
    if status == 200:
        assert [een["kwartaal"] for een in antwoord.json()["kwartalen"]] == kwartalen


async def test_op_scherm_en_papier(deur: Deur) -> None:
    """The council's page leads nowhere it may not go; the tagged PDF says the same; a mistake is at its field."""
    client = await deur.sessie(Rol.RAAD)
    scherm = (await client.get("/raadsverslag?jaar=2026")).text
    papier = await client.get("/raadsverslag.pdf?jaar=2026")
    fout = await client.get("/raadsverslag?soort=eind&peildatum=2020-01-01")
    pdf = PdfReader(BytesIO(papier.content))
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    for woorden in (
        "Jaarverslag 2026 voor de raad",
        "nog vast te stellen",
        "Los hiervan: speerpunten van de hele gemeente",
        "Bij Noodopvang Rokkeveenseweg is hiervan niets gemeten.",
        "Meldingen per kwartaal",
        "Een x kan dus ook een groot getal zijn.",
        "Meer mensen kunnen over hetzelfde voorval melden.",
        "Of het klopt is niet onderzocht",
        "Ook meldingen over gedrag tegen bewoners van de opvang tellen mee",
        "Deze opvang is open sinds dinsdag 22 september 2026",
    ):
        assert woorden in scherm
        assert woorden in tekst
    assert "het derde kwartaal van 2026" in scherm
    assert scherm.index("Wat hier niet in staat") < scherm.index("Los hiervan"), "after everything about the location"
    assert scherm.index("Meldingen per kwartaal") < scherm.index("nog vast te stellen"), "what has numbers comes first"
    assert "interval van 90%" not in scherm, "there is no forecast to explain"
    assert "Publiceer deze cijfers voordat" not in scherm
    paden = re.findall(r'href="(/rap[^"?]*|/raad[^"?]*)', scherm)
    assert set(paden) <= {"/rapportage/indicatoren", "/raadsverslag.pdf", "/raadsverslag"}
    assert fout.status_code == 400
    van_oov = (await (await deur.sessie(Rol.OOV)).get("/raadsverslag?jaar=2026")).text
    assert "Nog niet gepubliceerd: derde kwartaal van 2026. Publiceer deze cijfers voordat" in van_oov

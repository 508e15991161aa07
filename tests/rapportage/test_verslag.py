"""The report over a quarter or a year: which days, what it is compared with, and the same on screen and on paper."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from services.rapportage.application import op
from services.rapportage.paginas.verslagstuk import verslagstuk
from services.rapportage.plek import Kijker
from services.rapportage.verslagen.verslag import Verslag, lees_verslagperiode
from shared.facts import OngeldigeInvoer
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.web import Toegang
from tests.rapportage.cijfers import voer_bestand_in
from tests.rapportage.deur import open_deur
from tests.rapportage.feiten import LOCATIE, Keten, neem

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAG = timedelta(days=1)
NIEUWJAAR = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
Vraag = Callable[..., Awaitable[Verslag]]


@pytest.fixture
def vraag(ledger: Ledger, keten: Keten, profielen: Profielen, oov: Kijker) -> Vraag:
    """Take in what was told, and ask on New Year's Day."""
    alles = op(ledger, profielen)

    async def stel(
        nu: datetime = NIEUWJAAR, *, soort: str = "kwartaal", kijker: Kijker = oov, **velden: str
    ) -> Verslag:
        neem(ledger, *keten.events)
        plek = alles.dienst.plek(LOCATIE)
        return await alles.verslagen.verslag(plek, kijker, nu, soort=soort, **velden)  # type: ignore[arg-type]

    return stel


def zinnen(uit: Verslag) -> str:
    """Everything that is said, without the tables."""
    return " ".join(zin for deel in verslagstuk(uit, AMSTERDAM) for zin in deel["zinnen"])


def meld(keten: Keten, aantal: int, eerste: datetime, stap: timedelta = DAG) -> None:
    """Put meldingen in, one each step."""
    for n in range(aantal):
        keten.meld(f"{eerste:%Y%m%d}{n}", eerste + n * stap)


async def test_het_kwartaal_van_de_peildatum(vraag: Vraag, keten: Keten) -> None:
    """Local days: a minute before midnight on 30 September is the third quarter, a minute after it the fourth."""
    keten.meld("k3", datetime(2026, 9, 30, 21, 59, tzinfo=UTC))
    keten.meld("k4", datetime(2026, 9, 30, 22, 1, tzinfo=UTC))
    uit = await vraag(peildatum="2026-12-31")
    assert (uit.periode, uit.van, uit.tot) == ("2026-K4", date(2026, 10, 1), date(2026, 12, 31))
    assert (uit.meldingen.totaal, uit.volledig) == (1, False), "the last day is not over at its last microsecond"
    eerder = await vraag(peildatum="2026-09-30")
    assert (eerder.periode, eerder.meldingen.totaal) == ("2026-K3", 1)
    assert (await vraag(periode="2026-K4")).volledig


async def test_het_jaar_per_maand(vraag: Vraag, keten: Keten) -> None:
    """Twelve months, of which the sum is the total; incidents apart."""
    meld(keten, 30, datetime(2026, 1, 2, 12, tzinfo=UTC), 12 * DAG)
    keten.incident("i", datetime(2026, 5, 5, 12, tzinfo=UTC))
    uit = await vraag(soort="jaar", periode="2026")
    assert [maand.naam for maand in uit.maanden][::11] == ["januari", "december"]
    assert sum(maand.meldingen for maand in uit.maanden) == uit.meldingen.totaal == 30
    assert [maand.incidenten for maand in uit.maanden] == [0, 0, 0, 0, 1, *[0] * 7]
    assert all(maand.volledig for maand in uit.maanden)
    assert uit.meldingen.totaal == sum(een.aantal for maand in uit.maanden for een in maand.per_aard)


async def test_naast_het_kwartaal_ervoor(vraag: Vraag, keten: Keten) -> None:
    """A percentage where there were enough, otherwise the number alone, and nothing where nothing was measured."""
    meld(keten, 40, datetime(2026, 7, 1, 12, tzinfo=UTC))
    meld(keten, 30, datetime(2026, 10, 1, 12, tzinfo=UTC))
    uit = await vraag(periode="2026-K4")
    assert uit.ervoor is not None
    assert (uit.ervoor.periode, uit.ervoor.meldingen, uit.ervoor.incidenten) == ("2026-K3", 40, 0)
    assert "In het derde kwartaal van 2026 waren er 40 (nu 25% minder) meldingen en 0 incidenten." in zinnen(uit)
    lopend = await vraag(peildatum="2026-10-10")
    assert "vergelijk ze niet" in zinnen(lopend)
    eerste = await vraag(periode="2026-K3")
    assert eerste.ervoor is None
    assert "niets om mee te vergelijken" in zinnen(eerste)


async def test_alleen_het_jaarverslag_toont_doelen_en_alleen_wie_het_mag(vraag: Vraag, keten: Keten) -> None:
    """KN-besluit-2: measured yearly. A COA key sees neither these nor the figures of the municipality."""
    voer_bestand_in(keten.escalatie, NIEUWJAAR - DAG)
    jaar = await vraag(soort="jaar", periode="2026")
    assert jaar.indicatoren is not None
    assert [punt.vastgesteld for punt in jaar.indicatoren.speerpunten] == ["nog vast te stellen"] * 5
    assert (await vraag()).indicatoren is None
    coa = await vraag(soort="jaar", periode="2026", kijker=Kijker(rol=Rol.COA, locatie=LOCATIE))
    assert (coa.indicatoren, coa.cijfers) == (None, None)
    assert "rapportcijfer" not in coa.model_dump_json()
    assert verslagstuk(jaar, AMSTERDAM)[-1]["kop"] == "Los hiervan: speerpunten van de hele gemeente"


async def test_rapportcijfers_staan_in_elk_verslag_naast_geregistreerde_cijfers(vraag: Vraag, keten: Keten) -> None:
    """TB-1.2, LV-2: in one table, each with its source."""
    voer_bestand_in(keten.escalatie, NIEUWJAAR - DAG)
    uit = await vraag(periode="2026-K4")
    [deel] = [deel for deel in verslagstuk(uit, AMSTERDAM) if deel["kop"] == "Cijfers van de gemeente"]
    [tabel] = deel["tabellen"]
    rijen = {rij[0]: rij[1:] for rij in tabel["rijen"]}
    assert tabel["koppen"][1:5] == sorted(tabel["koppen"][1:5], reverse=True)
    assert rijen["Woninginbraken"] == ["96", "130", "188", "200", "Geregistreerd", "KN tabel 1"]
    assert rijen["Rapportcijfer veiligheid in de buurt"] == [
        *("7,8", "8,0", "8,0", "7,8"),
        *("Wat inwoners vinden", "KN tabel 2"),
    ]


async def test_de_tijd_voordat_er_iets_was_telt_niet_als_rust(vraag: Vraag, keten: Keten) -> None:
    """The location opened on 22 September: one report a day since is no rise, and there is no row for January."""
    meld(keten, 100, datetime(2026, 9, 22, 12, tzinfo=UTC))
    uit = await vraag(soort="jaar", periode="2026")
    assert uit.gemeten_sinds == date(2026, 9, 22)
    assert uit.meldingen.trend.weken == 14
    assert uit.meldingen.trend.conclusie == "geen duidelijke stijging of daling"
    assert [maand.maand for maand in uit.maanden] == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert "Er is geteld vanaf dinsdag 22 september 2026." in zinnen(uit)
    assert [maand.maand for maand in (await vraag(soort="jaar", peildatum="2026-10-05")).maanden][-1] == "2026-10"
    assert (await vraag(soort="jaar", periode="2025")).maanden == ()


@pytest.mark.parametrize(
    ("soort", "periode", "reden"),
    [
        ("kwartaal", "2026", "Schrijf een kwartaal als 2026-K4."),
        ("kwartaal", "2026-K5", "Schrijf een kwartaal als 2026-K4."),
        ("jaar", "2026-K4", "Schrijf een jaar als 2026."),
        ("jaar", "0000", "Schrijf een jaar als 2026."),
        ("jaar", "٢٠٢٦", "Schrijf een jaar als 2026."),
        ("jaar", "2028", "Kies een jaar dat al begonnen is."),
        ("kwartaal", "2027-K2", "Kies een kwartaal dat al begonnen is."),
    ],
)
def test_een_verkeerde_periode_wordt_geweigerd(soort: str, periode: str, reden: str) -> None:
    """With the field, and what to write."""
    with pytest.raises(OngeldigeInvoer) as fout:
        lees_verslagperiode(soort, periode, NIEUWJAAR, AMSTERDAM)  # type: ignore[arg-type]
    assert [(een.veld, een.reden) for een in fout.value.fouten] == [("periode", reden)]


async def test_op_scherm_en_papier_hetzelfde(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """Every sentence and cell of the page is in the PDF, which is tagged and in Dutch."""
    meld(keten, 40, datetime(2026, 10, 2, 12, tzinfo=UTC), DAG)
    voer_bestand_in(keten.escalatie, NIEUWJAAR - DAG)
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, NIEUWJAAR)
    client = await deur.sessie(Rol.OOV)
    scherm = await client.get("/rapportage/verslag?soort=jaar&periode=2026")
    papier = await client.get("/rapportage/verslag.pdf?soort=jaar&periode=2026")
    fout = await client.get("/rapportage/verslag?periode=%3Cb%3E")
    assert scherm.status_code == papier.status_code == 200
    assert "Jaarverslag 2026, Noodopvang Rokkeveenseweg" in scherm.text
    pdf = PdfReader(BytesIO(papier.content))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert pdf.trailer["/Root"]["/Lang"] == "nl-NL"  # type: ignore[index]
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    for woorden in (
        "nog vast te stellen",
        "Aantal per maand",
        "Rapportcijfer veiligheid in de stad",
        "7,6",
        "KN tabel 2",
    ):
        assert woorden in tekst
        assert woorden in scherm.text
    assert (fout.status_code, "<b>" in fout.text) == (400, False)


async def test_wie_het_verslag_mag_lezen(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> None:
    """Not the council: these are numbers of one location, unshielded."""
    keten.meld("a", NIEUWJAAR - DAG)
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, NIEUWJAAR)
    pad = f"/rapportage/v1/verslagen?soort=jaar&locatie={LOCATIE}"
    for rol, plek, status in (
        (Rol.OOV, None, 200),
        (Rol.RAAD, None, 403),
        (Rol.COA, LOCATIE, 200),
        (Rol.COA, "zoetermeer", 403),
    ):
        async with deur.sleutel(rol, plek) as client:
            assert (await client.get(pad)).status_code == status, rol
    async with deur.sleutel(Rol.OOV) as client:
        assert (await client.get(pad)).json()["periode"] == "2027"
        assert (await client.get(f"{pad}&periode=x")).json()["fouten"][0]["veld"] == "periode"

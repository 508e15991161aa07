"""The evaluation of the first quarter: what it counts, what it does not claim, and the same on screen and on paper."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from services.rapportage.application import op
from services.rapportage.grafiek import Palet
from services.rapportage.paginas.evaluatiestuk import stuk
from services.rapportage.plek import Kijker
from services.rapportage.store import Zaakvragen
from services.rapportage.tijdlijn import ALLES
from services.rapportage.verslagen.evaluatie import Evaluatie
from services.rapportage.verslagen.evaluatietekening import evaluatieplaten
from services.rapportage.week import begin as middernacht
from shared.contracts import overleg as o
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.web import Toegang
from tests.rapportage.cijfers import voer_bestand_in
from tests.rapportage.deur import open_deur
from tests.rapportage.feiten import GEMEENTE, LOCATIE, Keten, neem, nr
from tests.rapportage.kwartaal import kwartaal

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
UUR, DAG = timedelta(hours=1), timedelta(days=1)
AANKOMST = datetime(2026, 9, 29, 8, 0, tzinfo=UTC)
"""The first residents, in the profile of Zoetermeer; the quarter ends on 28 December."""
NA = datetime(2026, 12, 29, 9, 0, tzinfo=UTC)
Vraag = Callable[..., Awaitable[Evaluatie]]


@pytest.fixture
def vraag(ledger: Ledger, keten: Keten, profielen: Profielen, oov: Kijker) -> Vraag:
    """Take in what was told, and ask on the day after the quarter."""
    alles = op(ledger, profielen)

    async def stel(nu: datetime = NA, *, locatie: str = LOCATIE, kijker: Kijker = oov, **vraag: str) -> Evaluatie:
        neem(ledger, *keten.events)
        return await alles.evaluatie.evaluatie(alles.dienst.plek(locatie), kijker, nu, **vraag)

    return stel


async def test_de_periode_is_het_eerste_kwartaal_na_aankomst(vraag: Vraag, keten: Keten) -> None:
    """From the day of the profile, three months: what was before or after it is not in it."""
    for naam, wanneer in (("voor", -DAG), ("eerste", UUR), ("laatste", 90 * DAG), ("na", 91 * DAG)):
        keten.meld(naam, AANKOMST + wanneer)
    uit = await vraag(NA + 9 * DAG)
    assert (uit.aankomst, uit.van, uit.tot) == (date(2026, 9, 29), date(2026, 9, 29), date(2026, 12, 28))
    assert (uit.meldingen.totaal, uit.volledig, uit.regels) == (2, True, ("LVS-0.5", "LVS-1.3"))
    assert not (await vraag(NA - 2 * DAG)).volledig


async def test_aantallen_en_soorten_per_week(vraag: Vraag, keten: Keten) -> None:
    """Seven days from the first day; the sum over the weeks is the total."""
    for week in range(13):
        for n in range(week % 3 + 1):
            keten.meld(f"m{week}-{n}", AANKOMST + week * 7 * DAG + n * DAG, aard="crimineel" if n else "overlast")
    keten.incident("i", AANKOMST + 8 * DAG, gevolgen_openbare_orde=True)
    uit = await vraag()
    assert [week.meldingen for week in uit.weken] == [n % 3 + 1 for n in range(13)]
    assert sum(week.meldingen for week in uit.weken) == uit.meldingen.totaal
    assert [week.incidenten for week in uit.weken][:3] == [0, 1, 0]
    assert {een.code: een.aantal for een in uit.weken[2].per_aard if een.aantal} == {"overlast": 1, "crimineel": 2}
    assert uit.incidenten.met_gevolgen_openbare_orde == 1
    assert uit.meldingen.trend.weken == 13


async def test_de_trend_gebruikt_alleen_hele_weken_die_voorbij_zijn(vraag: Vraag, keten: Keten) -> None:
    """Half way through week six there are five."""
    keten.meld("a", AANKOMST)
    uit = await vraag(AANKOMST + 38 * DAG)
    assert [week.volledig for week in uit.weken] == [True] * 5 + [False]
    assert uit.meldingen.trend.weken == 5


async def test_een_week_die_nog_moet_komen_is_niet_nul(vraag: Vraag, keten: Keten) -> None:
    """It is not there until it begins, at local midnight; the picture says why the last one cannot be compared."""
    keten.meld("a", AANKOMST)
    begin_ = middernacht(date(2026, 10, 6), AMSTERDAM)
    for nu, weken in ((AANKOMST - DAG, 0), (begin_ - UUR / 60, 1), (begin_, 2), (NA, 13), (NA + 99 * DAG, 13)):
        assert [week.nummer for week in (await vraag(nu)).weken] == list(range(1, weken + 1))
    loopt, heel = await vraag(begin_), await vraag(NA)
    assert "die week loopt nog" in evaluatieplaten(loopt, Palet())["meldingen_per_week"].legenda
    assert "gestreept" not in evaluatieplaten(heel, Palet())["meldingen_per_week"].legenda
    kort = heel.weken[-1].model_copy(update={"volledig": False, "tot": heel.weken[-1].van})
    platen = evaluatieplaten(heel.model_copy(update={"weken": (*heel.weken[:-1], kort)}), Palet())
    assert "minder dan zeven dagen" in platen["incidenten_per_week"].legenda


async def test_wat_achteraf_is_ingevoerd_heeft_geen_doorlooptijd_en_dat_staat_er(vraag: Vraag, keten: Keten) -> None:
    """Not that nothing was received: that would deny the number above it."""
    keten.meld("oud", AANKOMST + DAG, op=NA - DAG, registratie="historisch")
    uit = await vraag()
    [zinnen] = [deel["zinnen"] for deel in stuk(uit, AMSTERDAM) if deel["kop"] == "Doorlooptijden van meldingen"]
    assert (uit.meldingen.totaal, uit.meldingen.waarvan_historisch) == (1, 1)
    assert "Wat achteraf is ingevoerd of is ingetrokken, telt hier niet mee." in zinnen[0]


async def test_wat_van_de_afspraken_terechtkwam(vraag: Vraag, keten: Keten) -> None:
    """In time, too late, over its date, still open, lapsed; one moved to a later date is judged by that date."""
    uiterlijk, begin = AANKOMST + 9 * DAG, AANKOMST + DAG
    for naam in ("tijdig", "laat", "over", "weg", "verzet"):
        keten.spreek_af(naam, "coa", op=begin, uiterlijk=uiterlijk)
    keten.spreek_af("open", "coa", op=begin, uiterlijk=NA + DAG)
    keten.kom_na("tijdig", op=uiterlijk - UUR)
    keten.kom_na("laat", op=uiterlijk + UUR)
    keten.laat_vervallen("weg", op=begin + UUR)
    plek = {"gemeente": GEMEENTE, "locatie": LOCATIE}
    later = o.AfspraakVerzet(**plek, afspraak_id=nr("verzet"), van=uiterlijk, naar=uiterlijk + 9 * DAG)
    keten.overleg.zeg(nr("verzet"), later, begin + UUR)
    keten.kom_na("verzet", op=uiterlijk + DAG)
    beeld = (await vraag()).afspraken
    assert beeld is not None
    assert (beeld.gemaakt, beeld.op_tijd_nagekomen, beeld.te_laat_nagekomen) == (6, 2, 1)
    assert (beeld.over_datum, beeld.nog_open, beeld.vervallen) == (1, 1, 1)


async def test_meldingen_rond_een_maatregel(vraag: Vraag, keten: Keten) -> None:
    """Four weeks before, during, and four weeks after, until a fact ended it; with the caveat."""
    begin = AANKOMST + 30 * DAG
    keten.leg_op("m", op=begin, dagen=30)
    keten.laat_verlopen("m", op=begin + 10 * DAG)
    keten.leg_op("loopt", op=NA - 3 * DAG, dagen=30)
    for n, dagen in enumerate((-29, -28, -1, 0, 9, 10, 37, 38)):
        keten.meld(f"m{n}", begin + dagen * DAG)
    uit = await vraag()
    assert uit.maatregelen is not None
    eerste, tweede = uit.maatregelen
    assert (eerste.meldingen_voor, eerste.meldingen_tijdens, eerste.meldingen_na) == (2, 2, 2)
    assert (eerste.dagen_tijdens, eerste.einde) == (10, begin + 10 * DAG)
    assert tweede.meldingen_na is None
    assert "bewijst niet" in uit.kanttekening_maatregelen


async def test_wat_bij_het_einde_van_een_periode_begint_hoort_bij_de_volgende(ledger: Ledger, keten: Keten) -> None:
    """Agreements and measures alike; and of two extensions the longest holds, whichever was told first."""
    begin, einde = AANKOMST, AANKOMST + 30 * DAG
    for naam, moment in (("eerst", begin), ("net-niet", einde)):
        keten.spreek_af(f"a {naam}", "coa", op=moment, uiterlijk=moment + DAG)
        keten.leg_op(f"m {naam}", op=moment, dagen=1)
    for dagen in (40, 20):
        wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "maatregel_id": nr("m eerst")}
        keten.overleg.zeg(nr("m eerst"), o.MaatregelVerlengd(**wat, eindigt=begin + dagen * DAG), begin + UUR)
    neem(ledger, *keten.events)
    vragen = Zaakvragen(ledger)
    afspraken = await vragen.afspraken(GEMEENTE, lambda _: True, begin, einde, NA)
    maatregelen = await vragen.maatregelen(GEMEENTE, lambda _: True, einde, NA)
    assert [een.uiterlijk for een in afspraken] == [begin + DAG]
    assert [(een.maatregel_id, een.einde) for een in maatregelen] == [(nr("m eerst"), begin + 40 * DAG)]


async def test_na_de_enige_maatregel_wordt_vier_weken_verder_gelezen(vraag: Vraag, keten: Keten) -> None:
    """Also where it ended long before the peildatum."""
    begin = AANKOMST + 5 * DAG
    keten.leg_op("m", op=begin, dagen=10)
    for n, dagen in enumerate((9, 11, 37, 39)):
        keten.meld(f"m{n}", begin + dagen * DAG)
    [een] = (await vraag()).maatregelen or ()
    assert (een.meldingen_tijdens, een.meldingen_na) == (1, 2)


@pytest.mark.parametrize("soort", ["crisismaatregel", "tijdelijk-huisverbod"])
async def test_wat_gezondheid_of_huis_raakt_staat_niet_in_de_evaluatie(vraag: Vraag, keten: Keten, soort: str) -> None:
    """Not even its number (LVS-3.1)."""
    keten.leg_op("m", op=AANKOMST + DAG, soort=soort)
    assert (await vraag()).maatregelen == ()


async def test_wie_het_niet_mag_zien_krijgt_het_niet(vraag: Vraag) -> None:
    """Agreements and measures are absent, not empty."""
    uit = await vraag(kijker=Kijker(rol=Rol.PIKET, zicht=replace(ALLES, overleg=False, maatregelen=False)))
    assert (uit.afspraken, uit.maatregelen) == (None, None)


async def test_zonder_aankomst_zijn_het_de_laatste_dertien_weken(vraag: Vraag) -> None:
    """The municipality itself has no day on which residents came: the answer says so."""
    uit = await vraag(locatie="zoetermeer")
    assert (uit.aankomst, uit.tot, (uit.tot - uit.van).days) == (None, NA.date(), 90)


async def test_de_peildatum_geeft_de_evaluatie_van_toen(vraag: Vraag, keten: Keten) -> None:
    """What was reported afterwards was not known on the day."""
    keten.meld("a", AANKOMST + DAG)
    keten.meld("later", AANKOMST + DAG, op=NA + 3 * DAG)
    nu = NA + 5 * DAG
    assert (await vraag(nu, peildatum="2026-12-29")).meldingen.totaal == 1
    assert (await vraag(nu)).meldingen.totaal == 2


async def test_op_het_scherm_en_op_papier_staat_hetzelfde(
    ledger: Ledger, profielen: Profielen, toegang: Toegang
) -> None:
    """Every table of the page is in the PDF, which is tagged."""
    keten = kwartaal(aantal=120, begin=AANKOMST)
    keten.leg_op("m", op=AANKOMST + 30 * DAG)
    neem(ledger, *keten.events)
    client = await open_deur(ledger, profielen, toegang, NA).sessie(Rol.OOV)
    html = (await client.get("/rapportage/evaluatie")).text
    papier = await client.get("/rapportage/evaluatie.pdf")
    fout = await client.get("/rapportage/evaluatie?peildatum=9")
    await client.aclose()
    pdf = PdfReader(BytesIO(papier.content))
    tekst = " ".join(" ".join(bladzijde.extract_text().split()) for bladzijde in pdf.pages)
    for zin in ("Samenvatting", "Meldingen rond elke maatregel", "Dit bewijst niet", "Doorgezet naar een partner"):
        assert (zin in html, zin in tekst) == (True, True), zin
    assert html.count("<table") == html.count("<caption>") > 8
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert (fout.status_code, "Er klopt iets niet" in fout.text) == (400, True)


async def test_de_evaluatie_over_http(ledger: Ledger, profielen: Profielen, toegang: Toegang) -> None:
    """By role; the council sees no small numbers."""
    deur = open_deur(ledger, profielen, toegang, NA)
    for rol, status in ((Rol.OOV, 200), (Rol.BURGEMEESTER, 200), (Rol.RAAD, 403)):
        async with deur.sleutel(rol) as client:
            antwoord = await client.get("/rapportage/v1/evaluaties", params={"locatie": LOCATIE})
            assert antwoord.status_code == status
    async with deur.sleutel(Rol.OOV) as client:
        fout = await client.get("/rapportage/v1/evaluaties", params={"locatie": LOCATIE, "peildatum": "x"})
    assert [een["veld"] for een in fout.json()["fouten"]] == ["peildatum"]


async def test_rapportcijfers_staan_naast_geregistreerde_cijfers(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """TB-1.2, LV-2: on screen, on paper, by the API and as a table; as known at the peildatum; the COA sees its own."""
    voer_bestand_in(keten.escalatie, AANKOMST + 9 * DAG)
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, NA)
    api = "/rapportage/v1/evaluaties"
    async with deur.sleutel(Rol.OOV) as client:
        nu = (await client.get(api, params={"locatie": LOCATIE})).json()["cijfers"]
        eerder = (await client.get(api, params={"locatie": LOCATIE, "peildatum": "2026-10-01"})).json()["cijfers"]
        tabel = (await client.get(api, params={"locatie": LOCATIE, "formaat": "csv"})).text
    async with deur.sleutel(Rol.COA, LOCATIE) as client:
        coa = (await client.get(api, params={"locatie": LOCATIE})).json()["cijfers"]
    client = await deur.sessie(Rol.OOV)
    html = (await client.get("/rapportage/evaluatie")).text
    pdf = PdfReader(BytesIO((await client.get("/rapportage/evaluatie.pdf")).content))
    tekst = " ".join(" ".join(bladzijde.extract_text().split()) for bladzijde in pdf.pages)
    marks = next(een for een in nu if een["reeks"] == "rapportcijfer-veiligheid-stad")
    assert [jaar["waarde"] for jaar in marks["jaren"]] == [7.5, 7.6, 7.6, 7.5]
    assert [een["soort"] for een in nu] == ["objectief"] * 5 + ["subjectief"] * 4
    assert (eerder, coa) == ([], None)
    assert '"cijfers: subjectief, rapportcijfer",rapportcijfer-veiligheid-stad' in tabel
    for woorden in ("Rapportcijfer veiligheid in de stad", "7,6", "5.894", "KN tabel 2", "Wat inwoners vinden"):
        assert (woorden in html, woorden in tekst) == (True, True), woorden

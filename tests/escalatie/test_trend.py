"""Growth and yearly norms, live: from a report to an escalation that explains itself."""

from datetime import date, timedelta

import pytest

from services.escalatie.application.normen import voer_in
from services.escalatie.application.openen import Zaken
from shared.contracts.escalatie import AlarmNietVerzonden, DrempelHerzien, DrempelOverschreden, Periodecijfer
from shared.contracts.intake import MeldingIngetrokken
from shared.facts import Context
from shared.profiel import Profiel, laad
from tests.escalatie.gegeven import BEGIN, DAG, GEMEENTE, LOCATIE, UUR, drempel, melding
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten

WEEK = 7 * DAG
GROEI = drempel(code="groei", soort="groei", aard=(), grens=5, venster=4 * WEEK, vergelijk_met=10 * WEEK)
NORM = drempel(code="norm", soort="jaarnorm", aard=(), locaties=(), grens=40, venster=None)
REEKS = drempel(code="reeks", soort="jaarnorm", aard=(), locaties=(), grens=600, venster=None, reeks="jeugd")


@pytest.fixture
def profiel() -> Profiel:
    """Growth, a norm on reports, and one on an imported series."""
    zoetermeer = laad("zoetermeer")
    plekken = tuple(
        plek.model_copy(update={"geopend_op": None, "eerste_bewoners_op": None}) for plek in zoetermeer.locaties
    )
    return zoetermeer.model_copy(update={"drempels": (GROEI, NORM, REEKS), "locaties": plekken})


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


def gekruist(keten: Opstelling, code: str) -> list[DrempelOverschreden]:
    """How often this threshold was crossed."""
    feiten = (feit.fact for feit in keten.feiten(DrempelOverschreden))
    return [feit for feit in feiten if isinstance(feit, DrempelOverschreden) and feit.drempel == code]


async def weken_lang(keten: Opstelling, weken: int, eerste: int = 100, **anders: object) -> None:
    """One report a week, up to four weeks before the begin."""
    momenten = (BEGIN - 4 * WEEK - n * WEEK for n in range(weken))
    await keten.hoor(*(melding(eerste + n, op=op, **anders) for n, op in enumerate(momenten)))


async def test_groei_legt_uit_waarmee_is_vergeleken(keten: Opstelling) -> None:
    """LVS-1.4: one a week for ten weeks, then many: with both counts, the expectation and the chance."""
    await weken_lang(keten, 11)
    feiten = await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR) for n in range(12)))
    [feit] = gekruist(keten, "groei")
    assert feit.groei is not None
    assert (feit.groei.dagen, feit.groei.dagen_ervoor, feit.groei.vergeleken) == (28, 70, 10)
    assert feit.groei.kans <= GROEI.kans_hoogstens
    assert feit.telling == len(feit.feiten)
    assert set(feit.feiten) & set(feiten)
    assert "verwacht u er nu 4" in feit.toelichting
    assert feit.venster is not None
    zaak = await keten.inzage.zaak(feit.escalatie_id)
    assert "De kans dat dit toeval is" in zaak.overschreden.toelichting


async def test_na_een_alarm_kan_het_weer_groeien(keten: Opstelling) -> None:
    """What comes on top of growth that was dealt with, two months later, is an escalation of its own."""
    await weken_lang(keten, 11)
    await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR) for n in range(12)))
    [eerste] = gekruist(keten, "groei")
    await keten.bevestig(eerste.escalatie_id, "om")
    await keten.sluit_af(eerste.escalatie_id)
    keten.nu += 9 * WEEK
    await keten.hoor(*(melding(20 + n, op=keten.nu - n * UUR) for n in range(120)))
    _, tweede = gekruist(keten, "groei")
    assert tweede.escalatie_id != eerste.escalatie_id
    assert not set(tweede.feiten) & set(eerste.feiten)


async def test_zonder_acht_weken_geen_groei(keten: Opstelling) -> None:
    """Seven weeks of history are too few, and the page says so."""
    await weken_lang(keten, 7)
    await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR) for n in range(12)))
    assert gekruist(keten, "groei") == []
    [stand] = [stand for stand in await keten.inzage.standen(keten.nu) if stand.drempel.code == "groei"]
    assert stand.vanaf is None
    assert "minder dan acht weken" in stand.toelichting


async def test_de_stand_zegt_vanaf_hoeveel_het_groei_is(keten: Opstelling) -> None:
    """The count of the last four weeks, against the number from which it is growth."""
    await weken_lang(keten, 12)
    await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR) for n in range(3)))
    [stand] = [stand for stand in await keten.inzage.standen(keten.nu) if stand.drempel.code == "groei"]
    assert stand.telling == 3
    assert stand.vanaf is not None
    assert stand.vanaf > 5


async def test_historie_is_geen_groei_maar_wel_vergelijking(keten: Opstelling) -> None:
    """Imported weeks count in the comparison; imported growth warns nobody, and that is recorded once a week."""
    await weken_lang(keten, 11, registratie="historisch")
    await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR, registratie="historisch") for n in range(14)))
    assert gekruist(keten, "groei") == []
    niet = [feit.fact for feit in keten.feiten(AlarmNietVerzonden) if isinstance(feit.fact, AlarmNietVerzonden)]
    assert [(feit.drempel, feit.reden) for feit in niet if feit.drempel == "groei"] == [("groei", "historisch")]


async def test_groei_wordt_teruggenomen(keten: Opstelling) -> None:
    """Withdrawn one by one, until it is no growth any more: each time it is said."""
    await weken_lang(keten, 11)
    await keten.hoor(*(melding(n, op=BEGIN - DAG + n * UUR) for n in range(12)))
    [_] = gekruist(keten, "groei")
    plek = {"gemeente": GEMEENTE, "locatie": LOCATIE, "door": "meldpunt", "reden": "vergissing"}
    for nummer in range(7):
        await keten.hoor(MeldingIngetrokken.model_validate({**plek, "melding_id": melding(nummer).melding_id}))
    herzien = [feit.fact for feit in keten.feiten(DrempelHerzien) if isinstance(feit.fact, DrempelHerzien)]
    gezegd = [feit.nog_overschreden for feit in herzien if feit.drempel == "groei"]
    assert gezegd
    assert gezegd[-1] is False
    assert sorted(gezegd, reverse=True) == gezegd


async def test_een_jaarnorm_op_meldingen_waarschuwt_een_keer(keten: Opstelling) -> None:
    """For the whole municipality: the forecast passes the norm before the count does, and warns once a year."""
    await keten.hoor(*(melding(n, op=BEGIN - 84 * DAG + n * 3 * DAG) for n in range(26)))
    [feit] = gekruist(keten, "norm")
    assert feit.verwachting is not None
    assert feit.locatie == "alle"
    assert feit.telling < NORM.grens < feit.verwachting.verwacht
    assert feit.verwachting.laag <= feit.verwachting.verwacht <= feit.verwachting.hoog
    assert "Met seizoenen is niet gerekend" in feit.toelichting


@pytest.mark.parametrize(("weken", "gaat_af"), [(7, False), (8, True), (20, True)])
async def test_ingevoerde_cijfers(keten: Opstelling, weken: int, gaat_af: bool) -> None:
    """LV-3: weeks of 14 lead to 730 a year: nothing from seven weeks, a warning from eight, with 600 far away still."""
    begin = date(2026, 1, 5)
    perioden = [
        Periodecijfer(van=begin + n * WEEK, tot=begin + n * WEEK + timedelta(days=6), aantal=14) for n in range(weken)
    ]
    zoetermeer = keten.profielen.van(GEMEENTE)
    for _ in range(2):
        verwacht = keten.ledger.run_sync(
            lambda tx: voer_in(Zaken(tx, zoetermeer, "x"), "jeugd", "politie", perioden), Context(keten.nu, CORRELATIE)
        )
    assert bool(verwacht) is gaat_af
    gevonden = gekruist(keten, "reeks")
    assert len(gevonden) == int(gaat_af)
    if gaat_af:
        assert gevonden[0].telling == 14 * weken < REEKS.grens
        assert gevonden[0].verwachting is not None
        assert gevonden[0].verwachting.verwacht == pytest.approx(730, abs=1)
    [stand] = [stand for stand in await keten.inzage.standen(keten.nu) if stand.drempel.code == "reeks"]
    assert ("minder dan acht weken" in stand.toelichting) is not gaat_af
    assert keten.ledger.views_differ() == []

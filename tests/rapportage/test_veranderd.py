"""What changed between two moments at which a week was known: numbers, escalations, measures, the next meeting."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from services.rapportage.application import Rapportagedienst, veranderingen
from services.rapportage.plek import Kijker
from services.rapportage.verloop.veranderd import Veranderingen
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.ledger import Ledger
from shared.profiel import Rol
from tests.rapportage.conftest import ZONDAG
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, neem, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)
PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE}
PAD = "/rapportage/v1/veranderingen"
Vraag = Callable[..., Awaitable[Veranderingen]]


@pytest.fixture
def vraag(ledger: Ledger, keten: Keten, dienst: Rapportagedienst, oov: Kijker) -> Vraag:
    """Take in what was told, and ask what changed since Wednesday evening."""

    async def stel(eerder: str | None = "2026-11-18", *, kijker: Kijker = oov, **meer: str) -> Veranderingen:
        neem(ledger, *keten.events)
        return await veranderingen(dienst, dienst.plek(LOCATIE), kijker, ZONDAG, eerder=eerder, **meer)

    return stel


def anders(uit: Veranderingen) -> dict[tuple[str, str], tuple[int, int]]:
    """The numbers that changed."""
    return {(een.onderdeel, een.code): (een.eerder, een.nu) for een in uit.tellingen}


async def test_een_late_melding_en_een_verbetering_veranderen_aantallen(vraag: Vraag, keten: Keten) -> None:
    """Only what is otherwise than it was: what stayed the same is not named."""
    keten.meld("a", DINSDAG)
    keten.meld("b", DINSDAG, kanaal="telefoon")
    keten.meld("laat", DINSDAG, op=DINSDAG + 3 * DAG, kanaal="telefoon")
    soort = i.MeldingGeclassificeerd(**PLEK, melding_id=nr("a"), door="meldpunt", aard="crimineel", thema="geluid")
    keten.intake.zeg(nr("a"), soort, DINSDAG + 3 * DAG)
    assert anders(await vraag()) == {
        ("Meldingen", "totaal"): (2, 3),
        ("Meldingen naar aard", "crimineel"): (0, 1),
        ("Meldingen naar plaats", "buiten-noodopvang"): (2, 3),
        ("Meldingen naar kanaal", "telefoon"): (1, 2),
        ("Meldingen naar gebied", "niet-opgegeven"): (2, 3),
        ("Meldingen naar thema", "geluid"): (2, 3),
        ("Meldingen naar wie of wat er last van had", "omwonenden"): (2, 3),
        ("Meldingen per dag", "2026-11-17"): (2, 3),
    }


async def test_wat_in_een_andere_week_gebeurde_verandert_deze_niet(vraag: Vraag, keten: Keten) -> None:
    """Reported since, about the week before; that week changed."""
    keten.meld("a", DINSDAG - 7 * DAG, op=DINSDAG + 3 * DAG)
    assert anders(await vraag()) == {}
    assert ("Meldingen", "totaal") in anders(await vraag(week="2026-W46"))


async def test_escalaties_en_maatregelen_die_nu_anders_staan(vraag: Vraag, keten: Keten) -> None:
    """Opened, closed and confirmed; begun, ended and prolonged; what stayed is not named."""
    for naam, op in (("dicht", DINSDAG), ("zeker", DINSDAG), ("zelfde", DINSDAG), ("nieuw", DINSDAG + 3 * DAG)):
        keten.open_escalatie(naam, op=op)
    keten.sluit_escalatie("dicht", op=DINSDAG + 3 * DAG)
    keten.bevestig("zeker", "oov", op=DINSDAG + 3 * DAG)
    for naam, dagen in (("kort", 2), ("langer", 14), ("blijft", 14)):
        keten.leg_op(naam, op=DINSDAG, dagen=dagen)
    keten.leg_op("begint", op=DINSDAG + 3 * DAG)
    verlengd = o.MaatregelVerlengd(**PLEK, maatregel_id=nr("langer"), eindigt=DINSDAG + 30 * DAG)
    keten.overleg.zeg(nr("langer"), verlengd, DINSDAG + 3 * DAG)
    uit = await vraag()
    assert uit.escalaties is not None
    assert uit.maatregelen is not None
    assert {zaak.id: zaak.wat for zaak in uit.escalaties} == {
        str(nr("dicht")): "gesloten",
        str(nr("zeker")): "bevestigd",
        str(nr("nieuw")): "geopend",
    }
    assert {zaak.id: zaak.wat for zaak in uit.maatregelen} == {
        str(nr("kort")): "afgelopen",
        str(nr("langer")): "ander-einde",
        str(nr("begint")): "begonnen",
    }


async def test_het_volgende_overleg_toen_en_nu(vraag: Vraag, keten: Keten) -> None:
    """Planned since."""
    keten.plan("lvos", ZONDAG + DAG, op=DINSDAG + 3 * DAG)
    uit = await vraag()
    assert uit.volgend_overleg_eerder is None
    assert uit.volgend_overleg_nu is not None
    assert uit.volgend_overleg_nu.overleg_id == nr("lvos")


async def test_zonder_datum_is_het_sinds_een_week_geleden(vraag: Vraag) -> None:
    """The LVOS comes together weekly; the week is the one of then."""
    uit = await vraag(None)
    assert (uit.eerder, uit.peildatum, uit.week.code) == (ZONDAG - 7 * DAG, ZONDAG, "2026-W46")


async def test_op_hetzelfde_moment_is_er_niets_veranderd(vraag: Vraag, keten: Keten) -> None:
    """A picture compared with itself."""
    keten.meld("a", DINSDAG)
    uit = await vraag("2026-11-18", peildatum="2026-11-18")
    assert (uit.tellingen, uit.escalaties, uit.maatregelen) == ((), (), ())


async def test_wie_het_niet_mag_zien_krijgt_het_niet(vraag: Vraag) -> None:
    """Escalations and measures are absent, not empty."""
    uit = await vraag(kijker=Kijker())
    assert (uit.escalaties, uit.maatregelen) == (None, None)


@pytest.mark.parametrize(
    ("vraag_", "veld"),
    [
        ({"eerder": "gisteren"}, "eerder"),
        ({"eerder": "2030-01-01"}, "eerder"),
        ({"eerder": "2026-11-20", "peildatum": "2026-11-19"}, "eerder"),
        ({"peildatum": "gisteren"}, "peildatum"),
        ({"eerder": "2026-11-20", "week": "2026-W48"}, "week"),
    ],
)
async def test_een_verkeerde_vraag_noemt_het_veld(deur: Deur, vraag_: dict[str, str], veld: str) -> None:
    """Also a week that had not begun at the first moment: there was no picture of it."""
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(PAD, params={"locatie": LOCATIE, **vraag_})
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


async def test_veranderingen_over_http_en_als_pagina(deur: Deur) -> None:
    """The same for the screen, with the way to the other reports of this location."""
    async with deur.sleutel(Rol.OOV) as client:
        uit = (await client.get(PAD, params={"locatie": LOCATIE, "eerder": "2026-11-18"})).json()
    client = await deur.sessie(Rol.OOV)
    html = (await client.get("/rapportage/veranderd?eerder=2026-11-18")).text
    fout = await client.get("/rapportage/veranderd?eerder=9")
    await client.aclose()
    assert uit["week"]["code"] == "2026-W47"
    assert uit["tellingen"]
    assert all(een["naam"] in html for een in uit["tellingen"])
    assert 'href="/rapportage/evaluatie?locatie=gm0637%2Frokkeveenseweg"' in html
    assert html.count("<table") == html.count("<caption>") > 0
    assert (fout.status_code, "Er klopt iets niet" in fout.text) == (400, True)
    async with deur.sleutel(Rol.RAAD) as client:
        assert (await client.get(PAD, params={"locatie": LOCATIE})).status_code == 403

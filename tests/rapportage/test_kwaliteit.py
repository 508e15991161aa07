"""How good the figures are: what is unknown, late, double, corrected or silent."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from services.rapportage.application import Rapportagedienst, Verloopdienst
from services.rapportage.plek import Kijker
from services.rapportage.verloop.kwaliteit import Kwaliteit, Stilte, Veldkwaliteit
from shared.contracts import intake as i
from shared.ledger import Ledger
from shared.profiel import Rol
from tests.rapportage.conftest import ZONDAG
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, neem, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)
PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE}
Vraag = Callable[..., Awaitable[Kwaliteit]]


@pytest.fixture
def vraag(ledger: Ledger, keten: Keten, dienst: Rapportagedienst, oov: Kijker) -> Vraag:
    """Take in what was told, and ask."""

    async def stel(**dagen: str) -> Kwaliteit:
        neem(ledger, *keten.events)
        return await Verloopdienst(ledger).kwaliteit(dienst.plek(LOCATIE), oov, ZONDAG, **dagen)

    return stel


def veld(uit: Kwaliteit, code: str) -> Veldkwaliteit:
    """How often this field says nothing."""
    return next(een for een in uit.onbekend if een.veld == code)


def stilte(uit: Kwaliteit, code: str) -> Stilte:
    """Whether this channel is silent."""
    return next(een for een in uit.stiltes if een.code == code)


def corrigeer(keten: Keten, naam: str, op: datetime, **anders: object) -> None:
    """Something in a melding was wrong."""
    keten.intake.zeg(nr(naam), i.MeldingGecorrigeerd(**PLEK, melding_id=nr(naam), door="meldpunt", **anders), op)


async def test_per_veld_hoe_vaak_er_niets_staat(vraag: Vraag, keten: Keten) -> None:
    """A field that was left open, 'onbekend' and 'nog te bepalen'; aangifte only of what is criminal."""
    for n in range(6):
        anders = {"aard": "nog-te-bepalen", "plaats": None, "gericht_tegen": "onbekend"} if n < 2 else {}
        keten.meld(f"m{n}", DINSDAG, gebied="rokkeveen" if n else None, **anders)
    for n in range(5):
        keten.meld(f"c{n}", DINSDAG, aard="crimineel", gebied="dorp", aangifte="gedaan" if n else "onbekend")
    uit = await vraag()
    assert {een.veld: (een.onbekend, een.van) for een in uit.onbekend} == {
        "aard": (2, 11),
        "plaats": (2, 11),
        "gerichtTegen": (2, 11),
        "thema": (0, 11),
        "gebied": (1, 11),
        "aangifte": (1, 5),
    }
    assert veld(uit, "aangifte").aandeel == 0.2


async def test_van_minder_dan_vijf_staat_er_geen_aandeel(vraag: Vraag, keten: Keten) -> None:
    """The number stands there all the same."""
    keten.meld("a", DINSDAG, gebied=None)
    gevonden = veld(await vraag(), "gebied")
    assert (gevonden.onbekend, gevonden.van, gevonden.aandeel) == (1, 1, None)


async def test_wat_later_bekend_werd_is_niet_meer_onbekend(vraag: Vraag, keten: Keten) -> None:
    """Classified and corrected: from then on, not before."""
    keten.meld("a", DINSDAG, aard="nog-te-bepalen", gebied=None)
    soort = i.MeldingGeclassificeerd(**PLEK, melding_id=nr("a"), door="meldpunt", aard="overlast", thema="geluid")
    keten.intake.zeg(nr("a"), soort, DINSDAG + DAG)
    corrigeer(keten, "a", DINSDAG + DAG, gebied="dorp")
    toen, nu = await vraag(peildatum="2026-11-17"), await vraag()
    assert [(veld(uit, "aard").onbekend, veld(uit, "gebied").onbekend) for uit in (toen, nu)] == [(1, 1), (0, 0)]


async def test_wat_op_de_peildatum_zelf_bekend_werd_telt(vraag: Vraag, keten: Keten) -> None:
    """To the moment, and of two corrections the last; a moment before none of it was known."""
    keten.meld("a", DINSDAG, gebied=None)
    for gebied in ("dorp", "rokkeveen", ""):
        corrigeer(keten, "a", DINSDAG + DAG, **({"gebied": gebied} if gebied else {"thema": "overig"}))
    keten.intake.zeg(nr("stil"), i.LocatieStil(**PLEK, sinds=DINSDAG, regel="LVS-0.3"), DINSDAG + DAG)
    net_niet, net_wel = [await vraag(peildatum=(DINSDAG + DAG - s).isoformat()) for s in (UUR / 3600, 0 * UUR)]
    gevonden = [(veld(uit, "gebied").onbekend, uit.correcties, uit.systeem_stil is None) for uit in (net_niet, net_wel)]
    assert gevonden == [(1, 0, True), (0, 3, False)]


async def test_een_periode_loopt_van_middernacht_tot_middernacht(vraag: Vraag, keten: Keten) -> None:
    """The first moment of its first day counts, that of the day after its last does not."""
    middernacht = datetime.fromisoformat("2026-11-17T00:00:00+01:00")
    for naam, op in (("ervoor", -UUR / 3600), ("eerste", 0 * UUR), ("laatste", DAG - UUR / 3600), ("erna", DAG)):
        keten.meld(naam, middernacht + op)
    assert (await vraag(van="2026-11-17", tot="2026-11-17")).meldingen == 2


async def test_hoe_laat_er_werd_gemeld(vraag: Vraag, keten: Keten) -> None:
    """From what happened to the report; what was imported as history says nothing about it."""
    for n, later in enumerate((UUR, DAG, DAG, 2 * DAG, 7 * DAG, 7 * DAG + UUR / 3600)):
        keten.meld(f"m{n}", DINSDAG - later, op=DINSDAG)
    keten.meld("oud", DINSDAG - 90 * DAG, op=DINSDAG, registratie="historisch")
    uit = await vraag()
    meldingen, incidenten = uit.laat
    assert (meldingen.aantal, meldingen.mediaan_seconden) == (6, 24 * 3600)
    assert (meldingen.later_dan_een_dag, meldingen.later_dan_een_week) == (3, 1), (
        "exactly a day, or a week, is not later"
    )
    assert (uit.historisch, incidenten.aantal) == (1, 0)


async def test_dubbel_verbeterd_en_ingetrokken(vraag: Vraag, keten: Keten) -> None:
    """A link that was undone does not count; what was withdrawn counts in nothing else."""
    for naam in ("a", "b", "c", "weg"):
        keten.meld(naam, DINSDAG)
    for van, aan, soort in (("a", "b", "zelfde-voorval"), ("b", "c", "zelfde-voorval"), ("c", "a", "hoort-bij")):
        feit = i.MeldingGekoppeld(**PLEK, melding_id=nr(van), door="meldpunt", aan=nr(aan), soort=soort)
        keten.intake.zeg(nr(van), feit, DINSDAG + UUR)
    los = i.MeldingOntkoppeld(**PLEK, melding_id=nr("b"), door="meldpunt", aan=nr("c"))
    keten.intake.zeg(nr("b"), los, DINSDAG + 2 * UUR)
    corrigeer(keten, "a", DINSDAG + UUR, thema="drugs")
    corrigeer(keten, "a", DINSDAG + 2 * UUR, thema="geluid")
    weg = i.MeldingIngetrokken(**PLEK, melding_id=nr("weg"), door="meldpunt", reden="proef")
    keten.intake.zeg(nr("weg"), weg, DINSDAG + UUR)
    uit = await vraag()
    assert (uit.meldingen, uit.ingetrokken) == (3, 1)
    assert (uit.zelfde_voorval, uit.gecorrigeerd, uit.correcties) == (1, 1, 2)


async def test_een_kanaal_dat_langer_stil_is_dan_gewoon(vraag: Vraag, keten: Keten) -> None:
    """Every day by telephone until Tuesday, every day by form until now: on Sunday the telephone stands out."""
    for n in range(10):
        keten.meld(f"t{n}", DINSDAG - n * DAG, kanaal="telefoon")
        keten.meld(f"w{n}", ZONDAG - n * DAG - UUR, kanaal="webformulier")
    uit = await vraag()
    telefoon, formulier = stilte(uit, "kanaal-telefoon"), stilte(uit, "kanaal-webformulier")
    assert (telefoon.gewoon_seconden, telefoon.stil_seconden) == (24 * 3600, 5 * 24 * 3600)
    assert (telefoon.langer_dan_gewoon, formulier.langer_dan_gewoon) == (True, False)
    assert "of koppeling niet werkt" in uit.waarschuwing
    assert not stilte(uit, "meldingen").langer_dan_gewoon, "a sum hides which channel fails"
    assert not stilte(await vraag(peildatum="2026-11-17"), "kanaal-telefoon").langer_dan_gewoon


async def test_een_uur_zonder_melding_is_geen_stilte(vraag: Vraag, keten: Keten) -> None:
    """Ten calls in ten minutes do not make the next hours a silence; a day without one does."""
    for n in range(10):
        keten.meld(f"t{n}", ZONDAG - 23 * UUR - n * UUR / 60, kanaal="telefoon")
        keten.meld(f"w{n}", ZONDAG - 25 * UUR - n * UUR / 60, kanaal="webformulier")
    uit = await vraag()
    assert not stilte(uit, "kanaal-telefoon").langer_dan_gewoon
    assert stilte(uit, "kanaal-webformulier").langer_dan_gewoon


@pytest.mark.parametrize(("langer", "stil"), [(0 * DAG, False), (UUR / 3600, True)])
async def test_precies_zo_lang_als_gewoon_is_nog_geen_stilte(
    vraag: Vraag, keten: Keten, langer: timedelta, stil: bool
) -> None:
    """Every second day, and now just as long ago: a second more stands out."""
    for n in range(6):
        keten.meld(f"t{n}", ZONDAG - langer - 2 * (n + 1) * DAG, kanaal="telefoon")
    gevonden = stilte(await vraag(), "kanaal-telefoon")
    assert (gevonden.gewoon_seconden, gevonden.langer_dan_gewoon) == (2 * 24 * 3600, stil)


@pytest.mark.parametrize("stil_het_laatst", [True, False])
async def test_van_twee_berichten_op_een_moment_geldt_het_laatste(
    vraag: Vraag, keten: Keten, stil_het_laatst: bool
) -> None:
    """The order in which intake recorded them."""
    stil = i.LocatieStil(**PLEK, sinds=DINSDAG, regel="LVS-0.3")
    hoorbaar = i.LocatieHoorbaar(**PLEK, stil_sinds=DINSDAG)
    for feit in (hoorbaar, stil) if stil_het_laatst else (stil, hoorbaar):
        keten.intake.zeg(nr("stil"), feit, DINSDAG + UUR)
    assert ((await vraag()).systeem_stil is not None) == stil_het_laatst


async def test_een_kanaal_waarvan_niets_kwam_staat_er_ook(vraag: Vraag, keten: Keten) -> None:
    """Of the profile's channels none is left out; of too few pauses nothing is said."""
    keten.meld("a", DINSDAG, kanaal="telefoon")
    uit = await vraag()
    leeg, een = stilte(uit, "kanaal-winkeliers"), stilte(uit, "kanaal-telefoon")
    assert (leeg.ontvangen, leeg.laatste, leeg.langer_dan_gewoon) == (0, None, False)
    assert (een.ontvangen, een.gewoon_seconden, een.langer_dan_gewoon) == (1, None, False)


async def test_een_systeem_dat_niet_te_horen_is(vraag: Vraag, keten: Keten) -> None:
    """From the heartbeat of the COA, until it is heard again."""
    keten.intake.zeg(nr("stil"), i.LocatieStil(**PLEK, sinds=DINSDAG, regel="LVS-0.3"), DINSDAG + UUR)
    keten.intake.zeg(nr("stil"), i.LocatieHoorbaar(**PLEK, stil_sinds=DINSDAG), DINSDAG + 2 * DAG)
    toen, nu = await vraag(peildatum="2026-11-18"), await vraag()
    assert toen.systeem_stil is not None
    assert (toen.systeem_stil.sinds, toen.systeem_stil.regel) == (DINSDAG, "LVS-0.3")
    assert nu.systeem_stil is None


async def test_kwaliteit_over_http_en_als_pagina(deur: Deur) -> None:
    """With the warning that fewer meldingen can be a channel that fails."""
    async with deur.sleutel(Rol.OOV) as client:
        uit = await client.get("/rapportage/v1/kwaliteit", params={"locatie": LOCATIE})
        fout = await client.get("/rapportage/v1/kwaliteit", params={"locatie": LOCATIE, "tot": "x"})
    assert (uit.status_code, fout.status_code) == (200, 400)
    assert "Minder meldingen betekent niet altijd minder overlast" in uit.json()["waarschuwing"]
    client = await deur.sessie(Rol.OOV)
    html = (await client.get("/rapportage/kwaliteit")).text
    await client.aclose()
    assert "Minder meldingen betekent niet altijd minder overlast" in html
    assert html.count("<table") == html.count("<caption>") == 4


async def test_de_raad_ziet_de_kwaliteit_per_locatie_niet(deur: Deur) -> None:
    """Small numbers of one location are not the council's."""
    async with deur.sleutel(Rol.RAAD) as client:
        assert (await client.get("/rapportage/v1/kwaliteit", params={"locatie": LOCATIE})).status_code == 403

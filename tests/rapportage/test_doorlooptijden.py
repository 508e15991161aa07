"""How long the steps took: what counts, from when, and what is not said of too few."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from services.rapportage.application import Verloopdienst
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import bewaar
from services.rapportage.tijdlijn import ALLES
from services.rapportage.verloop.doorlooptijden import Doorlooptijden
from services.rapportage.verloop.stappen import Geval, Moment, Norm, Stap, duur
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Locatie, Profielen, Rol, laad
from tests.rapportage.conftest import ZONDAG
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, neem, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)
Vraag = Callable[..., Awaitable[Doorlooptijden]]


@pytest.fixture
def vraag(ledger: Ledger, keten: Keten, profielen: Profielen, oov: Kijker) -> Vraag:
    """Take in what was told, and ask."""
    plek = Plek(profielen.alle()[0], _locatie(profielen))

    async def stel(kijker: Kijker = oov, plek: Plek = plek, **dagen: str) -> Doorlooptijden:
        neem(ledger, *keten.events)
        return await Verloopdienst(ledger).doorlooptijden(plek, kijker, ZONDAG, **dagen)

    return stel


def _locatie(profielen: Profielen) -> Locatie:
    locatie = profielen.alle()[0].locatie(LOCATIE)
    assert locatie is not None
    return locatie


def stap(uit: Doorlooptijden, code: str) -> Stap:
    """The step with this code, of the meldingen."""
    return next(stap for stap in uit.meldingen.stappen if stap.code == code)


def norm(uit: Doorlooptijden, code: str, regel: str | None) -> Norm:
    """The rule with this id, at that step."""
    return next(norm for norm in stap(uit, code).normen if norm.regel == regel)


def meld(keten: Keten, aantal: int, **anders: object) -> list[str]:
    """So many meldingen on Tuesday at ten."""
    namen = [f"m{n}" for n in range(aantal)]
    for naam in namen:
        keten.meld(naam, DINSDAG, **anders)
    return namen


async def test_helft_en_negentig_procent_zijn_de_dichtstbijzijnde_rang(vraag: Vraag, keten: Keten) -> None:
    """Of 1 to 10 hours: five were within five hours, nine within nine."""
    for n, naam in enumerate(meld(keten, 10), 1):
        keten.zet_door(naam, "politie", op=DINSDAG, bezorgd=DINSDAG + n * UUR)
    gevonden = stap(await vraag(), "doorgezet")
    assert (gevonden.aantal, gevonden.mediaan_seconden, gevonden.p90_seconden) == (10, 5 * 3600, 9 * 3600)
    assert [(p.naam, p.aantal, p.mediaan_seconden) for p in gevonden.per_partner] == [("Politie", 10, 5 * 3600)]


async def test_van_minder_dan_vijf_gevallen_staat_er_geen_tijd(vraag: Vraag, keten: Keten) -> None:
    """Overall five, per partner three and two: only the first has figures, and the numbers are always there."""
    for n, naam in enumerate(meld(keten, 5)):
        keten.zet_door(naam, "coa" if n < 2 else "politie", op=DINSDAG, bezorgd=DINSDAG + UUR)
    uit = await vraag()
    gevonden = stap(uit, "doorgezet")
    assert (gevonden.mediaan_seconden, uit.kleinste_aantal) == (3600, 5)
    assert [(p.partner, p.aantal, p.mediaan_seconden, p.p90_seconden) for p in gevonden.per_partner] == [
        ("coa", 2, None, None),
        ("politie", 3, None, None),
    ]
    assert duur([UUR] * 4) == (4, None, None)


async def test_elke_stap_van_een_melding(vraag: Vraag, keten: Keten) -> None:
    """From received to told back, each from its own begin; the receipt to the reporter is no feedback."""
    for naam in meld(keten, 5, terugkoppeling_gewenst=True):
        keten.vertel(naam, op=DINSDAG, aanleiding="ontvangen")
        keten.zet_door(naam, "politie", op=DINSDAG, bezorgd=DINSDAG + UUR)
        keten.agendeer("lvos", naam, op=DINSDAG + 2 * UUR)
        keten.bespreek("lvos", naam, op=DINSDAG + DAG)
        keten.spreek_af(f"a {naam}", "politie", naam, op=DINSDAG + DAG, uiterlijk=DINSDAG + 2 * DAG)
        keten.kom_na(f"a {naam}", op=DINSDAG + DAG + 3 * UUR)
        keten.vertel(naam, op=DINSDAG + 3 * DAG)
        keten.sluit(naam, op=DINSDAG + 4 * DAG)
    uit = await vraag()
    assert {stap.code: (stap.aantal, stap.nog_niet, stap.mediaan_seconden) for stap in uit.meldingen.stappen} == {
        "doorgezet": (5, 0, 3600),
        "geagendeerd": (5, 0, 2 * 3600),
        "besproken": (5, 0, 24 * 3600),
        "afgesproken": (5, 0, 24 * 3600),
        "nagekomen": (5, 0, 3 * 3600),
        "teruggekoppeld": (5, 0, 3 * 24 * 3600),
        "gesloten": (5, 0, 4 * 24 * 3600),
    }
    assert stap(uit, "nagekomen").per_partner[0].partner == "politie"
    assert uit.incidenten.gevallen == 0


async def test_wat_niet_zo_ver_is_staat_ernaast(vraag: Vraag, keten: Keten) -> None:
    """Those that wait are not in the median; without them it would look faster than it is."""
    for n, naam in enumerate(meld(keten, 8)):
        if n < 6:
            keten.bespreek("lvos", naam, op=DINSDAG + DAG)
    gevonden = stap(await vraag(), "besproken")
    assert (gevonden.aantal, gevonden.nog_niet) == (6, 2)


async def test_historisch_en_ingetrokken_tellen_niet(vraag: Vraag, keten: Keten) -> None:
    """What was imported never went through the chain; what was withdrawn was none."""
    meld(keten, 2)
    keten.meld("oud", DINSDAG - 9 * DAG, op=DINSDAG, registratie="historisch")
    weg = i.MeldingIngetrokken(gemeente=GEMEENTE, locatie=LOCATIE, melding_id=nr("m1"), door="meldpunt", reden="proef")
    keten.intake.zeg(nr("m1"), weg, DINSDAG + DAG)
    assert (await vraag()).meldingen.gevallen == 1
    assert (await vraag(peildatum=(DINSDAG + UUR).isoformat())).meldingen.gevallen == 2


def terug(keten: Keten, naam: str, *, op: datetime) -> None:
    """A melding that was withdrawn is opened again."""
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "melding_id": nr(naam), "door": "meldpunt"}
    keten.intake.zeg(nr(naam), i.MeldingHeropend(**wat), op)


def trek_in(keten: Keten, naam: str, *, op: datetime) -> None:
    """It was none."""
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "melding_id": nr(naam), "door": "meldpunt", "reden": "proef"}
    keten.intake.zeg(nr(naam), i.MeldingIngetrokken(**wat), op)


@pytest.mark.parametrize("omgekeerd", [False, True])
async def test_van_intrekken_en_heropenen_geldt_het_laatste(
    ledger: Ledger, keten: Keten, profielen: Profielen, oov: Kijker, *, omgekeerd: bool
) -> None:
    """In whatever order they were received; at a peildatum in between the one before it."""
    meld(keten, 2)
    trek_in(keten, "m0", op=DINSDAG + UUR)
    terug(keten, "m0", op=DINSDAG + 2 * UUR)
    trek_in(keten, "m0", op=DINSDAG + 3 * UUR)
    trek_in(keten, "m1", op=DINSDAG + UUR)
    terug(keten, "m1", op=DINSDAG + 3 * UUR)
    for event in keten.intake.events[:: -1 if omgekeerd else 1]:
        ledger.run_sync(lambda tx, event=event: bewaar(tx, event), Context(op=DINSDAG, correlatie=""))  # type: ignore[misc]
    plek, dienst = Plek(profielen.alle()[0], _locatie(profielen)), Verloopdienst(ledger)
    gevonden = [
        (await dienst.doorlooptijden(plek, oov, ZONDAG, peildatum=(DINSDAG + n * UUR).isoformat())).meldingen.gevallen
        for n in range(4)
    ]
    assert gevonden == [2, 0, 1, 1]


def test_een_geval_begint_bij_het_eerste_moment_in_welke_volgorde_ook_gelezen() -> None:
    """A database gives no order: the first delivery is the earliest, not the one that was read first."""
    geval = Geval("m", incident=False, ontvangen=DINSDAG, gewenst=False)
    for uren in (5, 1, 3):
        geval.noteer(Moment("MeldingDoorgezet", DINSDAG + uren * UUR, wie=f"partner {uren}"))
    assert [moment.wie for moment in geval.van("MeldingDoorgezet")] == ["partner 1", "partner 3", "partner 5"]


async def test_de_peildatum_verbergt_stappen_van_later(vraag: Vraag, keten: Keten) -> None:
    """What was discussed on Wednesday was not yet on Tuesday."""
    for naam in meld(keten, 5):
        keten.bespreek("lvos", naam, op=DINSDAG + DAG)
    toen = stap(await vraag(peildatum="2026-11-17"), "besproken")
    assert (toen.aantal, toen.nog_niet, toen.mediaan_seconden) == (0, 5, None)


async def test_de_periode_gaat_over_de_ontvangst_in_hele_dagen(vraag: Vraag, keten: Keten) -> None:
    """Late on Tuesday belongs to Tuesday, half past midnight to Wednesday."""
    keten.meld("dinsdag", DINSDAG, op=DINSDAG.replace(hour=22, minute=59))
    keten.meld("woensdag", DINSDAG, op=DINSDAG.replace(hour=23, minute=1))
    assert (await vraag(van="2026-11-17", tot="2026-11-17")).meldingen.gevallen == 1
    assert (await vraag(van="2026-11-18", tot="2026-11-18")).meldingen.gevallen == 1
    assert (await vraag()).meldingen.gevallen == 2


async def test_dezelfde_dag_doorgezet_volgt_de_regel_van_het_profiel(ledger: Ledger, keten: Keten, oov: Kijker) -> None:
    """Koggenland names the cluster (KG-2.3a): another partner, or the cluster a day later, is not in time."""
    profiel = laad("koggenland")
    plek = Plek(profiel, profiel.locaties[0])
    daar = {"gemeente": profiel.gemeente.code, "locatie": plek.locatie.code}
    for n, naam in enumerate(meld(keten, 6, **daar)):
        wie, later = ("politie", UUR) if n == 0 else ("cluster-iv", DAG if n == 1 else UUR)
        keten.zet_door(naam, wie, op=DINSDAG, bezorgd=DINSDAG + later, uiterlijk=DINSDAG + 2 * UUR)
    neem(ledger, *keten.events)
    uit = await Verloopdienst(ledger).doorlooptijden(plek, oov, ZONDAG)
    dag, direct = norm(uit, "doorgezet", "KG-2.3a"), norm(uit, "doorgezet", "KG-2.3b")
    assert (dag.gehaald, dag.van, dag.aandeel) == (4, 6, round(4 / 6, 4))
    assert "Cluster" in dag.omschrijving or "cluster" in dag.omschrijving
    assert (direct.gehaald, direct.van) == (5, 6)


async def test_een_dag_die_nog_loopt_is_geen_gemiste_dag(vraag: Vraag, keten: Keten) -> None:
    """At noon nobody can say yet that it was not forwarded the same day."""
    meld(keten, 5)
    toen = norm(await vraag(peildatum=(DINSDAG + 2 * UUR).isoformat()), "doorgezet", None)
    nu = norm(await vraag(), "doorgezet", None)
    assert ((toen.gehaald, toen.van), (nu.gehaald, nu.van)) == ((0, 0), (0, 5))


async def test_een_gemiste_bespreking_telt_bij_haar_regel(vraag: Vraag, keten: Keten) -> None:
    """Discussed in the end, but later than the rule asks (LVS-2.4)."""
    for n, naam in enumerate(meld(keten, 5)):
        keten.bespreek("lvos", naam, op=DINSDAG + DAG)
        if n == 0:
            plek = {"gemeente": GEMEENTE, "locatie": LOCATIE, "reeks": "lvos", "regel": "LVS-2.4"}
            gemist = o.AgendaGemist(**plek, melding_id=nr(naam), uiterlijk=DINSDAG)
            keten.overleg.zeg(nr(naam), gemist, DINSDAG + UUR)
    gevonden = norm(await vraag(), "besproken", "LVS-2.4")
    assert (gevonden.gehaald, gevonden.van, gevonden.aandeel) == (4, 5, 0.8)


async def test_een_afspraak_telt_een_keer_en_een_vervallen_niet(vraag: Vraag, keten: Keten) -> None:
    """One agreement about three meldingen; one that lapsed; one kept too late."""
    meld(keten, 3)
    for naam in ("samen", "weg", "laat"):
        keten.spreek_af(naam, "coa", "m0", "m1", "m2", op=DINSDAG, uiterlijk=DINSDAG + DAG)
    keten.kom_na("samen", op=DINSDAG + UUR)
    keten.kom_na("laat", op=DINSDAG + 2 * DAG)
    keten.laat_vervallen("weg", op=DINSDAG + UUR)
    uit = await vraag()
    assert (stap(uit, "nagekomen").aantal, stap(uit, "nagekomen").nog_niet) == (2, 0)
    assert (norm(uit, "nagekomen", "KG-2.2.1").gehaald, norm(uit, "nagekomen", "KG-2.2.1").van) == (1, 2)


async def test_klokken_die_verschillen_maken_geen_tijd_negatief(vraag: Vraag, keten: Keten) -> None:
    """Another service recorded a second before intake did."""
    for naam in meld(keten, 5):
        keten.agendeer("lvos", naam, op=DINSDAG - timedelta(seconds=1))
    assert stap(await vraag(), "geagendeerd").mediaan_seconden == 0


async def test_wie_geen_overleg_mag_zien_krijgt_die_stappen_niet(vraag: Vraag, keten: Keten) -> None:
    """Neither on agendas nor of agreements."""
    meld(keten, 1)
    uit = await vraag(kijker=Kijker(rol=Rol.PIKET, zicht=replace(ALLES, overleg=False)))
    assert [stap.code for stap in uit.meldingen.stappen] == ["doorgezet", "teruggekoppeld", "gesloten"]

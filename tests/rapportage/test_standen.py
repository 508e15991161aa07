"""What is counted at any peildatum is what counting from the facts gives, whatever came first (promise 5)."""

import asyncio
import random
from collections import Counter, namedtuple
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.rapportage.kenmerken import cellen, kenmerken, klok
from services.rapportage.store import LOGBOEK, Vragen, herbouw, verschillen
from services.rapportage.store.rijen import rijen
from services.rapportage.store.standen import standen, van_rijen
from services.rapportage.store.tabellen import STANDEN
from services.rapportage.tellen import Cel
from shared.bus import Event
from shared.contracts import Fact
from shared.contracts import intake as i
from shared.facts import Context
from shared.ledger import Ledger, iso, open_ledger
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Bron, incident, melding, neem, nr

Stand: Any = namedtuple("Stand", STANDEN.namen)  # type: ignore[misc]
UUR = timedelta(hours=1)
PLEK = (GEMEENTE, LOCATIE)
VAN, TOT = DINSDAG - 20 * UUR, DINSDAG + 40 * UUR
PEILDATA = [DINSDAG + n * UUR / 2 for n in range(-2, 30, 3)]
Feiten = list[tuple[Fact, datetime]]
"""Each with when it was recorded; clocks differ, so a later one may bear an earlier time."""


def tel(feiten: Feiten, peildatum: datetime) -> Counter[str]:
    """Count from the facts: as simple as it can be said."""
    uit = Counter[str]()
    for naam in {str(feit.melding_id) for feit, _ in feiten}:  # type: ignore[attr-defined]
        bekend = [feit for feit, op in feiten if str(feit.melding_id) == naam and op <= peildatum]  # type: ignore[attr-defined]
        staat = _staat(bekend)
        if staat and VAN <= staat["voorgevallen_op"] < TOT:
            uit[iso(staat["voorgevallen_op"])[:13] + kenmerken(**staat)] += 1
    return uit


def _staat(bekend: list[Fact]) -> dict[str, Any] | None:
    gemeld = [feit for feit in bekend if isinstance(feit, i.MeldingOntvangen | i.IncidentGemeld)]
    if not gemeld:
        return None
    basis, telt = gemeld[-1], True
    is_incident = isinstance(basis, i.IncidentGemeld)
    staat = {
        "incident": is_incident,
        "aard": basis.aard.value,
        "plaats": basis.plaats,
        "kanaal": basis.kanaal,
        "gericht_tegen": basis.gericht_tegen.value,
        "thema": basis.thema,
        "ernst": getattr(basis, "ernst", 0),
        "gevolgen": int(getattr(basis, "gevolgen_openbare_orde", False)),
        "gebied": basis.gebied or "",
        "historisch": 0,
        "voorgevallen_op": basis.voorgevallen_op,
        "dagdeel": basis.dagdeel or "",
    }
    for feit in bekend:
        if isinstance(feit, i.MeldingGeclassificeerd):
            staat |= {"aard": feit.aard.value, "thema": feit.thema}
        elif isinstance(feit, i.MeldingGecorrigeerd):
            anders = {"voorgevallen_op": feit.voorgevallen_op, "gebied": feit.gebied, "ernst": feit.ernst}
            staat |= {veld: waarde for veld, waarde in anders.items() if waarde is not None}
            staat |= {"dagdeel": feit.dagdeel or ""} if feit.voorgevallen_op else {}
        elif isinstance(feit, i.MeldingIngetrokken | i.MeldingHeropend):
            telt = isinstance(feit, i.MeldingHeropend)
    return staat if telt else None


def leven(toeval: random.Random) -> Feiten:
    """A few meldingen and incidents, and anything that can be done with them."""
    feiten: Feiten = []
    for naam in ("a", "b", "c", "i"):
        maak = incident if naam == "i" else melding
        wat = {"gebied": toeval.choice(("", "dorp")) or None, "dagdeel": _deel(toeval)}
        feiten.append((maak(naam, _toen(toeval), **wat), _toen(toeval)))
        feiten += [(_daarna(naam, toeval), _toen(toeval)) for _ in range(toeval.randint(0, 5))]
    return feiten


def _daarna(naam: str, toeval: random.Random) -> Fact:
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "melding_id": nr(naam), "door": "meldpunt"}
    return toeval.choice(
        [
            i.MeldingGeclassificeerd(**wat, aard=toeval.choice(("ggz", "crimineel")), thema="drugs"),
            i.MeldingGecorrigeerd(**wat, voorgevallen_op=_toen(toeval), dagdeel=_deel(toeval)),
            i.MeldingGecorrigeerd(**wat, gebied="rokkeveen", ernst=4 if naam == "i" else None),
            i.MeldingIngetrokken(**wat, reden="vergissing"),
            i.MeldingHeropend(**wat),
            melding(naam, _toen(toeval), thema="jeugd") if naam != "i" else i.MeldingHeropend(**wat),
        ]
    )


def _deel(toeval: random.Random) -> i.Dagdeel | None:
    """Nearly always the time itself is known."""
    return toeval.choice((None, None, i.Dagdeel.AVOND))


def _toen(toeval: random.Random) -> datetime:
    return DINSDAG + toeval.randint(0, 24) * UUR / 2


def verteld(feiten: Feiten) -> list[Event]:
    """Send them, in order."""
    intake = Bron("intake")
    return [intake.zeg(feit.melding_id, feit, op) for feit, op in feiten]  # type: ignore[attr-defined]


def antwoorden(ledger: Ledger) -> list[Counter[str]]:
    """Count at every peildatum; what is counted comes in order of hours."""
    alle = [asyncio.run(Vragen(ledger).uren(PLEK, VAN, TOT, peildatum)) for peildatum in PEILDATA]
    assert all([tekst[:13] for tekst in uren] == sorted(tekst[:13] for tekst in uren) for uren in alle)
    return list(map(Counter, alle))


@settings(max_examples=150, deadline=None)
@given(toeval=st.randoms(use_true_random=False))
def test_elke_peildatum_telt_als_uit_de_feiten(toeval: random.Random) -> None:
    """Folding alone, without a store: many lives."""
    feiten = leven(toeval)
    gemaakt = van_rijen(rij for event in verteld(feiten) for rij in rijen(event))
    standen_ = [Stand(*rij) for bekend in gemaakt.values() for rij in standen(bekend)]
    for peildatum in PEILDATA:
        geteld = Counter(
            stand.voorgevallen_op[:13] + stand.kenmerken
            for stand in standen_
            if stand.bekend_op <= iso(peildatum) < stand.bekend_tot and iso(VAN) <= stand.voorgevallen_op < iso(TOT)
        )
        assert geteld == tel(feiten, peildatum)


@settings(max_examples=6, deadline=None)
@given(toeval=st.randoms(use_true_random=False), tegelijk=st.integers(1, 9))
def test_elke_volgorde_en_peildatum_telt_als_uit_de_feiten(toeval: random.Random, tegelijk: int) -> None:
    """Shuffled as no bus would (a message comes back from quarantine), some twice; and built again from the log."""
    feiten = leven(toeval)
    events, verwacht = verteld(feiten), [tel(feiten, peildatum) for peildatum in PEILDATA]
    door_elkaar = toeval.sample(events, len(events)) + toeval.choices(events, k=3)
    with TemporaryDirectory() as map_:
        ledger = open_ledger(str(Path(map_)), "rapportage", [], tables=[LOGBOEK])
        try:
            neem(ledger, *door_elkaar, tegelijk=tegelijk)
            assert antwoorden(ledger) == verwacht
            assert verschillen(ledger) == []
            herbouw(ledger)
            assert antwoorden(ledger) == verwacht
        finally:
            ledger.close()


def test_herbouw_en_binnenkomen_geven_dezelfde_rijen(make_ledger: MakeLedger, database: str) -> None:
    """Row for row, on both databases."""
    toeval, ledger = random.Random(7), make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(ledger, *verteld([feit for _ in range(6) for feit in leven(toeval)]))
    vraag = "SELECT * FROM standen ORDER BY melding_id, bekend_op"
    binnen = ledger.query_sync(vraag)
    assert len(binnen) > 10
    herbouw(ledger)
    assert ledger.query_sync(vraag) == binnen


ZONDER_INDEX = (
    "CREATE TABLE los AS SELECT * FROM standen ORDER BY place",
    "DROP TABLE standen",
    "ALTER TABLE los RENAME TO standen",
)


async def test_wat_gebeurde_staat_op_volgorde(make_ledger: MakeLedger, database: str) -> None:
    """Also from a database that gives rows as they came: where a week ends is searched in it."""
    ledger = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(ledger, *verteld([(melding(str(uur), DINSDAG + uur * UUR), DINSDAG + 30 * UUR) for uur in (7, 2, 11, 5, 0)]))
    for opdracht in ZONDER_INDEX:
        await ledger.run(lambda tx, sql=opdracht: tx.execute(sql), Context(op=DINSDAG, correlatie=""))  # type: ignore[misc]
    uren = await Vragen(ledger).uren(PLEK, VAN, TOT, DINSDAG + 30 * UUR)
    assert [tekst[:13] for tekst in uren] == [iso(DINSDAG + uur * UUR)[:13] for uur in (0, 2, 5, 7, 11)]


@pytest.mark.parametrize(
    "wijzig",
    [
        "UPDATE standen SET bekend_tot = '2026-11-18T00:00:00.000000Z' WHERE place = 1",
        "DELETE FROM standen WHERE place = 1",
        "UPDATE standen SET kenmerken = replace(kenmerken, 'geluid', 'drugs') WHERE place = 1",
    ],
)
def test_controleer_ziet_een_stand_die_niet_klopt(ledger: Ledger, wijzig: str) -> None:
    """Ended too early, gone, or of another kind."""
    neem(ledger, *verteld([(melding("m", DINSDAG), DINSDAG)]))
    assert verschillen(ledger) == []
    ledger.run_sync(lambda tx: tx.execute(wijzig), Context(op=DINSDAG, correlatie=""))
    assert verschillen(ledger) == ["rapportage: tabel standen klopt niet met het logboek bij intake, plaats 1"]


def test_samengevoegd_telt_hetzelfde() -> None:
    """Cells between two boundaries hold what their hours hold; what lies before the first is left out."""
    toeval, uren = random.Random(3), list[str]()
    for _ in range(40):
        uur = DINSDAG + toeval.randint(0, 99) * UUR
        soort = _soort(toeval.choice(("geluid", "drugs")), incident=toeval.random() < 0.3)
        uren.append(iso(uur)[:13] + kenmerken(**soort))
    uren.sort(key=lambda tekst: tekst[:13])
    grenzen = [DINSDAG + 30 * UUR, DINSDAG + 10 * UUR]
    per_uur = cellen(uren)
    assert sum(cel.aantal for cel in per_uur) == sum(cel.aantal for cel in klok(uren)) == 40
    for samen in (cellen(uren, grenzen), cellen(uren, [grens + UUR / 2 for grens in grenzen])):
        assert _som(samen) == _som(_in_vakken(per_uur, sorted(grenzen)))
    assert _som(klok(uren), met_thema=False) == _som(per_uur, met_thema=False)


def _som(alle: list[Cel], *, met_thema: bool = True) -> Counter[tuple[object, ...]]:
    per: Counter[tuple[object, ...]] = Counter()
    for cel in alle:
        per[cel.uur, cel.incident, cel.thema if met_thema else ""] += cel.aantal
    return per


def _in_vakken(alle: list[Cel], grenzen: list[datetime]) -> list[Cel]:
    return [
        cel._replace(uur=max(grens for grens in grenzen if grens <= cel.uur)) for cel in alle if cel.uur >= grenzen[0]
    ]


def _soort(thema: str, *, incident: bool) -> dict[str, Any]:
    leeg = dict.fromkeys(("aard", "plaats", "kanaal", "gericht_tegen", "gebied"), "")
    return {**leeg, "incident": incident, "thema": thema, "ernst": 0, "gevolgen": 0, "historisch": 0}

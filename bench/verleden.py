"""Three invented years at one location, as rapportage heard them: meldingen, what was done with them, and meetings."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.feiten import NU, THEMAS
from services.rapportage.main import open_boek
from services.rapportage.store import herbouw
from services.rapportage.store.bewaren import naar_log
from services.rapportage.store.tabellen import ONTVANGEN
from shared.bus import Event
from shared.contracts import Fact
from shared.contracts import escalatie as e
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.facts import Context
from shared.ledger import Ledger, Position, Transaction, iso

JAREN = timedelta(days=3 * 365)
PER_MELDING = 3.33
"""Events for each melding, its own included; see `_verloop`."""
PLEK = {"gemeente": "gm0637", "locatie": "rokkeveenseweg"}
MINUUT, UUR, DAG, WEEK = (timedelta(**{wat: 1}) for wat in ("minutes", "hours", "days", "weeks"))
SAMEN = 5_000


@contextmanager
def rapportage(folder: Path, gebeurtenissen: int) -> Iterator[Ledger]:
    """Open a rapportage that heard so many events, give or take a few per cent; an existing one is opened as it is."""
    ledger = open_boek(str(folder))
    try:
        if not ledger.positions():
            vul(ledger, gebeurtenissen)
        yield ledger
    finally:
        ledger.close()


def vul(ledger: Ledger, gebeurtenissen: int) -> None:
    """Put the log in place, and build the views from it."""
    verleden = Verleden(round(gebeurtenissen / PER_MELDING))
    stapel: list[Event] = []
    for event in verleden.events():
        stapel.append(event)
        if len(stapel) == SAMEN:
            _bewaar(ledger, stapel)
            stapel = []
    _bewaar(ledger, stapel)
    herbouw(ledger)


def _bewaar(ledger: Ledger, events: list[Event]) -> None:
    ledger.run_sync(lambda tx: _schrijf(tx, events), Context(NU, "bench"))


def _schrijf(tx: Transaction, events: list[Event]) -> None:
    sql, bekend = ONTVANGEN.voeg_toe(), tx.positions()
    for event in events:
        tx.execute(sql, naar_log(event))
    for event in {event.source: event for event in events}.values():
        eerder = bekend[event.source].place if event.source in bekend else 0
        tx.move(event.source, eerder, Position(event.place, event.chain_id, event.hash))


class Verleden:
    """Tells it: the same for the same number of meldingen."""

    def __init__(self, meldingen: int) -> None:
        self._aantal, self._toeval = meldingen, random.Random(20261122)  # noqa: S311  invented, and the same each time
        self._plaatsen: dict[str, int] = {}
        self._versies: dict[UUID, int] = {}

    def events(self) -> Iterator[Event]:
        """Tell everything, melding by melding in order of time."""
        yield from self._weken()
        for nummer in range(self._aantal):
            op = NU - JAREN + nummer * (JAREN / self._aantal)
            yield from self._een(nummer + 1, op)

    def _een(self, nummer: int, op: datetime) -> Iterator[Event]:
        kies, melding_id = self._toeval, UUID(int=nummer)
        bekend = op + kies.expovariate(1) * (UUR if kies.random() < 0.9 else 2 * DAG)
        for feit, wanneer in self._feiten(melding_id, op, bekend):
            if wanneer <= NU:
                yield self._zeg(melding_id, feit, wanneer)

    def _feiten(self, melding_id: UUID, op: datetime, bekend: datetime) -> Iterator[tuple[Fact, datetime]]:
        """One melding, and what is done with it: on each agenda once, most discussed, some corrected or withdrawn."""
        kans, van = self._toeval.random, {**PLEK, "melding_id": melding_id}
        yield self._waarneming(van, op), bekend
        later = bekend + self._toeval.random() * 2 * DAG
        if kans() < 0.2:
            yield i.MeldingGeclassificeerd(**van, door="meldpunt", aard=self._aard(), thema=self._thema()), later
        if kans() < 0.03:
            yield i.MeldingGecorrigeerd(**van, door="meldpunt", voorgevallen_op=op - 2 * UUR), later + DAG
        if kans() < 0.01:
            yield i.MeldingIngetrokken(**van, door="meldpunt", reden="op-verzoek"), later + 2 * DAG
        punt = {**PLEK, "agendapunt_id": melding_id, "overleg_id": _overleg(bekend), "meldingen": (melding_id,)}
        yield o.AgendapuntToegevoegd(**punt, regel="LVS-2.4"), bekend
        if kans() < 0.8:
            yield o.AgendapuntBesproken(**punt), _aanvang(bekend)
        if kans() < 0.3:
            yield i.MeldingGesloten(**van, door="meldpunt", reden="afgehandeld"), later + 10 * DAG

    def _waarneming(self, van: dict[str, Any], op: datetime) -> Fact:
        wat = {
            **van,
            "aard": self._aard(),
            "plaats": self._een_van("buiten-noodopvang", "in-noodopvang"),
            "voorgevallen_op": op,
            "gericht_tegen": self._een_van("omwonenden", "bewoners", "ondernemers", "onbekend"),
            "thema": self._thema(),
            "gebied": self._een_van("rokkeveen", "dorp", "centrum"),
        }
        if self._toeval.random() < 0.03:
            return i.IncidentGemeld(**wat, kanaal="coa", gevolgen_openbare_orde=False, ernst=2)
        return i.MeldingOntvangen(**wat, kanaal=self._een_van("webformulier", "telefoon", "meldpunt-bezorgd"))

    def _weken(self) -> Iterator[Event]:
        """Each week a meeting with ten agreements, two measures, and three escalations."""
        for week in range(JAREN // WEEK + 3):
            op = NU - JAREN + week * WEEK
            yield from self._overleg(op)
            for n in range(10):
                yield from self._afspraak(UUID(int=(1 << 70) + 10 * week + n), op)
            for n in range(2):
                yield from self._maatregel(UUID(int=(1 << 71) + 2 * week + n), op)
            for n in range(3):
                yield from self._escalatie(UUID(int=(1 << 72) + 3 * week + n), op + n * DAG)

    def _overleg(self, op: datetime) -> Iterator[Event]:
        """The LVOS of a week, and two days later the meeting that hears of it."""
        for reeks, overleg_id, later in (("lvos", _overleg(op), 0 * DAG), ("politieoverleg", _politie(op), 2 * DAG)):
            van, aanvang = {**PLEK, "overleg_id": overleg_id}, _aanvang(op) + later
            wat = {"soort": reeks, "reeks": reeks, "aanvang": aanvang, "deelnemers": ("coa",), "regel": "LVS-1.1"}
            gesloten = o.OverlegGesloten(**van, besproken=0, doorgeschoven=0)
            feiten = (o.OverlegGepland(**van, **wat), op - 3 * WEEK), (o.OverlegGeopend(**van), aanvang)
            yield from self._tot_nu(overleg_id, *feiten, (gesloten, aanvang + UUR))

    def _afspraak(self, nummer: UUID, op: datetime) -> Iterator[Event]:
        van, wie = {**PLEK, "afspraak_id": nummer}, self._een_van("politie", "coa", "handhaving")
        gemaakt = o.AfspraakGemaakt(**van, wie=wie, uiterlijk=op + WEEK, tekstzegel="0" * 64, regel="LVS-1.3")
        yield from self._tot_nu(
            nummer, (gemaakt, op), (o.AfspraakNagekomen(**van), op + self._toeval.random() * 2 * WEEK)
        )

    def _maatregel(self, nummer: UUID, op: datetime) -> Iterator[Event]:
        van = {**PLEK, "maatregel_id": nummer}
        wat = {"soort": "gebiedsverbod-kort", "grondslag": "APV", "bevoegd_gezag": "burgemeester", "regel": "TB-3.2"}
        duur = {"ingaande": op, "eindigt": op + 2 * WEEK, "gericht_op": "gebied"}
        verlopen = o.MaatregelVerlopen(**van)
        yield from self._tot_nu(nummer, (o.MaatregelOpgelegd(**van, **wat, **duur), op), (verlopen, op + 2 * WEEK))

    def _escalatie(self, nummer: UUID, op: datetime) -> Iterator[Event]:
        van = {**PLEK, "escalatie_id": nummer}
        geopend = e.EscalatieGeopend(**van, drempel="driehoek-aantal", regel="LVS-1.6", ladder="driehoek")
        bevestigd = e.EscalatieBevestigd(**van, door="politie", stap=e.Stap.ONTVANGEN, trede=0, weg="link")
        gesloten = e.EscalatieGesloten(**van, door="oov", uitkomst="rustig")
        yield from self._tot_nu(nummer, (geopend, op), (bevestigd, op + MINUUT), (gesloten, op + WEEK))

    def _tot_nu(self, stroom: UUID, *feiten: tuple[Fact, datetime]) -> Iterator[Event]:
        return (self._zeg(stroom, feit, op) for feit, op in feiten if op <= NU)

    def _zeg(self, stroom: UUID, feit: Fact, op: datetime) -> Event:
        bron = type(feit).__module__.split(".")[2]
        plaats = self._plaatsen[bron] = self._plaatsen.get(bron, 0) + 1
        versie = self._versies[stroom] = self._versies.get(stroom, 0) + 1
        return Event(
            source=bron,
            place=plaats,
            previous=plaats - 1,
            chain_id=f"bench-{bron}",
            hash=bytes(32),
            id=f"{bron}{plaats:026}",
            naam=type(feit).__name__,
            moment=iso(op),
            correlatie="",
            oorzaak="",
            gemeente=PLEK["gemeente"],
            locatie=PLEK["locatie"],
            stream_id=str(stroom),
            version=versie,
            data=feit.model_dump_json().encode(),
        )

    def _aard(self) -> str:
        return self._een_van("overlast", "overlast", "crimineel", "ggz")

    def _thema(self) -> str:
        return self._een_van(*THEMAS)

    def _een_van(self, *keuzes: str) -> str:
        return self._toeval.choice(keuzes)


def _overleg(op: datetime) -> UUID:
    return UUID(int=(1 << 69) + (op - NU + 2 * JAREN) // WEEK)


def _politie(op: datetime) -> UUID:
    return UUID(int=_overleg(op).int + (1 << 68))


def _aanvang(op: datetime) -> datetime:
    return NU - 2 * JAREN + ((op - NU + 2 * JAREN) // WEEK + 1) * WEEK + 21 * UUR

"""Facts of the other services as rapportage receives them: each source counts its own places, in order of time."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from services.rapportage.store import bewaar
from shared.bus import Event
from shared.contracts import Fact
from shared.contracts import escalatie as e
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.facts import Context
from shared.ledger import Ledger, Position, iso

RUIMTE = UUID("0a4f0b3e-9b0e-4a0e-8d46-2f6d7a1b9c55")
GEMEENTE, LOCATIE = "gm0637", "rokkeveenseweg"
DINSDAG = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
"""In week 2026-W47."""


def nr(naam: str) -> UUID:
    """The same id for the same name."""
    return uuid5(RUIMTE, naam)


@dataclass
class Bron:
    """One source: hands out places, and keeps what it sent."""

    naam: str
    keten: str = "k1"
    events: list[Event] = field(default_factory=list)
    versies: dict[UUID, int] = field(default_factory=dict)

    def zeg(self, stream: UUID, fact: Fact, tijd: datetime) -> Event:
        """Send a fact."""
        return self._stuur(stream, type(fact).__name__, fact.model_dump_json().encode(), tijd)

    def zeg_onbekend(self, naam: str, tijd: datetime) -> Event:
        """Send something of a kind that rapportage does not know."""
        return self._stuur(nr(naam), naam, b'{"gemeente":"gm0637","iets":"nieuws"}', tijd)

    def _stuur(self, stream: UUID, naam: str, data: bytes, tijd: datetime) -> Event:
        place = len(self.events) + 1
        self.versies[stream] = self.versies.get(stream, 0) + 1
        event = Event(
            source=self.naam,
            place=place,
            previous=place - 1,
            chain_id=f"{self.keten}-{self.naam}",
            hash=bytes([place % 256]) * 32,
            id=uuid5(RUIMTE, f"{self.naam}/{self.keten}/{place}").hex,
            naam=naam,
            moment=iso(tijd),
            correlatie="c1",
            oorzaak="",
            gemeente=GEMEENTE,
            locatie=LOCATIE,
            stream_id=str(stream),
            version=self.versies[stream],
            data=data,
        )
        self.events.append(event)
        return event


def neem(ledger: Ledger, *events: Event, tegelijk: int = 50) -> None:
    """Take events in as the consumer does: several in one transaction, with the place of their source."""
    for begin in range(0, len(events), tegelijk):
        deel = events[begin : begin + tegelijk]
        ledger.run_sync(lambda tx, deel=deel: _neem(tx, deel), Context(op=deel[-1].tijd, correlatie=""))  # type: ignore[misc]


def _neem(tx: Any, events: tuple[Event, ...]) -> None:
    for event in events:
        with tx.part(tx.context):
            bewaar(tx, event)
    for event in {event.source: event for event in events}.values():
        staat = tx.positions().get(event.source)
        tx.move(event.source, staat.place if staat else 0, Position(event.place, event.chain_id, event.hash))


def melding(naam: str, voorgevallen_op: datetime, **anders: Any) -> i.MeldingOntvangen:
    """A melding with what most have."""
    return i.MeldingOntvangen(**{**_waarneming(naam, voorgevallen_op), "kanaal": "webformulier", **anders})


def incident(naam: str, voorgevallen_op: datetime, **anders: Any) -> i.IncidentGemeld:
    """An incident without consequences for public order, unless told otherwise."""
    basis = {"kanaal": "coa", "gevolgen_openbare_orde": False, "ernst": 2}
    return i.IncidentGemeld(**{**_waarneming(naam, voorgevallen_op), **basis, **anders})


def _waarneming(naam: str, voorgevallen_op: datetime) -> dict[str, Any]:
    return {
        "gemeente": GEMEENTE,
        "locatie": LOCATIE,
        "melding_id": nr(naam),
        "aard": "overlast",
        "plaats": "buiten-noodopvang",
        "voorgevallen_op": voorgevallen_op,
        "gericht_tegen": "omwonenden",
        "thema": "geluid",
    }


@dataclass
class Keten:
    """The three sources together, with sentences that tell a story."""

    intake: Bron = field(default_factory=lambda: Bron("intake"))
    overleg: Bron = field(default_factory=lambda: Bron("overleg"))
    escalatie: Bron = field(default_factory=lambda: Bron("escalatie"))

    @property
    def events(self) -> list[Event]:
        """Everything, mixed; each source in its own order."""
        alles = [*self.intake.events, *self.overleg.events, *self.escalatie.events]
        return sorted(alles, key=lambda event: (event.place, event.source))

    def meld(self, naam: str, voorgevallen_op: datetime, *, op: datetime | None = None, **anders: Any) -> Event:
        """A resident reports; `op` is when it was recorded."""
        return self.intake.zeg(nr(naam), melding(naam, voorgevallen_op, **anders), op or voorgevallen_op)

    def incident(self, naam: str, voorgevallen_op: datetime, *, op: datetime | None = None, **anders: Any) -> Event:
        """The COA reports."""
        return self.intake.zeg(nr(naam), incident(naam, voorgevallen_op, **anders), op or voorgevallen_op)

    def plan(self, naam: str, aanvang: datetime, *, op: datetime, reeks: str = "lvos", **anders: Any) -> Event:
        """A meeting stands in the calendar."""
        feit = o.OverlegGepland(
            **_plek(),
            overleg_id=nr(naam),
            soort=reeks,
            reeks=reeks,
            aanvang=aanvang,
            deelnemers=("coa", "politie"),
            regel="LVS-1.1",
            **anders,
        )
        return self.overleg.zeg(nr(naam), feit, op)

    def stel_voor(self, naam: str, aanvang: datetime, *, op: datetime, reeks: str = "lvos") -> Event:
        """A meeting is proposed."""
        wat = {"soort": reeks, "reeks": reeks, "aanvang": aanvang, "deelnemers": ("coa", "politie"), "regel": "LVS-1.2"}
        feit = o.OverlegVoorgesteld.model_validate({**_plek(), **wat, "overleg_id": nr(naam)})
        return self.overleg.zeg(nr(naam), feit, op)

    def laat_doorgaan(self, naam: str, *, op: datetime) -> Event:
        """The proposed meeting goes on."""
        return self.overleg.zeg(nr(naam), o.OverlegBevestigd(**_plek(), overleg_id=nr(naam), door="oov"), op)

    def sluit_overleg(self, naam: str, *, op: datetime) -> Event:
        """A meeting ended."""
        feit = o.OverlegGesloten(**_plek(), overleg_id=nr(naam), besproken=0, doorgeschoven=0)
        return self.overleg.zeg(nr(naam), feit, op)

    def agendeer(self, overleg: str, punt: str, *, op: datetime, **anders: Any) -> Event:
        """A melding stands on an agenda."""
        feit = o.AgendapuntToegevoegd(
            **_plek(),
            overleg_id=nr(overleg),
            agendapunt_id=nr(f"punt {punt}"),
            meldingen=(nr(punt),),
            regel="LVS-2.4",
            **anders,
        )
        return self.overleg.zeg(nr(overleg), feit, op)

    def schuif_door(self, van: str, naar: str, punt: str, *, op: datetime) -> None:
        """An item moves from one meeting to the next."""
        wat = {"agendapunt_id": nr(f"punt {punt}"), "meldingen": (nr(punt),)}
        feit = o.AgendapuntDoorgeschoven(**_plek(), overleg_id=nr(van), naar_overleg_id=nr(naar), **wat)
        self.overleg.zeg(nr(van), feit, op)
        self.agendeer(naar, punt, op=op, van_overleg_id=nr(van))

    def leg_op(self, naam: str, *, op: datetime, dagen: int | None = 14, **anders: Any) -> Event:
        """A measure is imposed."""
        feit = o.MaatregelOpgelegd(
            **{
                **_plek(),
                "maatregel_id": nr(naam),
                "soort": "gebiedsverbod-kort",
                "grondslag": "APV",
                "bevoegd_gezag": "burgemeester",
                "ingaande": op,
                "eindigt": None if dagen is None else op + timedelta(days=dagen),
                "gericht_op": "persoon",
                "betrokkene": nr("betrokkene"),
                "regel": "TB-3.2",
                **anders,
            }
        )
        return self.overleg.zeg(nr(naam), feit, op)

    def laat_verlopen(self, naam: str, *, op: datetime) -> Event:
        """The term of a measure ended."""
        return self.overleg.zeg(nr(naam), o.MaatregelVerlopen(**_plek(), maatregel_id=nr(naam)), op)

    def open_escalatie(self, naam: str, *, op: datetime, tweede_stap: bool = False, **anders: Any) -> Event:
        """People must act."""
        stap = e.VasteTweedeStap(
            stap="burgemeester-ingelicht", door=("politie",), binnen=timedelta(minutes=30), anders=()
        )
        feit = e.EscalatieGeopend(
            **{**_plek(), "locatie": anders.pop("locatie", LOCATIE)},
            escalatie_id=nr(naam),
            drempel="incident-openbare-orde",
            regel="LVS-0.3",
            ladder="politie-onverwijld",
            tweede_stap=stap if tweede_stap else None,
            **anders,
        )
        return self.escalatie.zeg(nr(naam), feit, op)

    def alarmeer(self, naam: str, rol: str, *, op: datetime) -> Event:
        """A notice went out."""
        feit = e.AlarmVerzonden(
            **_plek(), escalatie_id=nr(naam), alarm_id=nr(f"{naam}/{rol}"), rol=rol, trede=0, poging=1, kanaal="webhook"
        )
        return self.escalatie.zeg(nr(naam), feit, op)

    def bevestig(self, naam: str, rol: str, *, op: datetime, stap: str = "ontvangen") -> Event:
        """A person took it on."""
        feit = e.EscalatieBevestigd(**_plek(), escalatie_id=nr(naam), door=rol, stap=e.Stap(stap), trede=0, weg="link")
        return self.escalatie.zeg(nr(naam), feit, op)

    def sluit_escalatie(self, naam: str, *, op: datetime) -> Event:
        """It is over."""
        feit = e.EscalatieGesloten(**_plek(), escalatie_id=nr(naam), door="oov", uitkomst="rustig")
        return self.escalatie.zeg(nr(naam), feit, op)

    def zet_door(self, melding_: str, aan: str, *, op: datetime, bezorgd: datetime | None, **anders: Any) -> None:
        """A melding is offered to a partner, and arrives there unless `bezorgd` is None."""
        wat = {**_plek(), "melding_id": nr(melding_), "aan": aan, "automatisch": True, "regel": "KG-2.3b", **anders}
        self.intake.zeg(nr(melding_), i.MeldingDoorgezet(**wat, uitkomst="aangeboden"), op)
        if bezorgd:
            self.intake.zeg(nr(melding_), i.MeldingDoorgezet(**wat, uitkomst="bezorgd"), bezorgd)

    def laat_lezen(self, overleg: str, punt: str, tekst: str, *, op: datetime) -> Event:
        """The meeting lets the reporter read a sentence of the profile."""
        over = {"overleg_id": nr(overleg), "agendapunt_id": nr(f"punt {punt}"), "meldingen": (nr(punt),)}
        feit = o.MelderIngelicht(**_plek(), **over, zin="extra-ronde", tekst=tekst, regel="LVS-4", door="oov")
        return self.overleg.zeg(nr(overleg), feit, op)

    def bespreek(self, overleg: str, punt: str, *, op: datetime) -> Event:
        """The meeting discussed a melding."""
        feit = o.AgendapuntBesproken(
            **_plek(), overleg_id=nr(overleg), agendapunt_id=nr(f"punt {punt}"), meldingen=(nr(punt),)
        )
        return self.overleg.zeg(nr(overleg), feit, op)

    def spreek_af(
        self, naam: str, wie: str, *meldingen: str, op: datetime, uiterlijk: datetime, overleg: str = ""
    ) -> Event:
        """Somebody does something by a moment."""
        feit = o.AfspraakGemaakt(
            **_plek(),
            afspraak_id=nr(naam),
            wie=wie,
            uiterlijk=uiterlijk,
            tekstzegel="0" * 64,
            meldingen=tuple(nr(een) for een in meldingen),
            regel="KG-2.2.1",
            overleg_id=nr(overleg) if overleg else None,
        )
        return self.overleg.zeg(nr(naam), feit, op)

    def kom_na(self, naam: str, *, op: datetime) -> Event:
        """An agreement was kept."""
        return self.overleg.zeg(nr(naam), o.AfspraakNagekomen(**_plek(), afspraak_id=nr(naam)), op)

    def laat_vervallen(self, naam: str, *, op: datetime) -> Event:
        """An agreement need not be kept any more."""
        return self.overleg.zeg(nr(naam), o.AfspraakVervallen(**_plek(), afspraak_id=nr(naam)), op)

    def vertel(
        self, melding_: str, *, op: datetime, aanleiding: str = "gesloten", uitkomst: str = "verzonden"
    ) -> Event:
        """The reporter hears something."""
        feit = i.TerugkoppelingGegeven(
            **{**_plek(), "melding_id": nr(melding_), "sjabloon": "s", "weg": "mail"},
            aanleiding=aanleiding,
            uitkomst=uitkomst,
        )
        return self.intake.zeg(nr(melding_), feit, op)

    def sluit(self, melding_: str, *, op: datetime) -> Event:
        """Nothing more is done with a melding."""
        feit = i.MeldingGesloten(**_plek(), melding_id=nr(melding_), door="meldpunt", reden="afgehandeld")
        return self.intake.zeg(nr(melding_), feit, op)


def _plek() -> dict[str, Any]:
    return {"gemeente": GEMEENTE, "locatie": LOCATIE}


def herhaal(event: Event, **anders: Any) -> Event:
    """The same event with something else in it."""
    return replace(event, **anders)

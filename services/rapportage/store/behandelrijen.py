"""What the views keep of how a melding, an agreement or a location went on: pure, from one event alone."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from services.rapportage.store.tabellen import AFSPRAAKMOMENTEN, LOCATIEMOMENTEN, MELDINGMOMENTEN, Tabel
from shared.bus import Event
from shared.contracts import Fact
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.ledger import iso

Rij = tuple[Tabel, tuple[object, ...]]
"""A row and the table it belongs to, without the columns that say which event it is from."""


def of_leeg(moment: datetime | None) -> str:
    """Write a moment, or nothing where there is none."""
    return iso(moment) if moment else ""


def _moment(
    event: Event,
    melding_id: UUID,
    *,
    wie: str = "",
    wat: str = "",
    zaak: UUID | None = None,
    uiterlijk: datetime | None = None,
    regel: str = "",
) -> Rij:
    zaak_id = str(zaak) if zaak else ""
    wanneer = (str(melding_id), event.naam, event.moment)
    return MELDINGMOMENTEN, (*wanneer, wie, wat, zaak_id, of_leeg(uiterlijk), regel)


def _doorgezet(event: Event, fact: i.MeldingDoorgezet) -> Iterator[Rij]:
    wat = {"wie": fact.aan, "wat": fact.uitkomst, "uiterlijk": fact.uiterlijk, "regel": fact.regel}
    yield _moment(event, fact.melding_id, **wat)  # type: ignore[arg-type]


def _teruggekoppeld(event: Event, fact: i.TerugkoppelingGegeven) -> Iterator[Rij]:
    yield _moment(event, fact.melding_id, wie=fact.aanleiding, wat=fact.uitkomst)


def _gesloten(event: Event, fact: i.MeldingGesloten) -> Iterator[Rij]:
    yield _moment(event, fact.melding_id, wat=fact.reden.value)


def _gekoppeld(event: Event, fact: i.MeldingGekoppeld | i.MeldingOntkoppeld) -> Iterator[Rij]:
    soort = fact.soort.value if isinstance(fact, i.MeldingGekoppeld) else ""
    yield _moment(event, fact.melding_id, wat=soort, zaak=fact.aan)


def _gecorrigeerd(event: Event, fact: i.MeldingGecorrigeerd) -> Iterator[Rij]:
    yield _moment(event, fact.melding_id)


def _op_agenda(event: Event, fact: o.AgendapuntToegevoegd | o.AgendapuntBesproken) -> Iterator[Rij]:
    for melding_id in dict.fromkeys(fact.meldingen):
        yield _moment(event, melding_id, zaak=fact.agendapunt_id)


def _agenda_gemist(event: Event, fact: o.AgendaGemist) -> Iterator[Rij]:
    yield _moment(event, fact.melding_id, wie=fact.reeks, uiterlijk=fact.uiterlijk, regel=fact.regel)


def _afgesproken(event: Event, fact: o.AfspraakGemaakt) -> Iterator[Rij]:
    overleg = str(fact.overleg_id) if fact.overleg_id else ""
    yield _afspraakmoment(event, fact, fact.afspraak_id, fact.wie, of_leeg(fact.uiterlijk), fact.regel, overleg)
    for melding_id in dict.fromkeys(fact.meldingen):
        wat = {"wie": fact.wie, "zaak": fact.afspraak_id, "uiterlijk": fact.uiterlijk, "regel": fact.regel}
        yield _moment(event, melding_id, **wat)  # type: ignore[arg-type]


def _afspraak_verzet(event: Event, fact: o.AfspraakVerzet) -> Iterator[Rij]:
    yield _afspraakmoment(event, fact, fact.afspraak_id, "", of_leeg(fact.naar), "", "")


def _afspraak_klaar(event: Event, fact: o.AfspraakNagekomen | o.AfspraakVervallen) -> Iterator[Rij]:
    yield _afspraakmoment(event, fact, fact.afspraak_id, "", "", "", "")


def _afspraakmoment(event: Event, fact: Fact, afspraak_id: UUID, *overig: object) -> Rij:
    plek = (str(afspraak_id), event.naam, event.moment, fact.gemeente, fact.locatie)
    return AFSPRAAKMOMENTEN, (*plek, *overig)


def _gehoord(event: Event, fact: i.LocatieStil | i.LocatieHoorbaar) -> Iterator[Rij]:
    stil = fact if isinstance(fact, i.LocatieStil) else None
    sinds, regel = (of_leeg(stil.sinds), stil.regel) if stil else ("", "")
    yield LOCATIEMOMENTEN, (fact.gemeente, fact.locatie, event.naam, event.moment, sinds, regel)


BEHANDELING = (
    (_doorgezet, (i.MeldingDoorgezet,)),
    (_teruggekoppeld, (i.TerugkoppelingGegeven,)),
    (_gesloten, (i.MeldingGesloten,)),
    (_gekoppeld, (i.MeldingGekoppeld, i.MeldingOntkoppeld)),
    (_gecorrigeerd, (i.MeldingGecorrigeerd,)),
    (_op_agenda, (o.AgendapuntToegevoegd, o.AgendapuntBesproken)),
    (_agenda_gemist, (o.AgendaGemist,)),
    (_afgesproken, (o.AfspraakGemaakt,)),
    (_afspraak_verzet, (o.AfspraakVerzet,)),
    (_afspraak_klaar, (o.AfspraakNagekomen, o.AfspraakVervallen)),
    (_gehoord, (i.LocatieStil, i.LocatieHoorbaar)),
)

"""What the views keep of an event: pure, from that one event alone. An event that is not here is only kept in the log.

The order of the values is that of the columns in `tabellen.py`.
"""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from services.rapportage.store.behandelrijen import BEHANDELING, Rij, of_leeg
from services.rapportage.store.cijferrijen import CIJFERS
from services.rapportage.store.tabellen import (
    AGENDAMOMENTEN,
    BIJSTELLINGEN,
    ESCALATIEMOMENTEN,
    MAATREGELMOMENTEN,
    OVERLEGMOMENTEN,
    VERWIJZINGEN,
    WAARNEMINGEN,
)
from shared.bus import Event
from shared.contracts import Fact, read
from shared.contracts import escalatie as e
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.ledger import iso

MELDING, INCIDENT = "melding", "incident"
ONVERANDERD = -1
Agendafeit = (
    o.AgendapuntToegevoegd | o.AgendapuntBesproken | o.AgendapuntDoorgeschoven | o.BevindingGenoteerd | o.BesluitGenomen
)


def rijen(event: Event) -> list[Rij]:
    """Return every row that this event adds to the views, complete.

    Raises:
        pydantic.ValidationError: an event of a known kind that cannot be read.
    """
    bekend = _BEKEND.get((event.source, event.naam))
    if bekend is None:
        return []
    shape, makers = bekend
    feit, fact = (event.source, event.chain_id, event.place), read(shape, event.data)
    return [(tabel, feit + waarden) for maak in makers for tabel, waarden in maak(event, fact)]


def _waarneming(event: Event, fact: i.MeldingOntvangen | i.IncidentGemeld) -> Iterator[Rij]:
    incident = fact if isinstance(fact, i.IncidentGemeld) else None
    yield (
        WAARNEMINGEN,
        (
            str(fact.melding_id),
            event.version,
            INCIDENT if incident else MELDING,
            event.moment,
            fact.gemeente,
            fact.locatie,
            iso(fact.voorgevallen_op),
            fact.aard.value,
            fact.plaats or "",
            fact.kanaal,
            fact.gericht_tegen.value,
            fact.thema,
            incident.ernst if incident else 0,
            int(incident is not None and incident.gevolgen_openbare_orde),
            int(fact.registratie is i.Registratie.HISTORISCH),
            fact.gebied or "",
            fact.aangifte.value,
            int(isinstance(fact, i.MeldingOntvangen) and fact.terugkoppeling_gewenst),
            fact.dagdeel.value if fact.dagdeel else "",
        ),
    )


def _geclassificeerd(event: Event, fact: i.MeldingGeclassificeerd) -> Iterator[Rij]:
    wat = ("", fact.aard.value, "", "", fact.thema)
    yield _bij(event, fact.melding_id, *wat, ONVERANDERD, ONVERANDERD, ONVERANDERD, "", "", "")


def _gecorrigeerd(event: Event, fact: i.MeldingGecorrigeerd) -> Iterator[Rij]:
    yield _bij(
        event,
        fact.melding_id,
        of_leeg(fact.voorgevallen_op),
        fact.aard.value if fact.aard else "",
        fact.plaats or "",
        fact.gericht_tegen.value if fact.gericht_tegen else "",
        fact.thema or "",
        ONVERANDERD if fact.ernst is None else fact.ernst,
        ONVERANDERD if fact.gevolgen_openbare_orde is None else int(fact.gevolgen_openbare_orde),
        ONVERANDERD,
        fact.gebied or "",
        fact.aangifte.value if fact.aangifte else "",
        fact.dagdeel.value if fact.dagdeel else "",
    )


def _telt(event: Event, fact: i.MeldingIngetrokken | i.MeldingHeropend) -> Iterator[Rij]:
    telt = int(isinstance(fact, i.MeldingHeropend))
    yield _bij(event, fact.melding_id, "", "", "", "", "", ONVERANDERD, ONVERANDERD, telt, "", "", "")


def _bij(event: Event, melding_id: UUID, *overig: object) -> Rij:
    return BIJSTELLINGEN, (str(melding_id), event.version, event.moment, *overig)


def _overleg(event: Event, fact: o.OverlegGepland | o.OverlegVoorgesteld) -> Iterator[Rij]:
    voorlopig = int(isinstance(fact, o.OverlegGepland) and fact.voorlopig)
    yield _overlegmoment(event, fact, fact.overleg_id, fact.soort, fact.reeks, iso(fact.aanvang), voorlopig)


def _overlegverloop(
    event: Event, fact: o.OverlegBevestigd | o.OverlegGeannuleerd | o.OverlegGeopend | o.OverlegGesloten
) -> Iterator[Rij]:
    yield _overlegmoment(event, fact, fact.overleg_id, "", "", "", 0)


def _verzet(event: Event, fact: o.OverlegVerzet) -> Iterator[Rij]:
    yield _overlegmoment(event, fact, fact.overleg_id, "", "", iso(fact.naar), 0)


def _overlegmoment(event: Event, fact: Fact, overleg_id: UUID, *overig: object) -> Rij:
    plek = (str(overleg_id), event.naam, event.moment, fact.gemeente, fact.locatie)
    return OVERLEGMOMENTEN, (*plek, *overig)


def _agenda(
    event: Event, fact: o.AgendapuntToegevoegd | o.AgendapuntBesproken | o.AgendapuntDoorgeschoven
) -> Iterator[Rij]:
    yield _agendamoment(event, fact, vertrouwelijk=isinstance(fact, o.AgendapuntToegevoegd) and fact.vertrouwelijk)
    yield from _verwijs(fact.overleg_id, fact.meldingen)


def _genoteerd(event: Event, fact: o.BevindingGenoteerd | o.BesluitGenomen) -> Iterator[Rij]:
    yield _agendamoment(event, fact, vertrouwelijk=fact.vertrouwelijk)


def _ingelicht(_: Event, fact: o.MelderIngelicht) -> Iterator[Rij]:
    yield from _verwijs(fact.overleg_id, fact.meldingen)


def _agendamoment(event: Event, fact: Agendafeit, *, vertrouwelijk: bool) -> Rij:
    punt = (str(fact.overleg_id), str(fact.agendapunt_id))
    return AGENDAMOMENTEN, (*punt, event.naam, event.moment, int(vertrouwelijk))


def _maatregel(event: Event, fact: o.MaatregelOpgelegd) -> Iterator[Rij]:
    eindigt = of_leeg(fact.eindigt)
    wat = (fact.soort, fact.gericht_op.value, iso(fact.ingaande), eindigt, fact.regel)
    yield _maatregelmoment(event, fact, fact.maatregel_id, *wat)
    yield from _verwijs(fact.maatregel_id, fact.meldingen, hele_zaak=True)


def _verlengd(event: Event, fact: o.MaatregelVerlengd) -> Iterator[Rij]:
    yield _maatregelmoment(event, fact, fact.maatregel_id, "", "", "", iso(fact.eindigt), "")


def _maatregelverloop(event: Event, fact: o.MaatregelVerlopen | o.MaatregelIngetrokken) -> Iterator[Rij]:
    yield _maatregelmoment(event, fact, fact.maatregel_id, "", "", "", "", "")


def _maatregelmoment(event: Event, fact: Fact, maatregel_id: UUID, *overig: object) -> Rij:
    plek = (str(maatregel_id), event.naam, event.moment, fact.gemeente, fact.locatie)
    return MAATREGELMOMENTEN, (*plek, *overig)


def _escalatie(event: Event, fact: e.EscalatieGeopend) -> Iterator[Rij]:
    tweede_stap = int(fact.tweede_stap is not None)
    yield _escalatiemoment(event, fact, fact.escalatie_id, fact.drempel, fact.regel, "", "", tweede_stap)
    yield from _verwijs(fact.escalatie_id, fact.meldingen, hele_zaak=True)


def _gevoed(event: Event, fact: e.EscalatieGevoed) -> Iterator[Rij]:
    yield from _verwijs(fact.escalatie_id, fact.meldingen, hele_zaak=True)


def _alarm(event: Event, fact: e.AlarmVerzonden) -> Iterator[Rij]:
    yield _escalatiemoment(event, fact, fact.escalatie_id, "", "", fact.stap.value, fact.rol, 0)


def _bevestigd(event: Event, fact: e.EscalatieBevestigd) -> Iterator[Rij]:
    yield _escalatiemoment(event, fact, fact.escalatie_id, "", "", fact.stap.value, fact.door, 0)


def _niet_meer_bevestigd(event: Event, fact: e.BevestigingVerlopen | e.BevestigingIngetrokken) -> Iterator[Rij]:
    stap = fact.stap if isinstance(fact, e.BevestigingIngetrokken) else e.Stap.ONTVANGEN
    yield _escalatiemoment(event, fact, fact.escalatie_id, "", "", stap.value, "", 0)


def _escalatieverloop(event: Event, fact: e.StapGemist | e.EscalatieGesloten) -> Iterator[Rij]:
    yield _escalatiemoment(event, fact, fact.escalatie_id, "", "", "", "", 0)


def _escalatiemoment(event: Event, fact: Fact, escalatie_id: UUID, *overig: object) -> Rij:
    plek = (str(escalatie_id), event.naam, event.moment, fact.gemeente, fact.locatie)
    return ESCALATIEMOMENTEN, (*plek, *overig)


def _zaak(event: Event, fact: o.AfspraakGemaakt | o.VerzoekGedaan | o.BerichtOpgesteld) -> Iterator[Rij]:
    yield from _verwijs(event.stream, fact.meldingen, hele_zaak=True)


def _verwijs(zaak_id: UUID, meldingen: Sequence[UUID], *, hele_zaak: bool = False) -> Iterator[Rij]:
    """Tie an event to the meldingen that it names; `hele_zaak`: everything else of that case concerns them too."""
    for melding_id in dict.fromkeys(meldingen):
        yield VERWIJZINGEN, (str(melding_id), str(zaak_id), int(hele_zaak))


_Maker = Callable[..., Iterator[Rij]]
_MAKERS: tuple[tuple[_Maker, tuple[type[Fact], ...]], ...] = (
    (_waarneming, (i.MeldingOntvangen, i.IncidentGemeld)),
    (_geclassificeerd, (i.MeldingGeclassificeerd,)),
    (_gecorrigeerd, (i.MeldingGecorrigeerd,)),
    (_telt, (i.MeldingIngetrokken, i.MeldingHeropend)),
    (_overleg, (o.OverlegGepland, o.OverlegVoorgesteld)),
    (_overlegverloop, (o.OverlegBevestigd, o.OverlegGeannuleerd, o.OverlegGeopend, o.OverlegGesloten)),
    (_verzet, (o.OverlegVerzet,)),
    (_agenda, (o.AgendapuntToegevoegd, o.AgendapuntBesproken, o.AgendapuntDoorgeschoven)),
    (_ingelicht, (o.MelderIngelicht,)),
    (_genoteerd, (o.BevindingGenoteerd, o.BesluitGenomen)),
    (_maatregel, (o.MaatregelOpgelegd,)),
    (_verlengd, (o.MaatregelVerlengd,)),
    (_maatregelverloop, (o.MaatregelVerlopen, o.MaatregelIngetrokken)),
    (_zaak, (o.AfspraakGemaakt, o.VerzoekGedaan, o.BerichtOpgesteld)),
    (_escalatie, (e.EscalatieGeopend,)),
    (_gevoed, (e.EscalatieGevoed,)),
    (_alarm, (e.AlarmVerzonden,)),
    (_bevestigd, (e.EscalatieBevestigd,)),
    (_niet_meer_bevestigd, (e.BevestigingVerlopen, e.BevestigingIngetrokken)),
    (_escalatieverloop, (e.StapGemist, e.EscalatieGesloten)),
    *BEHANDELING,
    *CIJFERS,
)


def _per_feit() -> dict[tuple[str, str], tuple[type[Fact], list[_Maker]]]:
    bekend: dict[tuple[str, str], tuple[type[Fact], list[_Maker]]] = {}
    for maak, shapes in _MAKERS:
        for shape in shapes:
            bekend.setdefault((shape.__module__.split(".")[2], shape.__name__), (shape, []))[1].append(maak)
    return bekend


_BEKEND = _per_feit()
"""By who tells it and what it is called: a fact counts only when its own service tells it."""

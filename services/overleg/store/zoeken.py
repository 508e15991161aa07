"""Questions that a use case asks the tables, as statements with their values."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from services.overleg.overleg import TE_HOUDEN, Status
from services.overleg.reeks import Cyclus
from shared.ledger import Row, iso


def volgende_overleg(cyclus: Cyclus, na: datetime, tot: datetime | None, behalve: UUID | None = None) -> Row:
    """The earliest meeting of a cycle, later than `na`, whose agenda can still grow."""
    return (
        "SELECT overleg_id, aanvang, status, dag FROM overleggen WHERE gemeente = ? AND reeks = ? AND locatie = ? "
        "AND aanvang > ? AND aanvang <= ? AND status IN (?, ?) AND overleg_id <> ? "
        "ORDER BY aanvang, overleg_id LIMIT 1",
        (*_cyclus(cyclus), iso(na), iso(tot) if tot else "9999", *TE_HOUDEN, str(behalve or "")),
    )


def gepland_naar_ritme(cyclus: Cyclus, na: datetime) -> Row:
    """The meetings to come that the rhythm gave, the last first."""
    return (
        "SELECT overleg_id, aanvang, dag FROM overleggen WHERE gemeente = ? AND reeks = ? AND locatie = ? "
        "AND aanvang > ? AND status = ? AND dag IS NOT NULL ORDER BY aanvang DESC",
        (*_cyclus(cyclus), iso(na), Status.GEPLAND),
    )


def in_de_week(cyclus: Cyclus, reeks: str, van: date, tot: date, *, ook_geannuleerd: bool = False) -> Row:
    """When the meetings of another series are, by their days of the rhythm: begin, end, status."""
    return (
        "SELECT aanvang, einde, status FROM overleggen WHERE gemeente = ? AND reeks = ? AND status <> ? "
        "AND COALESCE(dag, SUBSTR(aanvang, 1, 10)) >= ? AND COALESCE(dag, SUBSTR(aanvang, 1, 10)) <= ?",
        (
            cyclus.gemeente,
            reeks,
            "" if ook_geannuleerd else Status.GEANNULEERD,
            van.isoformat(),
            tot.isoformat(),
        ),
    )


def op_dag(cyclus: Cyclus, dag: date) -> Row:
    """The meeting to come that the rhythm gave on a day."""
    return (
        "SELECT overleg_id FROM overleggen WHERE gemeente = ? AND reeks = ? AND locatie = ? AND dag = ? AND status = ?",
        (*_cyclus(cyclus), dag.isoformat(), Status.GEPLAND),
    )


def besluiten(gemeente: str) -> Row:
    """What evaluations decided about series, the first first."""
    return "SELECT reeks, locatie, uitkomst, vanaf, regel FROM reeksbesluiten WHERE gemeente = ? ORDER BY op", (
        gemeente,
    )


def _cyclus(cyclus: Cyclus) -> tuple[str, str, str]:
    return cyclus.gemeente, cyclus.reeks.code, cyclus.locatie.code


def staat_op_agenda(agendapunt_id: UUID) -> Row:
    """Whether an item ever stood on an agenda."""
    return "SELECT 1 FROM agendapunten WHERE agendapunt_id = ? LIMIT 1", (str(agendapunt_id),)


def staat_open(agendapunt_id: UUID) -> Row:
    """Whether an item stands on an agenda, and nobody has dealt with it there."""
    return "SELECT 1 FROM agendapunten WHERE agendapunt_id = ? AND status = ? LIMIT 1", (str(agendapunt_id), "open")


def is_incident(melding_id: UUID) -> Row:
    """Whether the COA reported it: then there is no reporter with a code to follow it."""
    return "SELECT 1 FROM meldingen_bekend WHERE melding_id = ? AND soort = ?", (str(melding_id), "incident")


def waar_het_staat(agendapunt_id: UUID) -> Row:
    """The meetings on whose agenda an item stands or stood, the last first."""
    sql = "SELECT overleg_id FROM agendapunten WHERE agendapunt_id = ? ORDER BY toegevoegd_op DESC"
    return sql, (str(agendapunt_id),)


def gemaakt_bij(overleg_id: UUID) -> Row:
    """At which item of a meeting an agreement, a measure or a request was made."""
    delen = [
        f"SELECT agendapunt_id, '{wat}' AS wat FROM {tabel} WHERE overleg_id = ? AND agendapunt_id IS NOT NULL"  # noqa: S608  our own names
        for tabel, wat in (("afspraken", "afspraak"), ("maatregelen", "maatregel"), ("verzoeken", "verzoek"))
    ]
    return f"{' UNION '.join(delen)} ORDER BY agendapunt_id, wat", (str(overleg_id),) * len(delen)


def agendapunt(gemeente: str, agendapunt_id: UUID) -> Row:
    """Where an item stands or stood, the last first: meeting, location, meldingen."""
    return (
        "SELECT p.overleg_id, o.locatie, p.meldingen FROM agendapunten p JOIN overleggen o "
        "ON o.overleg_id = p.overleg_id WHERE p.agendapunt_id = ? AND o.gemeente = ? ORDER BY p.toegevoegd_op DESC",
        (str(agendapunt_id), gemeente),
    )


def maatregelen_die_eindigen(gemeente: str, locatie: str, van: datetime, tot: datetime, zonder: Collection[str]) -> Row:
    """Measures at a location, or on persons, that end between two moments: which, of what kind, by which rule."""
    return (
        "SELECT maatregel_id, soort, regel FROM maatregelen "  # noqa: S608  our own names
        "WHERE gemeente = ? AND locatie IN (?, ?) AND eindigt >= ? "
        f"AND eindigt <= ? AND soort NOT IN ({', '.join('?' * len(zonder))}) "
        "AND verlopen_op IS NULL AND ingetrokken_op IS NULL ORDER BY eindigt, maatregel_id",
        (gemeente, locatie, "alle", iso(van), iso(tot), *sorted(zonder)),
    )


def afspraken_die_aflopen(gemeente: str, locatie: str, tot: datetime) -> Row:
    """Agreements at a location that should be done by a moment and are not: which, who, by which rule."""
    return (
        "SELECT afspraak_id, wie, regel FROM afspraken WHERE gemeente = ? AND locatie IN (?, ?) AND status = ? "
        "AND uiterlijk <= ? ORDER BY uiterlijk, afspraak_id",
        (gemeente, locatie, "alle", "open", iso(tot)),
    )


def laatste_stand(melding_id: UUID) -> Row:
    """What intake told last about whether a melding still counts."""
    return (
        "SELECT naam FROM melding_wijzigingen WHERE melding_id = ? AND naam IN (?, ?, ?) ORDER BY volgnr DESC LIMIT 1",
        (str(melding_id), "MeldingIngetrokken", "MeldingGesloten", "MeldingHeropend"),
    )


def gemist_van(gemeente: str) -> Row:
    """The meldingen of which it was told already that they were missed."""
    return "SELECT melding_id FROM agenda_gemist WHERE gemeente = ?", (gemeente,)

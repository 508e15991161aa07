"""What is open, planned or in force at a moment, folded from what was known then. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.rapportage.beeld import LopendeMaatregel, OpenEscalatie
from shared.contracts.escalatie import (
    AlarmVerzonden,
    BevestigingIngetrokken,
    BevestigingVerlopen,
    EscalatieBevestigd,
    EscalatieGeopend,
    Stap,
    StapGemist,
)

NOOIT_GETELD = frozenset({"crisismaatregel", "tijdelijk-huisverbod"})
"""Never counted per location and never tied to a melding: they would say something about one person's health or home
(catalogue of measures, LVS-3.1)."""

LOOPT_AF = timedelta(days=14)
"""So long before its end a measure is pointed out: two weekly meetings can still decide about it."""
NIET_MEER = frozenset({BevestigingVerlopen.__name__, BevestigingIngetrokken.__name__})


@dataclass(frozen=True, slots=True)
class Escalatiemoment:
    """One thing that happened to an escalation."""

    escalatie_id: UUID
    naam: str
    bekend_op: datetime
    drempel: str
    regel: str
    stap: str
    rol: str
    tweede_stap: bool


def escalaties(momenten: Iterable[Escalatiemoment]) -> tuple[OpenEscalatie, ...]:
    """Fold the moments of open escalations into how each stands; the longest open first."""
    per_zaak: dict[UUID, list[Escalatiemoment]] = {}
    for moment in momenten:
        per_zaak.setdefault(moment.escalatie_id, []).append(moment)
    open_ = [_escalatie(zaak) for zaak in per_zaak.values()]
    return tuple(sorted(open_, key=lambda zaak: (zaak.sinds, str(zaak.escalatie_id))))


def _escalatie(momenten: list[Escalatiemoment]) -> OpenEscalatie:
    begin = next(moment for moment in momenten if moment.naam == EscalatieGeopend.__name__)
    bevestigd = _geldig(momenten)
    tweede = [moment for moment in bevestigd if moment.stap == Stap.BURGEMEESTER_INGELICHT]
    return OpenEscalatie(
        escalatie_id=begin.escalatie_id,
        drempel=begin.drempel,
        naam=begin.drempel,
        regel=begin.regel,
        sinds=begin.bekend_op,
        gewaarschuwd=_rollen(momenten, AlarmVerzonden.__name__),
        bevestigd_op=_eerste(bevestigd),
        bevestigd_door=_rollen(bevestigd, EscalatieBevestigd.__name__),
        tweede_stap_nodig=begin.tweede_stap,
        burgemeester_ingelicht_op=_eerste(tweede),
        tweede_stap_gemist=any(moment.naam == StapGemist.__name__ for moment in momenten),
    )


def _geldig(momenten: list[Escalatiemoment]) -> list[Escalatiemoment]:
    """Return the confirmations that still count: one that lapsed or was taken back does not."""
    geldig: list[Escalatiemoment] = []
    for moment in sorted(momenten, key=lambda moment: moment.bekend_op):
        if moment.naam == EscalatieBevestigd.__name__:
            geldig.append(moment)
        elif moment.naam in NIET_MEER:
            geldig = [eerder for eerder in geldig if eerder.stap != moment.stap]
    return geldig


def lopend(maatregelen: Iterable[LopendeMaatregel], peildatum: datetime) -> tuple[LopendeMaatregel, ...]:
    """Keep the measures whose term runs at that moment and that may be counted; the first to end on top."""
    lopende = [_met_einde(maatregel, peildatum) for maatregel in maatregelen if _loopt(maatregel, peildatum)]
    return tuple(sorted(lopende, key=lambda m: (m.eindigt is None, m.eindigt or m.ingaande, str(m.maatregel_id))))


def _met_einde(maatregel: LopendeMaatregel, peildatum: datetime) -> LopendeMaatregel:
    loopt_af = maatregel.eindigt is not None and maatregel.eindigt <= peildatum + LOOPT_AF
    return maatregel.model_copy(update={"loopt_af": loopt_af})


def _loopt(maatregel: LopendeMaatregel, peildatum: datetime) -> bool:
    begonnen = maatregel.ingaande <= peildatum
    niet_voorbij = maatregel.eindigt is None or maatregel.eindigt > peildatum
    return begonnen and niet_voorbij and maatregel.soort not in NOOIT_GETELD


def _eerste(momenten: Iterable[Escalatiemoment]) -> datetime | None:
    return min((moment.bekend_op for moment in momenten), default=None)


def _rollen(momenten: Iterable[Escalatiemoment], naam: str) -> tuple[str, ...]:
    return tuple(sorted({moment.rol for moment in momenten if moment.naam == naam}))

"""Delivering one notice: when it is still of use, and what is recorded about an attempt. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.escalatie.alarm import Alarm
from services.escalatie.staat import Escalatie, Status, Vervolg
from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden
from shared.contracts.escalatie.piket import AlarmAangekomen

PAUZES = (5, 15, 45, 135, 405)
LANGSTE_PAUZE = 900
"""Seconds between two attempts: growing, and never giving up while the notice is of use."""


@dataclass(frozen=True, slots=True)
class Poging:
    """What one channel did with a notice. `terugval`: the role that stood in. Without `kanaal`: there was none."""

    kanaal: str | None
    fout: str = ""
    terugval: str | None = None


@dataclass(frozen=True, slots=True)
class Levering:
    """One attempt to deliver a notice: every channel that was tried, for the seat that had duty."""

    pogingen: tuple[Poging, ...]
    nummer: int
    te_laat: bool = False
    dienst: str | None = None
    bundel: UUID | None = None


def verhinderd(escalatie: Escalatie, alarm: Alarm) -> str:
    """Why this notice is of no use any more, in Dutch; empty: send it."""
    stand = escalatie.bezorging.get((alarm.stap, alarm.rol))
    if escalatie.status is Status.GESLOTEN:
        return "de escalatie is gesloten"
    if (alarm.stap, alarm.rol) in escalatie.bevestigd:
        return "deze rol heeft al bevestigd"
    if stand and stand.alarm != alarm:
        return "vervangen door een nieuwer bericht aan dezelfde rol"
    return ""


def is_afgehandeld(escalatie: Escalatie, alarm: Alarm) -> bool:
    """Whether this notice was recorded as delivered, or will not be tried again."""
    stand = escalatie.bezorging.get((alarm.stap, alarm.rol))
    return bool(stand and stand.alarm == alarm and stand.klaar)


def bezorgd(escalatie: Escalatie, alarm: Alarm, levering: Levering, *, op: datetime) -> list[Vervolg]:
    """Record an attempt: each channel that took it, and each that did not. All failed: it is tried again."""
    if is_afgehandeld(escalatie, alarm):
        return []
    gelukt = [_verzonden(escalatie, alarm, levering, poging) for poging in levering.pogingen if not poging.fout]
    opnieuw_op = None if gelukt else op + pauze(levering.nummer)
    mislukt = [
        _niet_verzonden(escalatie, alarm, levering.nummer, _reden(poging), kanaal=poging.kanaal, opnieuw_op=opnieuw_op)
        for poging in levering.pogingen
        if poging.fout
    ]
    return [*mislukt, *gelukt]


def _reden(poging: Poging) -> str:
    return f"{poging.fout} (als vervanging: {poging.terugval})" if poging.terugval else poging.fout


def niet_bezorgd(
    escalatie: Escalatie, alarm: Alarm, reden: str, *, poging: int, niet_voor: datetime | None = None
) -> list[Vervolg]:
    """Record that this notice is not sent, or not before `niet_voor`; the ladder goes on."""
    if is_afgehandeld(escalatie, alarm):
        return []
    return [_niet_verzonden(escalatie, alarm, poging, reden, opnieuw_op=niet_voor)]


def aangekomen(escalatie: Escalatie, alarm: Alarm) -> list[Vervolg]:
    """Record that a notice reached a device; it says nothing about a person."""
    kop = {"gemeente": escalatie.gemeente, "locatie": escalatie.locatie, "escalatie_id": escalatie.id}
    return [AlarmAangekomen.model_validate({**kop, "alarm_id": alarm.id, "rol": alarm.rol})]


def pauze(poging: int) -> timedelta:
    """How long to wait after this attempt."""
    return timedelta(seconds=PAUZES[poging - 1] if poging <= len(PAUZES) else LANGSTE_PAUZE)


def _verzonden(escalatie: Escalatie, alarm: Alarm, levering: Levering, poging: Poging) -> AlarmVerzonden:
    return AlarmVerzonden(
        gemeente=escalatie.gemeente,
        locatie=escalatie.locatie,
        escalatie_id=alarm.escalatie_id,
        alarm_id=alarm.id,
        rol=alarm.rol,
        trede=alarm.trede,
        poging=levering.nummer,
        stap=alarm.stap,
        ronde=alarm.ronde,
        kanaal=poging.kanaal or "onbekend",
        te_laat=levering.te_laat,
        dienst=levering.dienst,
        terugval=poging.terugval,
        bundel=levering.bundel,
    )


def _niet_verzonden(
    escalatie: Escalatie,
    alarm: Alarm,
    poging: int,
    reden: str,
    *,
    kanaal: str | None = None,
    opnieuw_op: datetime | None = None,
) -> AlarmNietVerzonden:
    return AlarmNietVerzonden(
        gemeente=escalatie.gemeente,
        locatie=escalatie.locatie,
        escalatie_id=alarm.escalatie_id,
        alarm_id=alarm.id,
        rol=alarm.rol,
        trede=alarm.trede,
        poging=poging,
        reden=reden,
        stap=alarm.stap,
        ronde=alarm.ronde,
        kanaal=kanaal,
        opnieuw_op=opnieuw_op,
    )

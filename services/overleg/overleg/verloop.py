"""A coming meeting that takes place at another moment, or not at all."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from services.overleg.overleg.agenda import doorgeschoven
from services.overleg.overleg.weigering import AlBeslist, NietTeVerzetten
from services.overleg.overleg.zaak import TE_HOUDEN, Overleg, OverlegFact, Status
from shared.contracts.overleg import OverlegBevestigd, OverlegGeannuleerd, OverlegVerzet

Door = Literal["mens", "reeks"]


def verzet(
    overleg: Overleg,
    naar: datetime,
    *,
    op: datetime,
    duur: timedelta,
    sluiten_binnen: timedelta,
    door: Door = "mens",
    **waarom: str | None,
) -> list[OverlegVerzet]:
    """Move it to a moment to come; to where it is already is nothing. `waarom`: regel, reden, tekstzegel."""
    _komt_nog(overleg)
    if naar <= op:
        raise NietTeVerzetten("Dit moment is al voorbij. Kies een moment in de toekomst.")
    if naar == overleg.aanvang:
        return []
    wanneer = {"van": overleg.aanvang, "naar": naar, "einde": naar + duur, "sluiten_voor": naar + sluiten_binnen}
    return [OverlegVerzet.model_validate({**overleg.wat, **wanneer, "door": door, **waarom})]


def annuleer(
    overleg: Overleg, *, naar: UUID | None, door: Door = "mens", reden: str, **waarom: str | None
) -> Sequence[OverlegFact]:
    """Cancel it; its items move to the meeting `naar`."""
    _komt_nog(overleg)
    wat = {**overleg.wat, "reden": reden, "door": door, **waarom}
    verder: Iterable[OverlegFact] = (doorgeschoven(overleg, punt, naar) for punt in overleg.open if naar)
    return [*verder, OverlegGeannuleerd.model_validate(wat)]


def bevestig(overleg: Overleg, *, door: str, regel: str, tekstzegel: str | None = None) -> OverlegBevestigd:
    """A proposed meeting goes on."""
    toets_voorstel(overleg)
    return OverlegBevestigd.model_validate({**overleg.wat, "door": door, "regel": regel, "tekstzegel": tekstzegel})


def toets_voorstel(overleg: Overleg) -> None:
    """Refuse to decide about what is no proposal any more."""
    if overleg.status is not Status.VOORGESTELD:
        raise AlBeslist("Over dit overleg is al beslist. Laad de pagina opnieuw; daar staat wat er is besloten.")


def _komt_nog(overleg: Overleg) -> None:
    if overleg.status not in TE_HOUDEN:
        raise NietTeVerzetten("Dit overleg is al begonnen of voorbij. Alleen een komend overleg kunt u nog wijzigen.")

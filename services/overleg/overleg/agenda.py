"""What stands on an agenda, and what moves on: none of it may fall through (LVS-2.4)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from services.overleg.overleg.weigering import AgendapuntOnbekend, AgendaVast
from services.overleg.overleg.zaak import TE_HOUDEN, Agendapunt, Overleg, OverlegFact
from shared.contracts.overleg import AgendaGeordend, AgendapuntDoorgeschoven, AgendapuntToegevoegd


def agendeer(overleg: Overleg, punten: Collection[Agendapunt], *, van: UUID | None = None) -> list[OverlegFact]:
    """Put items on the agenda; `van` is the meeting that did not get to them. Twice is once."""
    if overleg.status not in TE_HOUDEN:
        raise AgendaVast("Dit overleg is al begonnen of voorbij. Zet het punt op het volgende overleg.")
    staat_er = {punt.id for punt in overleg.open}
    return [toegevoegd(overleg, punt, van) for punt in punten if punt.id not in staat_er]


def toegevoegd(overleg: Overleg, punt: Agendapunt, van: UUID | None = None) -> AgendapuntToegevoegd:
    """One item on this agenda."""
    return AgendapuntToegevoegd(
        gemeente=overleg.gemeente,
        locatie=overleg.locatie,
        overleg_id=overleg.id,
        agendapunt_id=punt.id,
        meldingen=punt.meldingen,
        regel=punt.regel,
        vertrouwelijk=punt.vertrouwelijk,
        escalatie_id=punt.escalatie_id,
        van_overleg_id=van,
        soort=punt.soort,
        onderwerp=punt.onderwerp,
        afspraak_id=punt.afspraak_id,
        maatregel_id=punt.maatregel_id,
        tekstzegel=punt.tekstzegel,
    )


def orden(overleg: Overleg, volgorde: Sequence[UUID]) -> AgendaGeordend:
    """Put items in this order; what is not named comes after."""
    if set(volgorde) - {punt.id for punt in overleg.open}:
        raise AgendapuntOnbekend("Een gekozen agendapunt staat niet op deze agenda. Laad de agenda opnieuw en kies.")
    return AgendaGeordend.model_validate({**overleg.wat, "volgorde": tuple(dict.fromkeys(volgorde))})


def doorgeschoven(overleg: Overleg, punt: Agendapunt, naar: UUID) -> AgendapuntDoorgeschoven:
    """One item goes on to another meeting."""
    punt_en = {"agendapunt_id": punt.id, "meldingen": punt.meldingen, "naar_overleg_id": naar}
    return AgendapuntDoorgeschoven.model_validate({**overleg.wat, **punt_en})

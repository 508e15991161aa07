"""What staff decide about a melding, and the COA about its own incident. Pure."""

from collections.abc import Mapping
from typing import Any

from services.intake.behandeling.staat import Stand, Status
from services.intake.behandeling.weigeringen import GeenIncident, IsGesloten, IsIngetrokken, IsOpen, MoetIetsZijn
from shared.contracts.intake import (
    Aard,
    Intrekreden,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    Sluitreden,
)

VAN_EEN_INCIDENT = ("gevolgen_openbare_orde", "ernst", "politie_gebeld_op", "wapen", "nog_gaande")


def classificeer(
    stand: Stand, *, aard: Aard, thema: str | None, door: str, redenzegel: str | None = None
) -> list[MeldingGeclassificeerd]:
    """Say what kind of behaviour it was and about what (LVS-2.3). Nothing where that stood already."""
    eis_open(stand)
    if aard is Aard.NOG_TE_BEPALEN:
        raise MoetIetsZijn
    nu = stand.waarneming
    thema = thema or nu.thema
    if (nu.aard, nu.thema) == (aard, thema):
        return []
    return [MeldingGeclassificeerd(**wie(stand, door), aard=aard, thema=thema, redenzegel=redenzegel)]


def corrigeer(
    stand: Stand, nieuw: Mapping[str, Any], *, door: str, redenzegel: str | None = None
) -> list[MeldingGecorrigeerd]:
    """Put right what was wrong: only what differs is recorded."""
    eis_open(stand)
    anders = verschillen(stand, nieuw)
    if not stand.is_incident and any(veld in anders for veld in VAN_EEN_INCIDENT):
        raise GeenIncident
    if anders.get("aard") is Aard.NOG_TE_BEPALEN:
        raise MoetIetsZijn
    return [MeldingGecorrigeerd(**wie(stand, door), **anders, redenzegel=redenzegel)] if anders else []


def verschillen(stand: Stand, nieuw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that are given and stand otherwise now; a moment goes with how exact it is."""
    nu = stand.waarneming
    anders = {
        veld: waarde for veld, waarde in nieuw.items() if waarde is not None and getattr(nu, veld, None) != waarde
    }
    op, dagdeel = nieuw.get("voorgevallen_op"), nieuw.get("dagdeel")
    if (op or dagdeel) and (op or nu.voorgevallen_op, dagdeel) != (nu.voorgevallen_op, nu.dagdeel):
        anders |= {"voorgevallen_op": op or nu.voorgevallen_op, "dagdeel": dagdeel}
    return anders


def trek_in(stand: Stand, *, reden: Intrekreden, door: str) -> list[MeldingIngetrokken]:
    """Let it not count any more; it stays readable."""
    if stand.status is Status.INGETROKKEN:
        return []
    return [MeldingIngetrokken(**wie(stand, door), reden=reden)]


def sluit(stand: Stand, *, reden: Sluitreden, door: str) -> list[MeldingGesloten]:
    """Say that nothing more is done with it."""
    if stand.status is Status.GESLOTEN:
        return []
    if stand.status is Status.INGETROKKEN:
        raise IsIngetrokken
    return [MeldingGesloten(**wie(stand, door), reden=reden)]


def heropen(stand: Stand, *, door: str) -> list[MeldingHeropend]:
    """Let it count and be worked on again."""
    if stand.status not in (Status.GESLOTEN, Status.INGETROKKEN):
        raise IsOpen
    return [MeldingHeropend(**wie(stand, door))]


def eis_open(stand: Stand) -> None:
    """Refuse work on what is closed or withdrawn."""
    if stand.status is Status.INGETROKKEN:
        raise IsIngetrokken
    if stand.status is Status.GESLOTEN:
        raise IsGesloten


def over(stand: Stand) -> dict[str, Any]:
    """Return what every fact about this melding begins with."""
    nu = stand.waarneming
    return {"gemeente": nu.gemeente, "locatie": nu.locatie, "melding_id": nu.melding_id}


def wie(stand: Stand, door: str) -> dict[str, Any]:
    """Return the same, with who did it."""
    return {**over(stand), "door": door}

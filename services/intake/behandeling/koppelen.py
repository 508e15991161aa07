"""Which meldingen belong together. A link changes neither of them, and can be undone. Pure."""

from collections.abc import Callable
from uuid import UUID

from services.intake.behandeling.behandelen import wie
from services.intake.behandeling.staat import Stand, Status
from services.intake.behandeling.weigeringen import (
    AlGekoppeld,
    AndereGemeente,
    HeeftAlHoofd,
    IsIngetrokken,
    Kring,
    NietAanZichzelf,
    NietGekoppeld,
)
from shared.contracts.intake import Koppeling, MeldingGekoppeld, MeldingOntkoppeld

Lees = Callable[[UUID], Stand]


def koppel(stand: Stand, ander: Stand, *, soort: Koppeling, door: str, lees: Lees) -> list[MeldingGekoppeld]:
    """Link a melding to another one; `hoort-bij`: the other is the main one. `lees` gives any melding by number."""
    if stand.gekoppeld.get(ander.id) is soort:
        return []
    _eis_te_koppelen(stand, ander)
    if soort is Koppeling.HOORT_BIJ:
        if stand.hoofd is not None:
            raise HeeftAlHoofd
        _eis_geen_kring(stand, ander, lees)
    return [MeldingGekoppeld(**wie(stand, door), aan=ander.id, soort=soort)]


def ontkoppel(stand: Stand, ander: Stand, *, door: str) -> list[MeldingOntkoppeld]:
    """Undo a link, from whichever side; it is recorded where the link stands."""
    if ander.id in stand.gekoppeld:
        return [MeldingOntkoppeld(**wie(stand, door), aan=ander.id)]
    if stand.id in ander.gekoppeld:
        return [MeldingOntkoppeld(**wie(ander, door), aan=stand.id)]
    raise NietGekoppeld


def _eis_te_koppelen(stand: Stand, ander: Stand) -> None:
    if stand.id == ander.id:
        raise NietAanZichzelf
    if stand.waarneming.gemeente != ander.waarneming.gemeente:
        raise AndereGemeente
    if Status.INGETROKKEN in (stand.status, ander.status):
        raise IsIngetrokken
    if ander.id in stand.gekoppeld or stand.id in ander.gekoppeld:
        raise AlGekoppeld


def _eis_geen_kring(stand: Stand, ander: Stand, lees: Lees) -> None:
    """Walk up from the other one: meeting this melding there would be a circle. Each has one main melding at most."""
    boven = ander.hoofd
    while boven is not None:
        if boven == stand.id:
            raise Kring
        boven = lees(boven).hoofd

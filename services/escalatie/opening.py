"""How an escalation begins: with the threshold that was crossed, and the ladder as it is at that moment. Pure."""

from datetime import datetime
from uuid import UUID

from services.escalatie.drempels.telling import Overschrijding, Waarneming
from services.escalatie.stilte import na_stilte
from shared.contracts.escalatie import (
    DrempelOverschreden,
    EscalatieGeopend,
    VasteStilte,
    VasteTrede,
    VasteTweedeStap,
    Venster,
)
from shared.contracts.intake import IncidentGemeld
from shared.profiel.schema import Drempel, Ladder, Trede, TweedeStap


def drempel_overschreden(
    escalatie_id: UUID, drempel: Drempel, waarneming: Waarneming, vol: Overschrijding, *, profielversie: str
) -> DrempelOverschreden:
    """Say everything that explains why this threshold fires (promise 8)."""
    return DrempelOverschreden(
        gemeente=waarneming.gemeente,
        locatie=waarneming.locatie,
        escalatie_id=escalatie_id,
        drempel=drempel.code,
        regel=drempel.regel,
        herkomst=drempel.herkomst,
        ingesteld_op=drempel.ingesteld_op.isoformat() if drempel.ingesteld_op else None,
        profielversie=profielversie,
        feiten=tuple(moment.feit for moment in vol.momenten),
        venster=Venster(van=vol.van, tot=vol.tot) if vol.van < vol.tot else None,
        telling=len(vol.momenten),
        grens=drempel.grens,
        omschrijving=drempel.omschrijving,
        wat_nu=drempel.wat_nu,
        voorgevallen_op=vol.momenten[-1].moment,
        politie_gebeld_op=waarneming.politie_gebeld_op if isinstance(waarneming, IncidentGemeld) else None,
    )


def open_(
    overschreden: DrempelOverschreden,
    ladder: Ladder,
    *,
    meldingen: tuple[UUID, ...],
    op: datetime,
    stelt_overleg_voor: str | None = None,
    stilte: VasteStilte | None = None,
) -> tuple[DrempelOverschreden, EscalatieGeopend]:
    """Open an escalation for a crossed threshold; the ladder is frozen: a later profile does not change it."""
    geopend = EscalatieGeopend(
        gemeente=overschreden.gemeente,
        locatie=overschreden.locatie,
        escalatie_id=overschreden.escalatie_id,
        drempel=overschreden.drempel,
        regel=overschreden.regel,
        ladder=ladder.code,
        meldingen=meldingen,
        stelt_overleg_voor=stelt_overleg_voor,
        treden=tuple(map(_vaste_trede, ladder.treden)),
        herhaal=ladder.herhaal,
        tweede_stap=_vast(ladder.tweede_stap),
        klim_op=na_stilte(na_stilte(op, stilte) + ladder.treden[0].wacht, stilte),
        belang=ladder.belang,
        stilte=stilte,
        verloopt_na=ladder.bevestiging_verloopt,
    )
    return overschreden, geopend


def _vaste_trede(trede: Trede) -> VasteTrede:
    return VasteTrede(rollen=_codes(trede.rollen), wacht=trede.wacht, keren=trede.keren, kanaal=trede.kanaal)


def _vast(stap: TweedeStap | None) -> VasteTweedeStap | None:
    if stap is None:
        return None
    return VasteTweedeStap(stap=stap.stap, door=_codes(stap.door), binnen=stap.binnen, anders=_codes(stap.anders))


def _codes(rollen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(rol) for rol in rollen)

"""How an escalation begins: with the threshold that was crossed, and the ladder as it is at that moment. Pure."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from services.escalatie.drempels.telling import Overschrijding
from services.escalatie.stilte import na_stilte
from shared.contracts.escalatie import (
    DrempelOverschreden,
    EscalatieGeopend,
    VasteStilte,
    VasteTrede,
    VasteTweedeStap,
    Venster,
)
from shared.contracts.intake import Dagdeel, IncidentGemeld
from shared.profiel.schema import Drempel, Ladder, Trede, TweedeStap

FEITEN_HOOGSTENS = 1_000
"""More event ids than this do not fit in a message on the bus: the newest are named, and all are counted."""


class Waar(Protocol):
    """Where it happened."""

    @property
    def gemeente(self) -> str:
        """CBS code."""

    @property
    def locatie(self) -> str:
        """Code of the profile, or `alle`."""


def drempel_overschreden(
    escalatie_id: UUID,
    drempel: Drempel,
    waar: Waar,
    vol: Overschrijding,
    *,
    profielversie: str,
    dagdeel: Dagdeel | None = None,
) -> DrempelOverschreden:
    """Say everything that explains why this threshold fires (promise 8). `dagdeel`: of the last that counted."""
    return DrempelOverschreden(
        gemeente=waar.gemeente,
        locatie=waar.locatie,
        escalatie_id=escalatie_id,
        drempel=drempel.code,
        regel=drempel.regel,
        herkomst=drempel.herkomst,
        ingesteld_op=drempel.ingesteld_op.isoformat() if drempel.ingesteld_op else None,
        profielversie=profielversie,
        feiten=tuple(moment.feit for moment in vol.momenten[-FEITEN_HOOGSTENS:]),
        venster=Venster(van=vol.van, tot=vol.tot) if vol.van < vol.tot else None,
        telling=vol.telling,
        grens=drempel.grens,
        omschrijving=drempel.omschrijving,
        wat_nu=drempel.wat_nu,
        toelichting=vol.toelichting,
        voorgevallen_op=vol.momenten[-1].moment if vol.momenten else vol.tot,
        **(_van_het_coa(waar) if isinstance(waar, IncidentGemeld) else {}),
        soort=drempel.soort,
        groei=vol.groei,
        verwachting=vol.verwachting,
        dagdeel=dagdeel,
    )


def _van_het_coa(waar: IncidentGemeld) -> dict[str, Any]:
    """Give what the COA said besides; where the police are not warned, no more than that it called them."""
    gebeld = {"politie_gebeld_op": waar.politie_gebeld_op}
    gezegd = {"wapen": waar.wapen, "nog_gaande": waar.nog_gaande}
    return gebeld | gezegd if waar.gevolgen_openbare_orde else gebeld


def open_(
    overschreden: DrempelOverschreden,
    ladder: Ladder,
    *,
    meldingen: tuple[UUID, ...],
    op: datetime,
    stelt_overleg_voor: str | None = None,
    stilte: VasteStilte | None = None,
    vervolg_op: UUID | None = None,
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
        vervolg_op=vervolg_op,
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

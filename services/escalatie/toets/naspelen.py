"""Last night on tonight's rota: who would be woken, and when. Nothing is sent. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.escalatie.rooster import Plan
from services.escalatie.stilte import na_stilte, vaste_stilte
from services.escalatie.toets.proef import Proef
from services.escalatie.toets.vuur import Vuur
from services.escalatie.woorden import rol_naam, tijdstip

ETMAAL = timedelta(hours=24)
NIEMAND = "niemand heeft dan dienst"


@dataclass(frozen=True, slots=True)
class Wek:
    """One notice that would go out if nobody confirmed before."""

    op: datetime
    vuur: Vuur
    rol: str
    trede: int
    dienst: str | None
    """The seat that has duty; None where the role has no rota or nobody has duty."""
    rooster: bool


def naspelen(proef: Proef, op: datetime, plannen: Mapping[str, Plan]) -> list[Wek]:
    """Shift the last 24 hours of the history by whole days to the 24 hours from `op` on."""
    if proef.tot is None:
        return []
    eind = min(proef.tot, op)
    vannacht = [vuur for vuur in proef.vuren if eind - ETMAAL < vuur.moment <= eind and vuur.waarschuwt]
    gewekt = [wek for vuur in vannacht for wek in _ladder(proef, vuur, _verschoven(vuur.moment, proef, op), plannen)]
    return sorted(gewekt, key=lambda wek: (wek.op, wek.trede, wek.rol))


def in_woorden(proef: Proef, gewekt: list[Wek]) -> Iterator[str]:
    """Say it, one notice a line."""
    yield ""
    yield "Het laatste etmaal, nagespeeld op het rooster van het komende etmaal. Niemand bevestigt; er gaat niets uit."
    if not gewekt:
        yield "  Niemand zou zijn gewaarschuwd."
    for wek in gewekt:
        wie = rol_naam(wek.rol)
        if wek.rooster:
            wie += f" ({wek.dienst or NIEMAND})"
        wat = wek.vuur.drempel.omschrijving
        yield f"  {tijdstip(wek.op, proef.profiel.zone)}: {wie}, trede {wek.trede + 1}. {wat}"


def _ladder(proef: Proef, vuur: Vuur, begin: datetime, plannen: Mapping[str, Plan]) -> Iterator[Wek]:
    ladder = proef.profiel.ladder(vuur.drempel.ladder)
    if ladder is None:
        return
    stilte = vaste_stilte(proef.profiel, ladder)
    op = na_stilte(begin, stilte)
    for nummer, trede in enumerate(ladder.treden):
        for rol in trede.rollen:
            plan = plannen.get(str(rol))
            dienst = plan.nu(op)[0] if plan else None
            yield Wek(op, vuur, str(rol), nummer, dienst, plan is not None)
        op = na_stilte(op + trede.keren * trede.wacht, stilte)


def _verschoven(moment: datetime, proef: Proef, op: datetime) -> datetime:
    """The same time on the wall, so many days later that it is not past."""
    lokaal = moment.astimezone(proef.profiel.zone)
    dagen = (op.astimezone(proef.profiel.zone).date() - lokaal.date()).days
    later = lokaal.replace(tzinfo=None) + timedelta(days=dagen)
    gekozen = later.replace(tzinfo=proef.profiel.zone)
    return gekozen if gekozen >= op else (later + timedelta(days=1)).replace(tzinfo=proef.profiel.zone)

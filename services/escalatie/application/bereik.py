"""Whom a warning would reach nobody of, as the channels are set at this moment (promise 6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.escalatie.application.route import Route, Wegwijzer
from services.escalatie.geweigerd import ladder_bij_weigering
from shared.profiel import Profiel, Profielen
from shared.verzending.bewaarkanaal import is_bewaren


@dataclass(frozen=True, slots=True)
class Onbereikt:
    """A role that stands on a ladder and hears nothing. `bewaard`: its notices are kept on the server."""

    gemeente: str
    rol: str
    bewaard: bool


@dataclass(frozen=True, slots=True)
class Bereik:
    """Asks of every role that may be warned whether a channel leads to a person."""

    wegwijzer: Wegwijzer
    profielen: Profielen

    async def onbereikt(self, op: datetime, gemeente: str | None = None) -> Sequence[Onbereikt]:
        """Give the roles that nobody would hear for, in the order of the ladders."""
        gevonden = [
            Onbereikt(profiel.gemeente.code, rol, bool(_adressen(route)))
            for profiel in self.profielen.alle()
            if gemeente in (None, profiel.gemeente.code)
            for rol in _te_waarschuwen(profiel)
            if not bereikt_iemand(route := await self.wegwijzer.route(profiel, rol, op))
        ]
        return tuple(gevonden)


def bereikt_iemand(route: Route) -> bool:
    """Whether one of its addresses leads off this server."""
    return any(not is_bewaren(adres) for adres in _adressen(route))


def _adressen(route: Route) -> list[str]:
    return [*route.adressen, *route.reserve, *(adres for _, adressen in route.terugval for adres in adressen)]


def _te_waarschuwen(profiel: Profiel) -> Iterator[str]:
    """Every role on a ladder, once; also on the one for what could not be read, which a profile may leave out."""
    rollen = dict[str, None]()
    for ladder in (*profiel.ladders, ladder_bij_weigering(profiel)):
        laatste = ladder.tweede_stap.anders if ladder.tweede_stap else ()
        rollen |= dict.fromkeys(str(rol) for trede in ladder.treden for rol in trede.rollen)
        rollen |= dict.fromkeys(map(str, laatste))
    yield from rollen

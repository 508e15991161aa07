"""How a role is reached at this moment: the seat that has duty, the role's channels, spare ones, and who stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from services.escalatie.application.piket import Piketboek
from shared.profiel import Profiel, kanalen_voor, uit_omgeving
from shared.profiel.schema import Rooster

Soort = Literal["belangrijk", "gewoon"]
NIEMAND = "volgens het rooster heeft nu niemand dienst"


@dataclass(frozen=True, slots=True)
class Route:
    """Addresses in order: all of `adressen`; when each of them failed `reserve`; then the roles of `terugval`."""

    adressen: tuple[str, ...]
    reserve: tuple[str, ...] = ()
    terugval: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dienst: str | None = None
    opmerking: str = ""
    """What the notice must say about it, in Dutch."""
    antwoord: bool = False
    """Whether what people answer comes back to us."""

    @property
    def leeg(self) -> bool:
        """Whether there is nobody at all."""
        return not (self.adressen or self.reserve or self.terugval)


class Wegwijzer:
    """Finds the addresses; the secrets are in the environment."""

    def __init__(self, boek: Piketboek, environ: Mapping[str, str]) -> None:
        self._boek, self._environ = boek, environ

    async def route(self, profiel: Profiel, rol: str, op: datetime, soort: Soort = "belangrijk") -> Route:
        """Give the way to a role. A seat's own address goes before the role's."""
        rooster, kanaal = profiel.rooster(rol), profiel.kanaal(rol)
        dienst = await self._boek.dienst(profiel, rol, op) if rooster else None
        eigen = self.van_dienst(rooster, dienst) if rooster and dienst else ()
        return Route(
            eigen or self.van_rol(profiel, rol, soort),
            uit_omgeving(kanaal.bij_storing, self._environ) if kanaal else (),
            self._terugval(profiel, rooster) if rooster else (),
            dienst,
            NIEMAND if rooster and dienst is None else "",
            kanaal.antwoord if kanaal else False,
        )

    def van_rol(self, profiel: Profiel, rol: str, soort: Soort = "belangrijk") -> tuple[str, ...]:
        """Give a role's own channels: the ordinary ones where it has them and that is enough."""
        kanaal = profiel.kanaal(rol)
        gewoon = uit_omgeving(kanaal.gewoon, self._environ) if kanaal and soort == "gewoon" else ()
        return gewoon or kanalen_voor(profiel, rol, self._environ)

    def van_dienst(self, rooster: Rooster, code: str) -> tuple[str, ...]:
        """Give the addresses of a seat: `MELDKETEN_KANAAL_<CODE>`, or what the profile names."""
        if voorrang := self._environ.get(f"MELDKETEN_KANAAL_{code.upper().replace('-', '_')}", ""):
            return tuple(voorrang.split())
        dienst = rooster.dienst(code)
        return uit_omgeving(dienst.urls, self._environ) if dienst else ()

    def _terugval(self, profiel: Profiel, rooster: Rooster) -> tuple[tuple[str, tuple[str, ...]], ...]:
        gevonden = ((str(rol), self.van_rol(profiel, rol)) for rol in rooster.terugval)
        return tuple((rol, adressen) for rol, adressen in gevonden if adressen)

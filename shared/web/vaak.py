"""What a role does often: a short way to it on the start page, also on a day on which nothing waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from shared.profiel.schema import Rol
from shared.web.toegang.wie import Wie, mag


@dataclass(frozen=True, slots=True)
class Weg:
    """A short way. `rollen`: for whom, of those who may; empty: all of them."""

    woorden: str
    pad: str
    actie: str
    rollen: frozenset[Rol] = frozenset()

    def genoemd(self, overleg: str) -> Self:
        """Say what the meeting is called, where it is about one."""
        return replace(self, woorden=f"{self.woorden} ({overleg})") if overleg and self.pad == "/overleg" else self


PARTNERS = frozenset({Rol.POLITIE, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.ZORG})
WEGEN: Sequence[Weg] = (
    Weg("Meld een incident", "/melden", "incident.melden"),
    Weg(
        "Registreer een melding",
        "/melden",
        "melding.registreren",
        frozenset({Rol.MELDPUNT, Rol.OOV, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.POLITIE}),
    ),
    Weg("Bevestig een waarschuwing", "/escalaties", "escalatie.bevestigen", frozenset(Rol) - {Rol.BEHEER}),
    Weg("Bereid een overleg voor", "/overleg", "overleg.voorbereiden"),
    Weg("Lees de agenda van uw overleg", "/overleg", "overleg.lezen", frozenset(Rol) - {Rol.OOV}),
    Weg("Lees wat aan u is doorgezet", "/aan-mij", "doorgezet.lezen", PARTNERS),
    Weg("Leg een maatregel op", "/maatregelen#nieuw", "maatregel.opleggen", frozenset({Rol.BURGEMEESTER, Rol.OM})),
    Weg("Stel een bericht op", "/berichten/nieuw", "bericht.opstellen", frozenset({Rol.COMMUNICATIE})),
    Weg("Kijk wie nu piket heeft", "/piket", "piket.lezen", frozenset({Rol.PIKET, Rol.OM, Rol.BEHEER})),
    Weg("Bekijk het beeld van deze week", "/rapportage/weekbeeld", "weekbeeld.lezen"),
    Weg("Lees het verslag voor de raad", "/raadsverslag", "raadsverslag.lezen", frozenset({Rol.RAAD})),
    Weg("Bekijk doelen en indicatoren", "/rapportage/indicatoren", "indicatoren.lezen", frozenset({Rol.RAAD})),
    Weg("Bekijk de openbare cijfers", "/open-data", "open-data.lezen", frozenset({Rol.RAAD})),
    Weg("Bekijk of alles werkt", "/beheer", "beheer.lezen"),
)


def vaak_voor(wie: Wie, overleg: str = "") -> list[Weg]:
    """Give the ways of a role, in this order. `overleg`: what people call the meeting of every week."""
    return [weg.genoemd(overleg) for weg in WEGEN if mag(wie, weg.actie) and (not weg.rollen or wie.rol in weg.rollen)]

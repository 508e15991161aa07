"""Taking a confirmation back: the same question for each step, on the page of an escalation and behind a link."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from services.escalatie.situatie import anders, bevestigers
from services.escalatie.staat import Escalatie, Status
from services.escalatie.verval import na_terugnemen
from services.escalatie.woorden import rol_naam, rol_namen
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import Stap
from shared.web import eis_zeker
from shared.woorden import opsomming


@dataclass(frozen=True, slots=True)
class Terugvraag:
    """What is asked before a role takes a step back: whoever reads it may be a colleague of who confirmed."""

    stap: Stap
    knop: str
    zeker: str
    """What is ticked."""
    gevolg: str
    """What follows, said beforehand."""

    @property
    def veld(self) -> str:
        """The box: each step has its own."""
        return _veld(self.stap)


def terugvraag(zaak: Zaak, rol: str, stap: Stap, op: datetime) -> Terugvraag | None:
    """Give the question; None where the escalation is over."""
    if zaak.escalatie.status is Status.GESLOTEN:
        return None
    if stap is Stap.ONTVANGEN:
        wat = f"neem de bevestiging van {rol_naam(rol)} terug"
        return Terugvraag(stap, f"N{wat[1:]}", f"Ja, ik {wat}", _na_de_ontvangst(zaak, rol, op))
    knop, zeker = "Neem terug dat de burgemeester is ingelicht", "Ja, de burgemeester weet het nog niet"
    return Terugvraag(stap, knop, zeker, _na_de_burgemeester(zaak, rol, op))


def eis_terug_zeker(stap: Stap, velden: Mapping[str, object]) -> None:
    """What is taken back may wake people: not by one press.

    Raises:
        OngeldigeInvoer: the box was not ticked.
    """
    eis_zeker(velden, "Daarna kunnen mensen opnieuw worden gewaarschuwd.", veld=_veld(stap))


def ook_bevestigd(escalatie: Escalatie) -> str:
    """Say who else took it on, so that nobody is woken."""
    return f"Dit is ook bevestigd door {opsomming(bevestigers(escalatie))}: wij waarschuwen niemand opnieuw."


def _veld(stap: Stap) -> str:
    return f"{stap}.zeker"


def _na_de_ontvangst(zaak: Zaak, rol: str, op: datetime) -> str:
    straks, wie = na_terugnemen(zaak.escalatie, door=rol, stap=Stap.ONTVANGEN, op=op)
    return f"Daarna waarschuwen wij meteen opnieuw: {rol_namen(wie)}." if wie else ook_bevestigd(straks)


def _na_de_burgemeester(zaak: Zaak, rol: str, op: datetime) -> str:
    stap = Stap.BURGEMEESTER_INGELICHT
    straks, wie = na_terugnemen(zaak.escalatie, door=rol, stap=stap, op=op)
    if straks.burgemeester_ingelicht:
        return "Ook een ander heeft gemeld dat de burgemeester het weet. Dat blijft staan."
    vervolg = (
        f"Wij waarschuwen meteen: {rol_namen(wie)}." if wie else anders(replace(zaak, escalatie=straks), stap, rol, op)
    )
    return f"Daarna moet iemand opnieuw melden dat de burgemeester het weet. {vervolg}".strip()

"""What each service brings to the start page, and what waits for who runs the installation."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from meldketen.diensten import NAMEN
from meldketen.gezondheid import Standen
from meldketen.loop import Loop
from shared.dienst import Dienst
from shared.profiel import Rol
from shared.taken import Deel, Soort, Taak, geteld
from shared.web import Toegang, Wie, mag
from shared.web.opmaak import dichtbij
from shared.woorden import DIENSTEN, dienstnaam, rolnaam
from shared.zoeken import Zoeker

HULP = "/hulp/oov"
TE_ZIEN = timedelta(hours=24)
"""How long OOV reads that a link was made."""


def delen(loops: Sequence[Loop], toegang: Toegang) -> list[Deel]:
    """Give the parts: of the services of this process, of those that run elsewhere, and of the installation."""
    hier = {loop.dienst.naam: loop for loop in loops}
    diensten = [_deel(naam, hier.get(naam)) for naam in NAMEN]
    eigen = (Deel("beheer", "Beheer", partial(_beheer, loops)), Deel("toegang", "Toegang", partial(_toegang, toegang)))
    return [*diensten, *eigen]


def zoekers(diensten: Sequence[Dienst]) -> dict[str, Zoeker]:
    """Give who finds things in this process, by what they are about."""
    return {DIENSTEN[dienst.naam]: dienst.zoek for dienst in diensten if dienst.zoek is not None}


def _deel(naam: str, loop: Loop | None) -> Deel:
    if loop is None:
        return Deel(naam, DIENSTEN[naam])
    return Deel(naam, DIENSTEN[naam], loop.dienst.taken, partial(_stil, loop))


def _stil(loop: Loop) -> str:
    """Say why what a service knows of the others is old: it stopped, loudly."""
    return loop.consumer.state.gestopt


async def _toegang(toegang: Toegang, lezer: Wie, nu: datetime) -> Sequence[Taak]:
    """Let OOV, which chairs the LVOS, know of each link for a role that confirms, decides or imposes."""
    if lezer.rol is not Rol.OOV:
        return ()
    gemaakt = await toegang.gemaakte_links(nu - TE_ZIEN)
    return [
        Taak(
            f"Er is een aanmeldlink gemaakt voor de rol {rolnaam(een.rol)}", HULP, soort=Soort.WETEN, toelichting=uitleg
        )
        for een in gemaakt
        if een.gemeente is None or lezer.gemeente in (None, een.gemeente)
        for uitleg in [f"{dichtbij(een.op, nu).capitalize()}. Wist u dit niet? Vraag het beheer voor wie de link is."]
    ]


async def _beheer(loops: Sequence[Loop], lezer: Wie, _: datetime) -> Sequence[Taak]:
    if not mag(lezer, "beheer.lezen"):
        return ()
    standen = Standen()
    standen.loops += loops
    gezien = await standen.standen()
    stuk = [stand for stand in gezien if not stand.gereed]
    apart = [bericht for stand in gezien for bericht in stand.quarantaine]
    sinds = min((bericht.sinds for bericht in apart), default=None)
    uitleg = "; ".join(f"{dienstnaam(stand.naam)}: {stand.reden}" for stand in stuk)
    return (
        *geteld(len(stuk), "Kijk naar een dienst die niet gereed is", "/beheer", soort=Soort.NU, toelichting=uitleg),
        *geteld(len(apart), "Verwerk berichten uit quarantaine", "/beheer#quarantaine", sinds=sinds),
    )

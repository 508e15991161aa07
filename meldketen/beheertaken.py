"""What each service brings to the start page, and what waits for who runs the installation."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from meldketen.diensten import NAMEN
from meldketen.gezondheid import Standen
from meldketen.loop import Loop
from shared.dienst import Dienst
from shared.taken import Deel, Soort, Taak, geteld
from shared.web import Wie, mag
from shared.woorden import DIENSTEN, dienstnaam
from shared.zoeken import Zoeker


def delen(loops: Sequence[Loop]) -> list[Deel]:
    """Give the parts: of the services of this process, of those that run elsewhere, and of the installation."""
    hier = {loop.dienst.naam: loop for loop in loops}
    diensten = [_deel(naam, hier.get(naam)) for naam in NAMEN]
    return [*diensten, Deel("beheer", "Beheer", partial(_beheer, loops))]


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

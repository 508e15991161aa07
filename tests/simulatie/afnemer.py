"""A pull consumer on the simulated server: ack none, in memory, gone after a while without interest."""

from asyncio import TimerHandle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.bus.streams import GEBEURTENISSEN
from tests.simulatie.klant import Klant
from tests.simulatie.stroom import Bericht

if TYPE_CHECKING:
    from tests.simulatie.server import Server

SECONDE = 1e9


@dataclass
class _Vraag:
    klant: Klant
    reply: str
    nog: int
    verloopt: float
    hartslag: float

    @property
    def luistert(self) -> bool:
        """Say whether anybody would hear an answer."""
        return self.klant.hoort(self.reply)


class Afnemer:
    """Where it is on the stream, and who waits."""

    def __init__(self, server: "Server", naam: str, config: dict[str, Any]) -> None:
        self._server, self.naam = server, naam
        self._filters = tuple(config["filter_subjects"])
        self._geduld = config["inactive_threshold"] / SECONDE
        self._volgende, self._geleverd = config["opt_start_seq"], 0
        self._wacht: list[_Vraag] = []
        self._stil_sinds = server.lus.time()
        self._wekker: TimerHandle | None = None
        self._zet_wekker(self._geduld)

    def pending(self) -> int:
        """Return how many messages are to come."""
        stroom = self._server.stroom
        return sum(1 for _ in stroom.vanaf(self._volgende, self._filters)) if stroom else 0

    def vraag(self, klant: Klant, reply: str, vraag: dict[str, Any]) -> None:
        """Remember who asks for how many."""
        nu = self._server.lus.time()
        verloopt = nu + vraag["expires"] / SECONDE
        self._wacht.append(_Vraag(klant, reply, vraag["batch"], verloopt, vraag["idle_heartbeat"] / SECONDE))
        self._stil_sinds = nu
        self._zet_wekker(self._tot_iets())
        self.lever()

    def lever(self) -> None:
        """Send what there is to who waits, in order."""
        stroom = self._server.stroom
        if not stroom:
            return
        for bericht in stroom.vanaf(self._volgende, self._filters):
            wachter = self._eerste()
            if wachter is None:
                return
            self._volgende = bericht.seq + 1
            self._geleverd += 1
            self._stil_sinds = self._server.lus.time()
            wachter.nog -= 1
            self._stuur(wachter, bericht)
            if wachter.nog == 0:
                self._wacht.remove(wachter)
            self._zet_wekker(self._tot_iets())

    def verwijderd(self) -> None:
        """Tell who waits that it is over."""
        for each in self._wacht:
            each.klant.stuur(each.reply, {"Status": "409", "Description": "Consumer Deleted"}, b"")

    def stop(self) -> None:
        """Do nothing any more."""
        self._wacht.clear()
        if self._wekker is not None:
            self._wekker.cancel()

    def _eerste(self) -> _Vraag | None:
        self._wacht = [each for each in self._wacht if each.luistert]
        return self._wacht[0] if self._wacht else None

    def _stuur(self, wie: _Vraag, bericht: Bericht) -> None:
        ack = f"$JS.ACK.{GEBEURTENISSEN}.{self.naam}.1.{bericht.seq}.{self._geleverd}.0.{self.pending()}"
        wie.klant.lever(wie.reply, bericht, ack)

    def _zet_wekker(self, over: float) -> None:
        if self._wekker is not None:
            self._wekker.cancel()
        self._wekker = self._server.lus.call_later(over, self._wek)

    def _tot_iets(self) -> float:
        """Return how long until a sign of life, the end of a request, or the end of the patience."""
        nu = self._server.lus.time()
        if not self._wacht:
            return self._geduld
        return max(0.0, min(self._wacht[0].hartslag, *(each.verloopt - nu for each in self._wacht)))

    def _wek(self) -> None:
        nu = self._server.lus.time()
        verlopen = [each for each in self._wacht if each.verloopt <= nu]
        for each in verlopen:
            self._wacht.remove(each)
            kop = {"Status": "408", "Description": "Request Timeout", "Nats-Pending-Messages": str(each.nog)}
            each.klant.stuur(each.reply, kop, b"")
        wachter = self._eerste()
        if wachter is not None and not verlopen:
            wachter.klant.stuur(wachter.reply, {"Status": "100", "Description": "Idle Heartbeat"}, b"")
        if wachter is None and nu - self._stil_sinds >= self._geduld:
            self._server.afnemers.pop(self.naam, None)
        else:
            self._zet_wekker(self._tot_iets())

"""What of a request becomes a line: everything of who is known to us but what is open to all, and every refusal.

What the public does is no line: it has no actor, and what it did stands as a fact in the ledger of the service.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from starlette.requests import Request

from shared.web.audit.audit import Audit
from shared.web.audit.regel import NIEMAND, Herkomst, Regel, Resultaat, ingevuld, uit_status
from shared.web.toegang.acties import ACTIES, OPENBAAR
from shared.web.toegang.wie import Wie, wie
from shared.web.trace import trace_id

VEILIG = frozenset({"GET", "HEAD"})
TOCH: Final[Mapping[str, frozenset[str]]] = {
    "vandaag.lezen": VEILIG,  # of who signed in: what waits for them
    "aanmelden": frozenset({"POST"}),
    "aanmelden.extern": VEILIG,  # somebody who comes back from the provider
}
"""Actions that are open to everybody and yet are lines, with the methods by which."""
ZELF_EEN_FEIT = frozenset({"melding.doen", "incident.melden"})
"""What stands in the ledger of intake, with this trace, before it is answered: its line may follow with the others.

A system sends many of these, and a line of its own on disk before each took as long as the report itself.
"""
GEWEIGERD = frozenset({Resultaat.GEWEIGERD, Resultaat.NIET_AANGEMELD})


class Opname:
    """One request, from before its action to after it. `weg`: its path with the names of its parameters."""

    __slots__ = ("_actie", "_audit", "_request", "_weg")

    def __init__(self, audit: Audit, request: Request, weg: str, actie: str) -> None:
        self._audit, self._request, self._weg, self._actie = audit, request, weg, actie

    async def begin(self) -> None:
        """Keep, before it is done, that somebody does something; a view waits for nothing.

        Raises:
            Overloaded: what happens could not be kept.
        """
        wie_ = wie(self._request)
        if not self._telt(wie_):
            return
        self._audit.eis_ruimte()
        if self._request.method not in VEILIG and self._actie not in ZELF_EEN_FEIT:
            await self._audit.leg_vast(self._regel(wie_, Resultaat.BEGONNEN))

    def klaar(self, status: int) -> None:
        """Note how it ended."""
        wie_, resultaat = wie(self._request), uit_status(status)
        if wie_.aangemeld:
            if self._telt(wie_) or resultaat in GEWEIGERD:
                self._audit.noteer(self._regel(wie_, resultaat))
        elif resultaat in GEWEIGERD:
            self._audit.tel(self._regel(wie_, resultaat))

    def _telt(self, wie_: Wie) -> bool:
        if not wie_.aangemeld:
            return False
        return ACTIES.get(self._actie) is not OPENBAAR or self._request.method in TOCH.get(self._actie, _SCHRIJFT)

    def _regel(self, wie_: Wie, resultaat: Resultaat) -> Regel:
        request = self._request
        delen = request.path_params if wie_.aangemeld else {}
        prefix = str(request.scope.get("root_path", ""))
        noemt = f" ({wat})" if (wat := request.scope.get(NOEMT)) else ""
        return Regel(
            op=datetime.now(UTC),
            wie=wie_.actor,
            rol=str(wie_.rol or NIEMAND),
            actie=self._actie,
            betreft=f"{request.method} {prefix}{ingevuld(self._weg, delen)}{noemt}",
            resultaat=resultaat,
            herkomst=Herkomst.API if prefix else Herkomst.PAGINA,
            spoor=trace_id(request),
            plek=wie_.locatie or wie_.gemeente or "alle",
        )


NOEMT = "meldketen.noemt"


def noem(request: Request, wat: str) -> None:
    """Say in the line of this request what it was about, in codes of ours: what stands in its path does not say all."""
    request.scope[NOEMT] = wat


_SCHRIJFT = frozenset({"POST", "PUT", "PATCH", "DELETE"})

"""Listening for signs of life: what is heard often costs a row now and then; silence is a timer that was not moved."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from services.intake.hartslag import gehoord, stil, stil_op
from services.intake.store import stil_zetten, weg_met_stil
from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, Transaction, from_iso
from shared.profiel import Hartslag, Profielen

_LOCATIES = UUID("5d1d0a0e-2f3c-5b64-9f5b-7f2b8f1f6a90")
BIJHOUDEN = 4
"""A sign of life moves the timer so many times in a term, however often it comes."""


class Hartslagen:
    """The use cases, for municipalities whose profile says how long silence may last."""

    def __init__(self, profielen: Profielen, ledger: Ledger, klok: Klok) -> None:
        self._profielen, self._ledger, self._klok = profielen, ledger, klok
        self._begonnen = klok()
        self._gehoord: dict[tuple[str, str], datetime] = {}
        self._bijgehouden: dict[tuple[str, str], datetime] = {}

    async def hoor(self, gemeente: str, locatie: str) -> None:
        """Take a sign of life; an incident counts as one."""
        termijn = self._termijn(gemeente, locatie)
        if termijn is None:
            return
        plek, nu = (gemeente, locatie), self._klok()
        self._gehoord[plek] = nu
        vorige = self._bijgehouden.get(plek)
        if vorige is None or nu - vorige >= termijn.binnen / BIJHOUDEN:
            await self._ledger.run(self._houd_bij(plek, nu, termijn), Context(nu, uuid4().hex))
            self._bijgehouden[plek] = nu

    def weeg_stilte(self, gegevens: dict[str, str]) -> Callable[[Transaction], None]:
        """Hear the timer: the location is silent, or was heard since."""
        plek = (gegevens["gemeente"], gegevens["locatie"])
        termijn = self._termijn(*plek)

        def use_case(tx: Transaction) -> None:
            tx.execute(*weg_met_stil(*plek))
            if termijn is None:
                return
            laatst = max(from_iso(gegevens["laatst"]), self._gehoord.get(plek, from_iso(gegevens["laatst"])))
            if (vanaf := stil_op(laatst, self._begonnen, termijn.binnen)) > tx.op:
                tx.execute(*stil_zetten(*plek, vanaf, laatst))
                return
            stroom = _stroom(*plek)
            tx.append(stroom, *stil(tx.facts(stroom), *plek, laatst=laatst, regel=termijn.regel))

        return use_case

    def _houd_bij(self, plek: tuple[str, str], nu: datetime, termijn: Hartslag) -> Callable[[Transaction], None]:
        def use_case(tx: Transaction) -> None:
            stroom = _stroom(*plek)
            tx.append(stroom, *gehoord(tx.facts(stroom), *plek))
            tx.execute(*stil_zetten(*plek, nu + termijn.binnen, nu))

        return use_case

    def _termijn(self, gemeente: str, locatie: str) -> Hartslag | None:
        if gemeente not in self._profielen:
            return None
        profiel = self._profielen.van(gemeente)
        return profiel.hartslag if profiel.locatie(locatie) else None


def _stroom(gemeente: str, locatie: str) -> UUID:
    return uuid5(_LOCATIES, f"{gemeente}/{locatie}")

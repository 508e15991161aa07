"""The door for COA messages: an incident is taken, or kept apart while somebody is called. Never dropped."""

from collections.abc import Awaitable
from dataclasses import replace
from time import time_ns
from typing import Protocol
from uuid import UUID

from services.intake.application import ALSNOG, Afzender, Gelezen, Intakedienst, Quarantaine, UseCase, lees
from services.intake.bus.cloudevent import Envelop, Onleesbaar, open_envelop
from services.intake.opgave import IncidentOpgave
from shared.bus import CoaMessage
from shared.coaberichten import STORING
from shared.facts import Context, Fout, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger, Overloaded, StoreUnavailable, Transaction
from shared.toeval import Toeval
from shared.tracing import TRACING, steps
from shared.tracing.w3c import continued, new_span, parent_of

_TOEVAL = Toeval()
POGINGEN = 3
"""After so many times that our own code failed on it, a message is kept apart as well (promise 6)."""
FOUTEN_HOOGSTENS = 20
"""A message may hold a hundred thousand unknown fields: this many are named, for a fact must fit on the bus."""


class Weiger(Protocol):
    """Tells the sender which field was wrong and why, on its `.afgewezen` subject."""

    def __call__(self, message: CoaMessage, *, ce_id: str, veld: str, reden: str) -> Awaitable[None]:
        """Publish one refusal."""


class CoaDeur:
    """Takes what the inlet hands over; when `neem` returns, the message may be erased from the buffer."""

    def __init__(self, dienst: Intakedienst, quarantaine: Quarantaine, ledger: Ledger, klok: Klok) -> None:
        self._dienst, self._quarantaine, self._ledger, self._klok = dienst, quarantaine, ledger, klok

    async def neem(self, bericht: CoaMessage, weiger: Weiger) -> None:
        """Store the incident, or keep the message apart, which opens an escalation.

        Raises:
            StoreUnavailable, Overloaded: not now; nothing is stored and it must come again.
        """
        begin = time_ns()
        context, parent = await self._neem(bericht, weiger)
        if TRACING.on:
            steps.taken_over(self._ledger.name, context, parent, begin)

    async def _neem(self, bericht: CoaMessage, weiger: Weiger) -> tuple[Context, str]:
        """Do so; return under what, and the step of the sender that it follows from."""
        context, parent = Context(op=self._klok(), correlatie=_TOEVAL.neem(16).hex(), span=new_span()), b""
        ce_id = ""
        try:
            envelop = open_envelop(bericht.headers, bericht.data)
            ce_id, parent = envelop.id, envelop.traceparent.encode()
            context = replace(context, correlatie=continued(parent))
            await self._ledger.run(self._use_case(bericht, envelop), context)
        except Onleesbaar as fout:
            await self._zet_apart(bericht, context, fout.ce_id, fout.fouten, weiger)
        except OngeldigeInvoer as fout:
            await self._zet_apart(bericht, context, ce_id, fout.fouten, weiger)
        except Rejected as fout:
            await self._zet_apart(bericht, context, ce_id, (Fout("kenmerk", fout.reden),), weiger)
        except (StoreUnavailable, Overloaded):
            raise
        except Exception:
            if bericht.aflevering < POGINGEN:
                raise
            storing = Fout("verzoek", STORING)
            await self._zet_apart(bericht, context, ce_id, (storing,), weiger)
        return context, parent_of(parent)

    async def opnieuw(self, apart_id: UUID, context: Context) -> None:
        """Take a message that stands apart after all, once the cause was mended: in one unit with its erasure.

        Raises:
            NietGevonden: it is not there any more. OngeldigeInvoer, Rejected: it still cannot be taken, and stays.
        """
        apart = await self._quarantaine.open(self._ledger, apart_id)
        geweigerd = (await self._ledger.load(apart_id))[0].fact
        bericht = CoaMessage(geweigerd.gemeente, geweigerd.locatie, apart.headers, apart.inhoud, POGINGEN)
        neem = self._use_case(bericht, open_envelop(apart.headers, apart.inhoud))
        wis = self._quarantaine.vernietig(apart_id, ALSNOG)

        def use_case(tx: Transaction) -> None:
            neem(tx)
            wis(tx)

        await self._ledger.run(use_case, context)

    def _use_case(self, bericht: CoaMessage, envelop: Envelop) -> UseCase:
        afzender = Afzender(f"coa:{bericht.gemeente}:{bericht.locatie}", medewerker=True, volgt=False)
        return self._dienst.meld_incident(
            _gelezen(bericht, envelop.data), afzender, verzoek=(f"cloudevent:{envelop.source}", envelop.id)
        )

    async def _zet_apart(
        self, bericht: CoaMessage, context: Context, ce_id: str, fouten: tuple[Fout, ...], weiger: Weiger
    ) -> None:
        genoemd = _genoemd(fouten)
        apart = self._quarantaine.zet_apart(
            gemeente=bericht.gemeente,
            locatie=bericht.locatie,
            nummer=bericht.nummer if not ce_id else 0,
            headers=bericht.headers,
            inhoud=bericht.data,
            fouten=genoemd,
        )
        await self._ledger.run(apart, context)
        for fout in genoemd:
            await weiger(bericht, ce_id=ce_id, veld=fout.veld, reden=fout.reden)


def _genoemd(fouten: tuple[Fout, ...]) -> tuple[Fout, ...]:
    rest = len(fouten) - FOUTEN_HOOGSTENS
    meer = (Fout("verzoek", f"en nog {rest} andere fouten"),) if rest > 0 else ()
    return (*fouten[:FOUTEN_HOOGSTENS], *meer)


def _gelezen(bericht: CoaMessage, data: object) -> Gelezen[IncidentOpgave]:
    """Read the data. The subject, which the server guards, decides about the place: the data may leave it out."""
    if not isinstance(data, dict):
        raise OngeldigeInvoer(Fout("data", "een object met de velden van een incident verwacht"))
    plek = {"gemeente": bericht.gemeente, "locatie": bericht.locatie}
    elders = [
        Fout(veld, "hoort niet bij het onderwerp (subject) van dit bericht")
        for veld, juist in plek.items()
        if data.get(veld) not in (None, juist)
    ]
    return lees(IncidentOpgave, {**data, **plek}, elders)

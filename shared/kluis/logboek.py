"""Logboek Dataverwerkingen: one line for each time that a vault is read, on disk before anything is shown.

A ledger of its own, so lines can be added and nothing else: each is chained to the one before it (BIO2 8.15). The
fields are those of the standard, which took them from OpenTelemetry; its own exporters cannot confirm, this does.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid4

from shared.contracts import Fact, Tijdstip
from shared.facts import Context
from shared.kluis.slot import verpak
from shared.ledger import Break, Transaction, iso, open_ledger

_TRACE = re.compile(r"(?!0{32})[0-9a-f]{32}")
_ROW = 100_000


@dataclass(frozen=True, slots=True)
class Soort:
    """What a logbook is about: the act, whom it concerns, and the activity in the municipality's register."""

    naam: str
    betrokkene: str
    verwerking: str


@dataclass(frozen=True, slots=True)
class Lezer:
    """Who reads. `rol` of a person, or `meldketen` itself; `wie` names the key or session, never a person."""

    rol: str
    wie: str = ""


class Verwerking(Fact):
    """One reading, as the standard wants it."""

    trace_id: str
    span_id: str
    status: Literal["Unset", "Ok", "Error"]
    name: str
    start_time: Tijdstip
    end_time: Tijdstip
    attributes: dict[str, str]


class Logboek:
    """Takes lines, confirms them, and shows them to who supervises. `oin`: of a municipality, by its code."""

    def __init__(self, database: str, winkel: str, soort: Soort, sleutel: bytes, oin: Callable[[str], str]) -> None:
        self._ledger = open_ledger(database, winkel, (Verwerking,))
        self._soort, self._sleutel, self._oin = soort, sleutel, oin

    async def schrijf(
        self,
        nummer: UUID,
        *,
        gemeente: str,
        doel: str,
        lezer: Lezer,
        begin: datetime,
        gelukt: bool,
        context: Context,
        naam: str = "",
    ) -> None:
        """Write a line and return once it is on disk. `naam`: of the act, where it is no reading.

        Raises:
            StoreUnavailable, Overloaded: it is not; then nothing may be shown.
        """
        regel = Verwerking(
            gemeente=gemeente,
            trace_id=context.correlatie if _TRACE.fullmatch(context.correlatie) else uuid4().hex,
            span_id=secrets.token_hex(8),
            status="Ok" if gelukt else "Error",
            name=naam or self._soort.naam,
            start_time=begin,
            end_time=context.op,
            attributes=self._kenmerken(nummer, gemeente, doel, lezer),
        )

        def use_case(tx: Transaction) -> None:
            tx.append(uuid4(), regel)

        await self._ledger.run(use_case, context)

    def regels(self) -> list[dict[str, Any]]:
        """Return every line, the oldest first, with the names of the standard. Blocks."""
        return [_als_regel(recorded.fact) for recorded in self._ledger.read(0, _ROW)]

    def breuk(self) -> Break | None:
        """Say where a line was changed or left out; None: nowhere."""
        return self._ledger.verify()

    def sluit(self) -> None:
        """Let go of the store."""
        self._ledger.close()

    def _kenmerken(self, nummer: UUID, gemeente: str, doel: str, lezer: Lezer) -> dict[str, str]:
        versleuteld = verpak(self._sleutel, UUID(int=0), nummer.bytes)
        activiteit = f"{self._soort.verwerking}-{doel}"
        return {
            "dpl.core.processing_activity_id": f"urn:nld:oin:{self._oin(gemeente)}:verwerking:{activiteit}",
            "dpl.core.data_subject_id": urlsafe_b64encode(versleuteld).decode(),
            "dpl.core.data_subject_id_type": self._soort.betrokkene,
            "meldketen.doel": doel,
            "meldketen.rol": lezer.rol,
            "meldketen.wie": lezer.wie,
        }


def _als_regel(feit: Fact) -> dict[str, Any]:
    assert isinstance(feit, Verwerking)  # noqa: S101  this ledger holds nothing else
    tijden = {"start_time": iso(feit.start_time), "end_time": iso(feit.end_time)}
    namen = ("trace_id", "span_id", "status", "name")
    return {**{naam: getattr(feit, naam) for naam in namen}, **tijden, "attributes": dict(feit.attributes)}

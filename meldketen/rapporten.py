"""A report in a file, with the figures that the API gives to `oov`; also when rapportage has not heard it all yet."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from meldketen.winkel import Winkel
from services.rapportage.application import Toepassing, eis_plek, kijker, op
from services.rapportage.main import open_boek
from services.rapportage.paginas.evaluatiepagina import evaluatie_pdf
from services.rapportage.paginas.raadpagina import raadspapier
from services.rapportage.paginas.raadstuk import let_op
from services.rapportage.paginas.verslagpagina import verslagpapier
from services.rapportage.paginas.weekpagina import week_pdf
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import bewaar_samen
from services.rapportage.verslagen.bladen import evaluatieblad, weekblad
from services.rapportage.verslagen.verslagbladen import raadblad, verslagblad
from shared.bus import Event, Source
from shared.bus.event import from_message, to_headers, to_subject
from shared.contracts import Fact
from shared.facts import Context, Recorded
from shared.ledger import Ledger, Position, Transaction
from shared.profiel import Profielen, Rol
from shared.web.toegang.wie import Wie
from shared.werkblad import BESTANDEN, Werkblad, als_csv

STAPEL = 1_000


@dataclass(frozen=True)
class Rapport:
    """A report: what it says, as a table and as a paper, and what must be said about it beside the file."""

    uit: Any
    blad: Callable[[], Werkblad]
    pdf: Callable[[], bytes]
    let_op: tuple[str, ...] = ()

    def bytes_als(self, einde: str) -> bytes:
        """Write it: `json` as the API gives it, `csv` without a mark, as for a program."""
        if einde == "json":
            return f"{self.uit.model_dump_json(indent=2)}\n".encode()
        if einde == "pdf":
            return self.pdf()
        blad = self.blad()
        return als_csv(blad, merkteken=False) if einde == "csv" else BESTANDEN[einde].schrijf(blad)  # type: ignore[index]


@dataclass(frozen=True)
class Vraag:
    """About which location, as known when."""

    plek: Plek
    kijker: Kijker
    nu: datetime
    peildatum: str | None


Maker = Callable[[Toepassing, Vraag], Awaitable[Rapport]]


async def _week(alles: Toepassing, vraag: Vraag) -> Rapport:
    beeld = await alles.dienst.weekbeeld(vraag.plek, vraag.kijker, vraag.nu, peildatum=vraag.peildatum)
    return Rapport(beeld, partial(weekblad, beeld), partial(week_pdf, beeld, vraag.plek, lambda: vraag.nu))


async def _evaluatie(alles: Toepassing, vraag: Vraag) -> Rapport:
    uit = await alles.evaluatie.evaluatie(vraag.plek, vraag.kijker, vraag.nu, peildatum=vraag.peildatum)
    return Rapport(uit, partial(evaluatieblad, uit), partial(evaluatie_pdf, uit, vraag.plek, vraag.nu))


async def _verslag(alles: Toepassing, vraag: Vraag, *, soort: Any) -> Rapport:
    uit = await alles.verslagen.verslag(vraag.plek, vraag.kijker, vraag.nu, soort=soort, peildatum=vraag.peildatum)
    pdf = partial(verslagpapier(uit, vraag.plek).pdf, vraag.nu, vraag.plek.profiel)
    return Rapport(uit, partial(verslagblad, uit), pdf)


async def _raad(alles: Toepassing, vraag: Vraag, *, soort: Any) -> Rapport:
    uit = await alles.raad.verslag(vraag.plek, vraag.kijker, vraag.nu, soort=soort, peildatum=vraag.peildatum)
    pdf = partial(raadspapier(uit, vraag.plek).pdf, vraag.nu, vraag.plek.profiel)
    return Rapport(uit, partial(raadblad, uit), pdf, tuple(let_op(uit)))


SOORTEN: Mapping[str, Maker] = {
    "week": _week,
    "kwartaal": partial(_verslag, soort="kwartaal"),
    "jaar": partial(_verslag, soort="jaar"),
    "evaluatie": _evaluatie,
    "raad": partial(_raad, soort="jaar"),
    "tussentijds": partial(_raad, soort="tussentijds"),
    "eind": partial(_raad, soort="eind"),
}


def rapport(
    ledger: Ledger, profielen: Profielen, soort: str, locatie: str, gemeente: str | None, nu: datetime, op_: str | None
) -> Rapport:
    """Make one.

    Raises:
        NietGevonden, OngeldigeInvoer: no such location, or a peildatum that cannot be.
    """
    alles, wie_kijkt = op(ledger, profielen), kijker(Wie(Rol.OOV))
    plek = alles.dienst.plek(locatie, gemeente)
    eis_plek(wie_kijkt, plek)

    async def maak() -> Rapport:
        return await SOORTEN[soort](alles, Vraag(plek, wie_kijkt, nu, op_))

    return asyncio.run(maak())


@contextmanager
def bijgewerkt(winkel: Winkel) -> Iterator[tuple[Ledger, bool]]:
    """Give the store of rapportage; where it is behind the others one made of their facts, and say so.

    Nobody may be running: what was imported a moment ago is in the report all the same. The store itself is left as
    it is, for it follows the bus.
    """
    eigen = winkel.dienst("rapportage").ledger
    anderen = [dienst.ledger for dienst in winkel.diensten if dienst.naam != "rapportage"]
    posities = eigen.positions()
    if all(ledger.last_place() <= _plaats(posities, ledger.name) for ledger in anderen):
        yield eigen, False
        return
    with TemporaryDirectory() as folder:
        kopie = open_boek(folder)
        _neem_eigen_over(eigen, kopie)
        oin = winkel.omgeving.profielen.alle()[0].gemeente.oin
        for ledger in anderen:
            _neem_over(ledger, kopie, oin)
        try:
            yield kopie, True
        finally:
            kopie.close()


def _plaats(posities: Mapping[str, Position], bron: str) -> int:
    return posities[bron].place if bron in posities else 0


def _neem_over(van: Ledger, naar: Ledger, oin: str) -> None:
    source, gelezen = Source(van.name, oin, van.chain_id), 0
    while feiten := van.read(gelezen, STAPEL):
        events = [from_message(to_subject(van.name, feit), to_headers(source, feit), feit.data) for feit in feiten]
        naar.run_sync(partial(_bewaar, events=events, vanaf=gelezen), Context(op=events[-1].tijd, correlatie="rapport"))
        gelezen = events[-1].place


def _bewaar(tx: Transaction, *, events: list[Event], vanaf: int) -> None:
    bewaar_samen(tx, events)
    laatste = events[-1]
    tx.move(laatste.source, vanaf, Position(laatste.place, laatste.chain_id, laatste.hash))


def _neem_eigen_over(van: Ledger, naar: Ledger) -> None:
    """What was published stands in rapportage's own ledger."""
    gelezen = 0
    while feiten := van.read(gelezen, STAPEL):
        for feit in feiten:
            naar.run_sync(partial(_voeg_toe, stream=feit.stream, fact=feit.fact), _toen(feit))
        gelezen = feiten[-1].place


def _voeg_toe(tx: Transaction, *, stream: UUID, fact: Fact) -> None:
    tx.facts(stream)  # what is not read is taken for new
    tx.append(stream, fact)


def _toen(feit: Recorded) -> Context:
    return Context(op=feit.tijd, correlatie=feit.correlatie)


def schrijf(inhoud: bytes, pad: Path) -> None:
    """Put it in its place at once: nobody reads half a report.

    Raises:
        OSError: it cannot be written there.
    """
    tijdelijk = pad.with_name(f".{pad.name}.deel")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    finally:
        tijdelijk.unlink(missing_ok=True)

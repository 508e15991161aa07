"""The register of an installation, at work: no erasure is stored before its line is."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from shared.contracts.elk import GegevensVernietigd
from shared.facts import Recorded
from shared.ledger import Ledger
from shared.wisregister.bestand import ruwe_regels, schrijf
from shared.wisregister.regel import DEEL, KLUIS, STAND, Wisregel, begin_van

PORTIE = 1_000
RUIM = timedelta(days=1)
"""An erasure lasts seconds; so much earlier than the last start is looked for one that never ended."""


class Wisregister:
    """One file. Several of these may write to it, in one process or in more."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def noteer(self, regels: Sequence[Wisregel]) -> None:
        """Write lines and return once they are on disk; none: see whether that can be done. Blocks.

        Raises:
            StoreUnavailable: they are not; then nothing may be erased.
        """
        schrijf(self.path, regels)

    def noteer_uit_kluis(self, ledger: Ledger, nummer: UUID, op: datetime) -> None:
        """Write that an entry of a vault goes. Blocks; raises as `noteer` does."""
        self.noteer([Wisregel(opslag=ledger.name, keten=ledger.chain_id, op=op, soort=KLUIS, betreft=nummer)])

    def waak(self, ledger: Ledger) -> None:
        """From now on, see that no fact about an erasure is stored before its line is."""
        ledger.before_commit(GegevensVernietigd, partial(self._noteer_feiten, ledger))

    def werk_bij(self, ledger: Ledger, op: datetime) -> int:
        """Write what was erased without this register: before there was one, or by another machine with its own.

        Returns how many that were. Blocks; raises as `noteer` does.
        """
        plaats, staat, bij = self._stand(ledger), self._bekend(ledger), 0
        tot = ledger.last_place()
        while feiten := ledger.read_kind(GegevensVernietigd, plaats, PORTIE):
            nieuw = [regel for regel in (_regel(ledger, feit) for feit in feiten) if regel not in staat]
            self.noteer(nieuw)
            plaats, bij = feiten[-1].place, bij + len(nieuw)
        self.noteer([Wisregel(opslag=ledger.name, keten=ledger.chain_id, plaats=tot, op=op, soort=STAND)])
        return bij

    def onaf(self, ledger: Ledger) -> list[Wisregel]:
        """Return what was begun and perhaps never done: lines since the last start without a fact in this ledger.

        Lines of a vault have no fact of their own: all of them since then, for who knows what became of each. Words
        of a text are left out: who asked for that had no answer, and asks again. Blocks.
        """
        standen = [regel for regel in self._eigen(ledger) if regel.soort == STAND]
        plaats = max((een.plaats for een in standen), default=0)
        sinds = max((een.op for een in standen), default=None)
        feiten = [*self._feiten(ledger, plaats)]
        begonnen = [een for een in self._eigen(ledger) if een.plaats > plaats and een.soort not in (STAND, DEEL)]
        kluis = [een for een in ruwe_regels(self.path, KLUIS) if een.soort == KLUIS]
        return [een for een in begonnen if een not in feiten] + [
            een for een in kluis if sinds is None or een.op > sinds - RUIM
        ]

    def ontbreekt(self, ledger: Ledger) -> int:
        """Return how many erasures of this ledger do not stand here. Blocks."""
        staat = self._bekend(ledger)
        return sum(regel not in staat for regel in self._feiten(ledger, 0))

    def _noteer_feiten(self, ledger: Ledger, feiten: Sequence[Recorded]) -> None:
        self.noteer([_regel(ledger, feit) for feit in feiten])

    def _stand(self, ledger: Ledger) -> int:
        return max((een.plaats for een in self._eigen(ledger) if een.soort == STAND), default=0)

    def _eigen(self, ledger: Ledger) -> Iterator[Wisregel]:
        regels = ruwe_regels(self.path, ledger.chain_id)
        return (een for een in regels if (een.opslag, een.keten) == (ledger.name, ledger.chain_id))

    def _feiten(self, ledger: Ledger, plaats: int) -> Iterator[Wisregel]:
        while feiten := ledger.read_kind(GegevensVernietigd, plaats, PORTIE):
            yield from (_regel(ledger, feit) for feit in feiten)
            plaats = feiten[-1].place

    def _bekend(self, ledger: Ledger) -> set[Wisregel]:
        """Return what stands here about this ledger, under whichever id it had then."""
        regels = ruwe_regels(self.path, begin_van(ledger.chain_id))
        return {een.model_copy(update={"keten": ledger.chain_id}) for een in regels if een.opslag == ledger.name}


def _regel(ledger: Ledger, feit: Recorded) -> Wisregel:
    wat = feit.fact
    assert isinstance(wat, GegevensVernietigd)  # noqa: S101  only those are read
    return Wisregel(
        opslag=ledger.name,
        keten=ledger.chain_id,
        plaats=feit.place,
        op=feit.tijd,
        soort=wat.soort,
        betreft=wat.betreft,
        zegel=wat.zegel,
        nieuw_zegel=wat.nieuw_zegel,
    )

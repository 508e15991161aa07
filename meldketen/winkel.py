"""The stores of an installation, opened by a command: also beside a running `start`, which shares them."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from uuid import uuid4

from meldketen.diensten import NAMEN, bouw
from meldketen.gegevensmap import geheim_van, maak_map
from shared.dienst import Dienst, Omgeving
from shared.facts import Context, NietGevonden
from shared.klok import echte_klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.settings import Settings
from shared.web.toegang import Toegang, open_toegang


@dataclass(frozen=True)
class Winkel:
    """Everything that is stored: of each service, and who has access."""

    omgeving: Omgeving
    diensten: Sequence[Dienst]

    @property
    def ledgers(self) -> list[Ledger]:
        """Every ledger, those of access and audit included."""
        toegang = self.omgeving.toegang
        return [*(dienst.ledger for dienst in self.diensten), toegang.ledger, toegang.audit.ledger]

    @property
    def namen(self) -> list[str]:
        """The services that are open."""
        return [dienst.naam for dienst in self.diensten]

    def dienst(self, naam: str) -> Dienst:
        """Return one service by name."""
        return next(dienst for dienst in self.diensten if dienst.naam == naam)

    def verwerkt(self) -> dict[str, int]:
        """Return, by source, up to which place anybody applied it: so far the bus must have held it."""
        hoogste: dict[str, int] = {}
        for dienst in self.diensten:
            for bron, positie in dienst.ledger.positions().items():
                hoogste[bron] = max(hoogste.get(bron, 0), positie.place)
        return hoogste


@contextmanager
def open_winkel(
    instellingen: Settings, profielen: Profielen, namen: Sequence[str] = NAMEN, *, nieuw: bool = False
) -> Iterator[Winkel]:
    """Open the stores of these services, and close them again.

    Raises:
        NietGevonden: there is nothing in the folder, and `nieuw` does not allow to begin with nothing.
    """
    if not nieuw and not bestaat(instellingen):
        raise NietGevonden(f"In de map '{instellingen.data}' staan geen gegevens. Kies de map met --data.")
    folder = maak_map(instellingen.data)
    instellingen = instellingen.model_copy(update={"geheim": geheim_van(folder, instellingen.geheim)})
    with ExitStack() as stack:
        toegang = _toegang(stack, instellingen)
        omgeving = Omgeving(profielen=profielen, klok=echte_klok, instellingen=instellingen, toegang=toegang)
        diensten = [bouw(naam, omgeving) for naam in namen]
        for dienst in diensten:
            stack.callback(dienst.sluit)
        yield Winkel(omgeving, diensten)


def bestaat(instellingen: Settings) -> bool:
    """Say whether anything was ever stored there. A database is asked when it is opened."""
    return bool(instellingen.database) or any(instellingen.data.glob("*.db"))


def nu() -> Context:
    """Return under what a command records: this moment, and a trace of its own."""
    return Context(op=echte_klok(), correlatie=uuid4().hex)


def _toegang(stack: ExitStack, instellingen: Settings) -> Toegang:
    toegang = open_toegang(instellingen.opslag, echte_klok)
    stack.callback(toegang.close)
    return toegang

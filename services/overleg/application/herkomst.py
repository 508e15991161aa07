"""From which agenda item something follows: its meeting, its place, and every melding behind it (the thread)."""

import json
from dataclasses import dataclass
from uuid import UUID

from services.overleg.store import zoeken
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction


@dataclass(frozen=True, slots=True)
class Herkomst:
    """The meeting that has the item last, its location, and its meldingen with those that were named."""

    overleg_id: UUID | None
    locatie: str
    meldingen: tuple[UUID, ...]


def herkomst(
    tx: Transaction,
    gemeente: str,
    agendapunt_id: UUID | None,
    overleg_id: UUID | None,
    plek: str,
    ids: tuple[UUID, ...],
) -> Herkomst:
    """What follows from an item follows from its meldingen; without an item it stands as it was said.

    Raises:
        OngeldigeInvoer: there is no such item in this municipality.
    """
    if agendapunt_id is None:
        return Herkomst(overleg_id, plek, ids)
    for gevonden, locatie, meldingen in tx.query(*zoeken.agendapunt(gemeente, agendapunt_id)):
        alle = dict.fromkeys([*ids, *(UUID(id_) for id_ in json.loads(meldingen))])
        return Herkomst(overleg_id or UUID(gevonden), locatie, tuple(alle))
    raise OngeldigeInvoer(Fout("agendapuntId", "dit agendapunt bestaat niet; kies er een van de agenda"))

"""Each melding as it stands, and which are one event: a correction is weighed against what was known before."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from services.escalatie.drempels.telling import Waarneming
from services.escalatie.voorval import Lid
from shared.contracts.intake import Dagdeel, IncidentGemeld, MeldingOntvangen
from shared.ledger import Ledger, Transaction

_SOORTEN: dict[str, type[Waarneming]] = {soort.__name__: soort for soort in (MeldingOntvangen, IncidentGemeld)}


def is_bekend(tx: Transaction, melding_id: UUID) -> bool:
    """Whether this melding was weighed before: told twice, it still is one."""
    return bool(tx.query("SELECT 1 FROM meldingstanden WHERE melding_id = ?", (str(melding_id),)))


def bewaar(tx: Transaction, lid: Lid) -> None:
    """Keep how a melding stands now."""
    sql = (
        "INSERT INTO meldingstanden (melding_id, feit, soort, inhoud, ingetrokken) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (melding_id) DO UPDATE SET inhoud = excluded.inhoud, ingetrokken = excluded.ingetrokken"
    )
    inhoud = lid.waarneming.model_dump_json(exclude_defaults=True)
    tx.execute(sql, (str(lid.id), lid.feit, type(lid.waarneming).__name__, inhoud, int(lid.ingetrokken)))


def lees(tx: Transaction, meldingen: Sequence[UUID]) -> list[Lid]:
    """Read how these meldingen stand; those that never came here are left out."""
    return _leden(tx.query(*_vraag(meldingen)))


def dagdeel_van(tx: Transaction, melding_id: UUID) -> Dagdeel | None:
    """Read how exactly it is known when one happened."""
    return next((lid.waarneming.dagdeel for lid in lees(tx, (melding_id,))), None)


async def geteld(ledger: Ledger, meldingen: Sequence[UUID]) -> tuple[Lid, ...]:
    """Read for a page or a notice how these meldingen stand, in this order."""
    gevonden = {lid.id: lid for lid in _leden(await ledger.query(*_vraag(meldingen)))} if meldingen else {}
    return tuple(gevonden[een] for een in meldingen if een in gevonden)


def _vraag(meldingen: Sequence[UUID]) -> tuple[str, tuple[str, ...]]:
    plaatsen = ", ".join("?" * len(meldingen))
    sql = f"SELECT feit, soort, inhoud, ingetrokken FROM meldingstanden WHERE melding_id IN ({plaatsen})"  # noqa: S608
    return sql, tuple(map(str, meldingen))


def _leden(rijen: Iterable[Sequence[Any]]) -> list[Lid]:
    return [Lid(_SOORTEN[soort].model_validate_json(inhoud), feit, bool(weg)) for feit, soort, inhoud, weg in rijen]


def koppel(tx: Transaction, een: UUID, ander: UUID) -> None:
    """These two are one event."""
    sql = "INSERT INTO koppelingen (melding_id, aan) VALUES (?, ?) ON CONFLICT (melding_id, aan) DO NOTHING"
    for paar in ((een, ander), (ander, een)):
        tx.execute(sql, tuple(map(str, paar)))


def ontkoppel(tx: Transaction, een: UUID, ander: UUID) -> None:
    """They are not, after all."""
    for paar in ((een, ander), (ander, een)):
        tx.execute("DELETE FROM koppelingen WHERE melding_id = ? AND aan = ?", tuple(map(str, paar)))


def samenhang(tx: Transaction, begin: Iterable[UUID]) -> tuple[set[UUID], set[tuple[UUID, UUID]]]:
    """Follow the links from these meldingen: everything that is reached, and the links."""
    gevonden, paren, open_ = set(begin), set(), list(begin)
    while open_:
        lid = open_.pop()
        for (aan,) in tx.query("SELECT aan FROM koppelingen WHERE melding_id = ?", (str(lid),)):
            buur = UUID(aan)
            paren.add((lid, buur))
            if buur not in gevonden:
                gevonden.add(buur)
                open_.append(buur)
    return gevonden, paren

"""Secret links to a calendar: made once, shown once, kept as a hash, withdrawn at any time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from shared.contracts.overleg import AgendalinkGemaakt, AgendalinkIngetrokken
from shared.facts import NietGevonden
from shared.ledger import Ledger, Transaction, from_iso, iso
from shared.profiel import Rol
from shared.web.toegang.secrets import new_secret, sealed

VOORVOEGSEL = "mka_"
"""So that a scanner finds a link that strayed into a document."""


@dataclass(frozen=True, slots=True)
class Houder:
    """Whose calendar it is: a role, and where it is bound to a place, which."""

    rol: Rol
    locatie: str | None = None
    gemeente: str | None = None


@dataclass(frozen=True, slots=True)
class Agendalink:
    """A link as its holder sees it: never the secret."""

    id: UUID
    gemaakt: datetime


def maak(tx: Transaction, houder: Houder) -> str:
    """Make a link and give its secret, which stands nowhere else."""
    geheim, link_id = new_secret(VOORVOEGSEL), uuid4()
    waar = {"gemeente": houder.gemeente or "alle", "locatie": houder.locatie or "alle"}
    tx.append(link_id, AgendalinkGemaakt.model_validate({**waar, "link_id": link_id, "rol": houder.rol}))
    tx.execute(
        "INSERT INTO agendalinks (hash, id, rol, locatie, gemeente, gemaakt) VALUES (?, ?, ?, ?, ?, ?)",
        (sealed(geheim), str(link_id), houder.rol.value, houder.locatie, houder.gemeente, iso(tx.op)),
    )
    return geheim


def trek_in(tx: Transaction, link_id: UUID, houder: Houder) -> None:
    """Withdraw a link of one's own role; twice is once.

    Raises:
        NietGevonden: there is no such link, or it is of another role.
    """
    sql = "SELECT ingetrokken, locatie, gemeente FROM agendalinks WHERE id = ? AND rol = ?"
    gevonden = [rij for rij in tx.query(sql, (str(link_id), houder.rol.value)) if _zelfde(rij, houder)]
    if not gevonden:
        raise NietGevonden("Deze link bestaat niet. Laad de pagina opnieuw.")
    if gevonden[0][0] is None:
        tx.follow(link_id)
        waar = {"gemeente": houder.gemeente or "alle", "locatie": houder.locatie or "alle"}
        tx.append(link_id, AgendalinkIngetrokken.model_validate({**waar, "link_id": link_id}))
        tx.execute("UPDATE agendalinks SET ingetrokken = ? WHERE id = ?", (iso(tx.op), str(link_id)))


async def houder_van(ledger: Ledger, geheim: str) -> Houder:
    """Whose calendar a link opens.

    Raises:
        NietGevonden: no link, or one that was withdrawn.
    """
    sql = "SELECT rol, locatie, gemeente FROM agendalinks WHERE hash = ? AND ingetrokken IS NULL"
    for rol, locatie, gemeente in await ledger.query(sql, (sealed(geheim),)):
        return Houder(Rol(rol), locatie, gemeente)
    raise NietGevonden("Deze link werkt niet (meer). Maak in Meldketen een nieuwe.")


async def van(ledger: Ledger, houder: Houder) -> list[Agendalink]:
    """The links of one role that still work, the newest first."""
    sql = (
        "SELECT id, gemaakt, locatie, gemeente FROM agendalinks WHERE rol = ? AND ingetrokken IS NULL "
        "ORDER BY gemaakt DESC"
    )
    rijen = await ledger.query(sql, (houder.rol.value,))
    return [Agendalink(UUID(rij[0]), from_iso(rij[1])) for rij in rijen if _zelfde(rij[1:], houder)]


def _zelfde(rij: tuple[object, ...], houder: Houder) -> bool:
    return (rij[1], rij[2]) == (houder.locatie, houder.gemeente)

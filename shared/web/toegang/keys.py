"""API keys: made once, shown once, withdrawn at any time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.ledger import Transaction, from_iso, iso
from shared.profiel.schema import Rol
from shared.web.toegang.facts import SleutelGemaakt, SleutelIngetrokken
from shared.web.toegang.secrets import KEY_PREFIX, new_secret, sealed
from shared.web.toegang.wie import Wie

LIST = (
    "SELECT id, rol, label, locatie, gemeente, gemaakt, geldig_tot, ingetrokken, alleen_lezen"
    " FROM sleutels ORDER BY gemaakt DESC"
)
FIND = (
    "SELECT id, rol, locatie, gemeente, alleen_lezen FROM sleutels"
    " WHERE hash = ? AND ingetrokken IS NULL AND (geldig_tot IS NULL OR geldig_tot > ?)"
)
ANY = "SELECT id FROM sleutels WHERE ingetrokken IS NULL AND (geldig_tot IS NULL OR geldig_tot > ?) LIMIT 1"


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A key as an administrator sees it: never the secret itself."""

    id: str
    rol: Rol
    label: str
    locatie: str | None
    gemeente: str | None
    gemaakt_op: datetime
    geldig_tot: datetime | None
    ingetrokken_op: datetime | None
    alleen_lezen: bool


@dataclass(frozen=True, slots=True)
class Bereik:
    """What a key or a session may reach: a role, and where that role is bound to a place, which.

    `alleen_lezen`: it changes nothing, whatever its role may do; a session never is.
    """

    rol: Rol
    locatie: str | None = None
    gemeente: str | None = None
    alleen_lezen: bool = False

    def __post_init__(self) -> None:
        if self.rol is Rol.COA and not self.locatie:
            raise OngeldigeInvoer(Fout("locatie", "verplicht bij de rol COA: die ziet alleen de eigen locatie"))


def make(tx: Transaction, bereik: Bereik, label: str, geldig_tot: datetime | None) -> str:
    """Make a key and give its secret."""
    secret, key_id = new_secret(KEY_PREFIX), uuid4()
    row = (sealed(secret), str(key_id), bereik.rol.value, bereik.locatie, bereik.gemeente, label)
    where, limits = _where(bereik), {"geldig_tot": geldig_tot, "alleen_lezen": bereik.alleen_lezen}
    tx.append(key_id, SleutelGemaakt.model_validate({**where, **limits, "sleutel_id": key_id, "rol": bereik.rol}))
    tx.execute(
        "INSERT INTO sleutels (hash, id, rol, locatie, gemeente, label, gemaakt, geldig_tot, alleen_lezen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, iso(tx.op), iso(geldig_tot) if geldig_tot else None, int(bereik.alleen_lezen)),
    )
    return secret


def withdraw(tx: Transaction, sleutel_id: str) -> None:
    """Withdraw a key; a second time changes nothing.

    Raises:
        NietGevonden: there is no such key.
    """
    history = tx.facts(_uuid(sleutel_id))
    if not history:
        raise NietGevonden(f"Er is geen sleutel {sleutel_id}. Het nummer staat vooraan in elke regel van de lijst.")
    if not any(isinstance(fact, SleutelIngetrokken) for fact in history):
        key_id, made = _uuid(sleutel_id), history[0]
        tx.append(key_id, SleutelIngetrokken(gemeente=made.gemeente, locatie=made.locatie, sleutel_id=key_id))
        tx.execute("UPDATE sleutels SET ingetrokken = ? WHERE id = ?", (iso(tx.op), str(key_id)))


def carrier(rows: Sequence[tuple[Any, ...]]) -> Wie | None:
    """Read who carries a key from what `FIND` found."""
    if not rows:
        return None
    key_id, rol, locatie, gemeente, alleen_lezen = rows[0]
    return Wie(Rol(rol), locatie, gemeente, key_id, alleen_lezen=bool(alleen_lezen))


def to_sleutel(row: tuple[Any, ...]) -> Sleutel:
    """Read one line of `LIST`."""
    key_id, rol, label, locatie, gemeente, *moments, alleen_lezen = row
    gemaakt, geldig_tot, ingetrokken = (from_iso(text) if text else None for text in moments)
    assert gemaakt is not None  # noqa: S101  # NOT NULL in the table
    return Sleutel(key_id, Rol(rol), label, locatie, gemeente, gemaakt, geldig_tot, ingetrokken, bool(alleen_lezen))


def _where(bereik: Bereik) -> dict[str, str]:
    return {"gemeente": bereik.gemeente or "alle", "locatie": bereik.locatie or "alle"}


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NietGevonden(
            "Dit is geen nummer van een sleutel. Het staat vooraan in elke regel van de lijst."
        ) from None

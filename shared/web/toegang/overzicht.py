"""What somebody who supervises sees of access: links that wait, sessions that live. Never a code or a hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.facts import NietGevonden
from shared.ledger import Transaction, from_iso, iso
from shared.profiel.schema import Rol
from shared.web.toegang.facts import AanmeldlinkIngetrokken

LINKS = (
    "SELECT id, rol, locatie, gemeente, geldig_tot FROM links WHERE gebruikt IS NULL AND geldig_tot > ?"
    " ORDER BY geldig_tot"
)
DRIEHOEK = (Rol.BURGEMEESTER, Rol.POLITIE, Rol.OM)
"""For whom a link weighs most: they confirm, decide and impose."""
GEMAAKT = "SELECT rol, gemeente, gemaakt FROM links WHERE gemaakt > ? AND rol IN (?, ?, ?) ORDER BY gemaakt DESC"
SESSIES = (
    "SELECT account, rol, locatie, gemeente, COUNT(*), MAX(gezien), MAX(extern) FROM sessies"
    " WHERE gezien > ? AND einde > ? AND account IS NOT NULL GROUP BY account, rol, locatie, gemeente ORDER BY 6 DESC"
)
WEG = "Dit is er niet (meer). Ververs de pagina."


def kenmerk(link_id: str) -> str:
    """Give the mark by which people tell two links of one role apart; it opens nothing."""
    return link_id[:4].upper()


@dataclass(frozen=True, slots=True)
class Link:
    """One that nobody used yet."""

    id: str
    rol: Rol
    locatie: str | None
    gemeente: str | None
    geldig_tot: datetime

    @property
    def kenmerk(self) -> str:
        """Its mark."""
        return kenmerk(self.id)


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """That a link was made for one of `DRIEHOEK`, used or not."""

    rol: Rol
    gemeente: str | None
    op: datetime


@dataclass(frozen=True, slots=True)
class Sessies:
    """Those of one account. `extern`: signed in at the provider of the municipality."""

    account: str
    rol: Rol
    locatie: str | None
    gemeente: str | None
    aantal: int
    gezien: datetime
    extern: bool

    @property
    def kenmerk(self) -> str:
        """The mark of the link that they signed in with; empty for an account of the organisation."""
        return "" if self.extern else kenmerk(self.account)


def links(rows: Sequence[tuple[Any, ...]]) -> list[Link]:
    """Read what `LINKS` found."""
    return [Link(code, Rol(rol), locatie, gemeente, from_iso(tot)) for code, rol, locatie, gemeente, tot in rows]


def gemaakt(rows: Sequence[tuple[Any, ...]]) -> list[Gemaakt]:
    """Read what `GEMAAKT` found."""
    return [Gemaakt(Rol(rol), gemeente, from_iso(op)) for rol, gemeente, op in rows]


def sessies(rows: Sequence[tuple[Any, ...]]) -> list[Sessies]:
    """Read what `SESSIES` found."""
    return [
        Sessies(account, Rol(rol), locatie, gemeente, aantal, from_iso(gezien), bool(extern))
        for account, rol, locatie, gemeente, aantal, gezien, extern in rows
    ]


def withdraw_link(tx: Transaction, link_id: UUID) -> None:
    """Let a link end that nobody used.

    Raises:
        NietGevonden: there is none, or it was used.
    """
    found = tx.query("SELECT gemeente, locatie FROM links WHERE id = ? AND gebruikt IS NULL", (str(link_id),))
    if not found or not tx.facts(link_id):
        raise NietGevonden(WEG)
    gemeente, locatie = found[0]
    tx.append(link_id, AanmeldlinkIngetrokken(gemeente=gemeente or "alle", locatie=locatie or "alle", link_id=link_id))
    tx.execute("UPDATE links SET gebruikt = ? WHERE id = ?", (iso(tx.op), str(link_id)))

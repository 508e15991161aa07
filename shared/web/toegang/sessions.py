"""Signing in with a link that works once, and the session that follows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from shared.ledger import Transaction, from_iso, iso
from shared.profiel.schema import Rol
from shared.web.toegang.facts import (
    Aangemeld,
    AangemeldBijAanbieder,
    AanmeldlinkGemaakt,
    AanmeldlinkIngetrokken,
    Afgemeld,
)
from shared.web.toegang.keys import Bereik
from shared.web.toegang.secrets import csrf_of, new_secret, sealed
from shared.web.toegang.wie import Wie
from shared.web.weigering import GeenToegang

IDLE, WHOLE = timedelta(hours=2), timedelta(hours=12)
"""How long a session lasts without a request, and in any case: a working day, a night duty."""
TOUCH = timedelta(minutes=5)
"""How far the moment of the last request may lag behind: not every page is a write."""

EXTERN = "aanbieder"
FIND = "SELECT id, rol, locatie, gemeente, gezien, account FROM sessies WHERE hash = ? AND gezien > ? AND einde > ?"
ANY = "SELECT id FROM links WHERE gebruikt IS NOT NULL LIMIT 1"


def make_link(tx: Transaction, bereik: Bereik, geldig: timedelta) -> str:
    """Make a sign-in link and give its code."""
    code, link_id, end = new_secret(), uuid4(), tx.op + geldig
    where = {"gemeente": bereik.gemeente or "alle", "locatie": bereik.locatie or "alle"}
    tx.append(link_id, AanmeldlinkGemaakt(**where, link_id=link_id, rol=bereik.rol, geldig_tot=end))
    tx.execute(
        "INSERT INTO links (hash, id, rol, locatie, gemeente, geldig_tot, gemaakt) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sealed(code), str(link_id), bereik.rol.value, bereik.locatie, bereik.gemeente, iso(end), iso(tx.op)),
    )
    return code


def sign_in(tx: Transaction, link_code: str) -> str:
    """Use a link and give the code of a new session. Of two who use it at once, one gets in.

    Raises:
        GeenToegang: unknown, used or expired; which of these is not told.
    """
    link_id, rol, locatie, gemeente = _unused(tx, link_code)
    session_id = uuid4()
    where = {"gemeente": gemeente or "alle", "locatie": locatie or "alle"}
    tx.append(link_id, Aangemeld(**where, link_id=link_id, sessie_id=session_id, rol=Rol(rol)))
    tx.execute("UPDATE links SET gebruikt = ? WHERE id = ?", (iso(tx.op), str(link_id)))
    return begin(tx, session_id, Bereik(Rol(rol), locatie, gemeente), str(link_id))


def begin(tx: Transaction, session_id: UUID, bereik: Bereik, account: str, extern: str = "") -> str:
    """Begin a session and give its code. `extern`: the municipality by whose provider somebody signed in."""
    code, now, where = new_secret(), iso(tx.op), (bereik.rol.value, bereik.locatie, bereik.gemeente)
    tx.execute("DELETE FROM sessies WHERE einde < ? OR gezien < ?", (now, iso(tx.op - IDLE)))
    tx.execute(
        "INSERT INTO sessies (hash, id, rol, locatie, gemeente, gezien, einde, account, begonnen, extern)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (sealed(code), str(session_id), *where, now, iso(tx.op + WHOLE), account, now, extern),
    )
    return code


def _unused(tx: Transaction, link_code: str) -> tuple[UUID, str, str | None, str | None]:
    found = tx.query(
        "SELECT id, rol, locatie, gemeente FROM links WHERE hash = ? AND geldig_tot > ?",
        (sealed(link_code), iso(tx.op)),
    )
    if not found or any(isinstance(fact, Aangemeld | AanmeldlinkIngetrokken) for fact in tx.facts(UUID(found[0][0]))):
        raise GeenToegang(
            "Deze aanmeldlink werkt niet (meer). Een link werkt één keer. "
            "Vraag een nieuwe aan het beheer van Meldketen bij de gemeente."
        )
    link_id, rol, locatie, gemeente = found[0]
    return UUID(link_id), rol, locatie, gemeente


def begin_extern(tx: Transaction, bereik: Bereik, account: str) -> str:
    """Begin a session of an account of the municipality, and give its code."""
    session_id, where = uuid4(), {"gemeente": bereik.gemeente or "alle", "locatie": bereik.locatie or "alle"}
    tx.append(session_id, AangemeldBijAanbieder(**where, sessie_id=session_id, account=account, rol=bereik.rol))
    return begin(tx, session_id, bereik, account, EXTERN)


def sign_out(tx: Transaction, wie: Wie) -> bool:
    """End a session; say whether it began at a provider."""
    found = tx.query("SELECT extern FROM sessies WHERE id = ?", (wie.id,))
    _end(tx, wie.id, wie.gemeente, wie.locatie)
    return bool(found) and found[0][0] == EXTERN


def sign_out_everywhere(tx: Transaction, account: str) -> int:
    """End every session of an account; give how many."""
    found = tx.query("SELECT id, gemeente, locatie FROM sessies WHERE account = ? OR id = ?", (account, account))
    for session_id, gemeente, locatie in found:
        _end(tx, session_id, gemeente, locatie)
    return len(found)


def _end(tx: Transaction, session_id: str, gemeente: str | None, locatie: str | None) -> None:
    stream = UUID(session_id)
    if not any(isinstance(fact, Afgemeld) for fact in tx.facts(stream)):
        tx.append(stream, Afgemeld(gemeente=gemeente or "alle", locatie=locatie or "alle", sessie_id=stream))
    tx.execute("DELETE FROM sessies WHERE id = ?", (session_id,))


def holder(rows: Sequence[tuple[Any, ...]], code: str) -> Wie | None:
    """Read whose session it is from what `FIND` found."""
    if not rows:
        return None
    session_id, rol, locatie, gemeente, _, account = rows[0]
    return Wie(Rol(rol), locatie, gemeente, session_id, csrf_of(code), account or session_id)


def is_stale(rows: Sequence[tuple[Any, ...]], now: datetime) -> bool:
    """Whether the moment of the last request must be moved."""
    return bool(rows) and now - from_iso(rows[0][4]) > TOUCH


def touch(tx: Transaction, code: str) -> None:
    """Move the moment of the last request."""
    tx.execute("UPDATE sessies SET gezien = ? WHERE hash = ?", (iso(tx.op), sealed(code)))

"""Keys, sessions and sign-in links, kept in the ledger `toegang`."""

from dataclasses import dataclass
from datetime import datetime

from shared.klok import Klok
from shared.profiel.schema import Rol


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


class Toegang:
    """Who has access. Methods without `async` block: call them from the command line, not from a route."""

    def maak_sleutel(
        self,
        rol: Rol,
        *,
        label: str,
        locatie: str | None = None,
        gemeente: str | None = None,
        geldig_tot: datetime | None = None,
    ) -> str:
        """Make an API key and give it, once; only its hash is kept."""
        raise NotImplementedError

    def sleutels(self) -> list[Sleutel]:
        """List all keys, the newest first."""
        raise NotImplementedError

    def trek_in(self, sleutel_id: str) -> None:
        """Withdraw a key; it stops working everywhere within 5 seconds.

        Raises:
            NietGevonden: there is no such key.
        """
        raise NotImplementedError

    def maak_link(self, rol: Rol, *, locatie: str | None = None, gemeente: str | None = None) -> str:
        """Make a sign-in link and give its path (`/aanmelden?code=…`); it works once."""
        raise NotImplementedError

    def heeft_accounts(self) -> bool:
        """Whether anybody ever signed in or has a key that works."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the store."""
        raise NotImplementedError


def open_toegang(database: str, klok: Klok) -> Toegang:
    """Open the store: `database` as for `open_ledger`."""
    raise NotImplementedError

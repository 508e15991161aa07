"""Who has access: the ledger `toegang` with its tables, as the doors and the command line use it."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, iso, open_ledger
from shared.profiel.schema import Rol
from shared.web.audit import Audit, open_audit
from shared.web.toegang import keys, overzicht, sessions
from shared.web.toegang.facts import FACTS
from shared.web.toegang.keys import Bereik, Sleutel
from shared.web.toegang.overzicht import Gemaakt, Link, Sessies
from shared.web.toegang.recent import Recent
from shared.web.toegang.secrets import sealed
from shared.web.toegang.tables import TABLES
from shared.web.toegang.wie import Wie


class Toegang:
    """Who has access. Methods without `async` block: call them from the command line, not from a route."""

    def __init__(self, ledger: Ledger, audit: Audit, klok: Klok) -> None:
        self.ledger, self.audit, self._klok, self._recent = ledger, audit, klok, Recent()

    def maak_sleutel(
        self,
        rol: Rol,
        *,
        label: str,
        locatie: str | None = None,
        gemeente: str | None = None,
        geldig_tot: datetime | None = None,
        alleen_lezen: bool = False,
    ) -> str:
        """Make an API key and give it, once; only its hash is kept. `alleen_lezen`: it changes nothing.

        Raises:
            OngeldigeInvoer: the role coa without a location.
        """
        bereik = Bereik(rol, locatie, gemeente, alleen_lezen)
        return self.ledger.run_sync(lambda tx: keys.make(tx, bereik, label, geldig_tot), self._now())

    def sleutels(self) -> list[Sleutel]:
        """List all keys, the newest first."""
        return [keys.to_sleutel(row) for row in self.ledger.query_sync(keys.LIST)]

    def trek_in(self, sleutel_id: str) -> None:
        """Withdraw a key: at once in this process, within `recent.SECONDS` in others.

        Raises:
            NietGevonden: there is no such key.
        """
        self.ledger.run_sync(lambda tx: keys.withdraw(tx, sleutel_id), self._now())
        self._recent.forget()

    def maak_link(
        self,
        rol: Rol,
        *,
        locatie: str | None = None,
        gemeente: str | None = None,
        geldig: timedelta = timedelta(hours=24),
    ) -> str:
        """Make a sign-in link and give its path (`/aanmelden?code=…`); it works once.

        Raises:
            OngeldigeInvoer: the role coa without a location.
        """
        bereik = Bereik(rol, locatie, gemeente)
        code = self.ledger.run_sync(lambda tx: sessions.make_link(tx, bereik, geldig), self._now())
        return f"/aanmelden?code={code}"

    def kenmerk(self, pad: str) -> str:
        """Give the mark of a link that was just made, by its path."""
        code = pad.partition("code=")[2]
        rows = self.ledger.query_sync("SELECT id FROM links WHERE hash = ?", (sealed(code),))
        return overzicht.kenmerk(rows[0][0])

    def sleutel_id(self, key: str) -> str:
        """Give the number of a key that was just made."""
        return str(self.ledger.query_sync("SELECT id FROM sleutels WHERE hash = ?", (sealed(key),))[0][0])

    def links(self) -> list[Link]:
        """List the links that nobody used yet."""
        return overzicht.links(self.ledger.query_sync(overzicht.LINKS, (iso(self._klok()),)))

    async def gemaakte_links(self, sinds: datetime) -> list[Gemaakt]:
        """List which links were made since then for `overzicht.DRIEHOEK`, the newest first."""
        return overzicht.gemaakt(await self.ledger.query(overzicht.GEMAAKT, (iso(sinds), *overzicht.DRIEHOEK)))

    def sessies(self) -> list[Sessies]:
        """List the sessions that live, by account."""
        now = self._klok()
        return overzicht.sessies(self.ledger.query_sync(overzicht.SESSIES, (iso(now - sessions.IDLE), iso(now))))

    def trek_link_in(self, link_id: UUID) -> None:
        """Let a link end.

        Raises:
            NietGevonden: there is none, or it was used.
        """
        self.ledger.run_sync(lambda tx: overzicht.withdraw_link(tx, link_id), self._now())

    def heeft_accounts(self) -> bool:
        """Whether anybody ever signed in, or has a key that works."""
        working = self.ledger.query_sync(keys.ANY, (iso(self._klok()),))
        return bool(working or self.ledger.query_sync(sessions.ANY))

    async def by_key(self, key: str) -> Wie | None:
        """Give who carries this API key, if it works."""
        seal = sealed(key)
        if known := self._recent.get(seal):
            return known
        found = keys.carrier(await self.ledger.query(keys.FIND, (seal, iso(self._klok()))))
        return self._recent.put(seal, found) if found else None

    async def by_session(self, code: str) -> Wie | None:
        """Give who carries this session, if it lives."""
        seal, now = sealed(code), self._klok()
        if known := self._recent.get(seal):
            return known
        rows = await self.ledger.query(sessions.FIND, (seal, iso(now - sessions.IDLE), iso(now)))
        if sessions.is_stale(rows, now):
            await self.ledger.run(partial(sessions.touch, code=code), self._now())
        found = sessions.holder(rows, code)
        return self._recent.put(seal, found) if found else None

    async def meld_aan(self, link_code: str, context: Context) -> str:
        """Use a sign-in link and give the code of the new session.

        Raises:
            GeenToegang: unknown, used or expired.
        """
        return await self.ledger.run(partial(sessions.sign_in, link_code=link_code), context)

    async def begin_sessie(self, bereik: Bereik, account: str, context: Context) -> str:
        """Begin a session of an account that a provider vouched for, and give its code."""
        return await self.ledger.run(lambda tx: sessions.begin_extern(tx, bereik, account), context)

    async def meld_af(self, wie: Wie, context: Context) -> bool:
        """End the session of who asks; say whether it began at a provider."""
        extern = await self.ledger.run(partial(sessions.sign_out, wie=wie), context)
        self._recent.forget()
        return extern

    async def meld_overal_af(self, account: str, context: Context) -> int:
        """End every session of an account: at once in this process, within `recent.SECONDS` in others."""
        aantal = await self.ledger.run(partial(sessions.sign_out_everywhere, account=account), context)
        self._recent.forget()
        return aantal

    def close(self) -> None:
        """Let go of both stores."""
        self.audit.close()
        self.ledger.close()

    def _now(self) -> Context:
        return Context(op=self._klok(), correlatie=uuid4().hex)


def open_toegang(database: str, klok: Klok) -> Toegang:
    """Open the store, with that of the audit beside it: `database` as for `open_ledger`."""
    audit = open_audit(database)
    return Toegang(open_ledger(database, "toegang", FACTS, tables=TABLES), audit, klok)

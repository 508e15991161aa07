"""COA messages that could not be taken: encrypted, for a term, and a fact that calls somebody (LVS-0.3, promise 6)."""

import json
import re
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.intake.geheim import Geheim
from services.intake.opgave import IncidentOpgave
from services.intake.store import AFGEHANDELD as TABEL_AFGEHANDELD
from services.intake.store import APART, bewaar_apart, incident_na, wis_apart
from shared.contracts import Fact
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import CoaAfhandeling, CoaBerichtAfgehandeld, IncidentGeweigerd
from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.ledger import Ledger, Transaction, from_iso, iso

_BERICHTEN = UUID("6f2f0c0e-53a5-5a1f-8f0c-0f7a5a3c9d42")
_NONCE = 12
_CODE = re.compile(r"[a-z0-9-]{1,64}")
_VELDEN = frozenset(veld.alias for veld in IncidentOpgave.model_fields.values()) | {
    *("verzoek", "data", "data_base64", "specversion", "id", "source", "type"),
}

ALLE = "alle"
WEG = "Dit bericht staat er niet (meer): het is verwerkt of afgehandeld, of de bewaartermijn is voorbij."
VOORBIJ, ALSNOG = "de bewaartermijn is voorbij", "het bericht is alsnog verwerkt"
AFGEHANDELD = "het bericht is afgehandeld"
NIETS_GEKOMEN = (
    "Sinds dit bericht kwam er van deze locatie geen incident binnen. Vraag het COA het nu te sturen, en kijk bij "
    "Meldingen of het er staat. Is het anders gemeld, of was er geen incident? Kies dat dan."
)
NOG_GETOOND = timedelta(days=28)
"""How long the page says what became of a message."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A message as it came."""

    headers: dict[str, str]
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Wachtend:
    """A message that somebody must look at."""

    id: UUID
    sinds: datetime
    bewaren_tot: datetime
    geweigerd: IncidentGeweigerd


@dataclass(frozen=True, slots=True)
class Afgehandeld:
    """What became of a message: nothing of what stood in it."""

    id: UUID
    gemeente: str
    locatie: str
    uitkomst: CoaAfhandeling
    door: str
    op: datetime


class Quarantaine:
    """Keeps messages apart. The key follows from the secret of the installation, which no backup of the store holds.

    `gemeenten`: those that somebody can be called for.
    """

    def __init__(self, geheim: Geheim, gemeenten: Sequence[str] = ()) -> None:
        self._slot = AESGCM(geheim.sleutel_voor("coa-quarantaine"))
        self._gemeenten = gemeenten

    def zet_apart(
        self,
        *,
        gemeente: str,
        locatie: str,
        nummer: int,
        headers: Mapping[str, str],
        inhoud: bytes,
        fouten: Sequence[Fout],
    ) -> Callable[[Transaction], UUID]:
        """Keep a message once, however often it comes; `nummer` tells two equal ones apart that have no id."""
        koppen = json.dumps(dict(headers), sort_keys=True)
        delen = (gemeente, locatie, str(nummer), koppen, sha256(inhoud).hexdigest())
        apart_id = uuid5(_BERICHTEN, "\x1f".join(delen))
        reden = "; ".join(dict.fromkeys(f"{_veld(fout.veld)}: {fout.reden}" for fout in fouten))
        plek = self._plek(gemeente, locatie)
        bericht = self._versleuteld(apart_id, json.dumps([koppen, b64encode(inhoud).decode()]).encode())

        def use_case(tx: Transaction) -> UUID:
            if not tx.facts(apart_id):
                feit = IncidentGeweigerd(gemeente=plek[0], locatie=plek[1], quarantaine_id=apart_id, reden=reden)
                tx.append(apart_id, feit)
                tx.execute(*bewaar_apart(apart_id, tx.op, bericht))
            return apart_id

        return use_case

    def vernietig(self, apart_id: UUID, reden: str = VOORBIJ) -> Callable[[Transaction], bool]:
        """Erase a message whose term is over, or that was taken after all, and record that. False: nothing there."""

        def use_case(tx: Transaction) -> bool:
            eerder = tx.facts(apart_id)
            if not eerder or isinstance(eerder[-1], GegevensVernietigd):
                return False
            geweigerd = eerder[0]
            tx.execute(*wis_apart(apart_id))
            tx.append(
                apart_id,
                GegevensVernietigd(
                    gemeente=geweigerd.gemeente,
                    locatie=geweigerd.locatie,
                    soort="coa-quarantaine",
                    reden=reden,
                    betreft=apart_id,
                ),
            )
            return True

        return use_case

    def handel_af(self, apart_id: UUID, uitkomst: CoaAfhandeling, *, door: str) -> Callable[[Transaction], None]:
        """Record what became of a message that cannot be taken, and erase its copy: nobody needs that any more.

        Raises (when it runs):
            NietGevonden: it is not there any more.
            OngeldigeInvoer: it was not sent again: no incident of this location came in since.
        """

        def use_case(tx: Transaction) -> None:
            eerder = tx.facts(apart_id)
            if not eerder or isinstance(eerder[-1], GegevensVernietigd):
                raise NietGevonden(WEG)
            if uitkomst is CoaAfhandeling.OPNIEUW_GESTUURD:
                _eis_gekomen(tx, apart_id, eerder[0])
            tx.append(
                apart_id,
                CoaBerichtAfgehandeld(
                    gemeente=eerder[0].gemeente,
                    locatie=eerder[0].locatie,
                    quarantaine_id=apart_id,
                    uitkomst=uitkomst,
                    door=door,
                ),
            )
            self.vernietig(apart_id, AFGEHANDELD)(tx)

        return use_case

    async def lijst(self, ledger: Ledger) -> list[Wachtend]:
        """List what stands apart, the newest first: which place, since when, and why it could not be taken."""
        rijen = await ledger.query(f"SELECT id, ontvangen_op, bewaren_tot FROM {APART} ORDER BY ontvangen_op DESC")  # noqa: S608
        return [
            Wachtend(UUID(apart_id), from_iso(sinds), from_iso(tot), feit)
            for apart_id, sinds, tot in rijen
            if isinstance(feit := (await ledger.load(UUID(apart_id)))[0].fact, IncidentGeweigerd)
        ]

    async def afgehandeld(self, ledger: Ledger, nu: datetime) -> list[Afgehandeld]:
        """List what was handled in the last weeks, the newest first."""
        rijen = await ledger.query(
            f"SELECT id, gemeente, locatie, uitkomst, door, op FROM {TABEL_AFGEHANDELD}"  # noqa: S608
            " WHERE op >= ? ORDER BY op DESC",
            (iso(nu - NOG_GETOOND),),
        )
        return [
            Afgehandeld(UUID(apart_id), gemeente, locatie, CoaAfhandeling(uitkomst), door, from_iso(op))
            for apart_id, gemeente, locatie, uitkomst, door, op in rijen
        ]

    async def open(self, ledger: Ledger, apart_id: UUID) -> Apart:
        """Read a message back as it came.

        Raises:
            NietGevonden: it is not there, or not any more.
        """
        rijen = await ledger.query(f"SELECT versleuteld FROM {APART} WHERE id = ?", (str(apart_id),))  # noqa: S608
        if not rijen:
            raise NietGevonden(WEG)
        rauw = bytes(rijen[0][0])
        koppen, inhoud = json.loads(self._slot.decrypt(rauw[:_NONCE], rauw[_NONCE:], apart_id.bytes))
        return Apart(json.loads(koppen), b64decode(inhoud))

    def _plek(self, gemeente: str, locatie: str) -> tuple[str, str]:
        """Give the place to call somebody for: of a municipality that we do not serve, the first that we do.

        A location that no profile can hold is not repeated either: it would stand in facts, subjects and notices.
        """
        if self._gemeenten and gemeente not in self._gemeenten:
            return self._gemeenten[0], ALLE
        return gemeente, locatie if _CODE.fullmatch(locatie) else ALLE

    def _versleuteld(self, apart_id: UUID, bericht: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._slot.encrypt(nonce, bericht, apart_id.bytes)


def _eis_gekomen(tx: Transaction, apart_id: UUID, geweigerd: Fact) -> None:
    """Believe that it was sent again when something came: its copy goes, and with it the last trace of it."""
    locatie = geweigerd.locatie if geweigerd.locatie != ALLE else None
    if not tx.query(*incident_na(apart_id, geweigerd.gemeente, locatie)):
        raise OngeldigeInvoer(Fout("uitkomst", NIETS_GEKOMEN))


def _veld(veld: str) -> str:
    """A field that we do not know is not named: a fact must not hold what somebody made up."""
    return veld if veld.partition(".")[0] in _VELDEN else "onbekend veld"

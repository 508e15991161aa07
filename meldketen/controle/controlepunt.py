"""A checkpoint: up to where each ledger stood, signed. Who keeps one elsewhere can hold this system to it for ever.

The signature (Ed25519) is over the canonical JSON of everything but the signature itself: keys in order, no spaces. The
key follows from the secret of the installation, so that every process of it signs alike.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, ValidationError

from shared.bus.event import name_of
from shared.ledger import Ledger
from shared.ledger.chain import genesis, link, state_of

_WAARVOOR = b"meldketen.controlepunt.v1"
_FOUTEN = (KeyError, ValueError, TypeError)


class PuntFout(Exception):
    """It is no checkpoint, or not one that this key signed. The text is for the operator."""


class Stand(BaseModel):
    """Up to where one ledger stood: the hash of a fact stands for all facts before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dienst: str
    keten: str
    plaats: int
    hash: str


class Controlepunt(BaseModel):
    """What is signed, and by which key (both base64)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Literal["meldketen-controlepunt-1"] = "meldketen-controlepunt-1"
    op: datetime
    grootboeken: tuple[Stand, ...]
    sleutel: str
    handtekening: str = ""

    def getekende_tekst(self) -> bytes:
        """Return the bytes that the signature is over."""
        inhoud = self.model_dump(mode="json", exclude={"handtekening"})
        return json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def maak(standen: Iterable[Stand], op: datetime, geheim: str) -> Controlepunt:
    """Sign how things stand."""
    afgeleid = HKDF(SHA256(), 32, salt=None, info=_WAARVOOR).derive(geheim.encode())
    prive = Ed25519PrivateKey.from_private_bytes(afgeleid)
    publiek = b64encode(prive.public_key().public_bytes_raw()).decode()
    punt = Controlepunt(op=op, grootboeken=tuple(standen), sleutel=publiek)
    return punt.model_copy(update={"handtekening": b64encode(prive.sign(punt.getekende_tekst())).decode()})


def stand_van(ledger: Ledger) -> Stand:
    """Return up to where a ledger stands now."""
    plaats = ledger.last_place()
    laatste = ledger.read(plaats - 1, 1)[0].hash if plaats else genesis(ledger.chain_id)
    return Stand(dienst=ledger.name, keten=ledger.chain_id, plaats=plaats, hash=laatste.hex())


def lees(tekst: str, sleutel: str | None = None) -> Controlepunt:
    """Read a checkpoint; `sleutel`: the public key that it must be of.

    Raises:
        PuntFout: it is none, was changed, or was signed with another key.
    """
    try:
        punt = Controlepunt.model_validate_json(tekst)
        publiek, handtekening = b64decode(punt.sleutel, validate=True), b64decode(punt.handtekening, validate=True)
        Ed25519PublicKey.from_public_bytes(publiek).verify(handtekening, punt.getekende_tekst())
    except ValidationError:
        raise PuntFout("Dit bestand is geen controlepunt van Meldketen.") from None
    except (InvalidSignature, ValueError):
        raise PuntFout("De handtekening klopt niet: dit controlepunt is veranderd.") from None
    if sleutel is not None and sleutel != punt.sleutel:
        raise PuntFout(f"Dit controlepunt is getekend met een andere sleutel: {punt.sleutel}")
    return punt


def verschillen(punt: Controlepunt, ledgers: Mapping[str, Ledger]) -> Iterator[str]:
    """Say in Dutch where a ledger no longer holds what was signed.

    Its chain must have been walked before: then one fact stands for all before it.
    """
    for stand in punt.grootboeken:
        ledger = ledgers.get(stand.dienst)
        if ledger is None:
            yield f"{stand.dienst}: dit grootboek is er niet"
        elif ledger.chain_id.partition(".")[0] != stand.keten.partition(".")[0]:
            yield f"{stand.dienst}: dit is een ander grootboek dan dat van het controlepunt"
        elif stand.plaats and _hash_op(ledger, stand.plaats) != stand.hash:
            yield f"{stand.dienst}: op plaats {stand.plaats} staat iets anders dan toen werd getekend, of niets"


def _hash_op(ledger: Ledger, plaats: int) -> str:
    gevonden = ledger.read(plaats - 1, 1)
    return gevonden[0].hash.hex() if gevonden else ""


@dataclass
class _Keten:
    """How far an export was followed for one ledger."""

    stand: Stand
    plaats: int = 0
    hash: bytes = field(default=b"")
    fout: str = ""


def verschillen_met_export(punt: Controlepunt, regels: Iterable[str]) -> tuple[list[str], list[str]]:
    """Compute the chains again from an export (`meldketen exporteer`), with nothing else at hand.

    Returns:
        What differs, in Dutch; and of which ledgers the export holds nothing.
    """
    ketens = {stand.dienst: _Keten(stand, hash=genesis(stand.keten)) for stand in punt.grootboeken}
    for nummer, regel in enumerate(regels, start=1):
        try:
            gebeurtenis = json.loads(regel)
            dienst, naam = name_of(gebeurtenis["type"])
            if dienst in ketens and not ketens[dienst].fout:
                _volg(ketens[dienst], naam, gebeurtenis)
        except _FOUTEN:
            return [f"regel {nummer} van de export is geen gebeurtenis"], []
    leeg = [keten.stand.dienst for keten in ketens.values() if not keten.plaats and keten.stand.plaats]
    return [fout for keten in ketens.values() if (fout := _oordeel(keten)) and keten.stand.dienst not in leeg], leeg


def _volg(keten: _Keten, naam: str, gebeurtenis: Mapping[str, Any]) -> None:
    """Take one event; behind the place that was signed nothing is judged."""
    plaats = int(gebeurtenis["sequence"])
    if plaats > keten.stand.plaats:
        return
    if plaats != keten.plaats + 1:
        keten.fout = f"{keten.stand.dienst}: na plaats {keten.plaats} komt in de export plaats {plaats}"
        return
    data = json.dumps(gebeurtenis["data"], separators=(",", ":"), ensure_ascii=False).encode()
    kop = {veld: str(gebeurtenis[veld]) for veld in ("id", "correlatie", "oorzaak")}
    staat = state_of(**kop, tijd=gebeurtenis["time"], data=data)
    stroom, versie = UUID(gebeurtenis["subject"]), int(gebeurtenis["versie"])
    keten.hash, keten.plaats = link(keten.hash, plaats, stroom.hex, versie, naam, staat), plaats
    if keten.hash.hex() != gebeurtenis["ketenhash"]:
        keten.fout = f"{keten.stand.dienst}: de keten breekt bij plaats {plaats}"


def _oordeel(keten: _Keten) -> str:
    if keten.fout:
        return keten.fout
    if keten.plaats < keten.stand.plaats:
        return f"{keten.stand.dienst}: de export houdt op bij plaats {keten.plaats}, getekend is {keten.stand.plaats}"
    if keten.hash.hex() != keten.stand.hash:
        return f"{keten.stand.dienst}: op plaats {keten.plaats} staat iets anders dan toen werd getekend"
    return ""

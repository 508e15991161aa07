"""One published table: what it says, how it is recorded, and why it may be refused."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from services.rapportage.openbaar import REGELVERSIE, Tabel, Tijdvak, als_csv, lees_csv
from services.rapportage.plek import Plek
from services.rapportage.store import publicaties
from shared.contracts.rapportage import CijfersGepubliceerd, Gelezen
from shared.facts import Rejected
from shared.ledger import Transaction, from_iso

RUIMTE = UUID("5b6a9f0e-5f0c-4a57-9d0e-0b8f6f0f6f11")


class KwartaalLoopt(Rejected):
    """Numbers that still change are not published: the difference would tell of single meldingen."""


class AlGepubliceerd(Rejected):
    """A period is published once: two tables of it that differ by one would tell of one melding."""


class NietNaTeRekenen(Rejected):
    """What was published is not what its data give now, so it cannot be said what a new table would give away."""


@dataclass(frozen=True)
class Publicatie:
    """One published table, as it is shown."""

    id: UUID
    gemeente: str
    locatie: str
    periode: str
    op: datetime
    tabel: str
    sha256: str
    kleinste_getal: int
    weggelaten: int
    afgerond_op: int | None
    regelversie: str
    plaats: int
    """In the ledger of rapportage: what was published before has a lower one."""

    @property
    def rijen(self) -> list[list[str]]:
        """The table by row, the heads first."""
        return lees_csv(self.tabel)


def publicatienummer(plek: Plek, periode: Tijdvak) -> UUID:
    """Return the id under which a period of a location is published: the same for ever."""
    gemeente, locatie = plek.sleutel
    return uuid5(RUIMTE, f"{gemeente}/{locatie}/{periode.code}")


def nieuw_feit(plek: Plek, periode: Tijdvak, tabel: Tabel, gelezen: dict[str, int], door: str) -> CijfersGepubliceerd:
    """Say everything that is needed to make the same table again."""
    gemeente, locatie = plek.sleutel
    tekst = als_csv(tabel)
    return CijfersGepubliceerd(
        gemeente=gemeente,
        locatie=locatie,
        publicatie_id=publicatienummer(plek, periode),
        periode=periode.code,
        van=periode.van.astimezone(plek.zone).date(),
        tot=periode.tot.astimezone(plek.zone).date(),
        tabel=tekst,
        sha256=sha256(tekst.encode()).hexdigest(),
        kleinste_getal=plek.profiel.publicatie.kleinste_getal,
        weggelaten=sum(rij.count(None) for rij in tabel.getallen),
        profielversie=plek.profiel.versie,
        gelezen=tuple(Gelezen(bron=bron, tot_en_met=plaats) for bron, plaats in gelezen.items()),
        door=door,
        afgerond_op=plek.profiel.publicatie.afronden_op,
        regelversie=REGELVERSIE,
    )


def leg_vast(tx: Transaction, feit: CijfersGepubliceerd, *, gezien: int) -> None:
    """Record it, if nothing else of this place was published since `gezien` tables were looked at.

    Raises:
        AlGepubliceerd: this period was, or something else.
    """
    if tx.facts(feit.publicatie_id):
        raise AlGepubliceerd(
            f"De cijfers van {feit.periode} zijn al gepubliceerd en veranderen niet meer: uit het verschil tussen twee "
            "tabellen van dezelfde periode is een enkele melding te herkennen."
        )
    if len(tx.query(*publicaties.van_plek(feit.gemeente, feit.locatie))) != gezien:
        raise AlGepubliceerd("Er is net een andere tabel van deze locatie gepubliceerd. Bekijk de tabel opnieuw.")
    tx.append(feit.publicatie_id, feit)


def uit_rij(rij: tuple[Any, ...]) -> Publicatie:
    """Read it back as the store keeps it."""
    nummer, gemeente, locatie, periode, op, tabel, afdruk, kleinste, weggelaten, afgerond, regels, plaats = rij
    vast = (UUID(nummer), gemeente, locatie, periode, from_iso(op), tabel, afdruk, kleinste, weggelaten)
    return Publicatie(*vast, afgerond or None, regels, plaats)

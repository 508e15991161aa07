"""Agreements: make, move, finish, remind (KG-2.2.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from services.overleg.afspraak import (
    REGEL,
    Afspraak,
    AfspraakFact,
    given,
    herinner,
    toets_open,
    toets_termijn,
    word_te_laat,
)
from services.overleg.application.herkomst import herkomst
from services.overleg.application.plek import bekende_plek
from shared.contracts.overleg import AfspraakGemaakt, AfspraakNagekomen, AfspraakVervallen, AfspraakVerzet
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import masker
from shared.profiel import Profielen, Rol
from shared.teksten import bewaar

HERINNER_VOORAF = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Voornemen:
    """What is agreed. Without an item it belongs to no meeting, only to a location."""

    wat: str
    wie: str
    uiterlijk: datetime
    agendapunt_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    locatie: str = "alle"


class Afspraakdienst:
    """The use cases of agreements."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def maak(self, tx: Transaction, voornemen: Voornemen, *, afspraak_id: UUID, gemeente: str) -> bool:
        """Make an agreement; a repeated request with the same id changes nothing and gives False.

        Raises:
            OngeldigeInvoer: the partner or the agenda item does not exist. TermijnVoorbij: for a day in the past.
        """
        if tx.facts(afspraak_id):
            return False
        if self.profielen.van(gemeente).partner(voornemen.wie) is None:
            raise OngeldigeInvoer(Fout("wie", "kies een partner van de gemeente uit de lijst"))
        toets_termijn(voornemen.uiterlijk, tx.op)
        bekende_plek(self.profielen, gemeente, voornemen.locatie)
        van = herkomst(tx, gemeente, voornemen.agendapunt_id, None, voornemen.locatie, voornemen.meldingen)
        feit = AfspraakGemaakt(
            gemeente=gemeente,
            locatie=van.locatie,
            afspraak_id=afspraak_id,
            wie=voornemen.wie,
            uiterlijk=voornemen.uiterlijk,
            tekstzegel=bewaar(tx, masker(voornemen.wat.strip())),
            agendapunt_id=voornemen.agendapunt_id,
            overleg_id=van.overleg_id,
            meldingen=van.meldingen,
            regel=REGEL,
            herinner_op=self._herinner_op(gemeente, voornemen.uiterlijk, tx.op),
        )
        tx.append(afspraak_id, feit)
        return True

    def verzet(self, tx: Transaction, afspraak_id: UUID, naar: datetime) -> None:
        """Give an agreement another term.

        Raises:
            AfspraakAfgesloten, TermijnVoorbij
        """
        afspraak = _afspraak(tx, afspraak_id)
        toets_open(afspraak)
        toets_termijn(naar, tx.op)
        if naar == afspraak.uiterlijk:
            return
        herinner_op = self._herinner_op(afspraak.gemeente, naar, tx.op)
        van = {**_over(afspraak), "van": afspraak.uiterlijk, "naar": naar, "herinner_op": herinner_op}
        tx.append(afspraak_id, AfspraakVerzet.model_validate(van))

    def kom_na(self, tx: Transaction, afspraak_id: UUID, door: Rol | None, tekst: str = "") -> None:
        """Say that it was done, and what came of it.

        Raises:
            AfspraakAfgesloten: it was dropped.
        """
        afspraak = _afspraak(tx, afspraak_id)
        if afspraak.stand == "nagekomen":
            return
        toets_open(afspraak)
        te_laat = tx.op > afspraak.uiterlijk
        wat = {**_over(afspraak), "door": door or "", "te_laat": te_laat, "tekstzegel": _zegel(tx, tekst)}
        tx.append(afspraak_id, AfspraakNagekomen.model_validate(wat))

    def laat_vervallen(self, tx: Transaction, afspraak_id: UUID, door: Rol | None, tekst: str = "") -> None:
        """Drop an agreement.

        Raises:
            AfspraakAfgesloten: it was done.
        """
        afspraak = _afspraak(tx, afspraak_id)
        if afspraak.stand == "vervallen":
            return
        toets_open(afspraak)
        wat = {**_over(afspraak), "door": door or "", "tekstzegel": _zegel(tx, tekst)}
        tx.append(afspraak_id, AfspraakVervallen.model_validate(wat))

    def herinner(self, tx: Transaction, afspraak_id: UUID) -> None:
        """Record that the term is near, if it is."""
        tx.append(afspraak_id, *herinner(_afspraak(tx, afspraak_id), tx.op))

    def te_laat(self, tx: Transaction, afspraak_id: UUID) -> None:
        """Record that the term is over, if it is."""
        tx.append(afspraak_id, *word_te_laat(_afspraak(tx, afspraak_id), tx.op))

    def _herinner_op(self, gemeente: str, uiterlijk: datetime, op: datetime) -> datetime | None:
        regels = self.profielen.van(gemeente).afspraken
        moment = uiterlijk - (regels.herinner_vooraf if regels else HERINNER_VOORAF)
        return moment if moment > op else None


def _over(afspraak: Afspraak) -> dict[str, object]:
    return {"gemeente": afspraak.gemeente, "locatie": afspraak.locatie, "afspraak_id": afspraak.id}


def _zegel(tx: Transaction, tekst: str) -> str | None:
    return bewaar(tx, masker(tekst.strip())) if tekst.strip() else None


def _afspraak(tx: Transaction, afspraak_id: UUID) -> Afspraak:
    return given(cast("list[AfspraakFact]", tx.facts(afspraak_id)))

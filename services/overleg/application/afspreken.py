"""Agreements: make, move, finish, remind (KG-2.2.1)."""

import json
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
        overleg_id, locatie, meldingen = _herkomst(tx, gemeente, voornemen)
        feit = AfspraakGemaakt(
            gemeente=gemeente,
            locatie=locatie,
            afspraak_id=afspraak_id,
            wie=voornemen.wie,
            uiterlijk=voornemen.uiterlijk,
            tekstzegel=bewaar(tx, masker(voornemen.wat.strip())),
            agendapunt_id=voornemen.agendapunt_id,
            overleg_id=overleg_id,
            meldingen=meldingen,
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


def _herkomst(tx: Transaction, gemeente: str, voornemen: Voornemen) -> tuple[UUID | None, str, tuple[UUID, ...]]:
    """From which meeting, location and meldingen it follows: those of its agenda item."""
    if voornemen.agendapunt_id is None:
        return None, voornemen.locatie, voornemen.meldingen
    sql = (
        "SELECT p.overleg_id, o.locatie, p.meldingen FROM agendapunten p JOIN overleggen o "
        "ON o.overleg_id = p.overleg_id WHERE p.agendapunt_id = ? AND o.gemeente = ? ORDER BY p.toegevoegd_op DESC"
    )
    for overleg_id, locatie, meldingen in tx.query(sql, (str(voornemen.agendapunt_id), gemeente)):
        alle = [*voornemen.meldingen, *(UUID(id_) for id_ in json.loads(meldingen))]
        return UUID(overleg_id), locatie, tuple(dict.fromkeys(alle))
    raise OngeldigeInvoer(Fout("agendapuntId", "dit agendapunt bestaat niet; kies er een van de agenda"))


def _over(afspraak: Afspraak) -> dict[str, object]:
    return {"gemeente": afspraak.gemeente, "locatie": afspraak.locatie, "afspraak_id": afspraak.id}


def _zegel(tx: Transaction, tekst: str) -> str | None:
    return bewaar(tx, masker(tekst.strip())) if tekst.strip() else None


def _afspraak(tx: Transaction, afspraak_id: UUID) -> Afspraak:
    return given(cast("list[AfspraakFact]", tx.facts(afspraak_id)))

"""Requests to others: ask, record the answer, withdraw (LVS-0.1, LVS-0.2, TB-1.3)."""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from services.overleg.application.herkomst import herkomst
from services.overleg.application.plek import bekende_plek
from services.overleg.herkenbaar import weiger_herkenbaar
from services.overleg.verzoek import Verzoek, VerzoekFact, VerzoekGeweigerd, VerzoekVanTafel, given, toets
from shared.contracts.overleg import Uitkomst, VerzoekBeantwoord, VerzoekGedaan, VerzoekIngetrokken
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.profiel import Profielen, Rol
from shared.profiel.schema import Verzoeksoort
from shared.teksten import bewaar


@dataclass(frozen=True, slots=True)
class Vraag:
    """What is asked of somebody else."""

    soort: str
    toelichting: str
    betrokkene: UUID | None = None
    plan: str = ""
    begroting_euro: int | None = None
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    locatie: str = "alle"


class Verzoekdienst:
    """The use cases of requests."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def doe(self, tx: Transaction, vraag: Vraag, *, verzoek_id: UUID, gemeente: str, door: Rol | None) -> bool:
        """Make a request; a repeated one with the same id changes nothing and gives False.

        Raises:
            VerzoekGeweigerd: by somebody who may not, or incomplete.
            OngeldigeInvoer: this kind or the agenda item does not exist, or a text names somebody.
        """
        soort = self._soort(gemeente, vraag.soort)
        if tx.facts(verzoek_id):
            return False
        toets(soort, door=door, betrokkene=vraag.betrokkene, plan=vraag.plan, begroting_euro=vraag.begroting_euro)
        profiel = self.profielen.van(gemeente)
        toelichting = weiger_herkenbaar("toelichting", vraag.toelichting.strip(), profiel)
        plan = weiger_herkenbaar("plan", vraag.plan.strip(), profiel)
        van = herkomst(tx, gemeente, vraag.agendapunt_id, vraag.overleg_id, vraag.locatie, vraag.meldingen)
        feit = VerzoekGedaan(
            gemeente=gemeente,
            locatie=bekende_plek(self.profielen, gemeente, vraag.locatie),
            verzoek_id=verzoek_id,
            soort=soort.code,
            aan=soort.aan,
            tekstzegel=bewaar(tx, toelichting),
            betrokkene=vraag.betrokkene,
            planzegel=bewaar(tx, plan) if plan else None,
            begroting_euro=vraag.begroting_euro,
            overleg_id=van.overleg_id,
            agendapunt_id=vraag.agendapunt_id,
            meldingen=van.meldingen,
            regel=soort.regel,
        )
        tx.append(verzoek_id, feit)
        return True

    def beantwoord(
        self,
        tx: Transaction,
        verzoek_id: UUID,
        uitkomst: Uitkomst,
        *,
        door: Rol | None,
        antwoord: str = "",
        toegekend_euro: int | None = None,
    ) -> None:
        """Record the answer; a later one replaces it.

        Raises:
            VerzoekGeweigerd: by somebody who may not. VerzoekVanTafel: it was withdrawn.
        """
        verzoek = _verzoek(tx, verzoek_id)
        soort = self._soort(verzoek.gemeente, verzoek.soort)
        if door not in soort.antwoord_door:
            raise VerzoekGeweigerd(f"U legt het antwoord op '{soort.naam}' niet vast.", soort.regel)
        if verzoek.ingetrokken:
            raise VerzoekVanTafel
        tekst = weiger_herkenbaar("antwoord", antwoord.strip(), self.profielen.van(verzoek.gemeente))
        feit = VerzoekBeantwoord(
            gemeente=verzoek.gemeente,
            locatie=verzoek.locatie,
            verzoek_id=verzoek_id,
            uitkomst=uitkomst,
            door=str(door),
            tekstzegel=bewaar(tx, tekst) if tekst else None,
            toegekend_euro=toegekend_euro,
        )
        tx.append(verzoek_id, feit)

    def trek_in(self, tx: Transaction, verzoek_id: UUID, *, door: Rol | None) -> None:
        """Take a request back."""
        verzoek = _verzoek(tx, verzoek_id)
        soort = self._soort(verzoek.gemeente, verzoek.soort)
        if door not in soort.door:
            raise VerzoekGeweigerd(f"U trekt '{soort.naam}' niet in.", soort.regel)
        if not verzoek.ingetrokken:
            wat = {"gemeente": verzoek.gemeente, "locatie": verzoek.locatie, "verzoek_id": verzoek_id, "door": door}
            tx.append(verzoek_id, VerzoekIngetrokken.model_validate(wat))

    def _soort(self, gemeente: str, code: str) -> Verzoeksoort:
        profiel = self.profielen.van(gemeente)
        if (soort := profiel.verzoek(code)) is None:
            kan = ", ".join(each.code for each in profiel.verzoeken) or "geen"
            raise OngeldigeInvoer(Fout("soort", f"kies een van: {kan}"))
        return soort


def _verzoek(tx: Transaction, verzoek_id: UUID) -> Verzoek:
    return given(cast("list[VerzoekFact]", tx.facts(verzoek_id)))

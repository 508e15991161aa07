"""Messages: write, put before COA and police, approve, publish (LVS-4)."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from services.overleg import bericht as zaak
from services.overleg.application.herkomst import herkomst
from services.overleg.application.plek import bekende_plek
from services.overleg.bericht import Bericht, BerichtFact, given
from shared.contracts.overleg import (
    BerichtGepubliceerd,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtOpgesteld,
    BerichtVervallen,
    BerichtVoorgelegd,
    Publiek,
)
from shared.ledger import Transaction
from shared.maskering import masker
from shared.profiel import Profielen, Rol
from shared.teksten import bewaar

IN_IEDER_GEVAL = (Rol.COA, Rol.POLITIE)


@dataclass(frozen=True, slots=True)
class Concept:
    """What a message says, and to whom."""

    onderwerp: str
    tekst: str
    publiek: tuple[Publiek, ...]
    locatie: str = "alle"
    meldingen: tuple[UUID, ...] = ()
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None


class Berichtdienst:
    """The use cases of messages."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def stel_op(self, tx: Transaction, concept: Concept, *, bericht_id: UUID, gemeente: str, door: Rol | None) -> bool:
        """Write a draft; a repeated request with the same id changes nothing and gives False."""
        if tx.facts(bericht_id):
            return False
        wat = (concept.agendapunt_id, concept.overleg_id, concept.locatie, concept.meldingen)
        van = herkomst(tx, gemeente, *wat)
        feit = BerichtOpgesteld(
            gemeente=gemeente,
            locatie=bekende_plek(self.profielen, gemeente, concept.locatie),
            bericht_id=bericht_id,
            versie=1,
            onderwerpzegel=_zegel(tx, concept.onderwerp),
            tekstzegel=_zegel(tx, concept.tekst),
            publiek=concept.publiek,
            meldingen=van.meldingen,
            overleg_id=van.overleg_id,
            agendapunt_id=concept.agendapunt_id,
            door=str(door or ""),
        )
        tx.append(bericht_id, feit)
        return True

    def wijzig(self, tx: Transaction, bericht_id: UUID, concept: Concept, *, door: Rol | None) -> None:
        """Change the text: what others said about the earlier one counts no more."""
        bericht = _bericht(tx, bericht_id)
        zaak.toets_wijzigen(bericht)
        feit = BerichtOpgesteld(
            gemeente=bericht.gemeente,
            locatie=bericht.locatie,
            bericht_id=bericht_id,
            versie=bericht.versie + 1,
            onderwerpzegel=_zegel(tx, concept.onderwerp),
            tekstzegel=_zegel(tx, concept.tekst),
            publiek=concept.publiek,
            door=str(door or ""),
        )
        tx.append(bericht_id, feit)

    def leg_voor(self, tx: Transaction, bericht_id: UUID) -> None:
        """Ask the COA and the police, and whom the profile names besides."""
        bericht = _bericht(tx, bericht_id)
        zaak.toets_voorleggen(bericht)
        regels = self.profielen.van(bericht.gemeente).berichten
        aan = tuple(dict.fromkeys([*IN_IEDER_GEVAL, *(regels.raadplegen if regels else ())]))
        tx.append(bericht_id, BerichtVoorgelegd.model_validate({**_over(bericht), "aan": aan}))

    def raadpleeg(
        self, tx: Transaction, bericht_id: UUID, *, door: Rol | None, instemming: bool, opmerking: str = ""
    ) -> None:
        """Record what a partner thinks of the text that is on the table."""
        bericht = _bericht(tx, bericht_id)
        zaak.toets_raadpleging(bericht, str(door or ""))
        zegel = _zegel(tx, opmerking) if opmerking.strip() else None
        wat = {**_over(bericht), "door": door, "instemming": instemming, "tekstzegel": zegel}
        tx.append(bericht_id, BerichtGeraadpleegd.model_validate(wat))

    def keur_goed(self, tx: Transaction, bericht_id: UUID, *, door: Rol | None) -> None:
        """The municipality approves."""
        bericht = _bericht(tx, bericht_id)
        if bericht.stap is not zaak.Stap.GOEDGEKEURD:
            zaak.toets_goedkeuren(bericht)
            tx.append(bericht_id, BerichtGoedgekeurd.model_validate({**_over(bericht), "door": door}))

    def publiceer(self, tx: Transaction, bericht_id: UUID, *, door: Rol | None, spoed_reden: str = "") -> None:
        """Let it go out; with a reason also before everybody was heard."""
        bericht, spoed = _bericht(tx, bericht_id), bool(spoed_reden.strip())
        if bericht.stap is zaak.Stap.GEPUBLICEERD:
            return
        zaak.toets_publiceren(bericht, spoed=spoed)
        feit = BerichtGepubliceerd(
            gemeente=bericht.gemeente,
            locatie=bericht.locatie,
            bericht_id=bericht_id,
            versie=bericht.versie,
            door=str(door or ""),
            tekstzegel=bericht.tekstzegel,
            spoed=spoed,
            redenzegel=_zegel(tx, spoed_reden) if spoed else None,
            niet_geraadpleegd=bericht.nog_niet_gehoord,
        )
        tx.append(bericht_id, feit)

    def laat_vervallen(self, tx: Transaction, bericht_id: UUID, *, door: Rol | None) -> None:
        """Drop a draft."""
        bericht = _bericht(tx, bericht_id)
        zaak.toets_wijzigen(bericht)
        wat = {"gemeente": bericht.gemeente, "locatie": bericht.locatie, "bericht_id": bericht_id, "door": door}
        tx.append(bericht_id, BerichtVervallen.model_validate(wat))


def _over(bericht: Bericht) -> dict[str, Any]:
    plek = {"gemeente": bericht.gemeente, "locatie": bericht.locatie}
    return {**plek, "bericht_id": bericht.id, "versie": bericht.versie}


def _zegel(tx: Transaction, tekst: str) -> str:
    return bewaar(tx, masker(tekst.strip()))


def _bericht(tx: Transaction, bericht_id: UUID) -> Bericht:
    return given(cast("list[BerichtFact]", tx.facts(bericht_id)))

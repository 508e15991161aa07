"""The meeting itself: opened, noted, closed, corrected."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from services.overleg import overleg as domein
from services.overleg.application import cycli
from services.overleg.application.aanloop import vanzelf
from services.overleg.application.agenderen import geef_bevindingen_door, zet_op
from services.overleg.application.planning import OVERLEG_VOORBIJ, volgende
from services.overleg.overleg import Overleg, OverlegFact, given
from services.overleg.store import melderzinnen, zoeken
from shared.contracts.overleg import BesluitGenomen, BevindingGenoteerd, MelderIngelicht
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction, timer_cancel
from shared.maskering import masker
from shared.profiel import Profielen
from shared.teksten import bewaar


@dataclass(frozen=True, slots=True)
class Slot:
    """What a meeting is closed with: what stays over, its findings, and why it closes so where that is unusual."""

    niet_besproken: Collection[UUID] = ()
    bevindingen: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Notitie:
    """What is written down at one item; empty is nothing."""

    punt_id: UUID
    bevinding: str = ""
    besluit: str = ""
    vertrouwelijk: bool = False


def open_overleg(tx: Transaction, profielen: Profielen, overleg_id: UUID, *, zeker: bool) -> Overleg:
    """Begin the meeting: its agenda stands, with what it found by itself. `zeker`: also too early."""
    overleg = lees(tx, overleg_id)
    profiel = profielen.van(overleg.gemeente)
    facts = domein.begin(overleg, tx.op, zeker=zeker)
    if facts:
        reeks = profiel.reeks(overleg.reeks)
        punten = vanzelf(tx.query, profiel, reeks, overleg.id, overleg.locatie, tx.op) if reeks else []
        zet_op(tx, overleg, punten)
        tx.append(overleg_id, *facts)
    return lees(tx, overleg_id)


def noteer(tx: Transaction, overleg_id: UUID, notities: Sequence[Notitie]) -> None:
    """Findings and decisions at items, masked and apart from the facts."""
    overleg = lees(tx, overleg_id)
    for notitie in notities:
        for soort, tekst in ((BevindingGenoteerd, notitie.bevinding), (BesluitGenomen, notitie.besluit)):
            if tekst.strip():
                zegel = bewaar(tx, masker(tekst))
                geheim = notitie.vertrouwelijk
                tx.append(overleg_id, domein.noteer(overleg, notitie.punt_id, soort, zegel, geheim=geheim))


def kies_melderzin(
    tx: Transaction, profielen: Profielen, overleg_id: UUID, punt_id: UUID, code: str | None, *, door: str
) -> None:
    """Choose the sentence of the profile that the reporter reads once the meeting is closed, or none (LVS-4)."""
    overleg = lees(tx, overleg_id)
    if code is None:
        tx.execute(*melderzinnen.kies_geen(overleg_id, punt_id))
        return
    for fact in _voor_melder(tx, profielen, overleg, punt_id, code, door):
        tx.execute(*melderzinnen.kies(overleg_id, punt_id, fact.zin, fact.tekst, door))


def _voor_melder(
    tx: Transaction, profielen: Profielen, overleg: Overleg, punt_id: UUID, code: str, door: str
) -> list[MelderIngelicht]:
    profiel = profielen.van(overleg.gemeente)
    zin = next((each for each in profiel.terugkoppelen.zinnen if each.code == code), None)
    dag = tx.op.astimezone(profiel.zone).date()
    facts = domein.licht_melder_in(overleg, punt_id, zin, door=door, dag=dag)
    if any(tx.query(*zoeken.is_incident(melding_id)) for fact in facts for melding_id in fact.meldingen):
        raise domein.NietVoorMelder(domein.GEEN_MELDER)
    return facts


def _licht_melders_in(tx: Transaction, profielen: Profielen, overleg: Overleg, blijft: Collection[UUID]) -> None:
    """Tell what was chosen at the items that were discussed; the choice at one that moves on is forgotten."""
    for punt_id, code, door in tx.query(*melderzinnen.gekozen(overleg.id)):
        if UUID(punt_id) not in blijft:
            tx.append(overleg.id, *_voor_melder(tx, profielen, overleg, UUID(punt_id), code, door))
    tx.execute(*melderzinnen.wis(overleg.id))


def noteer_aanwezigen(tx: Transaction, profielen: Profielen, overleg_id: UUID, aanwezig: Collection[str]) -> None:
    """Who sits at the table, by the codes of the profile; who was invited and is not there is absent."""
    overleg = lees(tx, overleg_id)
    profiel = profielen.van(overleg.gemeente)
    reeks = profiel.reeks(overleg.reeks)
    if onbekend := [code for code in aanwezig if not profiel.partner(code)]:
        raise OngeldigeInvoer(
            Fout("aanwezig", f"{len(onbekend)} keuze(s) staan niet in het profiel; kies uit de lijst")
        )
    afwezig = [code for code in (reeks.deelnemers if reeks else ()) if code not in aanwezig]
    tx.append(overleg_id, domein.aanwezig(overleg, sorted(set(aanwezig)), afwezig))


def sluit_overleg(tx: Transaction, profielen: Profielen, overleg_id: UUID, slot: Slot) -> UUID | None:
    """Close the meeting; what was not discussed goes to the next one, whose id this gives."""
    domein.blijft_liggen(lees(tx, overleg_id), slot.niet_besproken, tx.op)  # refuses before anything is opened
    overleg = open_overleg(tx, profielen, overleg_id, zeker=False)
    liggend = domein.blijft_liggen(overleg, slot.niet_besproken, tx.op)
    verder = _verder(tx, profielen, overleg) if liggend else None
    zegels = {"tekstzegel": _zegel(tx, slot.bevindingen), "redenzegel": _zegel(tx, slot.reden)}
    _licht_melders_in(tx, profielen, overleg, {punt.id for punt in liggend})
    naar = verder.id if verder else None
    tx.append(overleg_id, *domein.sluit(overleg, liggend, naar=naar, **zegels))
    tx.execute(*timer_cancel(f"{OVERLEG_VOORBIJ}/{overleg_id}"))
    if verder:
        zet_op(tx, verder, liggend, van=overleg_id)
    geef_bevindingen_door(tx, profielen, overleg)
    return naar


def corrigeer(tx: Transaction, overleg_id: UUID, punt_id: UUID | None, tekst: str, *, vertrouwelijk: bool) -> None:
    """Say what was wrong in a final record; the record itself stays."""
    zegel = bewaar(tx, masker(tekst))
    tx.append(overleg_id, domein.corrigeer(lees(tx, overleg_id), punt_id, zegel, geheim=vertrouwelijk))


def orden(tx: Transaction, overleg_id: UUID, volgorde: Sequence[UUID]) -> None:
    """Put the items of an agenda in this order."""
    tx.append(overleg_id, domein.orden(lees(tx, overleg_id), volgorde))


def lees(tx: Transaction, overleg_id: UUID) -> Overleg:
    """One meeting as it stands.

    Raises:
        OverlegOnbekend: there is none.
    """
    return given(cast("list[OverlegFact]", tx.facts(overleg_id)))


def _zegel(tx: Transaction, tekst: str) -> str | None:
    return bewaar(tx, masker(tekst)) if tekst.strip() else None


def _verder(tx: Transaction, profielen: Profielen, overleg: Overleg) -> Overleg:
    cyclus = cycli.vind(tx, profielen, overleg.gemeente, overleg.reeks, overleg.locatie)
    return volgende(tx, cyclus, "Er zijn punten blijven liggen.", behalve=overleg.id)

"""Somebody sees that some of it is another situation: that goes on as an escalation of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from services.escalatie.application.meldingen import dagdeel_van
from services.escalatie.application.tellen import besteed, van_meldingen
from services.escalatie.drempels.telling import Telmoment
from services.escalatie.splitsing import NietsOmTeSplitsen, afgesplitst, gesplitst
from services.escalatie.staat import Status, given
from services.escalatie.weigeringen import AlGesloten, OnbekendeEscalatie
from shared.contracts.escalatie import DrempelOverschreden, EscalatieGeopend, EscalatieGesplitst
from shared.ledger import Transaction


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """A melding in an escalation, and the event that brought it."""

    melding_id: UUID
    feit: str


def splits(tx: Transaction, escalatie_id: UUID, meldingen: Collection[UUID], *, door: str) -> UUID:
    """Let these meldingen go on by themselves; give the new escalation, which warns as the first did.

    Raises:
        OnbekendeEscalatie, AlGesloten, NietsOmTeSplitsen: see there.
    """
    feiten = tx.facts(escalatie_id)
    escalatie = given(feiten)
    if escalatie is None:
        raise OnbekendeEscalatie
    if escalatie.status is Status.GESLOTEN:
        raise AlGesloten
    gekozen = _kies(_samengevoegd(tx, escalatie_id, feiten), meldingen)
    gekruist = next(feit for feit in feiten if isinstance(feit, DrempelOverschreden))
    geopend = next(feit for feit in feiten if isinstance(feit, EscalatieGeopend))
    nieuw = uuid5(escalatie_id, "/".join(sorted(str(een.melding_id) for een in gekozen)))
    feiten_van = tuple(een.feit for een in gekozen)
    apart = tuple(een.melding_id for een in gekozen)
    tx.append(escalatie_id, gesplitst(escalatie, nieuw, apart, feiten_van, door=door))
    momenten = _neem_mee(tx, gekruist, escalatie_id, nieuw, apart)
    dagdeel = dagdeel_van(tx, momenten[-1].melding_id) if momenten else None
    ander = afgesplitst(gekruist, geopend, nieuw, momenten, apart, feiten_van, op=tx.op, dagdeel=dagdeel)
    tx.append(nieuw, *ander)
    return nieuw


def _samengevoegd(tx: Transaction, escalatie_id: UUID, feiten: Sequence[object]) -> list[Samengevoegd]:
    gekruist = next(feit for feit in feiten if isinstance(feit, DrempelOverschreden))
    geopend = next(feit for feit in feiten if isinstance(feit, EscalatieGeopend))
    weg = {lid for feit in feiten if isinstance(feit, EscalatieGesplitst) for lid in feit.meldingen}
    paren = zip(geopend.meldingen, gekruist.feiten, strict=False)
    begin = [Samengevoegd(lid, feit) for lid, feit in paren if lid not in weg]
    erbij = tx.query(
        "SELECT melding_id, feit FROM voeding WHERE escalatie_id = ? AND melding_id IS NOT NULL ORDER BY op, feit",
        (str(escalatie_id),),
    )
    return [*begin, *(Samengevoegd(UUID(melding), feit) for melding, feit in erbij)]


def _kies(alles: list[Samengevoegd], meldingen: Collection[UUID]) -> list[Samengevoegd]:
    gekozen = [een for een in alles if een.melding_id in meldingen]
    if not gekozen or len(gekozen) < len(set(meldingen)) or len(gekozen) == len(alles):
        raise NietsOmTeSplitsen
    return gekozen


def _neem_mee(
    tx: Transaction, gekruist: DrempelOverschreden, oud: UUID, nieuw: UUID, meldingen: tuple[UUID, ...]
) -> list[Telmoment]:
    """What counted for the old one counts for the new one."""
    rijen = [
        rij
        for rij in van_meldingen(tx, gekruist.gemeente, meldingen)
        if rij.teller.drempel == gekruist.drempel and rij.besteed_aan in ("", str(oud))
    ]
    for rij in rijen:
        if rij.besteed_aan:
            besteed(tx, rij.teller, (rij.moment,), str(nieuw))
    return sorted(rij.moment for rij in rijen)

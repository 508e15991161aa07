"""The conversation with a reporter who stays unknown (KG-2.3c): what is asked, answered and added. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from shared.contracts import Fact
from shared.contracts.intake import (
    AanvullingGezien,
    AanvullingOntvangen,
    IncidentGemeld,
    MeldingGesloten,
    MeldingIngetrokken,
    MeldingOntvangen,
    VraagGesteld,
)
from shared.facts import Rejected
from shared.profiel.goedkeuring import bezwaar
from shared.profiel.schema.melder import Lijn

GEZIEN_BIJ = (AanvullingGezien, VraagGesteld, MeldingGesloten, MeldingIngetrokken)
"""Who asks the reporter something, or ends the melding, had the conversation before them."""
AANVULLINGEN_HOOGSTENS = 50
OPEN_HOOGSTENS = 5
_VOL = "U heeft deze melding al heel vaak aangevuld. Doe een nieuwe melding of bel de gemeente."
_VOL_BIJ_ONS = "Aan deze melding is al heel vaak iets toegevoegd. Registreer een nieuwe melding en koppel die."
_DICHT = "Deze vraag staat niet (meer) open. Vul uw melding aan zonder vraag te kiezen."
_DICHT_BIJ_ONS = "Deze vraag is al beantwoord. Kies geen vraag."


class GeenLijn(Rejected):
    """A free question follows a line on which COA and police were consulted (LVS-4)."""

    regel = "LVS-4"


class TeVeel(Rejected):
    """One code cannot fill the store: so many additions to a melding, so many questions without an answer."""


class GeenOpenVraag(Rejected):
    """A question is answered once; more can be said as an addition."""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """Where the conversation stands. `gevraagd`: by question, whether it was answered; `ongelezen`: by staff."""

    gemeente: str
    locatie: str
    melding_id: UUID
    gevraagd: dict[UUID, bool]
    aangevuld: frozenset[UUID] = frozenset()
    ongelezen: bool = False

    @property
    def open(self) -> list[UUID]:
        """The questions that wait for an answer."""
        return [vraag for vraag, beantwoord in self.gevraagd.items() if not beantwoord]


def gesprek_van(feiten: Sequence[Fact]) -> Gesprek | None:
    """Read where it stands from the facts of a melding; None for what is no melding."""
    gesprek: Gesprek | None = None
    for feit in feiten:
        gesprek = _verder(gesprek, feit)
    return gesprek


def _verder(gesprek: Gesprek | None, feit: Fact) -> Gesprek | None:
    if isinstance(feit, MeldingOntvangen | IncidentGemeld):
        return Gesprek(feit.gemeente, feit.locatie, feit.melding_id, {})
    if gesprek is None:
        return None
    if isinstance(feit, GEZIEN_BIJ):
        gevraagd = {feit.vraag_id: False} if isinstance(feit, VraagGesteld) else {}
        return replace(gesprek, gevraagd={**gesprek.gevraagd, **gevraagd}, ongelezen=False)
    if isinstance(feit, AanvullingOntvangen):
        beantwoord = {feit.antwoord_op: True} if feit.antwoord_op else {}
        aangevuld = gesprek.aangevuld | {feit.aanvulling_id}
        ongelezen = gesprek.ongelezen or feit.door is None
        return replace(gesprek, gevraagd={**gesprek.gevraagd, **beantwoord}, aangevuld=aangevuld, ongelezen=ongelezen)
    return gesprek


def gezien(gesprek: Gesprek, door: str) -> list[AanvullingGezien]:
    """Say that staff saw what the reporter said; where nothing new stands, nothing happens."""
    over = {"gemeente": gesprek.gemeente, "locatie": gesprek.locatie, "melding_id": gesprek.melding_id}
    return [AanvullingGezien(**over, door=door)] if gesprek.ongelezen else []


def stel_vraag(gesprek: Gesprek, lijn: Lijn | None, *, vraag_id: UUID, zegel: str, door: str, op: date) -> VraagGesteld:
    """Ask the reporter something.

    Raises:
        GeenLijn, TeVeel: see there.
    """
    if reden := bezwaar(lijn, op):
        raise GeenLijn(f"U kunt de melder nu niets vragen: {reden}. Vraag de beheerder om de lijn in het profiel.")
    if len(gesprek.open) >= OPEN_HOOGSTENS:
        raise TeVeel(f"Er staan al {OPEN_HOOGSTENS} vragen open. Wacht op antwoord van de melder.")
    return VraagGesteld(
        gemeente=gesprek.gemeente,
        locatie=gesprek.locatie,
        melding_id=gesprek.melding_id,
        vraag_id=vraag_id,
        tekstzegel=zegel,
        door=door,
    )


def vul_aan(
    gesprek: Gesprek, *, aanvulling_id: UUID, zegel: str, antwoord_op: UUID | None, door: str | None = None
) -> AanvullingOntvangen:
    """Add what the reporter says. `door`: the role that writes it down for them.

    Raises:
        TeVeel, GeenOpenVraag: see there.
    """
    if len(gesprek.aangevuld) >= AANVULLINGEN_HOOGSTENS:
        raise TeVeel(_VOL_BIJ_ONS if door else _VOL)
    if antwoord_op is not None and antwoord_op not in gesprek.open:
        raise GeenOpenVraag(_DICHT_BIJ_ONS if door else _DICHT)
    return AanvullingOntvangen(
        gemeente=gesprek.gemeente,
        locatie=gesprek.locatie,
        melding_id=gesprek.melding_id,
        aanvulling_id=aanvulling_id,
        tekstzegel=zegel,
        antwoord_op=antwoord_op,
        door=door,
    )

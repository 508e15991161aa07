"""Splitting an escalation in two: what the one loses and the other begins with. Pure."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from services.escalatie.drempels.telling import Telmoment
from services.escalatie.staat import Escalatie
from services.escalatie.stilte import na_stilte
from shared.contracts.escalatie import DrempelOverschreden, EscalatieGeopend, EscalatieGesplitst, Venster
from shared.contracts.intake import Dagdeel
from shared.facts import Rejected

AFGESPLITST = "Afgesplitst van een andere escalatie: iemand zag dat dit een andere situatie is."


class NietsOmTeSplitsen(Rejected):
    """A split leaves something on both sides, of what the escalation holds (one situation is one escalation)."""

    def __init__(self) -> None:
        super().__init__(
            "Kies meldingen die bij deze escalatie horen, en laat er minstens één over. Anders is er niets te splitsen."
        )


def gesplitst(
    escalatie: Escalatie, nieuw: UUID, meldingen: tuple[UUID, ...], feiten: tuple[str, ...], *, door: str
) -> EscalatieGesplitst:
    """Say what left."""
    return EscalatieGesplitst(
        gemeente=escalatie.gemeente,
        locatie=escalatie.locatie,
        escalatie_id=escalatie.id,
        nieuw=nieuw,
        meldingen=meldingen,
        feiten=feiten,
        door=door,
    )


def afgesplitst(
    gekruist: DrempelOverschreden,
    geopend: EscalatieGeopend,
    nieuw: UUID,
    momenten: Sequence[Telmoment],
    meldingen: tuple[UUID, ...],
    feiten: tuple[str, ...],
    *,
    op: datetime,
    dagdeel: Dagdeel | None = None,
) -> tuple[DrempelOverschreden, EscalatieGeopend]:
    """Begin the other with the same rule and ladder; its clock starts now. `dagdeel`: of the last of `momenten`."""
    tijden = [moment.moment for moment in momenten]
    waarom = {
        "escalatie_id": nieuw,
        "feiten": feiten,
        "telling": len(feiten),
        "venster": Venster(van=tijden[0], tot=tijden[-1]) if len(tijden) > 1 else None,
        "voorgevallen_op": tijden[-1] if tijden else gekruist.voorgevallen_op,
        "dagdeel": dagdeel if tijden else gekruist.dagdeel,
        "toelichting": AFGESPLITST,
        **dict.fromkeys(("groei", "verwachting"), None),
    }
    wacht, stilte = geopend.treden[0].wacht, geopend.stilte
    klim_op = na_stilte(na_stilte(op, stilte) + wacht, stilte)
    ladder = {
        "escalatie_id": nieuw,
        "meldingen": meldingen,
        "klim_op": klim_op,
        "afgesplitst_van": geopend.escalatie_id,
        "vervolg_op": None,
        "stelt_overleg_voor": None,
    }
    return gekruist.model_copy(update=waarom), geopend.model_copy(update=ladder)

"""The meeting itself: begun, noted, closed; and what is said of a final record later."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from services.overleg.overleg.aanloop import VANZELF
from services.overleg.overleg.agenda import doorgeschoven
from services.overleg.overleg.weigering import (
    AgendapuntOnbekend,
    AlGesloten,
    NogNietBegonnen,
    NogNietGesloten,
    NogTeVroeg,
)
from services.overleg.overleg.zaak import AFGELOPEN, Agendapunt, Overleg, OverlegFact, Status
from shared.contracts.overleg import (
    AanwezigheidGenoteerd,
    AgendapuntBesproken,
    BesluitGenomen,
    BevindingGenoteerd,
    OverlegGeopend,
    OverlegGesloten,
    VerslagGecorrigeerd,
)

AANLOOP = timedelta(minutes=15)
"""People sit down before the hour: who opens then is not early."""
TE_VROEG = (
    "Dit overleg begint pas later. Opent u het nu, dan staat de agenda vast en komt wat nog binnenkomt op het "
    "volgende overleg. Bevestig met 'zeker' dat u dat wilt, of wacht tot een kwartier voor het begin."
)
NIET_OP_AGENDA = "Een gekozen agendapunt staat niet op deze agenda. Laad de agenda opnieuw en kies."


def te_vroeg(aanvang: datetime, op: datetime) -> bool:
    """Whether opening then must be meant: the agenda would stand long before anybody sits down (LVS-2.4)."""
    return op < aanvang - AANLOOP


def begin(overleg: Overleg, op: datetime, *, zeker: bool = False) -> list[OverlegFact]:
    """Open the meeting: from now on its agenda stands. Twice is once. `zeker`: also too early."""
    _nog_niet_afgelopen(overleg)
    if overleg.status is Status.GEOPEND:
        return []
    if not zeker and te_vroeg(overleg.aanvang, op):
        raise NogTeVroeg(TE_VROEG)
    return [OverlegGeopend.model_validate(overleg.wat)]


def aanwezig(overleg: Overleg, aan: Sequence[str], af: Sequence[str]) -> AanwezigheidGenoteerd:
    """Who sits at the table."""
    _nog_niet_afgelopen(overleg)
    return AanwezigheidGenoteerd.model_validate({**overleg.wat, "aanwezig": aan, "afwezig": af})


def noteer(
    overleg: Overleg, punt_id: UUID, soort: type[BevindingGenoteerd | BesluitGenomen], zegel: str, *, geheim: bool
) -> OverlegFact:
    """A finding or a decision at an item. What is confidential as an item is so in what is said of it."""
    _nog_niet_afgelopen(overleg)
    for punt in overleg.open:
        if punt.id == punt_id:
            over = {"agendapunt_id": punt.id, "meldingen": punt.meldingen, "tekstzegel": zegel}
            return soort.model_validate({**overleg.wat, **over, "vertrouwelijk": geheim or punt.vertrouwelijk})
    raise AgendapuntOnbekend(NIET_OP_AGENDA)


def blijft_liggen(overleg: Overleg, niet_besproken: Collection[UUID], op: datetime) -> list[Agendapunt]:
    """Which items go on to the next meeting when this one is closed now; refuses what cannot be closed."""
    _nog_niet_afgelopen(overleg)
    if overleg.status is not Status.GEOPEND and op < overleg.aanvang:
        raise NogNietBegonnen("Dit overleg moet nog beginnen. Open het eerst; daarna kunt u het sluiten.")
    gekozen = set(niet_besproken)
    if gekozen - {punt.id for punt in overleg.open}:
        raise AgendapuntOnbekend(NIET_OP_AGENDA)
    return [punt for punt in overleg.open if punt.id in gekozen and punt.soort not in VANZELF]


def sluit(
    overleg: Overleg, liggend: Collection[Agendapunt], *, naar: UUID | None, **zegels: str | None
) -> list[OverlegFact]:
    """Close it: every item is discussed, except `liggend`, which move to the meeting `naar`.

    `zegels`: of its findings (`tekstzegel`), and of why it closes so (`redenzegel`).
    """
    blijft = {punt.id for punt in liggend}
    facts: list[OverlegFact] = []
    for punt in overleg.open:
        if punt.id in blijft and naar:
            facts.append(doorgeschoven(overleg, punt, naar))
        else:
            over = {"agendapunt_id": punt.id, "meldingen": punt.meldingen}
            facts.append(AgendapuntBesproken.model_validate({**overleg.wat, **over}))
    eigen = [punt for punt in overleg.open if punt.soort not in VANZELF]
    telling = {"besproken": len(eigen) - len(liggend), "doorgeschoven": len(liggend)}
    return [*facts, OverlegGesloten.model_validate({**overleg.wat, **telling, **zegels})]


def corrigeer(overleg: Overleg, punt_id: UUID | None, zegel: str, *, geheim: bool) -> VerslagGecorrigeerd:
    """Say what was wrong in a final record; the record itself stays as it was."""
    if overleg.status is not Status.GESLOTEN:
        raise NogNietGesloten("Dit verslag is nog niet vastgesteld. U kunt het gewoon aanpassen tot het overleg sluit.")
    over = {"agendapunt_id": punt_id, "tekstzegel": zegel, "vertrouwelijk": geheim}
    return VerslagGecorrigeerd.model_validate({**overleg.wat, **over})


def _nog_niet_afgelopen(overleg: Overleg) -> None:
    if overleg.status in AFGELOPEN:
        raise AlGesloten("Dit overleg is al gesloten. Wat niet besproken is, staat op het volgende overleg.")

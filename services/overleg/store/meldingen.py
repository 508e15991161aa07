"""What the agenda shows of a melding: the few attributes that others told, never a text."""

import json
from datetime import datetime
from uuid import UUID

from services.overleg.store.bouwstenen import insert
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import (
    IncidentGemeld,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
)
from shared.ledger import Row, iso

Wijziging = (
    MeldingGeclassificeerd
    | MeldingGecorrigeerd
    | MeldingIngetrokken
    | MeldingGekoppeld
    | MeldingOntkoppeld
    | MeldingGesloten
    | MeldingHeropend
)
ZEGT_NIETS = {"gemeente", "locatie", "melding_id", "door", "redenzegel"}


def onthoud(melding: MeldingOntvangen | IncidentGemeld, agendapunt_id: UUID, ontvangen_op: datetime) -> Row:
    """The row by which an agenda can say what, when and where; the first event about a melding counts."""
    incident = melding if isinstance(melding, IncidentGemeld) else None
    return insert(
        "meldingen_bekend",
        {
            "melding_id": str(melding.melding_id),
            "agendapunt_id": str(agendapunt_id),
            "gemeente": melding.gemeente,
            "locatie": melding.locatie,
            "soort": "incident" if incident else "melding",
            "aard": melding.aard,
            "plaats": melding.plaats,
            "thema": melding.thema,
            "gericht_tegen": melding.gericht_tegen,
            "voorgevallen_op": iso(melding.voorgevallen_op),
            "ontvangen_op": iso(ontvangen_op),
            "gevolgen_openbare_orde": int(incident.gevolgen_openbare_orde) if incident else None,
            "ernst": incident.ernst if incident else None,
            "dagdeel": melding.dagdeel,
            "wapen": incident.wapen if incident else None,
            "nog_gaande": incident.nog_gaande if incident else None,
        },
    )


def onthoud_wijziging(fact: Wijziging, volgnr: int, op: datetime) -> Row:
    """The row by which an agenda shows what became of a melding since; `volgnr` is intake's own order."""
    return insert(
        "melding_wijzigingen",
        {
            "melding_id": str(fact.melding_id),
            "volgnr": volgnr,
            "naam": type(fact).__name__,
            "velden": json.dumps(fact.model_dump(mode="json", by_alias=False, exclude_none=True, exclude=ZEGT_NIETS)),
            "op": iso(op),
        },
    )


def onthoud_aan_de_andere_kant(fact: Wijziging, volgnr: int, op: datetime) -> list[Row]:
    """The row by which the other melding of a link shows it too: intake tells a link of one of the two."""
    if not isinstance(fact, MeldingGekoppeld | MeldingOntkoppeld):
        return []
    velden = {"aan": str(fact.melding_id), "andersom": True}
    if isinstance(fact, MeldingGekoppeld):
        velden["soort"] = fact.soort
    waar = {"melding_id": str(fact.aan), "volgnr": volgnr, "naam": type(fact).__name__}
    return [insert("melding_wijzigingen", {**waar, "velden": json.dumps(velden), "op": iso(op)})]


def onthoud_escalatie(escalatie: EscalatieGeopend, melding_id: UUID, op: datetime) -> Row:
    """The row by which the item of a melding says that an escalation ran about it, and which."""
    return insert(
        "escalatie_bij_melding",
        {
            "melding_id": str(melding_id),
            "escalatie_id": str(escalatie.escalatie_id),
            "drempel": escalatie.drempel,
            "regel": escalatie.regel,
            "op": iso(op),
        },
    )

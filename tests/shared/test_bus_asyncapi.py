"""The bus described in a form that others can read."""

from shared.bus.asyncapi import describe
from shared.contracts.elk import ProfielVastgesteld
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen


def test_het_document_noemt_wie_wat_meldt_en_wie_het_hoort() -> None:
    """Each event is there with its subject and fields, as sent by one service and received by another."""
    document = describe(
        {"intake": [MeldingOntvangen, IncidentGemeld, ProfielVastgesteld], "overleg": [ProfielVastgesteld]},
        {"overleg": [MeldingOntvangen], "escalatie": [MeldingOntvangen, IncidentGemeld]},
        versie="1",
    )
    assert document["asyncapi"] == "3.0.0"
    assert {channel["address"] for channel in document["channels"].values()} == {
        "gebeurtenis.intake.{gemeente}.{locatie}.MeldingOntvangen",
        "gebeurtenis.intake.{gemeente}.{locatie}.IncidentGemeld",
        "gebeurtenis.intake.{gemeente}.{locatie}.ProfielVastgesteld",
        "gebeurtenis.overleg.{gemeente}.{locatie}.ProfielVastgesteld",
        "gebeurtenis.intake.*.*.MeldingOntvangen",
        "gebeurtenis.intake.*.*.IncidentGemeld",
    }
    acties = [(operatie["action"], naam) for naam, operatie in document["operations"].items()]
    assert sum(actie == "send" for actie, _ in acties) == 4
    assert sum(actie == "receive" for actie, _ in acties) == 3
    velden = document["components"]["schemas"]["IncidentGemeld"]["properties"]
    assert {"meldingId", "gevolgenOpenbareOrde", "ernst"} <= velden.keys()

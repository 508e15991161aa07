"""What happened with a melding, as sentences for staff."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from services.intake.behandeling.staat import wijziging
from services.intake.paginas.woorden import Woorden
from shared.contracts import Fact
from shared.contracts.intake import (
    AanvullingOntvangen,
    DoorzettingGemist,
    IncidentGemeld,
    Intrekreden,
    Koppeling,
    MeldingDoorgezet,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingGesloten,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
    Sluitreden,
)
from shared.woorden import AARDEN

KOPPELINGEN = {
    Koppeling.ZELFDE_VOORVAL: "Gaat over hetzelfde voorval",
    Koppeling.HOORT_BIJ: "De andere melding is de hoofdmelding, deze hoort erbij",
}
INTREKREDENEN = {
    Intrekreden.VERGISSING: "De melding klopt niet",
    Intrekreden.OP_VERZOEK: "De melder vroeg erom",
    Intrekreden.NIET_VOOR_ONS: "Hoort niet bij deze gemeente",
    Intrekreden.PROEF: "Het was een proef",
}
SLUITREDENEN = {
    Sluitreden.AFGEHANDELD: "Afgehandeld",
    Sluitreden.OVERGEDRAGEN: "Overgedragen aan een partner",
    Sluitreden.GEEN_ACTIE_NODIG: "Er is niets meer nodig",
    Sluitreden.TE_WEINIG_BEKEND: "Er is te weinig bekend",
}
VELDEN = {
    "aard": "aard",
    "thema": "thema",
    "plaats": "plaats",
    "gebied": "gebied",
    "gericht_tegen": "wie of wat er last van had",
    "voorgevallen_op": "tijdstip",
    "aangifte": "aangifte",
    "publieke_taak": "publieke taak",
    "gevolgen_openbare_orde": "gevolgen voor de openbare orde",
    "ernst": "ernst",
    "politie_gebeld_op": "politie gebeld",
    "wapen": "of er een wapen is gezien of genoemd",
    "nog_gaande": "of het nog gaande is",
}
Stap = tuple[datetime, str, str | None]
"""When, what, and the seal of the reason."""


def stappen(feiten: Sequence[tuple[datetime, Fact]], woorden: Woorden) -> Iterator[Stap]:
    """Write each fact that staff can use as a sentence; what they cannot use is left out."""
    for op, feit in feiten:
        maak = _ZINNEN.get(type(feit))
        if maak is not None:
            yield op, maak(feit, woorden), getattr(feit, "redenzegel", None)


def _geclassificeerd(feit: MeldingGeclassificeerd, woorden: Woorden) -> str:
    return f"Aard: {AARDEN[feit.aard]}. Thema: {woorden.naam('thema', feit.gemeente, feit.thema)}."


def _gecorrigeerd(feit: MeldingGecorrigeerd, _: Woorden) -> str:
    return f"Verbeterd: {', '.join(VELDEN[veld] for veld in wijziging(feit) if veld in VELDEN)}."


def _doorgezet(feit: MeldingDoorgezet, woorden: Woorden) -> str:
    naar = woorden.partner(feit.gemeente, feit.aan)
    if feit.uitkomst == "aangeboden":
        wie = "door een regel van de gemeente" if feit.automatisch else "door een medewerker"
        return f"Gaat naar {naar}, {wie} ({woorden.regel(feit.gemeente, feit.regel)})."
    if feit.uitkomst == "bezorgd":
        return f"{naar} heeft de melding{' gehoord van een medewerker' if feit.weg == 'zelf' else ' gekregen'}."
    return f"Bezorgen bij {naar} lukte niet: {feit.reden}."


def _gemist(feit: DoorzettingGemist, woorden: Woorden) -> str:
    wie = ", ".join(woorden.partner(feit.gemeente, code) for code in feit.aan)
    regel = woorden.regel(feit.gemeente, feit.regel)
    if feit.soort == "cluster":
        return f"Gewaarschuwd: de dag is bijna om en de melding is nog niet bij {wie} ({regel})."
    return f"Te laat: nog niet bij {wie or 'een partner'} ({regel})."


_ZINNEN: Mapping[type[Fact], Callable[[Any, Woorden], str]] = {
    MeldingOntvangen: lambda _, __: "Ontvangen.",
    IncidentGemeld: lambda _, __: "Ontvangen van het COA.",
    MeldingGeclassificeerd: _geclassificeerd,
    MeldingGecorrigeerd: _gecorrigeerd,
    MeldingDoorgezet: _doorgezet,
    DoorzettingGemist: _gemist,
    MeldingGekoppeld: lambda _, __: "Gekoppeld aan een andere melding.",
    MeldingOntkoppeld: lambda _, __: "Een koppeling is losgemaakt.",
    MeldingIngetrokken: lambda feit, _: f"Ingetrokken. {INTREKREDENEN[feit.reden]}.",
    MeldingGesloten: lambda feit, _: f"Afgesloten. {SLUITREDENEN[feit.reden]}.",
    MeldingHeropend: lambda _, __: "Heropend.",
    AanvullingOntvangen: lambda feit, _: f"De melder {'vertelde ons' if feit.door else 'schreef'} iets erbij.",
}

"""What the API answers to a reporter, and to staff about one."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from services.intake.application import Melding
from services.intake.application.gesprekken import Ongelezen
from services.intake.application.verhaal import Uiting as Gezegd
from services.intake.application.verhaal import Verhaal
from services.intake.voortgang import Stap as Gebeurd


class _Vorm(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class Stap(_Vorm):
    """One thing that happened with a melding."""

    op: AwareDatetime
    wat: str


class Uiting(_Vorm):
    """A question of the municipality, an answer, or an addition. `tekst` is not there when it was erased."""

    id: UUID
    soort: Literal["vraag", "antwoord", "aanvulling"]
    op: AwareDatetime
    tekst: str | None = None
    antwoord_op: UUID | None = None
    open: bool = False
    opgeschreven: bool = False
    """Told to staff, who wrote it down."""


class Stand(_Vorm):
    """What was done with a melding. `contact`: whether an address or number of the reporter is kept."""

    melding_id: UUID
    status: str
    ontvangen_op: AwareDatetime
    stappen: list[Stap]
    gesprek: list[Uiting]
    contact: bool


class Bericht(_Vorm):
    """A message to the reporter that went out, or did not, and why."""

    op: AwareDatetime
    aanleiding: str
    sjabloon: str
    weg: str
    uitkomst: str
    reden: str
    opnieuw_op: AwareDatetime | None = None


class Gesprek(_Vorm):
    """Both sides of the conversation."""

    gesprek: list[Uiting]
    berichten: list[Bericht]


class NieuwVanMelder(_Vorm):
    """A melding at which the reporter said something that nobody saw yet."""

    melding_id: UUID
    gemeente: str
    locatie: str
    aantal: int
    sinds: AwareDatetime


class NieuwVanMelders(_Vorm):
    """The longest waiting first."""

    meldingen: list[NieuwVanMelder]


class Contact(_Vorm):
    """How to reach the reporter."""

    email: str | None = None
    telefoon: str | None = None


def stand(melding: Melding, stappen: Iterable[Gebeurd], gesprek: Iterable[Gezegd], *, bereikbaar: bool) -> Stand:
    """Show its reporter what happened to a melding."""
    return Stand(
        melding_id=melding.id,
        status=melding.status,
        ontvangen_op=melding.ontvangen_op,
        stappen=[Stap(op=stap.op, wat=stap.wat) for stap in stappen],
        gesprek=_uitingen(gesprek),
        contact=bereikbaar,
    )


def gesprek(verhaal: Verhaal) -> Gesprek:
    """Show staff the conversation and what was sent."""
    velden = set(Bericht.model_fields) - {"op"}
    berichten = [Bericht.model_validate({"op": op, **feit.model_dump(include=velden)}) for op, feit in verhaal.verteld]
    return Gesprek(gesprek=_uitingen(verhaal.uitingen), berichten=berichten)


def nieuw(ongelezen: Iterable[Ongelezen]) -> NieuwVanMelders:
    """Show staff where something waits to be seen."""
    return NieuwVanMelders(meldingen=[NieuwVanMelder.model_validate(asdict(een)) for een in ongelezen])


def _uitingen(gesprek: Iterable[Gezegd]) -> list[Uiting]:
    return [
        Uiting.model_validate(
            {
                "id": uiting.id,
                "soort": uiting.soort,
                "op": uiting.op,
                "tekst": uiting.tekst,
                "antwoord_op": uiting.antwoord_op,
                "open": uiting.open,
                "opgeschreven": uiting.opgeschreven,
            }
        )
        for uiting in gesprek
    ]

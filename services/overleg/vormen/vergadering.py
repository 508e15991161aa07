"""What the API takes to plan, move, hold and correct a meeting."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from services.overleg.application.vergaderen import Notitie
from services.overleg.beelden import Beeld
from services.overleg.vormen import Bevindingen, Code, Invoer, Kort

Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]


class Beleggen(Invoer):
    """An extra meeting of a series."""

    gemeente: Code | None = None
    reeks: Code
    locatie: Code
    aanvang: AwareDatetime


class Verzetting(Invoer):
    """Another moment for one meeting, with a reason."""

    naar: AwareDatetime
    toelichting: Kort = ""


class Annulering(Invoer):
    """Why one meeting does not take place."""

    toelichting: Kort = ""


class Volgorde(Invoer):
    """The items of an agenda in order; what is not named comes after."""

    volgorde: Annotated[tuple[UUID, ...], Field(max_length=1000)]


class Notitieinvoer(Invoer):
    """What was found and decided at one item."""

    agendapunt_id: UUID
    bevinding: Bevindingen = ""
    besluit: Bevindingen = ""
    vertrouwelijk: bool = False

    def notitie(self) -> Notitie:
        """The note that the use case takes."""
        return Notitie(self.agendapunt_id, self.bevinding, self.besluit, self.vertrouwelijk)


class Aantekeningen(Invoer):
    """What is written down during a meeting; what is left out stays as it was."""

    aanwezig: Annotated[tuple[Code, ...], Field(max_length=50)] | None = None
    notities: Annotated[tuple[Notitieinvoer, ...], Field(max_length=500)] = ()


class Correctieinvoer(Invoer):
    """What was wrong in a final record."""

    tekst: Tekst
    agendapunt_id: UUID | None = None
    vertrouwelijk: bool = False


class Agendaverzoek(Invoer):
    """Something that a meeting is asked to talk about (LVS-0.1, LVS-0.2)."""

    gemeente: Code | None = None
    locatie: Code
    onderwerp: Code
    toelichting: Kort = ""


class Besluitinvoer(Invoer):
    """What an evaluation decided about a series (LVS-1.3)."""

    gemeente: Code | None = None
    locatie: Code
    uitkomst: Literal["doorgaan", "ad-hoc"]
    overleg_id: UUID | None = None


class Geplaatst(Beeld):
    """On which meeting a request stands."""

    overleg_id: UUID

"""Who hears it when people must be warned, and how they are reached."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from shared.contracts.escalatie import Stap
from shared.profiel.schema.basis import Deel, MetRegel, Rol, Rollen
from shared.profiel.vormen import Code, Duur, Nummer


class Dienstnummer(MetRegel):
    """Where who is warned calls somebody, day and night: a number of a function, never of a person.

    Not on the public meldkaart. Without `locatie` it holds for all of them.
    """

    rol: Rol
    wie: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    nummer: Nummer
    wanneer: Annotated[str, StringConstraints(min_length=1, max_length=60)] = "dag en nacht"
    locatie: Code | None = None


class Trede(Deel):
    """One step of a ladder: whom to warn, and how long to wait for a confirmation before the next step.

    `keren`: how often before the next step. `kanaal`: over the role's important channels, or its ordinary ones.
    """

    rollen: Rollen
    wacht: Duur
    keren: Annotated[int, Field(ge=1, le=10)] = 1
    kanaal: Literal["belangrijk", "gewoon"] = "belangrijk"


class TweedeStap(Deel):
    """A confirmation that must follow the first (LVS-0.3: the police informs the burgemeester)."""

    stap: Stap
    door: Rollen
    binnen: Duur
    anders: Rollen
    bel: Nummer | None = None
    """Where the burgemeester can be called, day and night: a number of the office, never of a person."""


class Ladder(MetRegel):
    """Who is warned, in which order. The last step is repeated every `herhaal` until a person confirms.

    `belang`: quiet hours hold for "normaal", never for "hoogste". `bevestiging_verloopt`: how long a confirmation
    counts when nothing follows it; without it, for ever.
    """

    code: Code
    treden: Annotated[tuple[Trede, ...], Field(min_length=1)]
    herhaal: Duur
    tweede_stap: TweedeStap | None = None
    belang: Literal["hoogste", "normaal"] = "hoogste"
    bevestiging_verloopt: Duur | None = None


class Kanaal(Deel):
    """How a role is reached: Apprise URLs. `${NAAM}` is read from the environment, so no secret stands here.

    `gewoon`: for what is not important; none: the same as for what is. `bij_storing`: when all others failed.
    `antwoord`: the gateway passes on what people answer, so a notice holds a code to send back.
    """

    rol: Rol
    urls: tuple[str, ...]
    gewoon: tuple[str, ...] = ()
    bij_storing: tuple[str, ...] = ()
    antwoord: bool = False
    hoogstens_per_minuut: Annotated[int, Field(ge=1, le=6_000)] = 600
    """More notices than this in a minute go out together in one message: none is dropped."""

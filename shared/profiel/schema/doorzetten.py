"""To whom a melding goes at once (KG-2.3b), where it is the same day (KG-2.3a), and when a COA system is silent."""

from datetime import timedelta
from typing import Literal

from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vormen import Code, Duur


class Doorzetregel(MetRegel):
    """Which meldingen go to which partners. What a rule leaves open does not matter to it.

    `vangnet`: only where no other rule matches; without partners a person must choose within `binnen`.
    """

    code: Code
    aan: tuple[Code, ...] = ()
    binnen: Duur
    """Not there by then: it is missed, and somebody hears that."""
    soort: Literal["melding", "incident"] | None = None
    locaties: tuple[Code, ...] = ()
    aard: tuple[Aard, ...] = ()
    thema: tuple[Code, ...] = ()
    plaats: tuple[Code, ...] = ()
    gericht_tegen: tuple[GerichtTegen, ...] = ()
    gevolgen_openbare_orde: bool | None = None
    vangnet: bool = False


class Dagklok(MetRegel):
    """A melding is at this partner before its day is over; `vooraf` is how long before midnight they are warned."""

    aan: Code
    vooraf: Duur = timedelta(hours=2)


class Doorzetten(Deel):
    """How meldingen reach partners."""

    regels: tuple[Doorzetregel, ...] = ()
    cluster: Dagklok | None = None


class Hartslag(MetRegel):
    """The system of a COA location that was heard once, and then not for `binnen`, is silent."""

    binnen: Duur

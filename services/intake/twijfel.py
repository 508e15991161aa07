"""An incident without consequences for public order, they say, while the rest says otherwise (LVS-0.3). Pure."""

from collections.abc import Iterator

from services.intake.opgave import IncidentOpgave
from shared.contracts.intake import Gezegd
from shared.woorden import ERNST

ERNSTIG, CALAMITEIT = 3, 4


def twijfels(opgave: IncidentOpgave) -> dict[str, str]:
    """Say what makes one ask again whether the police must know, by a code that changes with the answer."""
    return dict(_twijfels(opgave)) if opgave.gevolgen_openbare_orde is False else {}


def _twijfels(opgave: IncidentOpgave) -> Iterator[tuple[str, str]]:
    ernst, gaande = opgave.ernst or 0, opgave.nog_gaande is Gezegd.JA
    if opgave.wapen is Gezegd.JA:
        yield "wapen", "er is een wapen gezien of genoemd"
    if gaande and ernst >= ERNSTIG:
        yield "nog-gaande", "het is nog gaande"
    if ernst == CALAMITEIT or (gaande and ernst >= ERNSTIG):
        yield f"ernst-{ernst}", f"de ernst is {ernst} van 4 ({ERNST[ernst]})"

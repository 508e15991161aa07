"""An incident without consequences for public order, they say, while the rest says otherwise (LVS-0.3). Pure."""

from collections.abc import Iterator

from services.intake.opgave import IncidentOpgave
from shared.contracts.intake import Gezegd, IncidentGemeld, Registratie
from shared.facts import Fout, OngeldigeInvoer
from shared.woorden import ERNST, opsomming

ERNSTIG, CALAMITEIT = 3, 4


def eis_antwoord(was: IncidentGemeld, wordt: IncidentGemeld, *, gekozen: bool) -> None:
    """Ask who corrects on a page what the police must know of: `gekozen`, they said themselves whether it must.

    Raises:
        OngeldigeInvoer: nobody would hear of it, and nobody said so.
    """
    erbij = {code: wat for code, wat in twijfels(wordt).items() if code not in twijfels(was)}
    if erbij and not gekozen and wordt.registratie is not Registratie.HISTORISCH:
        vraag = "Moet de politie dit weten? Kies Ja of Nee. Twijfelt u? Kies Ja"
        raise OngeldigeInvoer(Fout("gevolgenOpenbareOrde", f"u meldt: {opsomming(list(erbij.values()))}. {vraag}"))


def twijfels(opgave: IncidentOpgave | IncidentGemeld) -> dict[str, str]:
    """Say what makes one ask again whether the police must know, by a code that changes with the answer."""
    return dict(_twijfels(opgave)) if opgave.gevolgen_openbare_orde is False else {}


def _twijfels(opgave: IncidentOpgave | IncidentGemeld) -> Iterator[tuple[str, str]]:
    ernst, gaande = opgave.ernst or 0, opgave.nog_gaande is Gezegd.JA
    if opgave.wapen is Gezegd.JA:
        yield "wapen", "er is een wapen gezien of genoemd"
    if gaande and ernst >= ERNSTIG:
        yield "nog-gaande", "het is nog gaande"
    if ernst == CALAMITEIT or (gaande and ernst >= ERNSTIG):
        yield f"ernst-{ernst}", f"de ernst is {ernst} van 4 ({ERNST[ernst]})"

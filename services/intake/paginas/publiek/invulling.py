"""What one page of the form sends: the answers so far, the page it was on, and where somebody wants to go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from fastapi import Request

from services.intake.opgave import schoon
from services.intake.paginas.ingevuld import nieuwe_sleutel
from services.intake.paginas.publiek.vragen import VELDEN, Vraag, Vragen
from services.intake.paginas.verbergen import erbij, lees_woorden, verborgen
from shared.facts import Fout, OngeldigeInvoer
from shared.web import formulier

BEGIN, CONTROLE = "begin", "controle"
DRAAGT = (*VELDEN, "verberg", "sleutel")
"""What travels along from page to page."""
BESTUURT = ("stap", "ga", "terug")


@dataclass(frozen=True, slots=True)
class Invulling:
    """`stap`: the page it was on. `ga`: the button that was pressed. `terug`: the answers are being checked."""

    stand: Mapping[str, str]
    stap: str = BEGIN
    ga: str = ""
    terug: bool = False

    @property
    def woorden(self) -> list[str]:
        """The words that the reporter wants hidden."""
        return lees_woorden(self.stand.get("verberg", ""))

    @property
    def tekst(self) -> str:
        """The text as it was typed."""
        return schoon(self.stand.get("toelichting", ""))

    def als_formulier(self, vragen: Vragen) -> dict[str, str]:
        """Give the answers as they are sent: the reporter's own words are taken out of the text already."""
        over = {veld: waarde for veld, waarde in self.stand.items() if veld in VELDEN} | vragen.vast(self.stand)
        return over | ({"toelichting": verborgen(self.tekst, self.woorden)} if self.woorden else {})

    def zonder(self, woord: str) -> Self:
        """Give the same answers with one more word to hide."""
        return replace(self, stand={**self.stand, "verberg": erbij(self.stand.get("verberg", ""), woord)})

    def met_nieuwe_sleutel(self) -> Self:
        """Give the same answers as another form."""
        return replace(self, stand={**self.stand, "sleutel": nieuwe_sleutel()})


async def lees_invulling(request: Request, vragen: Vragen) -> Invulling:
    """Read what a page sent; an answer to a question that is not asked (any more) does not count.

    Raises:
        OngeldigeInvoer: `bijlage` for a file, `formulier` for what no page of ours sends.
    """
    if any(not isinstance(deel, str) for _, deel in (await request.form()).multi_items()):
        raise OngeldigeInvoer(Fout("bijlage", "een bestand"))
    velden = await formulier(request)
    gelezen = {naam: waarde for naam, waarde in velden.items() if isinstance(waarde, str)}
    if len(gelezen) < len(velden) or not gelezen.keys() <= {*DRAAGT, *BESTUURT}:
        raise OngeldigeInvoer(Fout("formulier", "een onbekend veld, of een veld dat er twee keer is"))
    stand = gesnoeid({naam: gelezen[naam] for naam in DRAAGT if naam in gelezen}, vragen)
    return Invulling(stand, gelezen.get("stap", BEGIN), gelezen.get("ga", ""), "terug" in gelezen)


def gesnoeid(stand: Mapping[str, str], vragen: Vragen) -> dict[str, str]:
    """Drop answers that do not fit the others: an area of another location, a question that fell away."""
    stand = vragen.aangevuld(stand)
    for veld in ("plaats", "gebied"):
        if stand.get(veld) not in (None, *vragen.codes(veld, stand)):
            del stand[veld]
    gesteld = {veld for vraag in vragen.gesteld(stand) for veld in vraag.velden}
    return {veld: waarde for veld, waarde in stand.items() if veld in {*gesteld, "locatie", "verberg", "sleutel"}}


def volgende(vragen: Vragen, invulling: Invulling) -> Vraag | None:
    """Give the question after this one; none where the answers are to be checked."""
    if invulling.terug:
        return None
    gesteld = vragen.gesteld(invulling.stand)
    if invulling.stap == BEGIN:
        return gesteld[0]
    codes = [vraag.code for vraag in gesteld]
    verder = codes.index(invulling.stap) + 1 if invulling.stap in codes else 0
    return gesteld[verder] if verder < len(gesteld) else None


def vorige(vragen: Vragen, invulling: Invulling) -> Vraag | None:
    """Give the question before this one; none where it is the first."""
    gesteld = vragen.gesteld(invulling.stand)
    if invulling.stap == CONTROLE:
        return gesteld[-1]
    codes = [vraag.code for vraag in gesteld]
    plek = codes.index(invulling.stap) if invulling.stap in codes else 0
    return gesteld[plek - 1] if plek else None

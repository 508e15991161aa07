"""The pages of the public form."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import Ontvangst
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.ingevuld import nieuwe_sleutel
from services.intake.paginas.publiek.invulling import BEGIN, CONTROLE, Invulling
from services.intake.paginas.publiek.vragen import Vraag, Vragen, beantwoord
from services.intake.paginas.verbergen import gevoelig, stukken
from shared.contracts.intake import Dagdeel
from shared.web import pagina, taal_van, terug_kan

Fouten = Mapping[str, str]
BERICHT, BEREIKBAAR = "bericht", ("telefoonnummer", "e-mail")
"""The question where somebody may say how to be reached, and what of it is taken out of a text."""
GEEN: Fouten = {}
DEEL = "start"
"""The part of the texts that a language must have for these pages."""
ONTVANGEN = "ontvangen"
"""The page with the volgcode, which gives access for good: the one that a browser must not keep."""


@dataclass(frozen=True, slots=True)
class Bladen:
    """Shows the pages, each in the language that the address asks for."""

    vragen: Vragen

    def begin(self, request: Request, fouten: Fouten = GEEN, *, status: int = 200) -> HTMLResponse:
        """Say what this is, before the first question."""
        invulling = Invulling({"sleutel": nieuwe_sleutel()})
        return self._toon(request, "start", invulling, BEGIN, fouten=fouten, status=status)

    def vraag(
        self, request: Request, vraag: Vraag, invulling: Invulling, fouten: Fouten = GEEN, *, status: int = 200
    ) -> HTMLResponse:
        """Ask one question."""
        taal, stand = taal_van(request, DEEL), invulling.stand
        gesteld = self.vragen.gesteld(stand)
        return self._toon(
            request,
            "vraag",
            invulling,
            vraag.code,
            status=status,
            fouten=fouten,
            vraag=vraag,
            nummer=gesteld.index(vraag) + 1,
            over=self.vragen.over(vraag, stand),
            bewaard=self.vragen.bewaard(stand),
            verplicht=self.vragen.verplicht(vraag, stand),
            opties=self.vragen.opties(vraag.velden[0], stand, taal),
            elders=self.vragen.elders(taal),
            dagdelen=tuple(Dagdeel),
            hoogstens=TEKST_HOOGSTENS,
        )

    def controle(
        self, request: Request, invulling: Invulling, fouten: Fouten = GEEN, *, status: int = 200
    ) -> HTMLResponse:
        """Show every answer, and what will be made unrecognisable."""
        delen = stukken(invulling.tekst, invulling.woorden)
        antwoorden = [
            (vraag.code, kop, woorden)
            for vraag, kop, woorden in beantwoord(self.vragen, invulling.stand, taal_van(request, DEEL))
            if vraag.soort != "tekst"
        ]
        weg = dict.fromkeys(stuk for stuk in delen if stuk.soort)
        te_geven = any(code == BERICHT and not gegeven for code, _, gegeven in antwoorden)
        return self._toon(
            request,
            "controle",
            invulling,
            CONTROLE,
            status=status,
            fouten=fouten,
            antwoorden=antwoorden,
            delen=delen,
            weg=weg,
            gevoelig=gevoelig(delen),
            bereik=te_geven and any(stuk.soort in BEREIKBAAR for stuk in weg),
        )

    def ontvangen(self, request: Request, ontvangst: Ontvangst, *, met_tekst: bool) -> HTMLResponse:
        """Thank, show the volgcode this once, and say what was taken out of a text and what was not."""
        gegeven = {"ontvangst": ontvangst, "met_tekst": met_tekst}
        return self._toon(request, ONTVANGEN, Invulling({}), "", fouten=GEEN, status=200, **gegeven)

    def _toon(
        self, request: Request, blad: str, invulling: Invulling, stap: str, *, status: int, **velden: object
    ) -> HTMLResponse:
        gegeven = {
            "t": taal_van(request, DEEL),
            "stand": invulling.stand,
            "terug": invulling.terug,
            "stap": stap,
        }
        antwoord = pagina(request, f"intake/melden/{blad}.html", status=status, **gegeven, **velden)
        return antwoord if blad == ONTVANGEN else terug_kan(antwoord)

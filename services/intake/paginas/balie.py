"""`/melden` for who signed in: everything on one page, with what a desk always fills in filled in already."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import Intakedienst, Ontvangst
from services.intake.application.bevoegd import afzender, eis_binnen, eis_registreren
from services.intake.melding import AndereInhoud
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.ingevuld import Velden, lees_formulier, lees_sleutel, nieuwe_sleutel
from services.intake.paginas.talen import lees_taal
from services.intake.paginas.verbergen import stukken
from services.intake.paginas.woorden import AANGIFTE, AARD_VRAGEN, GERICHT_TEGEN, Woorden
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import context, formulier, pagina, wie

NEDERLANDS = lees_taal("nl")
BLIJFT = ("kanaal", "locatie")
"""What a desk fills in alike every time: kept for the next melding, and to be set by the address."""
VOLGORDE = (
    *("kanaal", "aard", "thema", "locatie", "plaats", "gebied", "datum", "tijd", "gerichtTegen", "publiekeTaak"),
    *("toelichting", "aangifte"),
)


class Balie:
    """The form of the desks."""

    def __init__(
        self, dienst: Intakedienst, ledger: Ledger, klok: Klok, profielen: Profielen, woorden: Woorden
    ) -> None:
        self._dienst, self._ledger, self._klok = dienst, ledger, klok
        self._profielen, self._woorden = profielen, woorden

    def toon(self, request: Request) -> HTMLResponse:
        """Show an empty form; `?kanaal=` and `?locatie=` say what this desk always fills in."""
        eis_registreren(wie(request))
        return self._blad(request, self._leeg(request.query_params))

    async def meld(self, request: Request) -> HTMLResponse:
        """Take a melding and show the form for the next, or show what the masker will take out."""
        eis_registreren(wie(request))
        velden = await formulier(request)
        antwoorden = {naam: waarde for naam, waarde in velden.items() if naam not in ("sleutel", "ga")}
        if velden.get("ga") == "bekijk":
            return self._blad(request, velden, bekeken=True)
        try:
            ontvangst = await self._neem(request, velden, antwoorden)
        except OngeldigeInvoer as fout:
            ingevuld = lees_formulier(antwoorden, self._profielen, self._klok())
            fouten = ingevuld.per_veld(fout.fouten, NEDERLANDS, VOLGORDE)
            return self._blad(request, velden, fouten, status=400)
        except AndereInhoud:
            fouten = {"formulier": NEDERLANDS("controle.opnieuw")}
            return self._blad(request, {**velden, "sleutel": nieuwe_sleutel()}, fouten, status=409)
        return self._blad(request, self._leeg(antwoorden), ontvangst=ontvangst)

    async def _neem(self, request: Request, velden: Velden, antwoorden: Velden) -> Ontvangst:
        gelezen = lees_formulier(antwoorden, self._profielen, self._klok()).gelezen
        eis_binnen(wie(request), gelezen.opgave)
        verzoek = ("formulier", lees_sleutel(velden))
        use_case = self._dienst.ontvang(gelezen, afzender(wie(request)), verzoek=verzoek)
        return await self._ledger.run(use_case, context(request, self._klok))

    def _leeg(self, gegeven: Velden | Mapping[str, str]) -> dict[str, str | list[str]]:
        zone = ZoneInfo(self._profielen.alle()[0].gemeente.tijdzone)
        vast = {naam: gegeven[naam] for naam in BLIJFT if gegeven.get(naam)}
        return {**vast, "datum": self._klok().astimezone(zone).date().isoformat()}

    def _blad(
        self,
        request: Request,
        velden: Velden,
        fouten: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        ontvangst: Ontvangst | None = None,
        bekeken: bool = False,
    ) -> HTMLResponse:
        melder, woorden = wie(request), self._woorden
        return pagina(
            request,
            "intake/balie.html",
            status=status,
            velden=velden,
            fouten=fouten or {},
            ontvangst=ontvangst,
            delen=stukken(str(velden.get("toelichting", "")), ()) if bekeken else None,
            sleutel=velden.get("sleutel") or nieuwe_sleutel(),
            locaties=woorden.locaties(melder.gemeente, melder.locatie),
            aarden=AARD_VRAGEN,
            plaatsen=woorden.keuzes("plaatsen"),
            plaats_verplicht=woorden.plaats_verplicht(),
            themas=woorden.keuzes("themas"),
            kanalen=woorden.keuzes("kanalen"),
            gebieden=woorden.gebieden(),
            gericht_tegen=[(code.value, naam) for code, naam in GERICHT_TEGEN.items()],
            aangiften=[(code.value, naam) for code, naam in AANGIFTE.items()],
            hoogstens=TEKST_HOOGSTENS,
        )

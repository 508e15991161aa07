"""`/melden` for who signed in: everything on one page, with what a desk always fills in filled in already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import FORMULIER, Gelijkenissen, Ontvangst
from services.intake.application.aanname import Aanname
from services.intake.application.bevoegd import afzender, eis_binnen, eis_registreren
from services.intake.behandeling.gelijkend import Gelijkenis, Kenmerken
from services.intake.bezwaren import KANAAL_COA, KANAAL_STANDAARD
from services.intake.melding import AndereInhoud
from services.intake.paginas.ingevuld import Velden, lees_formulier, lees_sleutel, nieuwe_sleutel
from services.intake.paginas.keuzen import keuzen
from services.intake.paginas.verbergen import Stuk, stukken
from services.intake.paginas.woorden import Opties, Woorden
from shared.contracts.intake import Aard
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import Wie, context, formulier, mag, pagina, wie
from shared.web.gevoelig import Gevoelig, lees_gevoelig
from shared.web.talen import lees_taal

NEDERLANDS = lees_taal("nl")
BLIJFT = ("kanaal", "locatie")
"""What a desk fills in alike every time: kept for the next melding, and to be set by the address."""
VOLGORDE = (
    *("kanaal", "aard", "thema", "locatie", "plaats", "gebied", "datum", "tijd", "dagdeel"),
    *("gerichtTegen", "publiekeTaak", "toelichting", "aangifte"),
)
NIET_AAN_DE_BALIE = (KANAAL_COA, KANAAL_STANDAARD)
"""How nothing comes in that a desk registers: the COA and the public have forms of their own."""
AARD_OPEN = (Aard.NOG_TE_BEPALEN.value, "Dat weet de melder niet. Het meldpunt bepaalt het later")
NIET_GEKOZEN = Fout("kanaal", "kies hoe de melding binnenkwam")


@dataclass(frozen=True, slots=True)
class Bekeken:
    """What a desk sees before it sends: the text as it will be stored, and what may be the same event."""

    delen: Sequence[Stuk]
    gelijkend: Sequence[Gelijkenis] = ()


class Balie:
    """The form of the desks."""

    def __init__(
        self, aanname: Aanname, gelijkenissen: Gelijkenissen, klok: Klok, profielen: Profielen, woorden: Woorden
    ) -> None:
        self._aanname, self._gelijkenissen, self._klok = aanname, gelijkenissen, klok
        self._profielen, self._woorden = profielen, woorden

    def toon(self, request: Request) -> HTMLResponse:
        """Show an empty form; `?kanaal=` and `?locatie=` say what this desk always fills in."""
        eis_registreren(wie(request))
        return self._blad(request, self._leeg({**request.query_params, **_vast(wie(request))}))

    async def meld(self, request: Request) -> HTMLResponse:
        """Take a melding and show the form for the next, or show what the masker will take out."""
        eis_registreren(wie(request))
        gevoelig = lees_gevoelig(await formulier(request), "toelichting")
        velden = gevoelig.velden
        antwoorden = {naam: waarde for naam, waarde in velden.items() if naam not in ("sleutel", "ga")}
        antwoorden |= _vast(wie(request))
        if velden.get("ga") == "bekijk":
            bekeken = await self._bekeken(request, antwoorden)
            return self._blad(request, velden, bekeken=bekeken, gevoelig=gevoelig)
        if gevoelig.nieuw:
            return self._blad(request, velden, gevoelig=gevoelig)
        try:
            ontvangst = await self._neem(request, velden, antwoorden)
        except OngeldigeInvoer as fout:
            return self._verbeter(request, gevoelig, antwoorden, fout)
        except AndereInhoud:
            fouten = {"formulier": NEDERLANDS("controle.opnieuw")}
            return self._blad(request, {**velden, "sleutel": nieuwe_sleutel()}, fouten, status=409, gevoelig=gevoelig)
        return self._blad(request, self._leeg(antwoorden), ontvangst=ontvangst)

    def _verbeter(
        self, request: Request, gevoelig: Gevoelig, antwoorden: Velden, fout: OngeldigeInvoer
    ) -> HTMLResponse:
        ingevuld = lees_formulier(antwoorden, self._profielen, self._klok())
        fouten = ingevuld.per_veld(fout.fouten, NEDERLANDS, VOLGORDE)
        return self._blad(request, gevoelig.velden, fouten, status=400, gevoelig=gevoelig)

    async def _neem(self, request: Request, velden: Velden, antwoorden: Velden) -> Ontvangst:
        gelezen = lees_formulier(antwoorden, self._profielen, self._klok()).gelezen
        eis_binnen(wie(request), gelezen.opgave)
        kanalen = dict(self._kanalen(wie(request)))
        if kanalen and gelezen.opgave.kanaal not in kanalen:
            gelezen = replace(gelezen, bezwaren=(*gelezen.bezwaren, NIET_GEKOZEN))
        verzoek = (FORMULIER, lees_sleutel(velden))
        bureau = replace(afzender(wie(request)), namens_melder=True)
        return await self._aanname.neem(gelezen, context(request, self._klok), bureau, verzoek=verzoek)

    async def _bekeken(self, request: Request, antwoorden: Velden) -> Bekeken:
        """Show before sending what the masker takes out, and which meldingen may be about the same."""
        opgave = lees_formulier(antwoorden, self._profielen, self._klok()).gelezen.opgave
        eis_binnen(wie(request), opgave)
        delen = stukken(str(antwoorden.get("toelichting", "")), ())
        gemeente = opgave.gemeente or self._profielen.alle()[0].gemeente.code
        if not (opgave.locatie and opgave.voorgevallen_op and mag(wie(request), "melding.behandelen")):
            return Bekeken(delen)
        deze = Kenmerken(
            None,
            opgave.voorgevallen_op,
            opgave.thema,
            opgave.aard,
            opgave.plaats,
            opgave.gebied,
            opgave.gericht_tegen,
            opgave.dagdeel,
        )
        return Bekeken(delen, await self._gelijkenissen.zoek(gemeente, opgave.locatie, deze))

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
        bekeken: Bekeken | None = None,
        gevoelig: Gevoelig | None = None,
    ) -> HTMLResponse:
        melder = wie(request)
        return pagina(
            request,
            "intake/balie.html",
            status=status,
            velden=velden,
            fouten=fouten or {},
            ontvangst=ontvangst,
            bekeken=bekeken,
            gevoelig=gevoelig,
            sleutel=velden.get("sleutel") or nieuwe_sleutel(),
            kanalen=self._kanalen(melder),
            aard_open=AARD_OPEN,
            **keuzen(self._woorden, melder),
        )

    def _kanalen(self, melder: Wie) -> Opties:
        """Give how a melding can come in at this desk; none where that is never asked."""
        alle = [] if _vast(melder) else self._woorden.keuzes("kanalen", melder.gemeente)
        return [keuze for keuze in alle if keuze[0] not in NIET_AAN_DE_BALIE]


def _vast(melder: Wie) -> dict[str, str]:
    """Say what somebody never chooses: what the COA registers comes by its own complaints procedure (LVS-3.5)."""
    return {"kanaal": KANAAL_COA} if mag(melder, "incident.melden") else {}

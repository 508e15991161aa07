"""`/melden` for the COA: an incident in its own location (LVS-0.3, LVS-0.4), by the use case that the API has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import FORMULIER, Gelezen, Intakedienst, Inzage, Ontvangst
from services.intake.application.bevoegd import afzender, eis_binnen
from services.intake.melding import AndereInhoud
from services.intake.opgave import IncidentOpgave
from services.intake.paginas.ingevuld import Ingevuld, Velden, lees_incident, lees_sleutel, nieuwe_sleutel
from services.intake.paginas.keuzen import keuzen
from services.intake.paginas.verbergen import Stuk, stukken
from services.intake.paginas.woorden import ANTWOORDEN, ERNST, ZONDER_DAGDEEL, Woorden
from services.intake.twijfel import twijfels
from shared.contracts.intake import Registratie
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.web import context, formulier, pagina, wie
from shared.web.gevoelig import Gevoelig, lees_gevoelig, woorden_in
from shared.web.talen import Taal

GEVOLGEN = [
    ("true", "Ja, bijvoorbeeld een steekpartij, een grote brand of een vechtpartij die buiten verdergaat"),
    ("false", "Nee, bijvoorbeeld harde muziek of een ruzie die voorbij is"),
]
PUBLIEKE_TAAK = [("true", "Ja"), ("false", "Nee, of dat weet ik niet")]
VOLGORDE = (
    *("gevolgenOpenbareOrde", "wapen", "nogGaande", "ernst", "politieDatum", "politieTijd"),
    *("aard", "thema", "locatie", "plaats", "gebied"),
    *("datum", "tijd", "gerichtTegen", "publiekeTaak", "toelichting", "aangifte"),
)


def _taal() -> Taal:
    """Take the words of the public form, and add those of fields that only an incident has."""
    teksten = dict(ZONDER_DAGDEEL.teksten)
    for deel in ("datum", "tijd"):
        begin = f"fout.{deel}."
        van = {sleutel: waarde for sleutel, waarde in teksten.items() if sleutel.startswith(begin)}
        teksten |= {f"fout.politie{deel.capitalize()}.{sleutel.removeprefix(begin)}": w for sleutel, w in van.items()}
    teksten["fout.gevolgenOpenbareOrde"] = "Kies Ja of Nee: zijn er gevolgen voor de openbare orde?"
    teksten["fout.wapen"] = teksten["fout.nogGaande"] = "Kies Ja, Nee of Dat weet ik niet."
    teksten["fout.thema"] = "Kies waar het over ging. Past niets? Kies dan ‘Overig’."
    teksten["fout.ernst"] = "Kies hoe ernstig het was."
    return Taal("nl", teksten)


WOORDEN = _taal()
VAN_DE_PAGINA = ("sleutel", "ga", "politie", "nagevraagd")
"""Fields that say nothing of the incident: `politie` and `nagevraagd` answer what is asked once more."""


@dataclass(frozen=True, slots=True)
class Bekeken:
    """What is seen before sending: the text as it will be stored."""

    delen: Sequence[Stuk]


class Incident:
    """The form of an incident, and what happens now after it."""

    def __init__(
        self,
        dienst: Intakedienst,
        inzage: Inzage,
        ledger: Ledger,
        klok: Klok,
        profielen: Profielen,
        woorden: Woorden,
    ) -> None:
        self._dienst, self._inzage, self._ledger = dienst, inzage, ledger
        self._klok, self._profielen, self._woorden = klok, profielen, woorden

    def toon(self, request: Request) -> HTMLResponse:
        """Show an empty form: of today, for that is when it happened nearly always."""
        return self._blad(request, self._leeg())

    async def meld(self, request: Request) -> HTMLResponse:
        """Take an incident and say who hears of it now, or show what the masker will take out.

        Words that somebody may want to take out hold up nothing of which the police must hear (LVS-0.3). Who says that
        there are no consequences, while the rest says otherwise, is asked once more.
        """
        gevoelig = lees_gevoelig(_met_politie(await formulier(request)), "toelichting")
        velden = gevoelig.velden
        antwoorden = {naam: waarde for naam, waarde in velden.items() if naam not in VAN_DE_PAGINA}
        if velden.get("ga") == "bekijk":
            bekeken = Bekeken(stukken(str(antwoorden.get("toelichting", "")), ()))
            return self._blad(request, velden, bekeken=bekeken, gevoelig=gevoelig)
        ingevuld = lees_incident(antwoorden, self._profielen, self._klok())
        twijfel = self._twijfel(velden, ingevuld.gelezen.opgave)
        if twijfel or (gevoelig.nieuw and velden.get("gevolgenOpenbareOrde") == "false"):
            return self._blad(request, velden, gevoelig=gevoelig, twijfel=twijfel)
        return await self._bewaar(request, velden, ingevuld, gevoelig)

    async def _bewaar(
        self, request: Request, velden: Velden, ingevuld: Ingevuld[IncidentOpgave], gevoelig: Gevoelig
    ) -> HTMLResponse:
        try:
            ontvangst = await self._neem(request, velden, ingevuld.gelezen)
        except OngeldigeInvoer as fout:
            fouten = ingevuld.per_veld(fout.fouten, WOORDEN, VOLGORDE)
            return self._blad(request, velden, fouten, status=400, gevoelig=gevoelig)
        except AndereInhoud:
            fouten = {"formulier": WOORDEN("controle.opnieuw")}
            return self._blad(request, {**velden, "sleutel": nieuwe_sleutel()}, fouten, status=409, gevoelig=gevoelig)
        return await self._gemeld(request, ontvangst)

    def _twijfel(self, velden: Velden, opgave: IncidentOpgave) -> dict[str, str]:
        """Say why one asks again; empty where that was answered, and where nobody is warned for it is long ago."""
        gemeente, gebeurd = opgave.gemeente or "", opgave.voorgevallen_op
        profiel = self._profielen.van(gemeente) if gemeente in self._profielen else None
        if profiel and gebeurd and self._klok() - gebeurd > profiel.meldingen.historisch_na:
            return {}
        redenen = twijfels(opgave)
        return {} if redenen.keys() <= set(str(velden.get("nagevraagd", "")).split()) else redenen

    async def _neem(self, request: Request, velden: Velden, gelezen: Gelezen[IncidentOpgave]) -> Ontvangst:
        eis_binnen(wie(request), gelezen.opgave)
        zonder_code = replace(afzender(wie(request)), volgt=False)
        use_case = self._dienst.meld_incident(gelezen, zonder_code, verzoek=(FORMULIER, lees_sleutel(velden)))
        return await self._ledger.run(use_case, context(request, self._klok))

    async def _gemeld(self, request: Request, ontvangst: Ontvangst) -> HTMLResponse:
        melding = await self._inzage.een(ontvangst.melding_id)
        toelichting = await self._inzage.toelichting(melding)
        return pagina(
            request,
            "intake/incident_gemeld.html",
            melding=melding,
            nieuw=ontvangst.nieuw,
            gevolgen=melding.inhoud["gevolgenOpenbareOrde"],
            gebeld=melding.inhoud["politieGebeldOp"] is not None,
            historisch=melding.inhoud["registratie"] == Registratie.HISTORISCH,
            toelichting=toelichting,
            gevoelig=woorden_in([toelichting or ""]),
        )

    def _leeg(self) -> dict[str, str | list[str]]:
        zone = ZoneInfo(self._profielen.alle()[0].gemeente.tijdzone)
        vandaag = self._klok().astimezone(zone).date().isoformat()
        return {"datum": vandaag, "politieDatum": vandaag}

    def _blad(
        self,
        request: Request,
        velden: Velden,
        fouten: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        bekeken: Bekeken | None = None,
        gevoelig: Gevoelig | None = None,
        twijfel: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        return pagina(
            request,
            "intake/incident.html",
            status=status,
            velden=velden,
            fouten=fouten or {},
            bekeken=bekeken,
            gevoelig=gevoelig,
            twijfel=twijfel or {},
            sleutel=velden.get("sleutel") or nieuwe_sleutel(),
            gevolgen=GEVOLGEN,
            gezegd=ANTWOORDEN,
            publieke_taak=PUBLIEKE_TAAK,
            ernsten=[(str(code), naam) for code, naam in ERNST.items()],
            **keuzen(self._woorden, wie(request)),
        )


def _met_politie(velden: Velden) -> Velden:
    """Change the answer of who, asked once more, says that the police must know."""
    return {**velden, "gevolgenOpenbareOrde": "true"} if velden.get("politie") == "ja" else velden

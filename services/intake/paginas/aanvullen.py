"""`/volgen/aanvullen`: what a reporter answers or adds, shown once more before it is kept."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID, uuid5

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage
from services.intake.application.melderkant import Melderkant
from services.intake.opgave import TEKST_HOOGSTENS, schoon
from services.intake.paginas.verbergen import bezwaar, erbij, gevoelig, lees_woorden, stukken, verborgen
from services.intake.uitingen import Aanvulling
from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.web import context, lees_invoer, pagina, taal_van
from shared.web.gevoelig import WEG
from shared.web.talen import Taal

Velden = Mapping[str, object]
ANDERS = "iets-anders"
"""What somebody chooses who answers none of the questions."""
BESTUURT = ("ga", "verberg")
DEEL = "aanvulling"
"""The part of the texts that a language must have for this page."""


class Toon(Protocol):
    """Shows the melding of a code, with the form in which something is added."""

    async def __call__(
        self,
        request: Request,
        code: str,
        *,
        status: int = 200,
        velden: Velden | None = None,
        fouten: Mapping[str, str] | None = None,
        gedaan: str = "",
    ) -> HTMLResponse:
        """Show it; a code that nothing has is told so."""


class Aanvullen:
    """Shows it once more, takes it, or gives it back to be changed."""

    def __init__(self, inzage: Inzage, melderkant: Melderkant, klok: Klok, toon: Toon) -> None:
        self._inzage, self._melderkant, self._klok, self._toon = inzage, melderkant, klok, toon

    async def neem(self, request: Request, code: str, velden: Velden) -> HTMLResponse:
        """Go on from the form, or from the last look; what cannot be taken comes back in the form."""
        taal, ga = taal_van(request, DEEL), str(velden.get("ga", ""))
        if ga.startswith(WEG):
            velden = {**velden, "verberg": erbij(str(velden.get("verberg", "")), ga.removeprefix(WEG))}
        if ga == "wijzig":
            return await self._toon(request, code, velden=velden)
        try:
            gegeven, reden = _lees(velden), bezwaar(_tekst(velden), _woorden(velden), taal)
            if reden or ga != "verstuur":
                return await self._kijk_na(request, gegeven, velden, {"verberg": reden} if reden else {})
            await self._bewaar(request, gegeven)
        except OngeldigeInvoer as fout:
            return await self._toon(request, code, status=400, velden=velden, fouten=_in_woorden(fout, velden, taal))
        except NietGevonden:
            return await self._toon(request, code)
        except Rejected as fout:
            geweigerd = taal.woord("weigering", type(fout).__name__, fout.reden)
            return await self._toon(request, code, status=409, velden=velden, fouten={"tekst": geweigerd})
        return await self._toon(request, code, gedaan=taal("aanvulling.gedaan"))

    async def _kijk_na(
        self, request: Request, gegeven: Aanvulling, velden: Velden, fouten: Mapping[str, str]
    ) -> HTMLResponse:
        """Show what will be made unrecognisable."""
        melding = await self._inzage.volg(gegeven.volgcode)
        delen = stukken(_tekst(velden), _woorden(velden))
        return pagina(
            request,
            "intake/aanvulling_controle.html",
            status=400 if fouten else 200,
            t=taal_van(request, DEEL),
            stand=velden,
            fouten=fouten,
            vraag=await self._vraag(melding.id, gegeven.antwoord_op),
            delen=delen,
            gevoelig=gevoelig(delen),
            weg=dict.fromkeys(stuk for stuk in delen if stuk.soort),
        )

    async def _vraag(self, melding_id: UUID, vraag_id: UUID | None) -> str | None:
        """Give the question that is answered, if one is."""
        uitingen = (await self._melderkant.gesprekken.verhaal(melding_id)).uitingen if vraag_id else ()
        return next((uiting.tekst for uiting in uitingen if uiting.id == vraag_id), None)

    async def _bewaar(self, request: Request, gegeven: Aanvulling) -> None:
        melding = await self._inzage.volg(gegeven.volgcode)
        use_case = self._melderkant.gesprekken.vul_aan(
            melding.id, gegeven.tekst, antwoord_op=gegeven.antwoord_op, sleutel=_verzending(gegeven)
        )
        await self._melderkant.ledger.run(use_case, context(request, self._klok))


def _verzending(gegeven: Aanvulling) -> UUID | None:
    """Name what is sent: the same text of the same form is kept once, another text of that form is not lost."""
    return uuid5(gegeven.sleutel, f"{gegeven.antwoord_op}:{gegeven.tekst}") if gegeven.sleutel else None


def _lees(velden: Velden) -> Aanvulling:
    """Read the form, without the words to hide; who chose none of the questions answers none.

    Raises:
        OngeldigeInvoer: what is wrong in it.
    """
    gegevens = {naam: waarde for naam, waarde in velden.items() if naam not in BESTUURT and waarde != ANDERS}
    return lees_invoer(Aanvulling, {**gegevens, "tekst": _zonder_woorden(velden)})


def _tekst(velden: Velden) -> str:
    return schoon(str(velden.get("tekst", "")))


def _zonder_woorden(velden: Velden) -> str:
    woorden = _woorden(velden)
    return verborgen(_tekst(velden), woorden) if woorden else str(velden.get("tekst", ""))


def _woorden(velden: Velden) -> list[str]:
    return lees_woorden(str(velden.get("verberg", "")))


def _in_woorden(fout: OngeldigeInvoer, velden: Velden, taal: Taal) -> dict[str, str]:
    return {gebrek.veld: _reden(gebrek, _zonder_woorden(velden), taal) for gebrek in fout.fouten}


def _reden(gebrek: Fout, tekst: str, taal: Taal) -> str:
    if gebrek.veld == "tekst" and tekst.strip():
        return taal("fout.toelichting", gebruikt=taal.getal(len(tekst)), hoogstens=taal.getal(TEKST_HOOGSTENS))
    return taal("aanvulling.leeg" if gebrek.veld == "tekst" else "fout.aard")

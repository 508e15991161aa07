"""`/volgen`: see with a volgcode what was done, and say more. The code comes in by POST, never in an address."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from services.intake.application import Inzage, Melding
from services.intake.application.melderkant import Melderkant
from services.intake.bewaartermijn import termijn
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.aanvullen import ANDERS, Aanvullen
from services.intake.paginas.privacy import duur_in_woorden
from services.intake.paginas.woorden import Woorden
from services.intake.volgcode import in_groepen, klopt, lees
from services.intake.voortgang import BESPROKEN, DOORGESCHOVEN, DOORGESCHOVEN_NAAR, STANDEN, STAPPEN, Stap
from shared.contracts.intake import Aard, GerichtTegen
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import actie, context, eis_zeker, formulier, limiet, page_router, pagina, taal_van
from shared.web.talen import Taal
from shared.woorden import AARDEN

DEEL = "gevolgd"
"""The part of the texts that a language must have for these pages."""
VRAAG_HOOGSTENS = 120
VELDEN = ("thema", "locatie", "plaats", "gebied")


def router(inzage: Inzage, melderkant: Melderkant, woorden: Woorden, klok: Klok, profielen: Profielen) -> APIRouter:
    """Ask for the code, show the melding's progress, and take what its reporter adds."""
    router, beeld = page_router(), _Beeld(inzage, melderkant, woorden, klok, _kortste(profielen))
    aanvullen = Aanvullen(inzage, melderkant, klok, beeld.toon)

    @router.get("/volgen")
    @actie("melding.volgen")
    async def vraag(request: Request) -> HTMLResponse:
        return pagina(request, "intake/volgen.html", t=taal_van(request, DEEL), velden={}, fouten={})

    @router.post("/volgen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def toon(request: Request) -> HTMLResponse:
        return await beeld.toon(request, _code(await formulier(request)))

    @router.post("/volgen/aanvullen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def vul_aan(request: Request) -> HTMLResponse:
        velden = await formulier(request)
        return await aanvullen.neem(request, _code(velden), velden)

    @router.post("/volgen/wissen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def wis(request: Request) -> HTMLResponse:
        return await beeld.wis(request, await formulier(request))

    return router


class _Beeld:
    """What a reporter is shown, and what is done with what comes back."""

    def __init__(
        self, inzage: Inzage, melderkant: Melderkant, woorden: Woorden, klok: Klok, bewaard: timedelta
    ) -> None:
        self._inzage, self._melderkant, self._woorden, self._klok = inzage, melderkant, woorden, klok
        self._bewaard = bewaard

    async def wis(self, request: Request, velden: Mapping[str, object]) -> HTMLResponse:
        """Erase the contact details of who has this code, and is sure."""
        code, taal = _code(velden), taal_van(request, DEEL)
        try:
            melding = await self._inzage.volg(code)
            eis_zeker(velden)
        except OngeldigeInvoer as fout:
            return await self.toon(request, code, status=400, fouten=_fouten(fout, taal))
        except NietGevonden:
            return await self.toon(request, code)
        nu = context(request, self._klok)
        await self._melderkant.contacten.wis(melding.id, reden="op verzoek van de melder", context=nu)
        return await self.toon(request, code, gedaan=taal("gevolgd.gewist"))

    async def toon(
        self,
        request: Request,
        code: str,
        *,
        status: int = 200,
        velden: Mapping[str, object] | None = None,
        fouten: Mapping[str, str] | None = None,
        gedaan: str = "",
    ) -> HTMLResponse:
        """Show a melding to who has its code."""
        taal = taal_van(request, DEEL)
        if not code:
            return _opnieuw(request, 400, "", taal("volgen.leeg"))
        try:
            melding = await self._inzage.volg(code)
        except NietGevonden as fout:
            soort = "CodeOnbekend" if klopt(lees(code)) else "CodeKloptNiet"
            ouder = taal("volgen.ouder", duur=duur_in_woorden(self._bewaard, taal))
            return _opnieuw(request, 404, code, f"{taal.woord('weigering', soort, fout.reden)} {ouder}")
        return pagina(
            request,
            "intake/gevolgd.html",
            status=status,
            t=taal,
            volgcode=in_groepen(lees(code)),
            velden=velden or {},
            fouten=fouten or {},
            gedaan=gedaan,
            sleutel=(velden or {}).get("sleutel") or str(uuid4()),
            hoogstens=TEKST_HOOGSTENS,
            **self._in_woorden(melding, taal),
            **await self._van_melder(melding, taal),
        )

    async def _van_melder(self, melding: Melding, taal: Taal) -> dict[str, object]:
        gesprekken = self._melderkant.gesprekken
        verhaal = await gesprekken.verhaal(melding.id)
        stappen = await gesprekken.voortgang(melding.id, verhaal)
        stand = await gesprekken.stand(melding.id, melding.status, verhaal)
        open_ = [(str(uiting.id), _antwoord_op(uiting.tekst, taal)) for uiting in verhaal.uitingen if uiting.open]
        return {
            "status_woord": taal.woord("stand", stand, STANDEN[stand]),
            "toelichting": await self._inzage.toelichting(melding),
            "stappen": [(stap, _zin(stap, taal)) for stap in stappen],
            "gesprek": verhaal.uitingen,
            "vraagkeuzes": [*open_, (ANDERS, taal("gevolgd.anders"))],
            "ingelicht": any(stap.tekst for stap in stappen),
            "besproken": any(stap.code == BESPROKEN for stap in stappen),
            "contact": await self._melderkant.contacten.nummer(melding.id) is not None,
        }

    def _in_woorden(self, melding: Melding, taal: Taal) -> dict[str, object]:
        inhoud = melding.inhoud
        gemeente, aard = inhoud["gemeente"], AARDEN[Aard(inhoud["aard"])]
        namen = [("aard", aard), *((veld, self._woorden.naam(veld, gemeente, inhoud[veld])) for veld in VELDEN)]
        return {
            "melding": melding,
            "nummer": self._woorden.telefoon(gemeente),
            "gebeurd": melding.gebeurd,
            "gemeld": [
                *(_gemeld(veld, inhoud[veld], naam, taal) for veld, naam in namen if inhoud[veld]),
                *_getroffen(inhoud, taal),
            ],
        }


def _kortste(profielen: Profielen) -> timedelta:
    """How old a melding must be at least before its code is erased: which municipality it is of, nobody knows here."""
    return min(termijn(profiel, "volgcode").duur for profiel in profielen.alle())


def _zin(stap: Stap, taal: Taal) -> str:
    """Say a step, with the day of the meeting that it is about: in one sentence where it still has to be discussed."""
    dag = taal.datum(stap.overleg_op) if stap.overleg_op else ""
    code = DOORGESCHOVEN_NAAR if dag and stap.code == DOORGESCHOVEN else stap.code
    woorden = taal.woord("stap", code, STAPPEN[code])
    if code == DOORGESCHOVEN_NAAR:
        return woorden.format(dag=dag)
    return f"{woorden} {taal('gevolgd.dag', dag=dag)}" if dag else woorden


def _gemeld(veld: str, code: str, naam: str, taal: Taal) -> tuple[str, str, bool]:
    """Give the heading of a field and what was reported in it, and whether that is in this language."""
    woorden = taal.woord(veld, code, naam)
    return taal(f"vraag.{veld}.kort"), woorden, taal.nederlands or woorden != naam


def _getroffen(inhoud: Mapping[str, Any], taal: Taal) -> Iterator[tuple[str, str, bool]]:
    """Give what was chosen at who or what was affected, in the words of the form; nothing where nothing was."""
    codes = [code for code in (inhoud["gerichtTegen"],) if code != GerichtTegen.ONBEKEND]
    codes += ["publiekeTaak_kort"] if inhoud["publiekeTaak"] else []
    if codes:
        yield taal("vraag.gerichtTegen.kort"), ". ".join(taal(f"vraag.gerichtTegen.{code}") for code in codes), True


def _fouten(fout: OngeldigeInvoer, taal: Taal) -> dict[str, str]:
    return {gebrek.veld: taal.woord("weigering", gebrek.veld, gebrek.reden) for gebrek in fout.fouten}


def _antwoord_op(tekst: str | None, taal: Taal) -> str:
    """Name a question to choose it; what staff asked is Dutch."""
    if tekst is None:
        return f"{taal('gevolgd.antwoord_op')} {taal('gevolgd.zonder_tekst')}"
    elders = "" if taal.nederlands else Markup(' lang="nl"')
    return Markup("{} <span{}>{}</span>").format(taal("gevolgd.antwoord_op"), elders, _kort(tekst))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= VRAAG_HOOGSTENS else f"{tekst[:VRAAG_HOOGSTENS]}…"


def _code(velden: Mapping[str, object]) -> str:
    """Return the code that was typed, also what can be none: a text pasted whole is told from an empty field."""
    getypt = velden.get("volgcode")
    return getypt if isinstance(getypt, str) else ""


def _opnieuw(request: Request, status: int, getypt: str, reden: str) -> HTMLResponse:
    velden, fouten = {"volgcode": getypt}, {"volgcode": reden}
    taal = taal_van(request, DEEL)
    return pagina(request, "intake/volgen.html", status=status, t=taal, velden=velden, fouten=fouten)

"""One melding on a page, for staff and for the partner that it was handed over to."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import Gekoppeld, Gelijkenissen, Inzage, Melding, Verband
from services.intake.paginas.gedaan import gedaan
from services.intake.paginas.stappen import INTREKREDENEN, KOPPELINGEN, SLUITREDENEN, stappen
from services.intake.paginas.woorden import (
    AANGIFTE,
    AARD_VRAGEN,
    ANTWOORDEN,
    DAGDELEN,
    ERNST,
    SOORTEN,
    STATUSSEN,
    Woorden,
)
from services.intake.voortgang import status_voor_staf
from services.intake.waarschuwing import alarm
from shared.contracts.intake import Koppeling
from shared.facts import NietGevonden, Rejected
from shared.klok import Klok
from shared.ledger import from_iso
from shared.profiel import Profielen
from shared.web import mag, pagina, wie
from shared.woorden import GERICHT_TEGEN

JA_NEE = [("true", "Ja"), ("false", "Nee")]
GAANDE = [(code, "Nee, het is voorbij" if code == "nee" else woorden) for code, woorden in ANTWOORDEN]


class Detail:
    """Puts together what one page about a melding shows."""

    def __init__(
        self,
        inzage: Inzage,
        verband: Verband,
        gelijkenissen: Gelijkenissen,
        woorden: Woorden,
        profielen: Profielen,
        klok: Klok,
    ) -> None:
        self._inzage, self._verband, self._gelijkenissen = inzage, verband, gelijkenissen
        self._woorden, self._profielen, self._klok = woorden, profielen, klok

    async def toon(
        self,
        request: Request,
        melding_id: UUID,
        *,
        status: int = 200,
        velden: Mapping[str, object] | None = None,
        fouten: Mapping[str, str] | None = None,
        weigering: Rejected | None = None,
    ) -> HTMLResponse:
        """Show it; with what was sent and why that was refused, after a form that could not be taken."""
        melding = await self._inzage.een(melding_id)
        leest = await self._verband.leest_tekst(wie(request), melding)
        return pagina(
            request,
            "intake/melding.html",
            status=status,
            velden=velden or {},
            fouten=fouten or {},
            weigering=weigering,
            leest=leest,
            toelichting=await self._inzage.toelichting(melding) if leest else None,
            status_woord=status_voor_staf(STATUSSEN[melding.status], await self._verband.uit_overleg(melding)),
            **self._in_woorden(melding),
            **self._keuzes(melding),
            **await self._verbanden(request, melding, leest=leest),
            **await self._gedaan(melding, request.query_params.get("gedaan", "")),
        )

    def _in_woorden(self, melding: Melding) -> dict[str, object]:
        politie = melding.inhoud.get("politieGebeldOp")
        return {
            "melding": melding,
            "soort": SOORTEN[melding.soort],
            "gebeurd": melding.gebeurd,
            "politie_gebeld": from_iso(politie) if politie else None,
            "regels": list(self._woorden.beschreven(melding.inhoud)),
        }

    def _keuzes(self, melding: Melding) -> dict[str, object]:
        gemeente = melding.inhoud["gemeente"]
        return {
            "aarden": AARD_VRAGEN,
            "dagdelen": DAGDELEN,
            "themas": self._woorden.keuzes("themas", gemeente),
            "plaatsen": self._woorden.keuzes("plaatsen", gemeente),
            "gebieden": self._woorden.gebieden(gemeente, melding.inhoud["locatie"]),
            "partners": self._woorden.partners(gemeente),
            "gericht_tegen": [(code.value, naam) for code, naam in GERICHT_TEGEN.items()],
            "aangiften": [(code.value, naam) for code, naam in AANGIFTE.items()],
            "ernsten": [(str(code), naam) for code, naam in ERNST.items()],
            "ja_nee": JA_NEE,
            "wapen_keuzen": ANTWOORDEN,
            "gaande_keuzen": GAANDE,
            "koppelingen": [(code.value, naam) for code, naam in KOPPELINGEN.items()],
            "sluitredenen": [(code.value, naam) for code, naam in SLUITREDENEN.items()],
            "intrekredenen": [(code.value, naam) for code, naam in INTREKREDENEN.items()],
        }

    async def _verbanden(self, request: Request, melding: Melding, *, leest: bool) -> dict[str, object]:
        behandelt = mag(wie(request), "melding.behandelen")
        incident_van_hen = mag(wie(request), "melding.corrigeren") and melding.soort == "incident"
        return {
            "behandelt": behandelt,
            "corrigeert": behandelt or incident_van_hen,
            "gekoppeld": await self._gekoppeld(await self._verband.gekoppeld_voor(wie(request), melding.id)),
            "doorgezet": [
                (d, self._woorden.partner(melding.inhoud["gemeente"], d.aan))
                for d in await self._verband.doorgezet(melding.id)
            ],
            "gelijkend": await self._gelijkend(melding) if behandelt else [],
            "stappen": await self._stappen(melding.id, leest=leest),
        }

    async def _gedaan(self, melding: Melding, vorm: str) -> dict[str, object]:
        """What was done just now, and what the police hears because of it."""
        feiten = await self._verband.feiten(melding.id) if vorm else ()
        net = gedaan(vorm, feiten, self._klok(), self._woorden)
        if net is None or vorm != "corrigeer":
            return {"gedaan": net, "alarm": ""}
        samen = any(band.soort is Koppeling.ZELFDE_VOORVAL for band in await self._verband.gekoppeld(melding.id))
        profiel = self._profielen.van(melding.inhoud["gemeente"])
        return {"gedaan": net, "alarm": alarm([feit for _, feit in feiten], profiel, samen=samen)}

    async def _gekoppeld(self, banden: Sequence[Gekoppeld]) -> list[dict[str, object]]:
        return [{"id": band.melding_id, "hoe": _hoe(band), "wat": await self._wat(band.melding_id)} for band in banden]

    async def _gelijkend(self, melding: Melding) -> list[dict[str, object]]:
        return [
            {"id": ander.id, "wat": await self._wat(ander.id), "waarom": ", ".join(ander.redenen).capitalize()}
            for ander in await self._gelijkenissen.bij(melding)
        ]

    async def _wat(self, melding_id: UUID) -> str:
        """Name another melding by what it is about."""
        try:
            inhoud = (await self._inzage.een(melding_id)).inhoud
        except NietGevonden:
            return "Een andere melding"
        return self._woorden.kort(inhoud)

    async def _stappen(self, melding_id: UUID, *, leest: bool) -> list[dict[str, object]]:
        gedaan = stappen(await self._verband.feiten(melding_id), self._woorden)
        return [
            {"op": op, "wat": wat, "reden": await self._inzage.tekst(zegel) if leest and zegel else None}
            for op, wat, zegel in gedaan
        ]


def _hoe(band: Gekoppeld) -> str:
    if band.soort is Koppeling.ZELFDE_VOORVAL:
        return "Gaat over hetzelfde voorval"
    return "Is de hoofdmelding van deze melding" if band.ik_hoor_bij else "Hoort bij deze melding"

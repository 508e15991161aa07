"""What was put together in one escalation, and the form to split it."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from services.escalatie.application import Dossier, Inzage, splits
from services.escalatie.splitsing import NietsOmTeSplitsen
from services.escalatie.woorden import tijdstip
from services.escalatie.zicht import eis_zicht
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, context, formulier, omleiding, wie

HOOGSTENS = 200


def samengevoegd(dossier: Dossier) -> list[dict[str, str]]:
    """Every melding in it, with when it joined."""
    zone = dossier.zaak.profiel.zone
    begin = [{"melding_id": str(lid), "wanneer": "bij de opening"} for lid in dossier.meldingen]
    erbij = [
        {"melding_id": rij["melding_id"], "wanneer": f"erbij op {tijdstip(rij['op'], zone)}"}
        for rij in dossier.voeding
        if rij["melding_id"]
    ]
    return [*begin, *erbij][:HOOGSTENS]


def onderdrukt(dossier: Dossier) -> list[dict[str, Any]]:
    """Which smaller thresholds were held back, by name."""
    profiel = dossier.zaak.profiel
    namen = {drempel.code: drempel.omschrijving for drempel in profiel.drempels}
    return [{**rij, "naam": namen.get(rij["drempel"], rij["drempel"])} for rij in dossier.onderdrukt]


def voeg_toe(router: APIRouter, inzage: Inzage, ledger: Ledger, klok: Klok) -> None:
    """Add the route of the form."""

    @router.post("/escalaties/{escalatie_id}/splits")
    @actie("escalatie.splitsen")
    async def splits_af(request: Request, escalatie_id: UUID) -> RedirectResponse:
        lezer, zaak = wie(request), await inzage.zaak(escalatie_id)
        eis_zicht(lezer, zaak.escalatie.gemeente, zaak.escalatie.locatie)
        gekozen, door = _ids((await formulier(request)).get("meldingen", ())), str(lezer.rol)
        nieuw = await ledger.run(lambda tx: splits(tx, escalatie_id, gekozen, door=door), context(request, klok))
        return omleiding(f"/escalaties/{nieuw}")


def _ids(waarde: str | list[str] | tuple[str, ...]) -> set[UUID]:
    try:
        return {UUID(een) for een in ([waarde] if isinstance(waarde, str) else waarde)}
    except ValueError:
        raise NietsOmTeSplitsen from None

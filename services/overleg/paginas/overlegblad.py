"""The page of one meeting: what every action on it comes back to."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.overleg import TE_HOUDEN, Status, te_vroeg
from services.overleg.paginas import sluiten
from services.overleg.paginas.poging import LEEG
from services.overleg.paginas.voorbereiden import Voorbereiding
from services.overleg.paginas.woorden import Woorden
from services.overleg.paginas.woorden_agenda import GEDAAN
from services.overleg.vormen.bevoegd import beslisser, ziet
from services.overleg.vormen.partij import eigen
from shared.klok import Klok
from shared.web import mag, pagina, wie
from shared.web.gevoelig import Gevoelig
from shared.woorden import rolnaam


@dataclass(frozen=True, slots=True)
class Overlegblad:
    """Shows it, with what is wrong with a form where that was so."""

    inzage: Inzage
    dienst: Overlegdienst
    klok: Klok
    woorden: Woorden
    voorbereiding: Voorbereiding

    async def toon(
        self,
        request: Request,
        overleg_id: UUID,
        status: int = 200,
        velden: Mapping[str, object] = LEEG["velden"],
        gevoelig: Gevoelig | None = None,
        /,
        **fouten: str,
    ) -> HTMLResponse:
        """Give the page for this reader."""
        lezer, nu = wie(request), self.klok()
        zicht = ziet(self.dienst.profielen, lezer)
        agenda = await self.inzage.agenda(overleg_id, zicht)
        overleg = self.woorden.agenda(agenda)
        gemaakt = await self.inzage.gemaakt_bij(overleg_id) if mag(lezer, "overleg.sluiten") else sluiten.NIETS
        punten = sluiten.te_bespreken(overleg["punten"], gemaakt)
        beslist = beslisser(self.dienst.profielen, agenda.overleg)
        wat = {
            "overleg": overleg,
            "te_openen": agenda.overleg.status in TE_HOUDEN,
            "te_vroeg": te_vroeg(agenda.overleg.aanvang, nu),
            "dagen_vooraf": (agenda.overleg.aanvang - nu).days,
            "te_bespreken": punten,
            "vanzelf": sluiten.vanzelf(overleg["punten"]),
            "vreemd": sluiten.vreemd(agenda.overleg, self.dienst.profielen.van(agenda.overleg.gemeente), nu),
            "keuzes": sluiten.keuzes(punten),
            "besproken": sluiten.besproken(punten, velden),
            "vergeten": sluiten.vergeten(punten, velden),
            "gevoelig": gevoelig,
            "gevoelige_punten": sluiten.gevoelig(overleg["punten"]) if overleg["nog_te_sluiten"] else [],
            "gedaan": GEDAAN.get(request.query_params.get("gedaan", ""), ""),
            "bij": request.query_params.get("bij"),
            "voorstel": agenda.overleg.status is Status.VOORGESTELD,
            "beslist": mag(lezer, "voorstel.beslissen") and lezer.rol is beslist,
            "beslisser": rolnaam(beslist).lower(),
            "plek": agenda.overleg.locatie,
            "leest_meldingen": any(punt.meldingen for punt in agenda.agendapunten),
        }
        wat |= await self.voorbereiding.naast(agenda.overleg, zicht, tuple(eigen(self.dienst.profielen, lezer)), nu)
        return pagina(request, "overleg/overleg.html", status=status, fouten=fouten, velden=velden, **wat)

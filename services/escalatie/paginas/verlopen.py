"""Behind a link that has expired: what to do by whom it was for, whom to call, and how to get another."""

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.nieuwe_link import pas_gevraagd, stap_voor
from services.escalatie.paginas.beeld import kaart
from services.escalatie.verzending import Bewijs
from services.escalatie.woorden import rol_naam
from shared.klok import Klok
from shared.ledger import Ledger
from shared.profiel.schema import Rol
from shared.web import context, pagina


@dataclass(frozen=True)
class Verlopen:
    """What the page needs. It gives access to nothing: what is asked for goes to the role, not to who asks."""

    dienst: Escalatiedienst
    inzage: Inzage
    ledger: Ledger
    klok: Klok

    async def toon(self, request: Request, bewijs: Bewijs, token: str) -> HTMLResponse:
        """Show it."""
        dossier = await self.inzage.dossier(bewijs.escalatie_id)
        escalatie = dossier.zaak.escalatie
        return pagina(
            request,
            "escalatie/verlopen.html",
            status=410,
            kaart=kaart(dossier.rij, dossier.zaak, bewijs.rol, self.klok()),
            rol=rol_naam(bewijs.rol),
            politie=bewijs.rol == Rol.POLITIE,
            nodig=stap_voor(escalatie, bewijs.rol, bewijs.stap),
            gevraagd_op=pas_gevraagd(escalatie, bewijs.rol, self.klok()),
            token=token,
        )

    async def vraag(self, request: Request, bewijs: Bewijs) -> None:
        """Ask for another link."""
        await self.ledger.run(
            lambda tx: self.dienst.vraag_link(
                tx, bewijs.escalatie_id, rol=bewijs.rol, stap=bewijs.stap, trede=bewijs.trede
            ),
            context(request, self.klok),
        )

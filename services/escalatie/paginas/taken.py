"""What waits for somebody at escalatie: its part of the start page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.escalatie.application import Bereik, Filter, Inzage, Piketbalie
from services.escalatie.bericht import te_bellen
from services.escalatie.escalatie import moet_zelf_bevestigen, ontbrekende_stappen, te_bevestigen
from services.escalatie.situatie import anders, gezegd
from services.escalatie.staat import Escalatie, Status
from services.escalatie.woorden import rol_naam, rol_namen
from services.escalatie.zaak import Zaak
from services.escalatie.zicht import binnen
from shared.contracts.escalatie import Stap
from shared.profiel.schema import Rol
from shared.taken import Soort, Taak, geteld
from shared.web import Wie, mag
from shared.web.opmaak import tijdstip
from shared.woorden import opsomming

EEN_WEEK = timedelta(days=7)
HOOGSTENS = 50
KLAAR = "Klaar is het als de situatie voorbij is en wat nodig was, is gedaan of besloten."


@dataclass(frozen=True, slots=True)
class Escalatietaken:
    """Asks what waits, as far as this role does it and may see it."""

    inzage: Inzage
    balie: Piketbalie
    bereik: Bereik

    async def __call__(self, lezer: Wie, nu: datetime) -> Sequence[Taak]:
        """Give the tasks of this reader."""
        taken: list[Taak] = []
        if mag(lezer, "escalatie.lezen"):
            taken += await self._escalaties(lezer, nu)
        if mag(lezer, "piket.wijzigen"):
            taken += await self._rooster(lezer, nu)
        if mag(lezer, "kanalen.testen"):
            taken += await self._kanalen(lezer, nu)
        return taken

    async def _escalaties(self, lezer: Wie, nu: datetime) -> Iterable[Taak]:
        gevraagd = binnen(lezer, None, None)
        taken: list[Taak] = []
        for status in (Status.OPEN, Status.BEVESTIGD):
            for rij in await self.inzage.lijst(Filter(*gevraagd, status=status), aantal=HOOGSTENS):
                taken += await self._een(rij, lezer, nu)
        return taken

    async def _een(self, rij: dict[str, Any], lezer: Wie, op: datetime) -> Iterable[Taak]:
        zaak = await self.inzage.zaak(UUID(rij["escalatie_id"]))
        escalatie = zaak.escalatie
        pad, wat, sinds = f"/escalaties/{rij['escalatie_id']}", rij["omschrijving"], rij["geopend_op"]
        aan_mij = mag(lezer, "escalatie.bevestigen") and str(lezer.rol) in _gewaarschuwd(escalatie, rij["rollen"])
        stap = te_bevestigen(escalatie, str(lezer.rol)) if aan_mij else None
        ontbreekt = ontbrekende_stappen(escalatie)
        if nu := _doe_nu(zaak, str(lezer.rol), stap, op):
            uiterlijk, uitleg = (
                rij["tweede_stap_uiterlijk"] if stap is not Stap.ONTVANGEN else None,
                _eerst(zaak, nu[1]),
            )
            return (Taak(f"{nu[0]}: {wat}", pad, None, Soort.NU, sinds, uiterlijk, toelichting=uitleg),)
        if zaak.is_techniek and not mag(lezer, "kanalen.lezen"):
            return ()  # who runs the system mends it, and ends it when it is mended
        if ontbreekt:
            uitleg = _eerst(
                zaak, _niet_bezorgd(escalatie, rij["rollen"]), f"Dit moet nog gebeuren: {opsomming(ontbreekt)}."
            )
            return (Taak(f"Volg: {wat}", pad, soort=Soort.WETEN, sinds=sinds, toelichting=uitleg),)
        if mag(lezer, "escalatie.sluiten"):
            return (Taak(f"Sluit als het klaar is: {wat}", pad, sinds=sinds, toelichting=f"{KLAAR} {_door(rij)}"),)
        uitleg = f"{_door(rij)} U hoeft niet ook te bevestigen."
        return (Taak(f"Volg: {wat}", pad, soort=Soort.WETEN, sinds=sinds, toelichting=uitleg),) if stap else ()

    async def _rooster(self, lezer: Wie, nu: datetime) -> Iterable[Taak]:
        standen = await self.balie.standen(nu, nu + EEN_WEEK, lezer.gemeente)
        gaten = [gat for stand in standen for gat in stand.gaten]
        eerste = min((gat.van for gat in gaten), default=None)
        uitleg = "Dan heeft niemand dienst. Zonder piket gaat een waarschuwing meteen naar een ander."
        return geteld(len(gaten), "Vul een gat in het piketrooster", "/piket", uiterlijk=eerste, toelichting=uitleg)

    async def _kanalen(self, lezer: Wie, nu: datetime) -> Iterable[Taak]:
        niemand = await self.bereik.onbereikt(nu, lezer.gemeente)
        uitleg = f"Niemand krijgt nu bericht bij {rol_namen(een.rol for een in niemand)}."
        wat = "Zorg dat waarschuwingen aankomen"
        return geteld(len(niemand), wat, "/kanalen", soort=Soort.NU, toelichting=uitleg)


def _eerst(zaak: Zaak, *zinnen: str) -> str:
    """Put before all what the COA answered about a weapon and whether it goes on."""
    return " ".join(filter(None, (gezegd(zaak.overschreden), *zinnen)))


def _niet_bezorgd(escalatie: Escalatie, nu: str) -> str:
    """Say to who can call which notice reached nobody."""
    stil = escalatie.klaargezet - escalatie.gehoord if escalatie.status is Status.OPEN else frozenset[str]()
    wie = rol_namen(rol for rol in nu.split() if rol in stil)
    return f"Het bericht voor {wie} is bij niemand bezorgd. Bel zelf." if wie else ""


def _doe_nu(zaak: Zaak, rol: str, stap: Stap | None, op: datetime) -> tuple[str, str] | None:
    """Say what this role must do first, and why; None where nothing of it waits for this role."""
    escalatie, tweede = zaak.escalatie, zaak.escalatie.tweede_stap
    if stap is Stap.ONTVANGEN and (escalatie.status is Status.OPEN or moet_zelf_bevestigen(escalatie, rol)):
        return "Bevestig", anders(zaak, stap, rol, op) if escalatie.status is Status.OPEN else ""
    if stap is Stap.BURGEMEESTER_INGELICHT and tweede:
        zelf = rol in tweede.door
        wie = opsomming([te_bellen(zaak, een) for een in tweede.door])
        return ("Licht de burgemeester in", "") if zelf else ("Zorg dat de burgemeester is ingelicht", f"Bel {wie}.")
    if rol == Rol.BURGEMEESTER and tweede and not escalatie.burgemeester_ingelicht:
        bel = te_bellen(zaak, Rol.POLITIE)
        return "Vraag wat er is gebeurd", f"Nog niemand heeft bevestigd dat u dit hebt gehoord. Bel {bel}."
    return None


def _door(rij: dict[str, Any]) -> str:
    """One confirmation ends the warning for all (promise 6), so the others see whose it was."""
    return f"Bevestigd door {rol_naam(rij['bevestigd_door'])}, {tijdstip(rij['bevestigd_op'])}."


def _gewaarschuwd(escalatie: Escalatie, nu: str) -> frozenset[str]:
    """Give who was warned so far: who did not answer is still asked when the ladder has climbed past them."""
    return frozenset(rol for trede in escalatie.treden[: escalatie.trede + 1] for rol in trede.rollen) | {*nu.split()}

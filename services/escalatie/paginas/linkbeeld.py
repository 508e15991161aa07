"""What the page behind the link of a notice shows: all that the notice says, and no more than its role may see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from services.escalatie.application import Dossier
from services.escalatie.bericht import bel_nu, daarna, opdracht, te_bellen
from services.escalatie.gebeurd import in_het_kort
from services.escalatie.nieuwe_link import stap_voor
from services.escalatie.paginas.beeld import GEDAAN, Kaart, kaart
from services.escalatie.paginas.terug import ook_bevestigd, terugvraag
from services.escalatie.situatie import WEER_OPEN, anders, gezegd, niet_op_tijd, wat_er_is
from services.escalatie.staat import Status
from services.escalatie.verzending import Bewijs
from services.escalatie.woorden import rol_naam, rol_namen, wanneer
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import EscalatieBevestigd, Stap
from shared.contracts.escalatie.piket import BevestigingIngetrokken
from shared.profiel.schema import Rol
from shared.web import Wie, mag

GENOEMD = 20
"""So many moments stand on the page; the others are counted."""


@dataclass(frozen=True, slots=True)
class Keer:
    """When one of several happened; what it was and where to read on, for who may read the list of meldingen."""

    tekst: str
    melding: UUID | None = None


@dataclass(frozen=True, slots=True)
class Bevestigpagina:
    """What the link in a notice opens: one page, one button."""

    kaart: Kaart
    zaak: Zaak
    rol: str
    eigen: tuple[dict[str, Any], ...]
    anderen: tuple[dict[str, Any], ...]
    aanleiding: str
    """Why the notice came, where others had been warned before."""
    wat: tuple[tuple[str, str], ...]
    anders: str
    """What happens when nobody confirms."""
    teruggenomen: str
    """That this role took back what can be confirmed now, and what follows; empty where it did not."""
    gebeurd: tuple[Keer, ...] = ()
    """When each happened, where it counts several."""
    lezen: UUID | None = None
    """The incident whose text this role may read."""

    @property
    def gezegd(self) -> str:
        """What the COA said first of all to know."""
        return gezegd(self.zaak.overschreden)

    @property
    def coa(self) -> str:
        """Whom to call for what the reporter said, with the number; empty where the page says so already."""
        belt = self.kaart.bel_nu and self.kaart.bel_nu[0] == rol_naam(Rol.COA)
        return "" if belt else te_bellen(self.zaak, Rol.COA)

    @property
    def gesloten(self) -> bool:
        """Whether nothing needs to be done any more."""
        return self.zaak.escalatie.status is Status.GESLOTEN


def bevestigpagina(dossier: Dossier, bewijs: Bewijs, *, op: datetime) -> Bevestigpagina:
    """Show what this role can confirm now: the step of the link, or the one that follows it."""
    zaak, rol = dossier.zaak, bewijs.rol
    straks = stap_voor(zaak.escalatie, rol, bewijs.stap)
    gedaan = [{**wie, "wat": GEDAAN[Stap(wie["stap"])], "wie": rol_naam(wie["rol"])} for wie in dossier.bevestigingen]
    return Bevestigpagina(
        replace(
            kaart(dossier.rij, zaak, rol, op),
            stap=straks,
            doe_nu=_nu(zaak, rol, straks, op),
            bel_nu=bel_nu(zaak, rol, straks),
        ),
        zaak,
        rol_naam(rol),
        tuple({**wie, "terug": terugvraag(zaak, rol, Stap(wie["stap"]), op)} for wie in gedaan if wie["rol"] == rol),
        tuple(wie for wie in gedaan if wie["rol"] != rol),
        "" if _nam_terug(dossier, rol) else _aanleiding(zaak, bewijs),
        tuple(wat_er_is(zaak)),
        anders(zaak, straks, rol, op) if straks else "",
        _teruggenomen(dossier, rol, straks),
        tuple(_gebeurd(dossier, rol)),
        dossier.meldingen[0] if dossier.meldingen and _leest(zaak, rol) else None,
    )


def _nu(zaak: Zaak, rol: str, stap: Stap | None, op: datetime) -> str:
    """Say what to do now, or what is left to do for who confirmed everything."""
    return opdracht(zaak, rol, stap, op, nummer=False) if stap else daarna(zaak, rol, op)


def _nam_terug(dossier: Dossier, rol: str) -> Stap | None:
    """Say what this role took back last, where it has not confirmed anything since."""
    for feit in reversed(dossier.verloop):
        if isinstance(feit.fact, EscalatieBevestigd | BevestigingIngetrokken) and feit.fact.door == rol:
            return feit.fact.stap if isinstance(feit.fact, BevestigingIngetrokken) else None
    return None


def _teruggenomen(dossier: Dossier, rol: str, nu: Stap | None) -> str:
    if nu is None or _nam_terug(dossier, rol) is not nu:
        return ""
    if nu is not Stap.ONTVANGEN:
        return "Dit is teruggenomen. De burgemeester weet het dus nog niet."
    escalatie = dossier.zaak.escalatie
    opnieuw = rol_namen(escalatie.treden[escalatie.trede].rollen)
    weer = f"Wij waarschuwen opnieuw: {opnieuw}." if escalatie.status is Status.OPEN else ook_bevestigd(escalatie)
    return f"De bevestiging van {rol_naam(rol)} is teruggenomen. {weer}"


def _aanleiding(zaak: Zaak, bewijs: Bewijs) -> str:
    weer = zaak.escalatie.status is Status.OPEN and zaak.escalatie.weer_open
    return WEER_OPEN[weer] if weer else niet_op_tijd(zaak.escalatie, bewijs.trede, bewijs.rol)


def _gebeurd(dossier: Dossier, rol: str) -> Iterator[Keer]:
    """Give each moment, the newest first; what it was about only to who may read the list of meldingen."""
    leden = sorted(dossier.leden, key=lambda lid: lid.waarneming.voorgevallen_op, reverse=True)
    if len(leden) < 2:
        return
    wat, profiel = mag(Wie(Rol(rol)), "meldingen.lezen"), dossier.zaak.profiel
    for lid in leden[:GENOEMD]:
        erbij = f": {in_het_kort(profiel, lid)}" if wat else ", ingetrokken" if lid.ingetrokken else ""
        gebeurde = wanneer(lid.waarneming.voorgevallen_op, lid.waarneming.dagdeel, profiel.zone)
        tekst = f"{gebeurde}{erbij}"
        yield Keer(tekst, lid.id if wat else None)
    if len(leden) > GENOEMD:
        yield Keer(f"en nog {len(leden) - GENOEMD}, van eerder")


def _leest(zaak: Zaak, rol: str) -> bool:
    wie = Wie(Rol(rol))
    return zaak.tekst_open and (mag(wie, "alarmtekst.lezen") or mag(wie, "toelichting.lezen"))

"""What the pages show of an escalation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.escalatie.application import Dossier
from services.escalatie.bericht import Belregel, bel_nu, belregels, opdracht, zonder_nummer_voor
from services.escalatie.escalatie import te_bevestigen
from services.escalatie.paginas.terug import Terugvraag, terugvraag
from services.escalatie.situatie import gezegd
from services.escalatie.staat import Status
from services.escalatie.tijdlijn import UITKOMSTEN
from services.escalatie.woorden import rol_naam, rol_namen
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import Stap
from shared.wanneer import Gebeurd, gebeurd

KNOPPEN = {
    Stap.ONTVANGEN: "Ik heb dit bericht en pak het op",
    Stap.BURGEMEESTER_INGELICHT: "Ik heb de burgemeester ingelicht",
}
ETIKETTEN = {
    Status.OPEN: ("Open", "fout"),
    Status.BEVESTIGD: ("Bevestigd", "let-op"),
    Status.GESLOTEN: ("Gesloten", ""),
}

GEDAAN = {
    Stap.ONTVANGEN: "het bericht is ontvangen",
    Stap.BURGEMEESTER_INGELICHT: "de burgemeester is ingelicht",
}


@dataclass(frozen=True, slots=True)
class Kaart:
    """One escalation in the list. `zaak` is not there once it is closed."""

    rij: dict[str, Any]
    plek: str
    stap: Stap | None
    doe_nu: str
    bel_nu: tuple[str, str] | None
    """Whom to call for that, and the number."""
    gehoord: frozenset[str]
    klaargezet: frozenset[str]
    wat: str = ""
    """What happened, as the notice says it: two incidents have one name."""
    bellen: tuple[Belregel, ...] = ()
    """Whom to call, and `zonder_nummer` whom the profile gives no number of."""
    zonder_nummer: tuple[str, ...] = ()
    meer: bool = False
    """Whether several meldingen led to it: then it tells when the last of them happened."""

    @property
    def etiket(self) -> tuple[str, str]:
        """Words and colour of its status."""
        if self.rij["status"] == Status.BEVESTIGD and self.rij["tweede_stap"] and not self.rij["burgemeester_op"]:
            return "Ontvangst bevestigd", "let-op"
        return ETIKETTEN[Status(self.rij["status"])]

    @property
    def gebeurd(self) -> Gebeurd | None:
        """When it happened, as exactly as is known."""
        op = self.rij["voorgevallen_op"]
        return gebeurd(op, self.rij["dagdeel"]) if op else None

    @property
    def knop(self) -> str:
        """What this role confirms with one press."""
        return KNOPPEN[self.stap] if self.stap else ""

    @property
    def gewaarschuwd(self) -> str:
        """Who was warned last: of whom a notice left this server."""
        return rol_namen(rol for rol in self.rij["rollen"].split() if rol in self.gehoord)

    @property
    def niemand(self) -> str:
        """Of whom a notice was only kept on the server."""
        return rol_namen(rol for rol in self.rij["rollen"].split() if rol in self.klaargezet - self.gehoord)

    @property
    def onderweg(self) -> str:
        """Of whom no channel took a notice yet."""
        return rol_namen(rol for rol in self.rij["rollen"].split() if rol not in self.gehoord | self.klaargezet)

    @property
    def afloop(self) -> str:
        """How it ended, once it is closed."""
        return UITKOMSTEN.get(self.rij["uitkomst"] or "", "")

    @property
    def bevestigd_door(self) -> str:
        """Who confirmed first."""
        return rol_naam(self.rij["bevestigd_door"] or "")


def telvenster(dossier: Dossier) -> tuple[Gebeurd, Gebeurd] | None:
    """From when until when was counted, each end as exactly as the melding there says it.

    Where no melding stands at the beginning, the window begins so many days before its end: in the same part
    of the day.
    """
    venster = dossier.zaak.overschreden.venster
    if venster is None:
        return None
    leden = [lid.waarneming for lid in dossier.zaak.leden]
    # Of two at one moment the one that knows the hour comes last: it may be said then.
    delen = {lid.voorgevallen_op: lid.dagdeel for lid in sorted(leden, key=lambda lid: lid.dagdeel is None)}
    tot = delen.get(venster.tot)
    return Gebeurd(venster.van, delen.get(venster.van, tot)), Gebeurd(venster.tot, tot)


def kaart(rij: dict[str, Any], zaak: Zaak, rol: str | None, op: datetime) -> Kaart:
    """Show one escalation to a role."""
    escalatie = zaak.escalatie
    stap = te_bevestigen(escalatie, rol) if rol else None
    nu = stap or Stap.ONTVANGEN
    doe_nu, bel = opdracht(zaak, rol or "", nu, op, nummer=False), bel_nu(zaak, rol or "", nu)
    bellen, zonder = belregels(zaak, rol or ""), zonder_nummer_voor(zaak, rol or "")
    bezorgd = (escalatie.gehoord, escalatie.klaargezet)
    wat = f"{gezegd(zaak.overschreden)} {zaak.overschreden.toelichting}".strip()
    return Kaart(rij, zaak.plek, stap, doe_nu, bel, *bezorgd, wat, bellen, zonder, zaak.meer)


@dataclass(frozen=True, slots=True)
class Eigen:
    """What this role confirmed, and what is asked before it is taken back."""

    wat: str
    terug: Terugvraag | None


def eigen_bevestigingen(dossier: Dossier, rol: str, op: datetime) -> list[Eigen]:
    """Show what a role can take back."""
    stappen = [Stap(bevestigd["stap"]) for bevestigd in dossier.bevestigingen if bevestigd["rol"] == rol]
    door = f"Bevestigd door {rol_naam(rol)}"
    return [Eigen(f"{door}: {GEDAAN[stap]}.", terugvraag(dossier.zaak, rol, stap, op)) for stap in stappen]

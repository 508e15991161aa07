"""What the people of the demo do when the system asks something of them."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from nats.aio.client import Client

from meldketen.demo.client import Persoon
from meldketen.demo.scenario import LOCATIE, Voorval
from meldketen.demo.vergadering import Afspraak, Vergadering
from shared.klok import echte_klok
from shared.profiel import Rol
from shared.web.toegang import Toegang

ROLLEN = (Rol.MELDPUNT, Rol.POLITIE, Rol.OOV, Rol.BURGEMEESTER, Rol.PIKET)
NA_ONTVANGST = timedelta(minutes=4)
NA_BURGEMEESTER = timedelta(minutes=18)
NA_AFLOOP = timedelta(hours=20)
SLEUTEL_WERKT = timedelta(days=30)
"""How long the keys of a demo work: nobody looks after them once it ended."""
VERLOREN = 40
"""Bytes at the end of a damaged message that never arrive: it is no JSON any more, and a person can still read it."""


class Mensen:
    """Meldpunt, police, OOV, burgemeester and piket. Blocking: call from a thread."""

    def __init__(self, url: str, toegang: Toegang, gemeente: str) -> None:
        self._gemeente = gemeente
        tot = echte_klok() + SLEUTEL_WERKT
        self._als = {rol: Persoon(url, toegang.maak_sleutel(rol, label="demo", geldig_tot=tot)) for rol in ROLLEN}
        self._vergadering = Vergadering(self._als[Rol.OOV], self._als[Rol.MELDPUNT])
        self._gezien: set[str] = set()

    def meld(self, voorval: Voorval) -> None:
        """Report as the desk does."""
        self._als[Rol.MELDPUNT].doe("/intake/v1/meldingen", voorval.inhoud)

    def publicaties(self, gepland: Iterable[tuple[datetime, str]]) -> list[Afspraak]:
        """Return the promise to publish the figures of each of these quarters."""
        return [(op, partial(self._publiceer, kwartaal)) for op, kwartaal in gepland]

    def overleggen(self, van: datetime, tot: datetime) -> list[Afspraak]:
        """Return which meetings are held in this stretch of time: opened, and closed an hour later."""
        gevonden = self._als[Rol.OOV].lees(
            "/overleg/v1/overleggen", vanaf=van.isoformat(), tot=tot.isoformat(), perPagina="200"
        )
        afspraken: list[Afspraak] = []
        for overleg in gevonden["overleggen"]:
            if overleg["status"] in {"gepland", "voorgesteld"} and overleg["overlegId"] not in self._gezien:
                self._gezien.add(overleg["overlegId"])
                afspraken += self._vergadering.houd(overleg)
        return afspraken

    def escalaties(self, nu: datetime) -> list[Afspraak]:
        """Return what the new open escalations ask of people."""
        gevonden = self._als[Rol.OOV].lees("/escalatie/v1/escalaties", status="open")
        afspraken: list[Afspraak] = []
        for escalatie in gevonden["escalaties"]:
            if escalatie["escalatieId"] not in self._gezien:
                self._gezien.add(escalatie["escalatieId"])
                afspraken += self._pak_op(escalatie, nu)
        return afspraken

    def _publiceer(self, kwartaal: str) -> None:
        inhoud = {"locatie": LOCATIE, "kwartaal": kwartaal}
        self._als[Rol.OOV].doe("/rapportage/v1/open-data/_publiceer", inhoud)

    def _pak_op(self, escalatie: dict[str, Any], nu: datetime) -> list[Afspraak]:
        """Whoever was warned and is played here confirms; OOV closes it the next day."""
        pad, oov = f"/escalatie/v1/escalaties/{escalatie['escalatieId']}", self._als[Rol.OOV]
        klaar: Afspraak = (nu + NA_AFLOOP, lambda: oov.doe(f"{pad}/_sluit", {"uitkomst": "afgehandeld"}))
        gewaarschuwd = [self._als[rol] for rol in ROLLEN if rol in escalatie["gewaarschuwd"]]
        stappen = [(NA_ONTVANGST, "ontvangen")]
        if escalatie["regel"] == "LVS-0.3" and Rol.POLITIE in escalatie["gewaarschuwd"]:
            stappen.append((NA_BURGEMEESTER, "burgemeester-ingelicht"))
        gedaan = [
            (nu + na, partial(wie.doe, f"{pad}/_bevestig", {"stap": stap}))
            for wie in gewaarschuwd[:1]
            for na, stap in stappen
        ]
        return [*gedaan, klaar]


async def meld_incident(nc: Client, gemeente: str, voorval: Voorval) -> None:
    """Send an incident as a COA location system does: a CloudEvent on its own subject."""
    await nc.request(f"coa.{gemeente}.{LOCATIE}.incident", wat_aankomt(voorval), timeout=5)


def wat_aankomt(voorval: Voorval) -> bytes:
    """Return the CloudEvent as it arrives: whole, or without its end."""
    event = {
        "specversion": "1.0",
        "id": uuid4().hex,
        "source": f"urn:demo:coa:{LOCATIE}",
        "type": "nl.coa.incident.v1",
        "datacontenttype": "application/json",
        "data": voorval.inhoud,
    }
    bericht = json.dumps(event).encode()
    return bericht[:-VERLOREN] if voorval.soort == "beschadigd" else bericht

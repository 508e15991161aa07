"""Reading from an installation what must be true after any fault: the sets, and `controleer`."""

import asyncio
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from nats.aio.client import Client

from meldketen.aansluiting import sluit_aan
from meldketen.controle.bus import LEZER
from shared.bus import GEBEURTENISSEN, from_message
from shared.bus.api import Again, ApiError
from shared.bus.pull import Pull
from shared.kortnummer import kortnummer
from shared.natsserver import lees_verbinding
from shared.settings import Settings
from tests.faults.melders import Melders
from tests.faults.standen import Oordeel, Plek, Standen, oordeel
from tests.journeys.installatie import Installatie, lees_regels
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

BRONNEN = ("intake", "overleg", "escalatie")
RUST = 180
"""Seconds in which all that is under way must have arrived."""
MELDINGEN = ("melding-ontvangen", "incident-gemeld")
ONVERWIJLD = "LVS-0.3"
ESCALATIE = re.compile(r"^Escalatie: (\S+)$", re.MULTILINE)


def bewijs(
    installatie: Installatie,
    melders: Iterable[Melders],
    politie: Ontvanger | None = None,
    rust: Callable[[], object] = lambda: True,
) -> tuple[Standen, Oordeel]:
    """Wait until nothing is missing any more, and judge: every set, then every chain and view.

    What is doubled, or out of order, does not heal by waiting. `rust`: what must be so before anything is compared.
    """
    melders = list(melders)
    vreemd = [antwoord for melder in melders for antwoord in melder.vreemd]
    assert not vreemd, vreemd[:3]
    wacht_tot(rust, RUST, op="rust")
    einde, standen = time.monotonic() + RUST, lees(installatie, melders, politie)
    while oordeel(standen).verloren and time.monotonic() < einde:
        standen = lees(installatie, melders, politie)
    gevonden = oordeel(standen)
    if gevonden.goed:
        wacht_tot(installatie.is_rustig, RUST, op="rust")
        gecontroleerd = installatie.opdracht("controleer")
        assert gecontroleerd.code == 0, gecontroleerd.uit + gecontroleerd.fout
    return standen, gevonden


def lees(installatie: Installatie, melders: Sequence[Melders], politie: Ontvanger | None) -> Standen:
    """Read what everybody holds now: what was applied before what is published, and that before what is stored.

    Then a fact that is told meanwhile (timers go on) is missing at the end of the way at most, which heals.
    """
    geteld, verwerkt = _geteld(installatie), _ontvangen(installatie)
    gelezen = wacht_tot(lambda: _gelezen(installatie), RUST, op="de stroom lezen")
    stroom = [plek for plek in gelezen if plek[0] in BRONNEN]
    regels = lees_regels(installatie.opdracht("exporteer").uit)
    geopend = [data for data in van_soort(regels, "escalatie-geopend") if data["regel"] == ONVERWIJLD]
    punten = van_soort(regels, "agendapunt-toegevoegd")
    escalaties = [(melding, kortnummer(data["escalatieId"])) for data in geopend for melding in data["meldingen"]]
    verteld = [nummer for text in politie.teksten("politie") for nummer in ESCALATIE.findall(text)] if politie else []
    return Standen(
        gemeld=sum(melder.gemeld for melder in melders),
        ontvangen=[melding for melder in melders for melding in melder.ontvangen],
        bewaard=[data["meldingId"] for data in van_soort(regels, *MELDINGEN)],
        grootboeken=[_plek(regel) for regel in regels if _bron(regel) in BRONNEN],
        stroom=stroom,
        verwerkt=verwerkt,
        geteld=geteld,
        agenda=[(data["overlegId"], melding) for data in punten for melding in data["meldingen"]],
        incidenten=[data["meldingId"] for data in van_soort(regels, "incident-gemeld")] if politie else [],
        escalaties=escalaties if politie else [],
        alarmen=verteld,
    )


def events(installatie: Installatie, naam: str) -> list[dict]:
    """Return the events of one kind, from the ledgers themselves."""
    return van_soort(lees_regels(installatie.opdracht("exporteer").uit), naam)


def van_soort(regels: Iterable[dict], *namen: str) -> list[dict]:
    """Return the data of the events of these kinds."""
    return [regel["data"] for regel in regels if regel["type"].split(".")[-2] in namen]


def _gelezen(installatie: Installatie) -> list[Plek] | None:
    """Read the whole stream; None while a cluster that agrees again since a moment asks to come back."""
    try:
        return asyncio.run(op_de_stroom(installatie))
    except (Again, ApiError):
        return None


async def op_de_stroom(installatie: Installatie) -> list[Plek]:
    """Read the whole stream, in its order."""
    verbinding = lees_verbinding(installatie.data / "nats")
    instellingen = installatie.instellingen
    nkey, ca = instellingen.get("MELDKETEN_NATS_NKEY"), instellingen.get("MELDKETEN_NATS_CA")
    url = instellingen.get("MELDKETEN_NATS") or (verbinding.url if verbinding else "")
    broker = await sluit_aan(url, Settings(nats_nkey=Path(nkey) if nkey else None, nats_ca=Path(ca) if ca else None))
    try:
        return await _lees_stroom(broker.connection)
    finally:
        await broker.stop()


async def _lees_stroom(nc: Client) -> list[Plek]:
    gelezen: list[Plek] = []
    async with Pull(nc, GEBEURTENISSEN, LEZER) as pull:
        while pull.pending:
            for bericht in await pull.next():
                event = from_message(bericht.subject, bericht.headers, bericht.data)
                gelezen.append((event.source, event.place, event.id))
    return gelezen


def vraag(installatie: Installatie, dienst: str, sql: str) -> list[tuple[Any, ...]]:
    """Read rows from the store of a service, past the service itself."""
    if installatie.database:
        with psycopg.connect(installatie.database, options=f"-c search_path={dienst}") as postgres:
            return postgres.execute(sql).fetchall()  # type: ignore[arg-type]
    with closing(sqlite3.connect(installatie.data / f"{dienst}.db")) as bestand:
        return bestand.execute(sql).fetchall()


def _ontvangen(installatie: Installatie) -> list[Plek]:
    rijen = vraag(installatie, "rapportage", "SELECT source, place, id FROM ontvangen ORDER BY source, place")
    return [(bron, plaats, nummer) for bron, plaats, nummer in rijen]


def _geteld(installatie: Installatie) -> int:
    beeld = installatie.get("oov", "/rapportage/v1/weekbeelden", locatie="rokkeveenseweg")
    weken = ("dezeWeek", "vorigeWeek")  # a history that is played in the night to Monday is in both
    return sum(int(beeld[soort]["totaal"][week] or 0) for soort in ("meldingen", "incidenten") for week in weken)


def _plek(regel: dict) -> Plek:
    return _bron(regel), int(regel["sequence"]), regel["id"]


def _bron(regel: dict) -> str:
    return str(regel["source"].split("-")[-1])

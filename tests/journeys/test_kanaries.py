"""What identifies somebody comes in by every door, and stands nowhere: no file, log, stream or copy (promise 7)."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import nats
import pytest

from services.intake.geheim import Geheim
from services.intake.kluis import Doel, Lezer, open_kluis
from shared.facts import Context, NietGevonden
from shared.klok import echte_klok
from shared.natsserver import lees_verbinding
from shared.profiel import Profielen, laad
from shared.tracing.span import ATTRIBUTES
from shared.wisregister import Wisregister
from tests.journeys.collector import Collector
from tests.journeys.conftest import ALLEEN_BESTANDEN
from tests.journeys.installatie import Installatie, incident, melding
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

pytestmark = ALLEEN_BESTANDEN

ADRES, NUMMER = "kanarie@voorbeeld.nl", "06 81 54 27 93"
KANARIES = (ADRES, "kanarie%40voorbeeld.nl", NUMMER, "0681542793", "31681542793", "111222333", "NL91ABNA0417164300")
VERHAAL = f"Ik ben {ADRES}, bel {NUMMER} of 0681542793. Mijn bsn is 111222333 en NL91ABNA0417164300 is van mij."
VOLGT = "/intake/v1/terugkoppelingen"


async def door_elke_deur(installatie: Installatie, tmp_path: Path) -> dict[str, str]:
    """Tell the same story at every door, taken and refused; give the receipt of who left an address."""
    verteld = melding(toelichting=VERHAAL)
    bon: dict[str, str] = installatie.post(
        "publiek", "/intake/v1/meldingen", {**verteld, "terugkoppeling": {"email": ADRES, "telefoon": NUMMER}}
    ).json()
    installatie.post("publiek", "/intake/v1/meldingen", {**verteld, "locatie": ADRES, ADRES: NUMMER})
    installatie.post("meldpunt", "/intake/v1/meldingen", {**verteld, "bron": "kanarie", "kenmerk": "0681542793"})
    installatie.post("coa", "/intake/v1/incidenten", incident(toelichting=VERHAAL, ernst=1))
    installatie.post("publiek", f"{VOLGT}/_bekijk", {"volgcode": ADRES})
    installatie.post("publiek", f"{VOLGT}/_vul-aan", {"volgcode": bon["volgcode"], "tekst": VERHAAL})
    installatie.post("oov", f"/intake/v1/meldingen/{bon['meldingId']}/_stel-vraag", {"vraag": VERHAAL})
    _met_formulieren(installatie, verteld)
    _uit_een_bestand(installatie, tmp_path)
    await _van_het_coa(installatie)
    return bon


def _met_formulieren(installatie: Installatie, verteld: dict[str, str]) -> None:
    dag, tijd = verteld["voorgevallenOp"][:10], "00:05"
    velden = {
        "sleutel": str(uuid4()),
        "locatie": "gm0637:rokkeveenseweg",
        "plaats": "buiten-noodopvang",
        "aard": "overlast",
        "datum": dag,
        "tijd": tijd,
        "toelichting": VERHAAL,
    }
    for rol, pad, erbij in (("publiek", "/melden/versturen", {}), ("meldpunt", "/melden", {"kanaal": "telefoon"})):
        with installatie.als(rol) as client:
            antwoord = client.post(pad, data={**velden, **erbij, "sleutel": str(uuid4())})
            assert antwoord.status_code == 200, antwoord.text
            client.post(pad, data={**velden, **erbij, "datum": ADRES, "telefoon": NUMMER})
            client.post("/volgen", data={"volgcode": ADRES})
            client.get(f"/volgen?volgcode={ADRES}")


def _uit_een_bestand(installatie: Installatie, tmp_path: Path) -> None:
    bestand = tmp_path.parent / f"{tmp_path.name}-bron.csv"
    goed = f'overlast,buiten-noodopvang,2026-01-20T10:00:00Z,k-1,"{VERHAAL}"'
    fout = f"{ADRES},{NUMMER},0681542793,{ADRES},x"
    bestand.write_text("\n".join(["aard,plaats,voorgevallenOp,kenmerk,toelichting", goed, fout]))
    uit = installatie.opdracht("importeer", str(bestand), "--locatie", "rokkeveenseweg")
    bestand.unlink()
    assert not [kanarie for kanarie in KANARIES if kanarie in uit.uit + uit.fout]


async def _van_het_coa(installatie: Installatie) -> None:
    verbinding = lees_verbinding(installatie.data / "nats")
    assert verbinding is not None
    nc = await nats.connect(verbinding.url)
    for lijf in (incident(toelichting=VERHAAL, ernst=1), {"toelichting": VERHAAL, ADRES: 1}):
        event = {
            "specversion": "1.0",
            "id": uuid4().hex,
            "source": "urn:coa",
            "type": "nl.coa.incident.v1",
            "data": lijf,
        }
        await nc.jetstream().publish("coa.gm0637.rokkeveenseweg.incident", json.dumps(event).encode())
    await nc.close()


def gevonden(*plekken: Path) -> list[tuple[str, str]]:
    """Which canary stands in which file."""
    bestanden = [pad for plek in plekken for pad in ([plek] if plek.is_file() else plek.rglob("*")) if pad.is_file()]
    assert len(bestanden) > 5
    return [(str(pad), kanarie) for pad in bestanden for kanarie in KANARIES if kanarie.encode() in pad.read_bytes()]


async def test_wat_iemand_herkenbaar_maakt_staat_nergens(
    maak: Callable[[], Installatie], ontvanger: Ontvanger, collector: Collector, tmp_path: Path
) -> None:
    """Not in a file, log, stream, trace or copy; once erased, a copy with all that is on disk opens nothing."""
    installatie = maak()
    installatie._env["MELDKETEN_TERUGKOPPELING_MAIL"] = f"{ontvanger.kanaal('melder')}/{{aan}}"
    installatie._env |= collector.instellingen
    installatie.start()
    bon = await door_elke_deur(installatie, tmp_path)
    wacht_tot(lambda: [pad for pad, _ in ontvanger.berichten if "kanarie" in pad], 20, op="mail aan de melder")
    wacht_tot(lambda: _incidenten(installatie) == (2, 1), 20, op="incidenten van het COA")
    nummer = _rijen(installatie, "SELECT contact_id FROM contactnummers")[0][0]
    wacht_tot(installatie.is_rustig, 30, op="rust")
    contact = f"/intake/v1/meldingen/{bon['meldingId']}/_bekijk-contact"
    gelezen = installatie.post("meldpunt", contact, {"doel": "meer-informatie"}).json()
    assert gelezen == {"email": ADRES, "telefoon": "+31681542793"}
    kopie = installatie.opdracht("backup", str(tmp_path / "kopie"))
    assert kopie.code == 0, kopie.fout
    installatie.post("publiek", f"{VOLGT}/_wis-contact", {"volgcode": bon["volgcode"]})
    installatie.stop()
    assert gevonden(installatie.data, tmp_path / "kopie", tmp_path / "uitvoer.txt") == []
    verteld = {f"{stap.dienst}: {stap.naam}" for stap in collector.stappen}
    assert verteld > {"intake: POST /intake/v1/meldingen", "paginas: POST /melden", "intake: opslaan MeldingOntvangen"}
    assert [kanarie for kanarie in KANARIES if kanarie.encode() in collector.ruw] == []
    assert {naam for stap in collector.stappen for naam in stap.kenmerken} <= ATTRIBUTES

    (tmp_path / "elders").mkdir()
    elders = Installatie(tmp_path / "elders")
    assert elders.opdracht("herstel", str(tmp_path / "kopie")).code == 0
    for over in installatie.data.glob("sleutels.db*"):
        shutil.copy(over, elders.data)
    geheim = Geheim((elders.data / "geheim").read_text().strip().encode())
    kluis = open_kluis(
        str(elders.data),
        str(elders.data),
        geheim,
        Profielen([laad("zoetermeer")]),
        echte_klok,
        Wisregister(tmp_path / "wis"),
    )
    assert UUID(nummer) in await kluis.nummers(echte_klok())
    with pytest.raises(NietGevonden):
        await kluis.lees(
            UUID(nummer),
            gemeente="gm0637",
            doel=Doel.MEER_INFORMATIE,
            lezer=Lezer("meldpunt"),
            context=Context(echte_klok(), uuid4().hex),
        )
    kluis.sluit()


def _incidenten(installatie: Installatie) -> tuple[int, int]:
    """How many incidents were taken, and how many messages were kept apart."""
    genomen = _rijen(installatie, "SELECT COUNT(*) FROM meldingen WHERE soort = 'incident'")
    return genomen[0][0], _rijen(installatie, "SELECT COUNT(*) FROM coa_quarantaine")[0][0]


def _rijen(installatie: Installatie, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(installatie.data / "intake.db", timeout=10)) as database:
        return database.execute(sql).fetchall()

"""From an incident or a threshold to people, and on until one of them confirms."""

import json
import re
from collections.abc import Callable
from uuid import uuid4

import httpx
import nats

from shared.kortnummer import kortnummer
from shared.natsserver import lees_verbinding
from tests.journeys.collector import Collector
from tests.journeys.installatie import ZONDER_TLS, Installatie, incident, melding
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

LINK = re.compile(r"^Bevestigen: (\S+)$", re.MULTILINE)
SPOOR, STAP_VAN_HET_COA = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
SNEL = (
    ('{ rollen = ["politie"], wacht = "PT10M" }', '{ rollen = ["politie"], wacht = "PT1S" }'),
    ('{ rollen = ["piket", "oov"], wacht = "PT10M" }', '{ rollen = ["piket", "oov"], wacht = "PT1H" }'),
)


def escalatie(installatie: Installatie) -> dict:
    """Return the only escalation."""
    gevonden = installatie.get("oov", "/escalatie/v1/escalaties")["escalaties"]
    assert len(gevonden) == 1, gevonden
    return gevonden[0]


def test_an_incident_warns_climbs_and_stops_when_a_person_confirms(
    maak: Callable[[], Installatie], ontvanger: Ontvanger
) -> None:
    """LVS-0.3: police at once; nobody confirms: piket and OOV; the link in the message confirms without login."""
    installatie = maak().pas_profiel_aan(*SNEL).start()
    gemeld = installatie.post("coa", "/intake/v1/incidenten", incident())
    assert gemeld.status_code == 201, gemeld.text
    tekst = wacht_tot(lambda: ontvanger.teksten("politie"), op="politie")[0]
    wacht_tot(lambda: ontvanger.teksten("piket") and ontvanger.teksten("oov"), op="opschalen")

    zaak = escalatie(installatie)
    assert f"Escalatie: {kortnummer(zaak['escalatieId'])}" in tekst
    assert "Regel: LVS-0.3" in tekst
    link = LINK.search(tekst)[1]
    for _ in range(10):
        assert httpx.get(link, verify=ZONDER_TLS).status_code == 200
    assert escalatie(installatie)["bevestigdDoor"] is None

    assert bevestig_met_link(link).status_code in {200, 303}
    zaak = escalatie(installatie)
    assert (zaak["status"], zaak["bevestigdDoor"]) == ("bevestigd", "politie")
    assert zaak["politieIngelichtOp"]
    assert zaak["burgemeesterIngelichtOp"] is None

    pad = f"/escalatie/v1/escalaties/{zaak['escalatieId']}"
    assert installatie.post("politie", f"{pad}/_bevestig", {"stap": "burgemeester-ingelicht"}).status_code == 200
    assert escalatie(installatie)["burgemeesterIngelichtOp"]


def bevestig_met_link(link: str) -> httpx.Response:
    """Do what a person does: open the page, and press its one button."""
    with httpx.Client() as browser:
        pagina = browser.get(link).text
        velden = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', pagina))
        return browser.post(link.split("?")[0], data=velden)


def test_a_threshold_warns_the_driehoek_and_proposes_a_meeting(
    maak: Callable[[], Installatie], ontvanger: Ontvanger
) -> None:
    """LVS-1.6: the fifth report of a kind within the window gives three notices and a proposed driehoek, once."""
    installatie = maak().start()
    for _ in range(5):
        wacht_tot(installatie.is_rustig, op="rust")
        assert not ontvanger.teksten("om")
        meld_winkeldiefstal(installatie)
    wacht_tot(lambda: all(ontvanger.teksten(rol) for rol in ("burgemeester", "politie", "om")), op="driehoek")
    tekst = ontvanger.teksten("om")[0]
    assert "Regel: LVS-1.6" in tekst
    assert "ingesteld door de gemeente op 15 september 2026" in tekst.lower()

    agendas = wacht_tot(
        lambda: installatie.get("oov", "/overleg/v1/agendas", reeks="driehoek")["agendas"], op="voorstel"
    )
    assert agendas[0]["overleg"]["status"] == "voorgesteld"
    meld_winkeldiefstal(installatie)
    wacht_tot(installatie.is_rustig, op="rust")
    assert [len(ontvanger.teksten(rol)) for rol in ("burgemeester", "politie", "om")] == [1, 1, 1]


def meld_winkeldiefstal(installatie: Installatie) -> None:
    """Report a theft from a shop; it must be taken."""
    inhoud = melding(aard="crimineel", thema="winkeldiefstal", gerichtTegen="ondernemers")
    assert installatie.post("meldpunt", "/intake/v1/meldingen", inhoud).status_code == 201


def _los(collector: Collector) -> list[tuple[str, str]]:
    """Give the steps of the COA's trace that follow on none that is known, with what they say to follow on."""
    stappen = collector.van(SPOOR)
    return [(stap.naam, stap.na) for stap in stappen.values() if stap.na not in stappen]


async def test_a_coa_system_sends_an_incident_over_nats(
    maak: Callable[[], Installatie], ontvanger: Ontvanger, collector: Collector
) -> None:
    """A CloudEvent on the COA subject warns the police; sent twice it is one; an unreadable one warns people too.

    Every step from the message of the COA to the webhook of the police stands in the trace that the COA began.
    """
    installatie = maak()
    installatie._env |= collector.instellingen
    installatie.start()
    inhoud = incident()
    event = {
        "specversion": "1.0",
        "id": uuid4().hex,
        "source": "urn:proef",
        "type": "nl.coa.incident.v1",
        "traceparent": f"00-{SPOOR}-{STAP_VAN_HET_COA}-01",
        "data": inhoud,
    }
    nc = await nats.connect(lees_verbinding(installatie.data / "nats").url)
    for _ in range(2):
        await nc.request("coa.gm0637.rokkeveenseweg.incident", json.dumps(event).encode(), timeout=5)
    wacht_tot(lambda: ontvanger.teksten("politie"), op="politie")
    await nc.request("coa.gm0637.rokkeveenseweg.incident", b"\xff{niet te lezen", timeout=5)
    wacht_tot(lambda: ontvanger.teksten("piket"), op="quarantaine")
    await nc.close()
    wacht_tot(installatie.is_rustig, op="rust")
    assert len(ontvanger.teksten("politie")) == 1
    assert "LVS-0.3" in ontvanger.teksten("piket")[0]

    weg = [
        "intake: overnemen COA-bericht",
        "intake: opslaan IncidentGemeld",
        "intake: publiceren IncidentGemeld",
        "escalatie: verwerken IncidentGemeld",
        "escalatie: opslaan EscalatieGeopend",
        "escalatie: versturen bericht",
        "escalatie: opslaan AlarmVerzonden",
    ]
    # A step is sent on when it ends, so what it led to may be there before it.
    wacht_tot(lambda: collector.weg_naar("opslaan AlarmVerzonden", "escalatie") == weg, op="de hele weg")
    wacht_tot(lambda: _los(collector) == [("overnemen COA-bericht", STAP_VAN_HET_COA)] * 2, op="één spoor")

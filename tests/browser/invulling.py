"""What is put into the filled installation, through the doors that everybody uses."""

import asyncio
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import nats
from nats.js.api import DeliverPolicy

from services.escalatie.verzending import Bevestiglink, Bewijs
from services.escalatie.verzending.link import GELDIG
from shared.bus import from_message
from shared.bus.quarantine import set_apart
from shared.contracts.escalatie import Stap
from shared.kortnummer import kortnummer
from shared.natsserver import lees_verbinding
from tests.browser.huis import Huis
from tests.journeys.installatie import incident, melding
from tests.wachten import wacht_tot

TOELICHTING = "Er werd hard geroepen. <script>alert(1)</script> " + "heel" * 30 + "lang woord."
CONTACT = {"terugkoppeling": {"email": "melder@example.org"}}
KERNCIJFERS = Path(__file__).parents[1] / "data" / "kerncijfers.csv"
ESCALATIE = re.compile(r"^Escalatie: (\S+)$", re.MULTILINE)
LINK = re.compile(r"^Bevestigen: (\S+)$", re.MULTILINE)
MELDINGEN: tuple[dict[str, Any], ...] = (
    {"toelichting": TOELICHTING, "gebied": "rokkeveen"},
    {"aard": "ggz", "thema": "verward-gedrag", "kanaal": "meldpunt-bezorgd"},
    {"thema": "intimidatie", "gerichtTegen": "bewoners", "kanaal": "overlast-van-buren", "aangifte": "gedaan"},
    *({"aard": "crimineel", "thema": "winkeldiefstal", "gerichtTegen": "ondernemers", "kanaal": "winkeliers"},) * 5,
)


def vul(huis: Huis) -> None:
    """Put in meldingen, incidents in every stage, a closed meeting, and a measure."""
    weet = huis.weet
    afloop = huis.opdracht("drempels", "cijfers", str(KERNCIJFERS))
    assert afloop.code == 0, afloop.fout
    weet["eerder"] = _eerste_overleg(huis)
    ids = [_meld(huis, "meldpunt", "meldingen", melding(**velden)) for velden in MELDINGEN]
    weet["melding"] = ids[0]["meldingId"]
    weet["volgcode"] = _meld(huis, "publiek", "meldingen", melding(kanaal="webformulier", **CONTACT))["volgcode"]
    weet["gevolgd"] = _gesprek(huis, weet["volgcode"])
    weet["groepscode"] = _groepscode(huis)
    weet["behandeld"] = _behandel(huis, ids[3]["meldingId"], ids[4]["meldingId"])
    weet["apart"] = asyncio.run(_weiger(huis))
    for stand in ("gesloten", "bevestigd", "open"):
        weet[stand], weet["bevestiglink"] = meld_incident(huis)
        _breng(huis, weet[stand], stand)
    weet["verlopenlink"] = _verlopen_link(huis, weet["open"])
    _leg_op(huis)
    huis.tot_rust()
    weet["lvos"], weet["driehoek"] = _eerstvolgende(huis, "lvos"), _eerstvolgende(huis, "driehoek")
    weet["voorgesteld"] = huis.get("oov", f"/overleg/v1/overleggen/{weet['driehoek']}")["overleg"]["escalatieId"]
    weet["bezig"], weet["punt"] = _overleg_bezig(huis)
    _vervolg(huis)
    weet["quarantaine"] = asyncio.run(_zet_apart(huis))


def _verlopen_link(huis: Huis, escalatie: str) -> str:
    """Sign a link of the police as this installation does, long ago."""
    bewijs = Bewijs(UUID(escalatie), "politie", 0, Stap.ONTVANGEN)
    link = Bevestiglink((huis.data / "geheim").read_text().strip(), "")
    return f"/bevestig?t={link.teken(bewijs, op=datetime.now(UTC) - 2 * GELDIG)}"


async def _zet_apart(huis: Huis) -> str:
    """Put a message apart at overleg, as if it could not be handled; return its number."""
    verbinding = lees_verbinding(huis.data / "nats")
    assert verbinding is not None
    nc = await nats.connect(verbinding.url)
    onderwerp = "gebeurtenis.intake.*.*.MeldingOntvangen"
    sub = await nc.jetstream().subscribe(onderwerp, ordered_consumer=True, deliver_policy=DeliverPolicy.ALL)
    bericht = await sub.next_msg(timeout=5)
    await nc.close()
    event = from_message(bericht.subject, bericht.headers or {}, bericht.data)
    sql, waarden = set_apart(event, "de tabel was vol", datetime.now(UTC))
    with sqlite3.connect(huis.data / "overleg.db", timeout=10) as database:
        database.execute(sql, waarden)
    return str(waarden[0])


def _gesprek(huis: Huis, volgcode: str) -> str:
    """Ask the reporter two things, of which one is answered; return which melding that is."""
    pad = "/intake/v1/terugkoppelingen"
    gevolgd = huis.post("publiek", f"{pad}/_bekijk", {"volgcode": volgcode}).json()["meldingId"]
    for vraag in ("Hoe laat was het ongeveer?", "Waren er meer mensen bij?"):
        _doe(huis, "meldpunt", f"/intake/v1/meldingen/{gevolgd}/_stel-vraag", {"vraag": vraag})
    eerste = huis.post("publiek", f"{pad}/_bekijk", {"volgcode": volgcode}).json()["gesprek"][0]["id"]
    _doe(huis, "publiek", f"{pad}/_vul-aan", {"volgcode": volgcode, "tekst": "Om tien uur.", "antwoordOp": eerste})
    _doe(huis, "publiek", f"{pad}/_vul-aan", {"volgcode": volgcode, "tekst": "Het gebeurde vaker."})
    return str(gevolgd)


def _groepscode(huis: Huis) -> str:
    plek = ("--naam", "Winkels Dorpsstraat", "--locatie", "rokkeveenseweg", "--gebied", "dorp")
    return huis.opdracht("sleutel", "groep", "maak", *plek, "--plaats", "buiten-noodopvang").uit.strip()


def _behandel(huis: Huis, melding: str, ander: str) -> str:
    """Classify one, link it, and hand it over to somebody who cannot be reached."""
    pad = f"/intake/v1/meldingen/{melding}"
    _doe(huis, "meldpunt", f"{pad}/_classificeer", {"aard": "crimineel", "thema": "geweld", "reden": "Zo bleek later"})
    _doe(huis, "meldpunt", f"{pad}/_koppel", {"aan": ander, "soort": "hoort-bij"})
    for partner in ("politie", "handhaving"):
        _doe(huis, "meldpunt", f"{pad}/_zet-door", {"aan": partner})
    return melding


async def _weiger(huis: Huis) -> str:
    """Let the COA send something that cannot be taken; return under which number it waits."""
    verbinding = lees_verbinding(huis.data / "nats")
    assert verbinding is not None
    nc = await nats.connect(verbinding.url)
    await nc.request("coa.gm0637.rokkeveenseweg.incident", b'{"id": "1", "data": "niet te lezen"}', timeout=5)
    await nc.close()

    def wachtend() -> list[tuple[str]]:
        with sqlite3.connect(huis.data / "intake.db", timeout=10) as database:
            return database.execute("SELECT id FROM coa_quarantaine").fetchall()

    return str(wacht_tot(wachtend, op="bericht apart")[0][0])


def _meld(huis: Huis, rol: str, pad: str, inhoud: dict[str, Any]) -> dict[str, Any]:
    answer = huis.post(rol, f"/intake/v1/{pad}", inhoud)
    assert answer.status_code == 201, answer.text
    gemeld: dict[str, Any] = answer.json()
    return gemeld


def _eerste_overleg(huis: Huis) -> str:
    """Hold the first LVOS over one melding, and let that melding wait for the next."""
    _meld(huis, "meldpunt", "meldingen", melding(thema="jeugd"))
    huis.tot_rust()
    overleg = _eerstvolgende(huis, "lvos")
    pad = f"/overleg/v1/overleggen/{overleg}"
    punten = huis.get("oov", f"{pad}/agendapunten")["agendapunten"]
    punt = next(each["agendapuntId"] for each in punten if each["meldingen"])
    _doe(huis, "oov", f"{pad}/_open", {})
    _doe(huis, "oov", f"{pad}/_sluit", {"bevindingen": "Rustige week.", "nietBesproken": [punt]})
    return overleg


def _overleg_bezig(huis: Huis) -> tuple[str, str]:
    """Begin the next ambtelijk overleg and write something down; give it, and the item."""
    overleg = _eerstvolgende(huis, "ambtelijk-overleg")
    pad = f"/overleg/v1/overleggen/{overleg}"
    _doe(huis, "oov", f"{pad}/_open", {})
    punt = str(huis.get("oov", f"{pad}/agendapunten")["agendapunten"][0]["agendapuntId"])
    notitie = {"agendapuntId": punt, "bevinding": "Het bleef rustig.", "besluit": "Niets extra.", "vertrouwelijk": True}
    _doe(huis, "oov", f"{pad}/_noteer", {"aanwezig": ["coa", "gemeente"], "notities": [notitie]})
    return overleg, punt


def _vervolg(huis: Huis) -> None:
    """What follows from meetings: an agreement, a request, a message that waits for who is consulted."""
    weet, pad = huis.weet, "/overleg/v1"
    afspraak = {"wat": "Twee avonden extra toezicht", "wie": "politie", "uiterlijk": "2099-02-12"}
    punt = huis.get("oov", f"{pad}/overleggen/{weet['lvos']}/agendapunten")["agendapunten"][-1]["agendapuntId"]
    weet["afspraak"] = huis.post("oov", f"{pad}/afspraken", {**afspraak, "agendapuntId": punt}).json()["afspraakId"]
    spuk = {"soort": "spuk", "toelichting": "Extra toezicht", "plan": "Elke avond boa's.", "begrotingEuro": 80000}
    weet["verzoek"] = huis.post("oov", f"{pad}/verzoeken", spuk).json()["verzoekId"]
    bericht = {"onderwerp": "Overlast bij de opvang", "tekst": "Wij nemen maatregelen.", "publiek": ["inwoners"]}
    plek = {"locatie": "rokkeveenseweg"}
    weet["bericht"] = huis.post("communicatie", f"{pad}/berichten", bericht | plek).json()["berichtId"]
    _doe(huis, "communicatie", f"{pad}/berichten/{weet['bericht']}/_leg-voor")
    _doe(huis, "coa", f"{pad}/berichten/{weet['bericht']}/_raadpleeg", {"instemming": True, "opmerking": "Akkoord."})
    weet["maatregel"] = huis.get("oov", f"{pad}/maatregelen")["maatregelen"][0]["maatregelId"]


def _eerstvolgende(huis: Huis, reeks: str) -> str:
    agendas = huis.get("oov", "/overleg/v1/agendas", reeks=reeks)["agendas"]
    return str(agendas[0]["overleg"]["overlegId"])


def meld_incident(huis: Huis, **anders: object) -> tuple[str, str]:
    """Report an incident; return its escalation, and the link in the notice for the police."""
    bekend = set(huis.berichten("politie"))
    gemeld = _meld(huis, "coa", "incidenten", incident(**anders))
    huis.weet["incident"] = gemeld["meldingId"]
    return nieuw_alarm(huis, bekend)


def nieuw_alarm(huis: Huis, bekend: set[str]) -> tuple[str, str]:
    """Wait until the police got another notice than these; return its escalation, and its link."""

    def nieuw() -> list[str]:
        return [tekst for tekst in huis.berichten("politie") if tekst not in bekend and "Regel: LVS-0.3" in tekst]

    tekst = wacht_tot(nieuw, 20, op="bericht aan de politie")[0]
    link, zaak = LINK.search(tekst), ESCALATIE.search(tekst)
    assert link
    assert zaak
    alle = huis.get("oov", "/escalatie/v1/escalaties")["escalaties"]
    (deze,) = [een["escalatieId"] for een in alle if kortnummer(een["escalatieId"]) == zaak[1]]
    return deze, link[1].removeprefix(huis.url)


def _breng(huis: Huis, escalatie: str, stand: str) -> None:
    """Bring an escalation to where it is wanted."""
    pad = f"/escalatie/v1/escalaties/{escalatie}"
    if stand != "open":
        _doe(huis, "politie", f"{pad}/_bevestig", {"stap": "ontvangen"})
    if stand == "gesloten":
        _doe(huis, "politie", f"{pad}/_bevestig", {"stap": "burgemeester-ingelicht"})
        _doe(huis, "oov", f"{pad}/_sluit", {"uitkomst": "afgehandeld"})


def _doe(huis: Huis, rol: str, pad: str, inhoud: dict[str, Any] | None = None) -> None:
    answer = huis.post(rol, pad, inhoud)
    assert answer.is_success, answer.text


def _leg_op(huis: Huis) -> None:
    nu = datetime.now(UTC)
    verbod = {
        "soort": "gebiedsverbod-kort",
        "gebied": "rokkeveen",
        "betrokkene": str(uuid4()),
        "ingaande": (nu + timedelta(seconds=5)).isoformat(),
        "eindigt": (nu + timedelta(days=2)).isoformat(),
        "omGeraadpleegdOp": (nu - timedelta(hours=2)).isoformat(),
    }
    huis.weet["betrokkene"] = verbod["betrokkene"]
    _doe(huis, "burgemeester", "/overleg/v1/maatregelen", verbod)


def bevestigd(huis: Huis, escalatie: str) -> str | None:
    """Say which role confirmed an escalation."""
    door: str | None = huis.get("oov", f"/escalatie/v1/escalaties/{escalatie}")["bevestigdDoor"]
    return door

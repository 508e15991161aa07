"""What stands in the house: one of everything, of Zoetermeer, through the doors that everybody uses."""

from uuid import uuid4

from shared.bus import CoaMessage
from tests.journeys.installatie import incident, melding
from tests.toegang.huis import EIGEN, OPVANG, Huis, straks

INTAKE, OVERLEG, ESCALATIE = "/intake/v1", "/overleg/v1", "/escalatie/v1"


async def vul(huis: Huis) -> None:
    """Put in one of everything that has a number of its own."""
    huis.weet |= {"gemeente": EIGEN, "locatie": OPVANG, "reeks": "lvos", "versie": "1", "formaat": "csv"}
    huis.weet |= {"dienst": "overleg", "stap": "nagekomen", "rol": "oov", "daad": "vervang", "groep_id": str(uuid4())}
    huis.weet["wijziging_id"] = str(uuid4())
    huis.weet |= {naam: str(uuid4()) for naam in ("sleutel_id", "link_id", "account_id")}
    await _meldingen(huis)
    await _overleg(huis)
    await _uitvoering(huis)


async def _meldingen(huis: Huis) -> None:
    contact = {"terugkoppeling": {"email": "melder@example.org"}, "toelichting": "Er werd hard geroepen."}
    gemeld = await huis.doe("publiek", f"{INTAKE}/meldingen", melding(kanaal="webformulier", gemeente=EIGEN, **contact))
    huis.weet["melding_id"] = gemeld["meldingId"]
    huis.weet["incident_id"] = (await huis.doe("coa", f"{INTAKE}/incidenten", incident(gemeente=EIGEN)))["meldingId"]
    huis.weet["apart_id"] = await _onleesbaar(huis)
    zaken = (await huis.lees("oov", f"{ESCALATIE}/escalaties"))["escalaties"]
    huis.weet["escalatie_id"] = zaken[0]["escalatieId"]


async def _onleesbaar(huis: Huis) -> str:
    """Let the COA send what cannot be read; return under which number it waits."""
    intake = huis.keten.dienst("intake")

    async def geweigerd(*_: object, **__: object) -> None:
        """Nobody listens."""

    assert intake.coa is not None
    await intake.coa(CoaMessage(EIGEN, OPVANG, {}, b'{"id": "1", "data": "niet te lezen"}', 1), geweigerd)
    await huis.vertel()
    return str(intake.ledger.query_sync("SELECT id FROM coa_quarantaine")[0][0])


async def _overleg(huis: Huis) -> None:
    agendas = (await huis.lees("oov", f"{OVERLEG}/agendas?reeks=lvos"))["agendas"]
    huis.weet["overleg_id"] = agendas[0]["overleg"]["overlegId"]
    pad = f"{OVERLEG}/overleggen/{huis.weet['overleg_id']}"
    punten = (await huis.lees("oov", f"{pad}/agendapunten"))["agendapunten"]
    huis.weet["punt_id"] = punten[-1]["agendapuntId"]


async def _uitvoering(huis: Huis) -> None:
    afspraak = {"wat": "Extra toezicht", "wie": "politie", "uiterlijk": "2099-02-12", "gemeente": EIGEN}
    afspraak |= {"agendapuntId": huis.weet["punt_id"]}
    huis.weet["afspraak_id"] = (await huis.doe("oov", f"{OVERLEG}/afspraken", afspraak))["afspraakId"]
    spuk = {"soort": "spuk", "toelichting": "Extra toezicht", "plan": "Elke avond boa's.", "begrotingEuro": 80000}
    spuk["gemeente"] = EIGEN
    huis.weet["verzoek_id"] = (await huis.doe("oov", f"{OVERLEG}/verzoeken", spuk))["verzoekId"]
    bericht = {"onderwerp": "Overlast bij de opvang", "tekst": "Wij nemen maatregelen.", "publiek": ["inwoners"]}
    bericht |= {"locatie": OPVANG, "gemeente": EIGEN}
    huis.weet["bericht_id"] = (await huis.doe("communicatie", f"{OVERLEG}/berichten", bericht))["berichtId"]
    dossier = {"dossier": "Z-2026-00123", "gemeente": EIGEN}
    huis.weet["betrokkene"] = (await huis.doe("oov", f"{OVERLEG}/betrokkenen", dossier))["betrokkene"]
    verbod = {"soort": "gebiedsverbod-kort", "gebied": "rokkeveen", "betrokkene": huis.weet["betrokkene"]}
    verbod |= {"ingaande": straks(0.01), "eindigt": straks(48), "omGeraadpleegdOp": straks(-2), "gemeente": EIGEN}
    huis.weet["maatregel_id"] = (await huis.doe("burgemeester", f"{OVERLEG}/maatregelen", verbod))["maatregelId"]

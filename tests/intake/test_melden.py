"""`POST /meldingen` and `/incidenten`: who may, what comes back, and what is refused."""

import json

import pytest

from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.profiel import Rol
from shared.web import Toegang
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, NU, Proef, fouten, proef_intake, zonder


async def test_een_inwoner_meldt(proef: Proef) -> None:
    """Without a key: 201, where it stands, and a code; then the fact is in the ledger."""
    antwoord = await proef.publiek.post(MELDINGEN, json=MELDING)
    bon = antwoord.json()
    assert antwoord.status_code == 201
    assert set(bon) == {"meldingId", "volgcode", "status"}
    assert bon["status"] == "ontvangen"
    assert antwoord.headers["location"] == f"{MELDINGEN}/{bon['meldingId']}"
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert str(feit.melding_id) == bon["meldingId"]


async def test_het_antwoord_komt_na_het_vastleggen(overal: Proef) -> None:
    """On both databases: what was answered with 201 stands in chain, view and list."""
    bon = (await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Veel lawaai"})).json()
    assert overal.rijen("SELECT id, soort FROM meldingen") == [(bon["meldingId"], "melding")]
    assert overal.dienst.ledger.verify() is None
    assert overal.dienst.ledger.views_differ() == []


async def test_het_meldpunt_registreert(proef: Proef) -> None:
    """With a key the kind is required (LVS-2.3) and the channel is said."""
    meldpunt = proef.als(Rol.MELDPUNT)
    antwoord = await meldpunt.post(MELDINGEN, json={**MELDING, "kanaal": "overlast-van-buren"})
    assert antwoord.status_code == 201
    zonder_aard = await meldpunt.post(MELDINGEN, json=zonder(MELDING, "aard"))
    assert (zonder_aard.status_code, set(fouten(zonder_aard))) == (400, {"aard"})
    assert (await proef.publiek.post(MELDINGEN, json=zonder(MELDING, "aard"))).status_code == 201


async def test_wie_niet_registreert(proef: Proef) -> None:
    """A role that only reads is refused, also where the public may report; so is a key that does not work."""
    assert (await proef.als(Rol.RAAD).post(MELDINGEN, json=MELDING)).status_code == 403
    vals = await proef.publiek.post(MELDINGEN, json=MELDING, headers={"Authorization": "Bearer nee"})
    assert vals.status_code == 401
    assert proef.feiten() == []


async def test_het_coa_meldt_een_incident(proef: Proef) -> None:
    """Only the COA, and only for its own location (LVS-0.3)."""
    coa = proef.als(Rol.COA, "rokkeveenseweg")
    antwoord = await coa.post(INCIDENTEN, json=INCIDENT)
    assert antwoord.status_code == 201
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (await coa.post(INCIDENTEN, json={**INCIDENT, "locatie": "zoetermeer"})).status_code == 403
    assert (await coa.post(MELDINGEN, json={**MELDING, "locatie": "zoetermeer"})).status_code == 403
    assert (await proef.als(Rol.MELDPUNT).post(INCIDENTEN, json=INCIDENT)).status_code == 403
    assert (await proef.publiek.post(INCIDENTEN, json=INCIDENT)).status_code == 401
    assert len(proef.feiten()) == 1


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        (b"", "verzoek"),
        (b"{", "verzoek"),
        (b"[]", "verzoek"),
        (b"null", "verzoek"),
        (b"\xff\xfe\x00", "verzoek"),
        (b'{"aard": NaN}', "verzoek"),
        (b'{"toelichting": "\\ud800"}', "verzoek"),
        (b"[" * 30_000, "verzoek"),
        (b'{"a":' * 10_000, "verzoek"),
        (json.dumps({**MELDING, "toelichting": "x" * 5000}).encode(), "toelichting"),
        (json.dumps({**MELDING, "locatie": "onbekend"}).encode(), "locatie"),
        (json.dumps({**MELDING, "voorgevallenOp": "2099-01-01T00:00:00Z"}).encode(), "voorgevallenOp"),
        (json.dumps({**MELDING, "voorgevallenOp": "2026-11-22T10:00:00"}).encode(), "voorgevallenOp"),
        (json.dumps({**MELDING, "nationaliteit": "x"}).encode(), "nationaliteit"),
        (json.dumps({**MELDING, "foto": "x"}).encode(), "foto"),
    ],
)
async def test_slechte_invoer(proef: Proef, lichaam: bytes, veld: str) -> None:
    """A clear answer with field and reason; nothing is stored, and the next melding is taken."""
    antwoord = await proef.publiek.post(MELDINGEN, content=lichaam, headers={"Content-Type": "application/json"})
    assert antwoord.status_code == 400, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert veld in fouten(antwoord)
    assert proef.feiten() == []
    assert proef.rijen("SELECT * FROM teksten") == proef.rijen("SELECT * FROM volgcodes") == []
    assert (await proef.publiek.post(MELDINGEN, json=MELDING)).status_code == 201


async def test_tien_megabyte(proef: Proef) -> None:
    """A body far too large is refused before it is read."""
    antwoord = await proef.publiek.post(MELDINGEN, content=b'{"toelichting": "' + b"x" * 10_000_000 + b'"}')
    assert antwoord.status_code == 413
    assert proef.feiten() == []


async def test_vijfduizend_tekens(proef: Proef) -> None:
    """A text that is too long is refused in words about a text."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "x" * 5000})
    assert (antwoord.status_code, fouten(antwoord)) == (400, {"toelichting": "hoogstens 4000 tekens"})


async def test_vierduizend_tekens_mogen(proef: Proef) -> None:
    """The longest text fits, also in characters of four bytes, and stands in the table of texts alone."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "😀" * 4000})
    assert antwoord.status_code == 201
    assert proef.rijen("SELECT tekst FROM teksten") == [("😀" * 4000,)]
    assert "😀" not in proef.feiten()[0].model_dump_json()


async def test_rare_tekens_in_een_tekst(overal: Proef) -> None:
    """What a database cannot hold, or no eye can see, is taken out; lines stay lines."""
    antwoord = await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "een\x00 twee\r\ndrie\x07 \n"})
    assert antwoord.status_code == 201
    assert overal.rijen("SELECT tekst FROM teksten") == [("een twee\ndrie",)]


async def test_een_lege_tekst_is_geen_tekst(proef: Proef) -> None:
    """Nothing but blanks leaves no row and no seal."""
    assert (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "  \n "})).status_code == 201
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.tekstzegel is None
    assert proef.rijen("SELECT * FROM teksten") == []


async def test_de_melder_wordt_begrensd(toegang: Toegang, proef: Proef) -> None:
    """The public may report so many times a minute; who has a key may go on."""
    met_grens = proef_intake(proef.omgeving.instellingen.data / "grens", toegang, snelheidslimiet=True)
    antwoorden = [(await met_grens.publiek.post(MELDINGEN, json=MELDING)) for _ in range(61)]
    assert [antwoord.status_code for antwoord in antwoorden] == [201] * 60 + [429]
    assert int(antwoorden[-1].headers["retry-after"]) > 0
    assert (await met_grens.als(Rol.MELDPUNT).post(MELDINGEN, json=MELDING)).status_code == 201
    met_grens.sluit()


async def test_meer_gemeenten(toegang: Toegang, proef: Proef) -> None:
    """With more than one profile the municipality must be named, and each has its own rules."""
    samen = proef_intake(
        proef.omgeving.instellingen.data / "samen", toegang, gemeenten=("zoetermeer", "leidschendam-voorburg")
    )
    zonder_naam = await samen.publiek.post(MELDINGEN, json=MELDING)
    assert set(fouten(zonder_naam)) == {"gemeente"}
    assert (await samen.publiek.post(MELDINGEN, json={**MELDING, "gemeente": "gm0637"})).status_code == 201
    elders = await samen.publiek.post(MELDINGEN, json={**MELDING, "gemeente": "gm1916"})
    assert "locatie" in fouten(elders)
    samen.sluit()


async def test_de_klok_van_de_dienst_telt(proef: Proef) -> None:
    """What is too far ahead now is accepted when its time has come."""
    straks = {**MELDING, "voorgevallenOp": "2026-11-22T12:20:00Z"}
    assert NU.isoformat() < straks["voorgevallenOp"]
    assert (await proef.publiek.post(MELDINGEN, json=straks)).status_code == 400
    proef.klok.verder(minutes=15)
    assert (await proef.publiek.post(MELDINGEN, json=straks)).status_code == 201


async def test_de_beschrijving_kent_de_velden(proef: Proef) -> None:
    """The description of the API names every field that is read, those that are required, and the header."""
    beschrijving = (await proef.publiek.get("/intake/v1/openapi.json")).json()
    melding = beschrijving["paths"]["/meldingen"]["post"]
    schema = melding["requestBody"]["content"]["application/json"]["schema"]
    assert set(MELDING) | {"kenmerk", "terugkoppeling"} <= set(schema["properties"])
    assert set(schema["required"]) == {"locatie", "voorgevallenOp"}
    assert schema["additionalProperties"] is False
    assert melding["parameters"][0]["name"] == "Idempotency-Key"
    assert "$defs" not in json.dumps(schema)

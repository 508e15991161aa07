"""The webhook for systems that speak as Signalen does."""

from typing import Any

from shared.contracts.intake import MeldingOntvangen
from shared.profiel import Rol
from tests.intake.proef import Proef, fouten

PAD = "/intake/v1/signalen?locatie=rokkeveenseweg&plaats=buiten-noodopvang"
ADRES = "https://signalen.example/signals/v1/public/terms/categories/overlast/sub_categories/jongerenoverlast"
SIGNAAL: dict[str, Any] = {
    "text": "Bel 06 12345678",
    "source": "online",
    "signal_id": "8e9d5c5e-7d46-4c6a-9a56-1a2b3c4d5e6f",
    "incident_date_start": "2026-11-22T10:30:00+01:00",
    "category": {"sub_category": ADRES},
    "location": {"address_text": "Kerkstraat 1"},
    "reporter": {"email": "kanarie@voorbeeld.nl", "phone": "0681542793", "allows_contact": True},
}


async def test_een_signaal_wordt_een_melding(proef: Proef) -> None:
    """The answer is Signalen's, the melding is ours: masked, without reporter; sent again it is the same one."""
    meldpunt = proef.als(Rol.MELDPUNT)
    antwoord = await meldpunt.post(PAD, json=SIGNAAL)
    assert antwoord.status_code == 201, antwoord.text
    assert antwoord.json().keys() >= {"id", "id_display", "signal_id", "status", "created_at", "incident_date_start"}
    assert antwoord.json()["status"] == {"state": "m", "state_display": "Gemeld"}
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.aard, feit.thema, feit.locatie) == ("overlast", "jeugd", "rokkeveenseweg")
    assert not feit.terugkoppeling_gewenst
    assert proef.rijen("SELECT tekst FROM teksten") == [("Bel [telefoonnummer]",)]
    weer = await meldpunt.post(PAD, json=SIGNAAL)
    assert (weer.status_code, weer.json()["signal_id"]) == (200, antwoord.json()["signal_id"])


async def test_wat_niet_kan(proef: Proef) -> None:
    """Every objection in one answer, as a problem; without a key nothing."""
    meldpunt = proef.als(Rol.MELDPUNT)
    afval = {**SIGNAAL, "category": {"sub_slug": "huisafval"}, "incident_date_start": "gisteren"}
    antwoord = await meldpunt.post(PAD, json=afval)
    assert antwoord.status_code == 400
    assert {"category", "voorgevallenOp"} <= fouten(antwoord).keys()
    for inhoud in (b"[]", b"{", b'"x"', b'{"category": 1, "text": {}}'):
        assert (
            await meldpunt.post(PAD, content=inhoud, headers={"Content-Type": "application/json"})
        ).status_code == 400
    assert (await proef.publiek.post(PAD, json=SIGNAAL)).status_code == 401
    assert (await proef.als(Rol.RAAD).post(PAD, json=SIGNAAL)).status_code == 403
    elders = proef.als(Rol.MELDPUNT, "zoetermeer")
    assert (await elders.post(PAD, json=SIGNAAL)).status_code == 403
    assert proef.feiten() == []

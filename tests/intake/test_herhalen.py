"""Sending again: one reference is one melding, however often and at once it is sent (promise 3)."""

import asyncio
from uuid import uuid4

import pytest

from shared.profiel import Rol
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef, fouten

GEKENMERKT = {**MELDING, "bron": "overlastapp", "kenmerk": "nr:2026.001", "toelichting": "Bel mij: 06 12345678"}


async def test_dezelfde_nog_eens(overal: Proef) -> None:
    """The same reference and content: 200, the same melding, and no code; nothing is added."""
    meldpunt = overal.als(Rol.MELDPUNT)
    eerste = await meldpunt.post(MELDINGEN, json=GEKENMERKT)
    tweede = await meldpunt.post(MELDINGEN, json=GEKENMERKT)
    assert (eerste.status_code, tweede.status_code) == (201, 200)
    assert tweede.json() == {"meldingId": eerste.json()["meldingId"], "status": "ontvangen"}
    assert tweede.headers["location"] == eerste.headers["location"]
    assert len(overal.feiten()) == len(overal.rijen("SELECT * FROM volgcodes")) == 1
    assert len(overal.rijen("SELECT * FROM teksten")) == 1


@pytest.mark.parametrize(
    "anders",
    [{"aard": "crimineel"}, {"toelichting": "Iets anders"}, {"toelichting": None}, {"thema": "geluid"}],
)
async def test_een_andere_inhoud(overal: Proef, anders: dict[str, str]) -> None:
    """The same reference with another content is refused, and the first stays as it was."""
    meldpunt = overal.als(Rol.MELDPUNT)
    await meldpunt.post(MELDINGEN, json=GEKENMERKT)
    antwoord = await meldpunt.post(MELDINGEN, json={**GEKENMERKT, **anders})
    assert antwoord.status_code == 409
    assert "kenmerk" in antwoord.json()["detail"]
    assert len(overal.feiten()) == 1


async def test_wat_later_of_anders_geschreven_is_hetzelfde(proef: Proef) -> None:
    """The moment of receipt, a default said aloud, and another notation of the same moment change nothing."""
    meldpunt = proef.als(Rol.MELDPUNT)
    await meldpunt.post(MELDINGEN, json=GEKENMERKT)
    proef.klok.verder(days=30)
    zelfde = {**GEKENMERKT, "voorgevallenOp": "2026-11-22T09:30:00Z", "thema": "overig", "gerichtTegen": "onbekend"}
    assert (await meldpunt.post(MELDINGEN, json=zelfde)).status_code == 200


async def test_een_gewiste_tekst_telt_niet_meer(proef: Proef) -> None:
    """Of a text that was erased nothing is known, so the rest decides."""
    meldpunt = proef.als(Rol.MELDPUNT)
    await meldpunt.post(MELDINGEN, json=GEKENMERKT)
    proef.dienst.ledger.run_sync(
        lambda tx: tx.execute("UPDATE teksten SET tekst = '', zout = ?", (b"ander",)), proef.context()
    )
    assert (await meldpunt.post(MELDINGEN, json={**GEKENMERKT, "toelichting": "Iets anders"})).status_code == 200


async def test_elke_afzender_heeft_eigen_kenmerken(proef: Proef) -> None:
    """Two senders, or two sources of one sender, may use the same number."""
    een, ander = proef.als(Rol.MELDPUNT), proef.als(Rol.OOV)
    antwoorden = [
        await een.post(MELDINGEN, json=GEKENMERKT),
        await ander.post(MELDINGEN, json=GEKENMERKT),
        await een.post(MELDINGEN, json={**GEKENMERKT, "bron": "telefoon"}),
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [201, 201, 201]


async def test_een_vernieuwde_sleutel_is_dezelfde_locatie(proef: Proef) -> None:
    """A location of the COA stays the same sender when it gets another key."""
    gekenmerkt = {**INCIDENT, "bron": "zaaksysteem", "kenmerk": "1"}
    antwoorden = [await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=gekenmerkt) for _ in range(2)]
    assert [antwoord.status_code for antwoord in antwoorden] == [201, 200]


async def test_een_sleutel_voor_het_publiek(proef: Proef) -> None:
    """Somebody without a key names the request in a header."""
    kop = {"Idempotency-Key": str(uuid4())}
    antwoorden = [await proef.publiek.post(MELDINGEN, json=MELDING, headers=kop) for _ in range(2)]
    assert [antwoord.status_code for antwoord in antwoorden] == [201, 200]
    ander = await proef.publiek.post(MELDINGEN, json={**MELDING, "aard": "ggz"}, headers=kop)
    assert ander.status_code == 409
    fout = await proef.publiek.post(MELDINGEN, json=MELDING, headers={"Idempotency-Key": "1"})
    assert (fout.status_code, set(fouten(fout))) == (400, {"Idempotency-Key"})


async def test_alle_tegelijk(overal: Proef) -> None:
    """Twenty at the same moment: one is stored, one hears the code, all hear the same melding."""
    kop = {"Idempotency-Key": str(uuid4())}
    lijf = {**MELDING, "toelichting": "Veel lawaai"}
    publiek = overal.publiek
    antwoorden = await asyncio.gather(*(publiek.post(MELDINGEN, json=lijf, headers=kop) for _ in range(20)))
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200] * 19 + [201]
    assert len({antwoord.json()["meldingId"] for antwoord in antwoorden}) == 1
    assert sum("volgcode" in antwoord.json() for antwoord in antwoorden) == 1
    assert len(overal.feiten()) == 1


async def test_het_kenmerk_staat_nergens(proef: Proef) -> None:
    """A reference is known only as a keyed hash: neither facts nor rows hold it."""
    await proef.als(Rol.MELDPUNT).post(MELDINGEN, json=GEKENMERKT)
    bestanden = [pad.read_bytes() for pad in proef.omgeving.instellingen.data.rglob("intake.db*")]
    assert bestanden
    assert not any(b"nr:2026.001" in inhoud or b"overlastapp" in inhoud for inhoud in bestanden)

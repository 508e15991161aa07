"""The list of meldingen: by what staff recognise one, and what somebody without the right to a text never sees."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.intake.application.herkenning import begin
from services.intake.store.melder import onthoud_uit_overleg
from shared.kortnummer import kortnummer
from shared.profiel import Rol
from tests.intake.bezoek import tekst
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef
from tests.web import csrf_uit, met_sessie

WOORDEN = "Drie jongens gooiden stenen naar het hek van de opvang en riepen."
BEGIN = "Drie jongens gooiden stenen naar het hek van …"


async def lijst(proef: Proef, rol: Rol, **vraag: str) -> str:
    """The page as this role reads it."""
    kant = await met_sessie(proef.app, proef.omgeving.toegang, rol, "rokkeveenseweg" if rol is Rol.COA else None)
    antwoord = await kant.get("/meldingen", params=vraag)
    return tekst(antwoord.text)


async def maak(proef: Proef, **anders: object) -> str:
    """The number of a new melding."""
    return str((await proef.publiek.post(MELDINGEN, json={**MELDING, **anders})).json()["meldingId"])


async def test_waaraan_men_haar_herkent(proef: Proef) -> None:
    """Its short number, how far it is, what it belongs to, and its first words."""
    een, ander = await maak(proef, toelichting=WOORDEN), await maak(proef)
    koppeling = {"aan": ander, "soort": "zelfde-voorval"}
    assert (await proef.als(Rol.MELDPUNT).post(f"{MELDINGEN}/{een}/_koppel", json=koppeling)).is_success
    gelezen = await lijst(proef, Rol.MELDPUNT)
    assert BEGIN in gelezen
    assert "riepen" not in gelezen
    assert f"Zelfde voorval als {kortnummer(ander)}" in gelezen
    assert f"Zelfde voorval als {kortnummer(een)}" in gelezen
    assert een not in gelezen


@pytest.mark.parametrize(
    ("soort", "stand"),
    [("op-agenda", "Op de agenda"), ("besproken", "Besproken"), ("vertrouwelijk", "Ontvangen")],
)
async def test_hoe_ver_het_overleg_is(proef: Proef, soort: str, stand: str) -> None:
    """What a meeting did last stands there, but for what only stands behind closed doors."""
    melding, nu = await maak(proef), proef.klok()
    rijen = [
        onthoud_uit_overleg("1", UUID(melding), uuid4(), "op-agenda", nu - timedelta(days=1)),
        onthoud_uit_overleg("2", UUID(melding), uuid4(), soort, nu),
    ]
    gehoord = rijen[1:] if soort == "vertrouwelijk" else rijen
    await proef.dienst.ledger.run(lambda tx: [tx.execute(*rij) for rij in gehoord], proef.context())
    assert stand in await lijst(proef, Rol.MELDPUNT)


async def test_wie_de_tekst_niet_leest_ziet_geen_woord(proef: Proef) -> None:
    """Neither in the list nor elsewhere; as soon as a melding is handed over to a role, it reads those of that one."""
    melding = await maak(proef, toelichting=WOORDEN)
    for rol in (Rol.POLITIE, Rol.HANDHAVING, Rol.BURGEMEESTER, Rol.COA):
        assert "jongens" not in await lijst(proef, rol), rol
    gezet = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding}/_zet-door", json={"aan": "politie"})
    assert gezet.is_success, gezet.text
    assert BEGIN in await lijst(proef, Rol.POLITIE)
    assert "jongens" not in await lijst(proef, Rol.HANDHAVING)


async def test_een_incident_met_gevolgen(proef: Proef) -> None:
    """LVS-0.3: who is warned of it reads its words here too; who is not, does not."""
    incident = {**INCIDENT, "toelichting": WOORDEN, "gevolgenOpenbareOrde": True}
    assert (await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=incident)).is_success
    for rol in (Rol.POLITIE, Rol.BURGEMEESTER, Rol.COA, Rol.MELDPUNT):
        assert BEGIN in await lijst(proef, rol), rol
    assert "jongens" not in await lijst(proef, Rol.HANDHAVING)


async def test_zoeken_op_nummer(proef: Proef) -> None:
    """The list takes the short number as a filter; a number that is none is named."""
    een, ander = await maak(proef), await maak(proef)
    gevonden = await lijst(proef, Rol.MELDPUNT, nummer=kortnummer(een).lower())
    assert kortnummer(een) in gevonden
    assert kortnummer(ander) not in gevonden
    assert "acht tekens" in await lijst(proef, Rol.MELDPUNT, nummer="4K7")


async def test_koppelen_met_het_korte_nummer(proef: Proef) -> None:
    """What a caller reads out is enough to link two; of an unknown number the page says so."""
    een, ander = await maak(proef), await maak(proef)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    csrf = csrf_uit((await meldpunt.get(f"/meldingen/{een}")).text)
    vorm = {"aan": "0000-0000", "soort": "zelfde-voorval", "csrf": csrf}
    for getypt in ("0000-0000", "4K7", "de buren"):
        mis = await meldpunt.post(f"/meldingen/{een}/koppel", data={**vorm, "aan": getypt})
        assert mis.status_code == 400
        assert "Nummer van de andere melding : Er is geen melding met dit nummer" in tekst(mis.text), getypt
        assert "UUID" not in mis.text
    leeg = await meldpunt.post(f"/meldingen/{een}/ontkoppel", data={**vorm, "aan": "x"})
    assert ("Dit nummer klopt niet" in tekst(leeg.text), "UUID" in leeg.text) == (True, False)
    gedaan = await meldpunt.post(f"/meldingen/{een}/koppel", data={**vorm, "aan": kortnummer(ander)})
    assert gedaan.status_code == 303
    assert kortnummer(ander) in tekst((await meldpunt.get(f"/meldingen/{een}")).text)


async def test_evenveel_vragen_voor_een_lange_lijst(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list asks the store as often for thirty rows as for one: never once for each."""
    gevraagd: list[str] = []
    ledger, was = proef.dienst.ledger, proef.dienst.ledger.query

    async def tel(sql: str, params: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        gevraagd.append(sql)
        return await was(sql, params)

    monkeypatch.setattr(ledger, "query", tel)
    await maak(proef, toelichting=WOORDEN)
    await lijst(proef, Rol.POLITIE)
    eerst = len(gevraagd)
    for _ in range(29):
        await maak(proef, toelichting=WOORDEN)
    gevraagd.clear()
    assert (await lijst(proef, Rol.POLITIE)).count("Overlast") > 29
    assert len(gevraagd) == eerst


def test_de_eerste_woorden() -> None:
    """Eight words, and never more than a line: one long word is cut as well."""
    assert begin("Kort.") == "Kort."
    assert begin("een twee drie vier vijf zes zeven acht negen") == "een twee drie vier vijf zes zeven acht …"
    assert begin("x" * 300) == f"{'x' * 80} …"

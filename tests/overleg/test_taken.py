"""What overleg says waits for somebody today."""

from datetime import timedelta

from shared.profiel import Rol
from shared.taken import Taak
from shared.web import Wie
from tests.overleg.conftest import Kantoor
from tests.overleg.test_afspraken import API, afspraak
from tests.overleg.voorbeelden import DAG, PLEK, lokaal, melding


async def taken(kantoor: Kantoor, rol: Rol, locatie: str | None = None) -> list[Taak]:
    """What waits for a role."""
    assert kantoor.dienst.taken is not None
    return list(await kantoor.dienst.taken(Wie(rol, locatie), kantoor.proef.nu))


async def wat(kantoor: Kantoor, rol: Rol, soort: str) -> list[str]:
    """The words of one kind."""
    return [taak.wat for taak in await taken(kantoor, rol) if taak.soort == soort]


async def test_oov_bereidt_het_eerstvolgende_lvos_voor(kantoor: Kantoor) -> None:
    """Of each series the first within a week, with the way to its agenda; who only sits there is told of it."""
    (overleg_id,) = kantoor.proef.staat_op(kantoor.proef.ontvang(melding(kantoor.proef.nu)))
    voor_oov = [taak for taak in await taken(kantoor, Rol.OOV) if "veiligheidsoverleg" in taak.wat]
    assert [(taak.pad, taak.soort) for taak in voor_oov] == [(f"/overleg/{overleg_id}", "doen")]
    assert voor_oov[0].uiterlijk == kantoor.proef.aanvang(overleg_id)
    assert voor_oov[0].wat.startswith("Bereid voor: ")
    punten = (await kantoor.als(Rol.OOV).get(f"/overleg/v1/overleggen/{overleg_id}")).json()["agendapunten"]
    assert len(punten) == 3, "the rows that the page shows, also the fixed ones"
    assert voor_oov[0].toelichting == "3 punten op de agenda."
    coa = [taak for taak in await taken(kantoor, Rol.COA, PLEK) if "veiligheidsoverleg" in taak.wat]
    assert [(taak.pad, taak.soort) for taak in coa] == [(f"/overleg/{overleg_id}", "weten")]
    assert [taak for taak in await taken(kantoor, Rol.OM) if "veiligheidsoverleg" in taak.wat] == []


async def test_wat_voorbij_is_en_openstaat_gaat_voor(kantoor: Kantoor) -> None:
    """A meeting that began and was not closed, for who closes it alone (LVS-2.4)."""
    (overleg_id,) = kantoor.proef.staat_op(kantoor.proef.ontvang(melding(kantoor.proef.nu)))
    assert await wat(kantoor, Rol.OOV, "nu") == []
    kantoor.proef.nu = kantoor.proef.aanvang(overleg_id) + timedelta(hours=1)
    (taak,) = [taak for taak in await taken(kantoor, Rol.OOV) if taak.soort == "nu"]
    assert (taak.wat, taak.pad) == ("Sluit een overleg dat al begon", f"/overleg/{overleg_id}")
    assert await wat(kantoor, Rol.POLITIE, "nu") == []


async def test_afspraken_van_mij(kantoor: Kantoor) -> None:
    """Due within a week: for who does it; late: for them and for who keeps the matrix."""
    kantoor.proef.nu = lokaal(2026, 2, 4)
    await afspraak(kantoor, uiterlijk="2026-02-20")
    assert await wat(kantoor, Rol.POLITIE, "doen") == []
    await afspraak(kantoor)
    kantoor.proef.nu = lokaal(2026, 2, 9)
    assert await wat(kantoor, Rol.POLITIE, "doen") == ["Kom uw afspraken van deze week na"]
    assert "Kom uw afspraken van deze week na" not in await wat(kantoor, Rol.HANDHAVING, "doen")
    kantoor.proef.nu = lokaal(2026, 2, 13)
    assert await wat(kantoor, Rol.POLITIE, "nu") == ["Kom een afspraak na die te laat is"]
    assert "Kijk naar afspraken die te laat zijn" in await wat(kantoor, Rol.OOV, "nu")
    assert await wat(kantoor, Rol.HANDHAVING, "nu") == []


async def test_een_bericht_wacht_op_wie_aan_de_beurt_is(kantoor: Kantoor) -> None:
    """Draft: its writers; put before: COA and police; heard: who approves; approved: who publishes (LVS-4)."""
    schrijft = kantoor.als(Rol.COMMUNICATIE)
    tekst = {"onderwerp": "Overlast", "tekst": "Wij nemen maatregelen.", "publiek": ["inwoners"], "locatie": PLEK}
    pad = f"{API}/berichten/{(await schrijft.post(f'{API}/berichten', json=tekst)).json()['berichtId']}"

    async def beurt(rol: Rol) -> list[str]:
        plek = PLEK if rol is Rol.COA else None
        return [taak.wat for taak in await taken(kantoor, rol, plek) if taak.pad.startswith("/berichten")]

    assert [await beurt(rol) for rol in (Rol.COMMUNICATIE, Rol.COA)] == [["Leg een bericht voor"], []]
    assert (await schrijft.post(f"{pad}/_leg-voor")).is_success
    vraag = ["Zeg of een bericht zo naar buiten kan"]
    assert [await beurt(rol) for rol in (Rol.COA, Rol.POLITIE, Rol.OOV)] == [vraag, vraag, []]
    for partner in (kantoor.als(Rol.COA, PLEK), kantoor.als(Rol.POLITIE)):
        assert (await partner.post(f"{pad}/_raadpleeg", json={"instemming": True})).is_success
    assert [await beurt(rol) for rol in (Rol.COA, Rol.OOV)] == [[], ["Keur een bericht goed"]]
    assert (await kantoor.als(Rol.OOV).post(f"{pad}/_keur-goed")).is_success
    assert await beurt(Rol.COMMUNICATIE) == ["Publiceer een bericht"]


async def test_een_maatregel_die_afloopt_vraagt_een_besluit(kantoor: Kantoor) -> None:
    """Fourteen days before its end, of who imposed it."""
    nu = kantoor.proef.nu
    verbod = {
        "soort": "cameratoezicht",
        "gerichtOp": "gebied",
        "gebied": "rokkeveen",
        "ingaande": (nu + timedelta(minutes=1)).isoformat(),
    }
    verbod |= {
        "toelichting": "Herhaalde overlast op het plein.",
        "voorwaarden": ["privacy-afgewogen", "regie-politie"],
        "eindigt": (nu + 40 * DAG).isoformat(),
    }
    antwoord = await kantoor.als(Rol.BURGEMEESTER).post(f"{API}/maatregelen", json=verbod)
    assert antwoord.status_code == 201, antwoord.text
    kantoor.proef.nu = nu + 20 * DAG
    assert not [taak for taak in await taken(kantoor, Rol.BURGEMEESTER) if "afloopt" in taak.wat]
    kantoor.proef.nu = nu + 30 * DAG
    (taak,) = [taak for taak in await taken(kantoor, Rol.BURGEMEESTER) if "afloopt" in taak.wat]
    assert (taak.uiterlijk, taak.pad.startswith("/maatregelen/")) == (nu + 40 * DAG, True)
    assert not [taak for taak in await taken(kantoor, Rol.OOV) if "afloopt" in taak.wat]

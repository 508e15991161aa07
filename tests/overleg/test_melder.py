"""What the chair lets a reporter read: approved sentences alone, and only where there is a reporter (LVS-4)."""

from uuid import UUID

import pytest

from services.overleg.overleg import AgendapuntOnbekend, NietVoorMelder, NogNietBegonnen
from shared.contracts.overleg import MelderIngelicht
from shared.facts import Rejected
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import IN_FEBRUARI, incident, lokaal, melding, profiel
from tests.web import csrf_uit

ZIN, ANDER = profiel().terugkoppelen.zinnen[:2]
LATER = lokaal(2027, 2, 2)
"""When what the shipped profile holds was approved."""


def overleg_over(proef: Proef, id_: UUID) -> tuple[UUID, UUID]:
    """An opened meeting, and its item about this melding."""
    proef.nu = LATER
    (overleg_id,) = proef.staat_op(id_)
    proef.open(overleg_id)
    return overleg_id, proef.punt(id_)


def test_een_goedgekeurde_zin_is_een_feit(kantoor: Kantoor) -> None:
    """The words as they stand in the profile, by which rule and by whom: told once, when the meeting closes."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    overleg_id, punt_id = overleg_over(proef, id_)
    for _ in range(2):
        proef.kies_melderzin(overleg_id, punt_id, ZIN.code)
    assert proef.feiten(MelderIngelicht) == []
    proef.sluit(overleg_id)
    (feit,) = proef.feiten(MelderIngelicht)
    assert isinstance(feit, MelderIngelicht)
    assert (feit.zin, feit.tekst, feit.meldingen) == (ZIN.code, ZIN.tekst, (id_,))
    assert (feit.regel, feit.door) == ("LVS-4", "oov")


def test_tot_het_sluiten_kan_het_anders(kantoor: Kantoor) -> None:
    """Another sentence takes the place of the first, none of it; what moves on to the next meeting tells nothing."""
    proef = kantoor.proef
    ids = [proef.ontvang(melding(proef.nu)) for _ in range(3)]
    overleg_id, eerste = overleg_over(proef, ids[0])
    ander, blijft = proef.punt(ids[1]), proef.punt(ids[2])
    for punt_id, zin in ((eerste, ZIN.code), (eerste, ANDER.code), (ander, ZIN.code), (blijft, ZIN.code)):
        proef.kies_melderzin(overleg_id, punt_id, zin)
    proef.kies_melderzin(overleg_id, ander, None)
    proef.sluit(overleg_id, [blijft])
    (feit,) = proef.feiten(MelderIngelicht)
    assert isinstance(feit, MelderIngelicht)
    assert (feit.agendapunt_id, feit.zin) == (eerste, ANDER.code)
    assert proef.ledger.query_sync("SELECT zin FROM melderzin_gekozen") == [], "chosen for this meeting alone"


@pytest.mark.parametrize("zin", ["inloopavond", "verzonnen"])
def test_wat_niet_is_goedgekeurd_leest_niemand(kantoor: Kantoor, zin: str) -> None:
    """One about which the police was not heard, and one that the profile does not have."""
    proef = kantoor.proef
    waar = overleg_over(proef, proef.ontvang(melding(proef.nu)))
    with pytest.raises(NietVoorMelder, match="niet te gebruiken"):
        proef.kies_melderzin(*waar, zin)
    assert proef.feiten(MelderIngelicht) == []


def test_voor_de_goedkeuring_is_een_zin_niet_te_gebruiken(kantoor: Kantoor) -> None:
    """Approved in September: not in February of that year."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    waar = overleg_over(proef, id_)
    proef.nu = IN_FEBRUARI
    with pytest.raises(NietVoorMelder, match="nog niet goedgekeurd"):
        proef.kies_melderzin(*waar, ZIN.code)


def test_alleen_tijdens_het_overleg_en_bij_een_melder(kantoor: Kantoor) -> None:
    """Not before anybody sits down, not at an item of another agenda, not where the COA reported it."""
    proef = kantoor.proef
    id_, van_coa = proef.ontvang(melding(proef.nu)), proef.ontvang(incident(proef.nu))
    (overleg_id,) = proef.staat_op(id_)
    weigeringen: list[tuple[type[Rejected], UUID]] = [(NietVoorMelder, proef.punt(van_coa)), (AgendapuntOnbekend, id_)]
    with pytest.raises(NogNietBegonnen):
        proef.kies_melderzin(overleg_id, proef.punt(id_), ZIN.code)
    overleg_over(proef, id_)
    for weigering, punt_id in weigeringen:
        with pytest.raises(weigering):
            proef.kies_melderzin(overleg_id, punt_id, ZIN.code)
    assert proef.feiten(MelderIngelicht) == []


async def test_de_voorzitter_kiest_bij_het_punt(kantoor: Kantoor) -> None:
    """Who was consulted and when, and why another cannot be used; it stands at the item, and is told at the end."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    id_, van_coa = proef.ontvang(melding(proef.nu)), proef.ontvang(incident(proef.nu))
    overleg_id, punt_id = overleg_over(proef, id_)
    pad = f"/overleg/{overleg_id}/punt/{punt_id}"
    html = (await scherm.get(pad)).text
    assert f"{ZIN.tekst} (COA geraadpleegd op dinsdag 8 september 2026, politie geraadpleegd op" in html
    assert "de politie is over deze tekst niet vooraf geraadpleegd" in html
    assert (
        "Laat de melder iets lezen" not in (await scherm.get(f"/overleg/{overleg_id}/punt/{proef.punt(van_coa)}")).text
    )
    velden = {"csrf": csrf_uit(html)}
    zonder = await scherm.post(f"{pad}/melder", data=velden)
    assert zonder.status_code == 400
    gedaan = await scherm.post(f"{pad}/melder", data=velden | {"zin": ZIN.code})
    assert (gedaan.status_code, gedaan.headers["Location"].endswith(f"gedaan=gekozen#punt-{punt_id}")) == (303, True)
    na_het_sluiten = f"De melder leest na het sluiten:</strong> {ZIN.tekst}"
    assert na_het_sluiten in (await scherm.get(f"/overleg/{overleg_id}")).text
    await scherm.post(f"{pad}/melder", data=velden | {"zin": "geen"})
    assert na_het_sluiten not in (await scherm.get(f"/overleg/{overleg_id}")).text
    await scherm.post(f"{pad}/melder", data=velden | {"zin": ZIN.code})
    proef.sluit(overleg_id)
    assert f"De melder kan lezen:</strong> {ZIN.tekst}" in (await scherm.get(f"/overleg/{overleg_id}/verslag")).text
    assert "Laat de melder iets lezen" not in (await scherm.get(pad)).text

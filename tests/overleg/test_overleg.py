"""A meeting: given what happened, when somebody acts, then these facts, or this refusal."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.overleg.overleg import Agendapunt as Punt
from services.overleg.overleg import (
    AgendapuntOnbekend,
    AgendaVast,
    AlGesloten,
    NietTeVerzetten,
    NogNietBegonnen,
    NogTeVroeg,
    Overleg,
    OverlegFact,
    OverlegOnbekend,
    Status,
    agendeer,
    begin,
    blijft_liggen,
    given,
    maatregelpunt,
    noteer,
    orden,
    sluit,
    vaste_punten,
    verzet,
)
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    BevindingGenoteerd,
    OverlegGeannuleerd,
    OverlegGeopend,
    OverlegGepland,
    OverlegGesloten,
    OverlegVoorgesteld,
)
from tests.overleg.voorbeelden import GEMEENTE, PLEK, UUR, lokaal, profiel

ID, VOLGENDE = uuid4(), uuid4()
AANVANG = lokaal(2026, 2, 3)
PUNT, ANDER = Punt(uuid4(), (uuid4(),), "LVS-2.4"), Punt(uuid4(), (uuid4(),), "LVS-2.4")

gepland = OverlegGepland(
    gemeente=GEMEENTE,
    locatie=PLEK,
    overleg_id=ID,
    soort="lvos",
    reeks="lvos",
    aanvang=AANVANG,
    deelnemers=("coa",),
    regel="LVS-1.1",
)
voorgesteld = OverlegVoorgesteld(**gepland.model_dump(by_alias=False, exclude={"voorlopig"}))
geopend = OverlegGeopend(gemeente=GEMEENTE, locatie=PLEK, overleg_id=ID)
gesloten = OverlegGesloten(gemeente=GEMEENTE, locatie=PLEK, overleg_id=ID, besproken=0, doorgeschoven=0)
geannuleerd = OverlegGeannuleerd(gemeente=GEMEENTE, locatie=PLEK, overleg_id=ID, reden="feestdag")


def toegevoegd(punt: Punt, van: UUID | None = None) -> AgendapuntToegevoegd:
    """The fact by which an item stands on the agenda."""
    return AgendapuntToegevoegd(
        gemeente=GEMEENTE,
        locatie=PLEK,
        overleg_id=ID,
        agendapunt_id=punt.id,
        meldingen=punt.meldingen,
        regel=punt.regel,
        van_overleg_id=van,
    )


def besproken(punt: Punt) -> AgendapuntBesproken:
    """The fact by which an item is done."""
    return AgendapuntBesproken(
        gemeente=GEMEENTE, locatie=PLEK, overleg_id=ID, agendapunt_id=punt.id, meldingen=punt.meldingen
    )


def op_agenda(*facts: OverlegFact) -> Overleg:
    """A planned meeting with two items, and what happened since."""
    return given([gepland, toegevoegd(PUNT), toegevoegd(ANDER), *facts])


@pytest.mark.parametrize("begin_met", [gepland, voorgesteld])
def test_een_melding_komt_op_de_agenda(begin_met: OverlegFact) -> None:
    """A planned or proposed meeting takes an item, with the rule and the meldingen (LVS-2.4)."""
    assert agendeer(given([begin_met]), [PUNT]) == [toegevoegd(PUNT)]


def test_hetzelfde_punt_staat_er_een_keer() -> None:
    """Putting it on the agenda twice is once."""
    assert agendeer(op_agenda(), [PUNT]) == []


@pytest.mark.parametrize("voorbij", [geopend, gesloten, geannuleerd])
def test_wie_te_laat_komt_staat_op_de_volgende(voorbij: OverlegFact) -> None:
    """An agenda that stands takes nothing more (LVS-2.4)."""
    with pytest.raises(AgendaVast) as geweigerd:
        agendeer(given([gepland, voorbij]), [PUNT])
    assert geweigerd.value.regel == "LVS-2.4"


def test_een_overleg_begint_een_keer() -> None:
    """Opening it twice is once."""
    assert begin(given([gepland]), AANVANG) == [geopend]
    assert begin(given([gepland, geopend]), AANVANG) == []


def test_een_overleg_gaat_open_als_men_aanschuift() -> None:
    """From a quarter of an hour before it begins, or earlier by who says to be sure (LVS-2.4)."""
    kwart_voor = AANVANG - timedelta(minutes=15)
    assert begin(given([gepland]), kwart_voor) == [geopend]
    een_tel_eerder = kwart_voor - timedelta(seconds=1)
    with pytest.raises(NogTeVroeg) as geweigerd:
        begin(given([gepland]), een_tel_eerder)
    assert geweigerd.value.regel == "LVS-2.4"
    assert begin(given([gepland]), een_tel_eerder, zeker=True) == [geopend]
    assert begin(given([gepland, geopend]), een_tel_eerder) == []


def test_sluiten_bespreekt_elk_punt() -> None:
    """Nothing is left when a meeting closes (LVS-2.4)."""
    overleg = op_agenda(geopend)
    assert sluit(overleg, blijft_liggen(overleg, [], AANVANG), naar=None) == [
        besproken(PUNT),
        besproken(ANDER),
        gesloten.model_copy(update={"besproken": 2}),
    ]


def test_wat_niet_besproken_is_gaat_naar_het_volgende_overleg() -> None:
    """An item that was not discussed moves on, and the counts say so (LVS-2.4)."""
    overleg = op_agenda(geopend)
    liggend = blijft_liggen(overleg, {ANDER.id}, AANVANG)
    assert liggend == [ANDER]
    assert sluit(overleg, liggend, naar=VOLGENDE, tekstzegel="ab") == [
        besproken(PUNT),
        AgendapuntDoorgeschoven(**besproken(ANDER).model_dump(by_alias=False), naar_overleg_id=VOLGENDE),
        gesloten.model_copy(update={"besproken": 1, "doorgeschoven": 1, "tekstzegel": "ab"}),
    ]


def test_een_doorgeschoven_punt_zegt_waar_het_vandaan_komt() -> None:
    """The item keeps its id and names the meeting that did not get to it."""
    assert agendeer(given([gepland]), [PUNT], van=VOLGENDE) == [toegevoegd(PUNT, van=VOLGENDE)]


@pytest.mark.parametrize("voorbij", [gesloten, geannuleerd])
def test_een_gesloten_overleg_is_definitief(voorbij: OverlegFact) -> None:
    """Its record is final: not opened again, not closed again (LVS-2.4)."""
    overleg = given([gepland, voorbij])
    with pytest.raises(AlGesloten) as geweigerd:
        blijft_liggen(overleg, [], AANVANG)
    assert geweigerd.value.regel == "LVS-2.4"
    with pytest.raises(AlGesloten):
        begin(overleg, AANVANG)


@pytest.mark.parametrize("vreemd", [uuid4(), UUID(int=0)])
def test_een_onbekend_punt_kan_niet_doorschuiven(vreemd: UUID) -> None:
    """A mistaken id is refused, otherwise the item that was meant would count as discussed (LVS-2.4)."""
    with pytest.raises(AgendapuntOnbekend) as geweigerd:
        blijft_liggen(op_agenda(geopend), [PUNT.id, vreemd], AANVANG)
    assert geweigerd.value.regel == "LVS-2.4"


def test_wat_nog_moet_beginnen_heeft_niets_besproken() -> None:
    """Closing next week's meeting by mistake would lose its items (LVS-2.4)."""
    with pytest.raises(NogNietBegonnen) as geweigerd:
        blijft_liggen(op_agenda(), [], AANVANG - UUR)
    assert geweigerd.value.regel == "LVS-2.4"


def test_een_vergeten_overleg_blijft_te_sluiten() -> None:
    """A meeting whose hour passed unopened keeps its items until somebody closes it (LVS-2.4)."""
    vergeten = op_agenda()
    assert vergeten.open == (PUNT, ANDER)
    assert blijft_liggen(vergeten, [PUNT.id, ANDER.id], AANVANG + UUR) == [PUNT, ANDER]


def test_een_vervroegd_overleg_kan_dicht_als_het_geopend_is() -> None:
    """Held earlier than planned: opened first, then closed."""
    assert blijft_liggen(op_agenda(geopend), [], AANVANG - UUR) == []


def test_een_overleg_dat_niemand_kent() -> None:
    """No facts, no meeting."""
    with pytest.raises(OverlegOnbekend):
        given([])


def test_de_toestand_volgt_de_feiten() -> None:
    """What is discussed or moved on is no longer open."""
    overleg = op_agenda(geopend, besproken(PUNT))
    assert (overleg.status, overleg.open) == (Status.GEOPEND, (ANDER,))


def test_een_punt_staat_een_keer_in_de_volgorde() -> None:
    """Named twice is named once, at the first place."""
    assert orden(op_agenda(), [ANDER.id, PUNT.id, ANDER.id]).volgorde == (ANDER.id, PUNT.id)


def test_wat_vertrouwelijk_is_blijft_het_in_wat_ervan_gezegd_wordt() -> None:
    """Whoever writes it down need not say so again; a measure that ends is for who may know of measures."""
    geheim = toegevoegd(PUNT).model_copy(update={"vertrouwelijk": True})
    overleg = given([gepland, geheim, toegevoegd(ANDER)])
    for punt, verwacht in ((PUNT, True), (ANDER, False)):
        feit = noteer(overleg, punt.id, BevindingGenoteerd, "ab", geheim=False)
        assert isinstance(feit, BevindingGenoteerd)
        assert feit.vertrouwelijk is verwacht
    assert maatregelpunt(ID, uuid4(), "meldplicht", "TB-3.5").vertrouwelijk
    vast = profiel().reeksen[0].vaste_punten[0]
    for geheim_punt in (True, False):
        (punt,) = vaste_punten(ID, [vast.model_copy(update={"vertrouwelijk": geheim_punt})])
        assert punt.vertrouwelijk is geheim_punt


def test_verzetten_is_naar_een_moment_dat_nog_komt() -> None:
    """Not to now; and to where it is already is nothing."""
    duur: dict[str, Any] = {"duur": UUR, "sluiten_binnen": UUR}
    assert verzet(given([gepland]), AANVANG, op=AANVANG - UUR, **duur) == []
    assert len(verzet(given([gepland]), AANVANG + UUR, op=AANVANG, **duur)) == 1
    with pytest.raises(NietTeVerzetten):
        verzet(given([gepland]), AANVANG + UUR, op=AANVANG + UUR, **duur)

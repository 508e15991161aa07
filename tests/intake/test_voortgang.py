"""What a reporter reads of how far a melding is: also while only a meeting did something with it."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import UUID

import pytest

from services.intake.voortgang import STANDEN, Gehoord, stand_voor_melder, voortgang
from shared.contracts.intake import MeldingHeropend
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    MelderIngelicht,
    OverlegGepland,
    OverlegVerzet,
)
from shared.profiel import Rol
from shared.web import Wie
from tests.intake import proef as gegeven
from tests.intake.melderpost import gemeld, punt, uit_overleg
from tests.intake.proef import BEKIJK, MELDINGEN, Proef
from tests.web import met_sessie

BEGIN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MELDING = UUID(int=1)


def na(uren: int) -> datetime:
    """A moment so many hours later."""
    return BEGIN + timedelta(hours=uren)


@pytest.mark.parametrize(
    ("status", "overleg", "woorden"),
    [
        ("ontvangen", [], "Ontvangen"),
        ("in-behandeling", [], "In behandeling"),
        ("ontvangen", ["op-agenda"], "Staat op de agenda van een overleg"),
        ("ontvangen", ["op-agenda", "besproken"], "Besproken in een overleg"),
        ("in-behandeling", ["op-agenda", "besproken"], "Besproken in een overleg"),
        ("ontvangen", ["op-agenda", "doorgeschoven"], "Nog niet besproken"),
        ("ontvangen", ["vertrouwelijk"], "Ontvangen"),
        ("gesloten", ["op-agenda", "besproken"], "Afgehandeld"),
        ("ingetrokken", ["op-agenda"], "Telt niet meer mee"),
    ],
)
def test_hoe_ver_het_is(status: str, overleg: list[str], woorden: str) -> None:
    """The last that a meeting did counts until the end; what is confidential is not told on."""
    gehoord = [Gehoord(na(nummer), soort) for nummer, soort in enumerate(overleg, 1)]
    assert STANDEN[stand_voor_melder(status, [], gehoord)] == woorden


@pytest.mark.parametrize(("heropend_na", "woorden"), [(2, "In behandeling"), (0, "Besproken in een overleg")])
def test_na_het_heropenen_telt_wat_daarna_kwam(heropend_na: int, woorden: str) -> None:
    """A melding that was opened again after the meeting waits for the next."""
    heropend = MeldingHeropend(gemeente="gm0637", locatie="rokkeveenseweg", melding_id=MELDING, door="meldpunt")
    gehoord = [Gehoord(na(1), "besproken")]
    assert STANDEN[stand_voor_melder("in-behandeling", [(na(heropend_na), heropend)], gehoord)] == woorden


@pytest.mark.parametrize("volgorde", list(permutations(("op-agenda", "doorgeschoven", "besproken"))))
def test_wat_op_een_moment_gebeurde_staat_op_volgorde(volgorde: tuple[str, ...]) -> None:
    """What a meeting did in one go shares its time: the store may give it in any order, a reporter reads the last."""
    gehoord = [Gehoord(na(1), soort) for soort in volgorde]
    assert STANDEN[stand_voor_melder("ontvangen", [], gehoord)] == "Besproken in een overleg"
    woorden = [stap.wat.removeprefix("Uw melding is ").split()[0] for stap in voortgang([], gehoord)]
    assert woorden == ["nog", "besproken"]


@pytest.mark.parametrize(("minuten", "later"), [(0, 0), (0, 0.5), (300, 0), (300, 0.5)])
def test_op_de_agenda_en_doorgeschoven_is_een_regel(minuten: int, later: float) -> None:
    """Who reads that it stands on an agenda, and that it moves on to another, reads one line: when it is discussed."""
    verder = na(1) + timedelta(minutes=minuten)
    volgende = Gehoord(verder + timedelta(minutes=later), "op-agenda", na(96))
    eerder = [Gehoord(na(0), "op-agenda", na(1)), Gehoord(na(1), "doorgeschoven", na(2))]
    (stap,) = voortgang([], [*eerder, Gehoord(verder, "doorgeschoven", na(96)), volgende])
    assert (stap.code, stap.overleg_op, stap.op) == ("doorgeschoven", na(96), verder)


def test_een_ander_punt_blijft_op_zijn_agenda() -> None:
    """The same melding on the agenda of two meetings, of which one does not come to it."""
    anders = Gehoord(na(1), "op-agenda", na(24), punt="ander")
    stappen = voortgang([], [Gehoord(na(1), "op-agenda", na(2)), anders, Gehoord(na(3), "doorgeschoven", na(96))])
    assert [(stap.code, stap.overleg_op) for stap in stappen] == [("op-agenda", na(24)), ("doorgeschoven", na(96))]


def test_de_dag_is_die_waarop_het_is_besproken() -> None:
    """Held a day before the plan: that day; closed a day after it: the day of the plan; moved on: the later one."""
    eerder = [Gehoord(na(1), "op-agenda", na(48)), Gehoord(na(24), "besproken", na(48))]
    assert [stap.overleg_op for stap in voortgang([], eerder)] == [na(24), na(24)]
    later = [Gehoord(na(1), "op-agenda", na(48)), Gehoord(na(72), "besproken", na(48))]
    assert [stap.overleg_op for stap in voortgang([], later)] == [na(48), na(48)]
    nog_niet = [Gehoord(na(1), "op-agenda", na(48)), Gehoord(na(50), "doorgeschoven", na(96))]
    assert [stap.overleg_op for stap in voortgang([], nog_niet)] == [na(96)]


async def test_de_melder_leest_op_welke_dag_en_de_staf_dat_het_is_besproken(proef: Proef) -> None:
    """The day of the meeting, also after it moved; once discussed, what is not told; for staff it is no longer new."""
    bon = await gemeld(proef)
    melding, meldpunt = bon["meldingId"], await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    code = {"volgcode": bon["volgcode"]}
    begin = {"overleg_id": UUID(int=5), "gemeente": "gm0637", "locatie": "rokkeveenseweg"}
    gepland = OverlegGepland(
        **begin, soort="lvos", reeks="lvos", aanvang=na(48), deelnemers=("politie",), regel="LVS-1.1"
    )
    uit_overleg(proef, gepland)
    uit_overleg(proef, punt(AgendapuntToegevoegd, melding))

    async def gevolgd() -> str:
        return (await proef.publiek.post("/volgen", data=code)).text

    assert "Dag van het overleg: dinsdag 24 november 2026." in await gevolgd()
    uit_overleg(proef, OverlegVerzet(**begin, van=na(48), naar=na(72)))
    assert "Dag van het overleg: woensdag 25 november 2026." in await gevolgd()
    assert "zetten wij niet op deze pagina" not in await gevolgd()
    assert await _nieuw(proef) == 1
    uit_overleg(proef, gepland.model_copy(update={"overleg_id": UUID(int=6), "aanvang": na(96)}))
    uit_overleg(proef, punt(AgendapuntDoorgeschoven, melding, naar_overleg_id=str(UUID(int=6))))
    verder = await gevolgd()
    assert "Uw melding is nog niet besproken. Dat gebeurt op donderdag 26 november 2026." in verder
    assert ("<strong>Nog niet besproken</strong>" in verder, "Dag van het overleg" in verder) == (True, False)
    engels = (await proef.publiek.post("/volgen?taal=en", data=code)).text
    assert "Your report has not been discussed yet. That will happen on Thursday 26 November 2026." in engels
    uit_overleg(proef, punt(AgendapuntBesproken, melding))
    assert "zetten wij niet op deze pagina" in await gevolgd()
    assert 'Bel de gemeente: <a href="tel:14079">14 079</a>.' in await gevolgd()
    assert "Ontvangen, besproken in een overleg" in (await meldpunt.get(f"/meldingen/{melding}")).text
    assert await _nieuw(proef) == 0
    for besproken, aantal in (("ja", 1), ("nee", 0)):
        lijst = (await meldpunt.get(f"/meldingen?besproken={besproken}")).text
        assert lijst.count('<th scope="row"') == aantal


async def test_de_melder_leest_terug_wie_er_last_van_had(proef: Proef) -> None:
    """As the form asked it; nothing where nothing was chosen."""
    for gekozen, leest in (
        ({"gerichtTegen": "medewerkers", "publiekeTaak": True}, "werk was. Tegen iemand met een publieke taak</dd>"),
        ({"gerichtTegen": "omwonenden"}, "<dd>Mensen die in de buurt wonen</dd>"),
        ({}, ""),
    ):
        bon = (await proef.publiek.post(MELDINGEN, json={**gegeven.MELDING, **gekozen})).json()
        pagina = (await proef.publiek.post("/volgen", data={"volgcode": bon["volgcode"]})).text
        assert ("<dt>Wie of wat had er last van</dt>" in pagina, leest in pagina) == (bool(gekozen), True)


async def test_de_melder_leest_wat_het_overleg_laat_weten(proef: Proef) -> None:
    """On the page behind the code and to a program; nothing of a confidential item; how far it is stays as it was."""
    bon = await gemeld(proef)
    code = {"volgcode": bon["volgcode"]}
    tekst = "De komende tijd wordt hier vaker gekeken."
    zin = {"zin": "extra-ronde", "tekst": tekst, "regel": "LVS-4", "door": "oov"}
    uit_overleg(proef, punt(AgendapuntToegevoegd, bon["meldingId"]))
    uit_overleg(proef, punt(MelderIngelicht, bon["meldingId"], **zin))
    html = (await proef.publiek.post("/volgen", data=code)).text
    assert f"Het overleg laat u weten: {tekst}" in html
    assert "Staat op de agenda van een overleg" in html
    assert tekst in (await proef.publiek.post(BEKIJK, json=code)).text
    ander = await gemeld(proef)
    uit_overleg(proef, punt(AgendapuntToegevoegd, ander["meldingId"], vertrouwelijk=True))
    uit_overleg(proef, punt(MelderIngelicht, ander["meldingId"], vertrouwelijk=True, **zin))
    assert tekst not in (await proef.publiek.post("/volgen", data={"volgcode": ander["volgcode"]})).text


async def _nieuw(proef: Proef) -> int:
    assert proef.dienst.taken is not None
    gevonden = await proef.dienst.taken(Wie(Rol.MELDPUNT), proef.klok())
    return sum(taak.aantal or 0 for taak in gevonden if taak.wat == "Bekijk nieuwe meldingen")

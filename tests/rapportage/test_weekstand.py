"""What the LVOS begins with beside the counts: agreements, what is new since, and the input for the police meeting."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.rapportage.beeld import LopendeMaatregel
from services.rapportage.plek import Kijker
from services.rapportage.tijdlijn import ALLES
from services.rapportage.toestand import lopend
from services.rapportage.verslagen.bladen import weekblad
from services.rapportage.week import week_van
from services.rapportage.weekbeelden.overlegstand import Afspraak, afsprakenstand
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.contracts import overleg as o
from shared.contracts.intake import MeldingGecorrigeerd
from shared.facts import OngeldigeInvoer
from tests.rapportage.conftest import ZONDAG, Maak
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)
ZEGEL = "0" * 64


def noteer(
    keten: Keten, overleg: str, punt: str, *, op: Any, vertrouwelijk: bool = False, besluit: bool = False
) -> None:
    """The meeting writes down what it found, or what it decided."""
    vorm = o.BesluitGenomen if besluit else o.BevindingGenoteerd
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "overleg_id": nr(overleg), "agendapunt_id": nr(f"punt {punt}")}
    keten.overleg.zeg(nr(overleg), vorm(**wat, tekstzegel=ZEGEL, vertrouwelijk=vertrouwelijk), op)


def houd(keten: Keten, naam: str, *, op: Any, reeks: str = "lvos", punt: str = "") -> None:
    """A meeting is planned, discusses something, and is closed."""
    keten.plan(naam, op, op=op - DAG, reeks=reeks)
    if punt:
        keten.agendeer(naam, punt, op=op - UUR)
        keten.bespreek(naam, punt, op=op)
    keten.sluit_overleg(naam, op=op + UUR)


async def test_afspraken_open_te_laat_en_in_deze_week_nagekomen(beeld: Maak, keten: Keten) -> None:
    """Kept on time, kept too late, overdue, not yet due, lapsed, and one that was put off."""
    for naam, uiterlijk in (("op-tijd", 2), ("te-laat", -3), ("over", -1), ("open", 9), ("weg", 9), ("verzet", -2)):
        keten.spreek_af(naam, "politie", op=DINSDAG - 9 * DAG, uiterlijk=DINSDAG + uiterlijk * DAG)
    keten.spreek_af("vorige-week", "politie", op=DINSDAG - 9 * DAG, uiterlijk=DINSDAG)
    keten.kom_na("vorige-week", op=DINSDAG - 4 * DAG)
    keten.kom_na("op-tijd", op=DINSDAG + DAG)
    keten.kom_na("te-laat", op=DINSDAG)
    keten.laat_vervallen("weg", op=DINSDAG)
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "afspraak_id": nr("verzet")}
    verzet = o.AfspraakVerzet(**wat, van=DINSDAG - 2 * DAG, naar=DINSDAG + 20 * DAG)
    keten.overleg.zeg(nr("verzet"), verzet, DINSDAG - 5 * DAG)
    stand = (await beeld()).afspraken
    assert stand
    assert (stand.open, stand.nagekomen_deze_week, stand.waarvan_te_laat, stand.vervallen_deze_week) == (3, 2, 1, 1)
    assert [(een.afspraak_id, een.naam) for een in stand.over_datum] == [(nr("over"), "Politie")]
    eerder = (await beeld((DINSDAG - 6 * DAG).isoformat())).afspraken
    assert eerder
    assert (eerder.open, eerder.nagekomen_deze_week) == (7, 0)


async def test_wat_nieuw_is_sinds_het_laatste_gesloten_overleg(beeld: Maak, keten: Keten) -> None:
    """Received after it was closed, whenever it happened; at that very moment, or a later version, is not new."""
    keten.meld("eerder", DINSDAG - 2 * DAG)
    houd(keten, "lvos-0", op=DINSDAG - 7 * DAG)
    houd(keten, "lvos-1", op=DINSDAG)
    houd(keten, "ander", op=DINSDAG + DAG, reeks="casusoverleg")
    keten.plan("lvos-2", DINSDAG + 7 * DAG, op=DINSDAG)
    keten.meld("laat", DINSDAG - 20 * DAG, op=DINSDAG + DAG)
    keten.meld("nieuw", DINSDAG + DAG)
    keten.meld("eerder", DINSDAG - 2 * DAG, op=DINSDAG + DAG, thema="drugs")
    keten.incident("i", DINSDAG + DAG)
    keten.meld("net-niet", DINSDAG, op=DINSDAG + UUR)
    keten.open_escalatie("e0", op=DINSDAG + UUR)
    keten.leg_op("m0", op=DINSDAG + UUR)
    keten.open_escalatie("e", op=DINSDAG + 2 * DAG)
    keten.leg_op("m", op=DINSDAG + 2 * DAG)
    keten.leg_op("geheim", op=DINSDAG + 2 * DAG, soort="crisismaatregel")
    keten.spreek_af("gedaan", "coa", op=DINSDAG, uiterlijk=DINSDAG + 9 * DAG)
    keten.kom_na("gedaan", op=DINSDAG + DAG)
    keten.spreek_af("al-gedaan", "coa", op=DINSDAG - 9 * DAG, uiterlijk=DINSDAG + 9 * DAG)
    keten.kom_na("al-gedaan", op=DINSDAG - DAG)
    keten.spreek_af("lang", "coa", op=DINSDAG - 9 * DAG, uiterlijk=DINSDAG - DAG)
    keten.spreek_af("pas", "coa", op=DINSDAG, uiterlijk=DINSDAG + DAG)
    sinds = (await beeld()).sinds_overleg
    assert sinds
    assert (sinds.overleg.overleg_id, sinds.overleg.gesloten_op) == (nr("lvos-1"), DINSDAG + UUR)
    assert (sinds.meldingen, sinds.incidenten, sinds.escalaties, sinds.maatregelen) == (2, 1, 1, 1)
    assert (sinds.afspraken_nagekomen, sinds.afspraken_over_datum) == (1, 1)


@pytest.mark.parametrize(("overleg", "klaar", "sinds", "week"), [(-7, -5, 1, 0), (0, -1, 0, 1), (-7, -8, 0, 0)])
async def test_wat_klaar_was_telt_sinds_het_overleg_en_in_de_week(
    beeld: Maak, keten: Keten, overleg: int, klaar: int, sinds: int, week: int
) -> None:
    """Whichever of the two began first: the meeting before this week or in it."""
    houd(keten, "lvos-1", op=DINSDAG + overleg * DAG)
    keten.spreek_af("a", "coa", op=DINSDAG - 20 * DAG, uiterlijk=DINSDAG + 9 * DAG)
    keten.kom_na("a", op=DINSDAG + klaar * DAG)
    uit = await beeld()
    assert uit.sinds_overleg
    assert uit.afspraken
    assert (uit.sinds_overleg.afspraken_nagekomen, uit.afspraken.nagekomen_deze_week) == (sinds, week)


def test_precies_op_de_datum_is_op_tijd_en_nog_niet_te_laat() -> None:
    """Overdue begins after the moment that was agreed; a measure ends at the moment that was given."""
    week = week_van(DINSDAG, ZoneInfo("Europe/Amsterdam"))
    open_ = Afspraak(str(nr("open")), "coa", DINSDAG, "r", klaar=None, vervallen=None)
    klaar = Afspraak(str(nr("klaar")), "coa", DINSDAG, "r", klaar=DINSDAG, vervallen=None)
    op, erna = (afsprakenstand([open_, klaar], week, moment) for moment in (DINSDAG, DINSDAG + UUR))
    assert (op.nagekomen_deze_week, op.waarvan_te_laat, len(op.over_datum), len(erna.over_datum)) == (1, 0, 0, 1)
    wat: dict[str, Any] = {"maatregel_id": nr("m"), "soort": "s", "naam": "s", "gericht_op": "persoon", "regel": "r"}
    maatregel = LopendeMaatregel(**wat, ingaande=DINSDAG - DAG, eindigt=DINSDAG)
    assert [len(lopend([maatregel], moment)) for moment in (DINSDAG - 2 * DAG, DINSDAG - DAG, DINSDAG)] == [0, 1, 0]


async def test_een_vervallen_afspraak_die_toch_is_nagekomen_telt_in_de_week_waarin_dat_was(
    beeld: Maak, keten: Keten
) -> None:
    """The last of its ends says whether it is over."""
    keten.spreek_af("a", "coa", op=DINSDAG - 20 * DAG, uiterlijk=DINSDAG + 9 * DAG)
    keten.laat_vervallen("a", op=DINSDAG - 15 * DAG)
    keten.kom_na("a", op=DINSDAG)
    stand = (await beeld()).afspraken
    assert stand
    assert (stand.open, stand.nagekomen_deze_week) == (0, 1)


async def test_de_week_van_een_jaar_geleden_wordt_erbij_gelezen(beeld: Maak, keten: Keten) -> None:
    """Far before the weeks that it is beside."""
    keten.meld("eerste", DINSDAG - 400 * DAG)
    keten.meld("toen", DINSDAG - 364 * DAG)
    keten.meld("nu", DINSDAG)
    uit = await beeld()
    assert (uit.jaar_geleden.meldingen, uit.meldingen.totaal.jaar_geleden, uit.meldingen.totaal.deze_week) == (1, 1, 1)


async def test_zonder_gesloten_overleg_is_er_niets_om_sinds_te_tellen(beeld: Maak, keten: Keten) -> None:
    """Also at a peildatum before the first was closed."""
    houd(keten, "lvos-1", op=DINSDAG)
    assert (await beeld((DINSDAG + 30 * UUR / 60).isoformat())).sinds_overleg is None
    assert (await beeld()).sinds_overleg


async def test_de_bevindingen_van_het_lvos_zijn_de_inbreng_van_het_politieoverleg(beeld: Maak, keten: Keten) -> None:
    """How many, from which meeting; each item once, and confidential ones only for who may read them (LVS-1.5)."""
    keten.plan("lvos-1", DINSDAG, op=DINSDAG - DAG)
    for punt in ("a", "b"):
        keten.agendeer("lvos-1", punt, op=DINSDAG - UUR)
        keten.bespreek("lvos-1", punt, op=DINSDAG)
    noteer(keten, "lvos-1", "a", op=DINSDAG)
    noteer(keten, "lvos-1", "a", op=DINSDAG + UUR / 2)
    noteer(keten, "lvos-1", "b", op=DINSDAG, vertrouwelijk=True)
    noteer(keten, "lvos-1", "b", op=DINSDAG, besluit=True)
    keten.sluit_overleg("lvos-1", op=DINSDAG + UUR)
    keten.plan("politie", DINSDAG + 9 * DAG, op=DINSDAG, reeks="politieoverleg")
    [van_oov] = (await beeld()).inbreng or ()
    [van_politie] = (await beeld(kijker=Kijker(zicht=replace(ALLES, vertrouwelijk=False)))).inbreng or ()
    assert (van_oov.reeks, van_oov.regel, van_oov.volgend and van_oov.volgend.overleg_id) == (
        "politieoverleg",
        "LVS-1.5",
        nr("politie"),
    )
    [uitkomst] = van_oov.uitkomsten
    assert (uitkomst.overleg.overleg_id, uitkomst.besproken, uitkomst.bevindingen, uitkomst.besluiten) == (
        nr("lvos-1"),
        2,
        2,
        1,
    )
    assert van_politie.uitkomsten[0].bevindingen == 1


async def test_het_politieoverleg_hoort_elk_lvos_een_keer(beeld: Maak, keten: Keten) -> None:
    """All that were closed since its last meeting; with none since, the last one again."""
    houd(keten, "lvos-0", op=DINSDAG - 14 * DAG)
    houd(keten, "politie-0", op=DINSDAG - 12 * DAG, reeks="politieoverleg")
    houd(keten, "lvos-1", op=DINSDAG - 7 * DAG)
    houd(keten, "lvos-2", op=DINSDAG)
    houd(keten, "politie-1", op=DINSDAG + 2 * DAG, reeks="politieoverleg")

    def ids(uit: Weekbeeld) -> list[Any]:
        return [uitkomst.overleg.overleg_id for uitkomst in (uit.inbreng or ())[0].uitkomsten]

    assert ids(await beeld((DINSDAG + DAG).isoformat())) == [nr("lvos-1"), nr("lvos-2")]
    assert ids(await beeld()) == [nr("lvos-2")]


async def test_elk_overleg_brengt_in_wat_het_zelf_besprak_en_afsprak(beeld: Maak, keten: Keten) -> None:
    """Nothing of the one before or after it, whichever has the lower number, nor of what was agreed outside."""
    for n in (1, 2, 3):
        houd(keten, f"lvos-{n}", op=DINSDAG - (3 - n) * DAG)
        for punt in range(n):
            keten.bespreek(f"lvos-{n}", f"punt {n}.{punt}", op=DINSDAG - (3 - n) * DAG)
            keten.spreek_af(f"af {n}.{punt}", "coa", op=DINSDAG, uiterlijk=DINSDAG + DAG, overleg=f"lvos-{n}")
    keten.spreek_af("los", "coa", op=DINSDAG, uiterlijk=DINSDAG + DAG)
    [inbreng] = (await beeld()).inbreng or ()
    assert [(uit.overleg.overleg_id, uit.besproken, uit.afspraken) for uit in inbreng.uitkomsten] == [
        (nr("lvos-1"), 1, 1),
        (nr("lvos-2"), 2, 2),
        (nr("lvos-3"), 3, 3),
    ]


async def test_een_maatregel_die_binnen_veertien_dagen_eindigt_valt_op(beeld: Maak, keten: Keten) -> None:
    """Two weekly meetings can still decide about it."""
    keten.leg_op("kort", op=DINSDAG, eindigt=ZONDAG + 14 * DAG)
    keten.leg_op("lang", op=DINSDAG, eindigt=ZONDAG + 14 * DAG + UUR)
    keten.leg_op("zonder", op=DINSDAG, dagen=None)
    loopt_af = {m.maatregel_id: m.loopt_af for m in (await beeld()).maatregelen or ()}
    assert loopt_af == {nr("kort"): True, nr("lang"): False, nr("zonder"): False}


async def test_per_gebied_ook_na_een_correctie(beeld: Maak, keten: Keten) -> None:
    """Areas of the profile, and what was left open."""
    keten.meld("a", DINSDAG, gebied="dorp")
    keten.meld("b", DINSDAG)
    keten.meld("c", DINSDAG, gebied="dorp")
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "melding_id": nr("c"), "door": "meldpunt", "gebied": "rokkeveen"}
    keten.intake.zeg(nr("c"), MeldingGecorrigeerd(**wat), DINSDAG + UUR)
    rijen = {rij.code: rij.deze_week for rij in (await beeld()).meldingen.per_gebied}
    assert rijen == {"rokkeveen": 1, "driemanspolder": 0, "stadscentrum": 0, "dorp": 1, "niet-opgegeven": 1}


async def test_de_tabel_van_de_week_heeft_elke_vergelijking(beeld: Maak, keten: Keten) -> None:
    """This week, the week before, the mean of the eight before, and a year ago: each in its own column."""
    keten.meld("lang geleden", DINSDAG - 500 * DAG)
    for n in range(3):
        keten.meld(f"toen {n}", DINSDAG - 364 * DAG)
    for n in range(4):
        keten.meld(f"vorige {n}", DINSDAG - 7 * DAG)
    keten.meld("nu", DINSDAG)
    blad = weekblad(await beeld())
    rijen = {(rij[0], rij[1]): tuple(rij[3:]) for rij in blad.rijen}
    assert tuple(blad.koppen[3:]) == ("dezeWeek", "vorigeWeek", "gemiddeld", "jaarGeleden")
    assert rijen["meldingen", "totaal"] == (1, 4, 0.5, 3)
    assert rijen["meldingen per uur", "10"] == (1, 4, 0.5, 3)
    assert rijen["incidenten", "totaal"] == (0, 0, 0.0, 0)


async def test_per_uur_op_de_klok_van_de_gemeente(beeld: Maak, keten: Keten) -> None:
    """Nine in the morning UTC is ten here, on every day of the week."""
    keten.meld("a", DINSDAG)
    keten.meld("b", DINSDAG + DAG)
    keten.incident("i", DINSDAG + UUR)
    uren = (await beeld()).per_uur
    assert len(uren) == 24
    assert (uren[10].meldingen.deze_week, uren[10].incidenten.deze_week, uren[11].incidenten.deze_week) == (2, 0, 1)


async def test_een_uitsnede_telt_alleen_wat_is_gekozen(beeld: Maak, keten: Keten) -> None:
    """Every count follows; what is open or agreed is told whole."""
    keten.meld("a", DINSDAG, aard="crimineel", gebied="dorp")
    keten.meld("a2", DINSDAG, aard="crimineel", gebied="dorp")
    keten.meld("b", DINSDAG, gebied="dorp")
    keten.open_escalatie("e", op=DINSDAG)
    uit = await beeld(gebied="dorp", aard="crimineel", thema=None)
    assert (uit.meldingen.totaal.deze_week, uit.weken[-1].meldingen, len(uit.escalaties or ())) == (2, 2, 1)
    assert uit.uitsnede.gekozen() == {"aard": "crimineel", "gebied": "dorp"}
    with pytest.raises(OngeldigeInvoer) as fout:
        await beeld(gebied="elders")
    assert [een.veld for een in fout.value.fouten] == ["gebied"]


async def test_wie_het_niet_mag_zien_krijgt_geen_overleg_en_geen_drempels(beeld: Maak, keten: Keten) -> None:
    """Absent, not empty."""
    houd(keten, "lvos-1", op=DINSDAG)
    uit = await beeld(kijker=Kijker())
    assert (uit.drempels, uit.afspraken, uit.sinds_overleg, uit.inbreng) == (None, None, None, None)
    zonder = (await beeld(kijker=Kijker(zicht=replace(ALLES, escalaties=False, maatregelen=False)))).sinds_overleg
    assert zonder
    assert (zonder.escalaties, zonder.maatregelen) == (None, None)


async def test_een_drempel_telt_tot_de_peildatum_ook_naast_een_oude_week(beeld: Maak, keten: Keten) -> None:
    """How near it is, is the state now, whichever week is shown."""
    for n in range(4):
        keten.meld(f"c{n}", DINSDAG + n * UUR, aard="crimineel")
    for week in (None, "2026-W30"):
        standen = {een.code: (een.telling, een.stand) for een in (await beeld(week=week)).drempels or ()}
        assert standen["driehoek-aantal"] == (4, "nadert")

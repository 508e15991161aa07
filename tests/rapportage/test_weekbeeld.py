"""The picture from events: what is known when, and what is open, planned and in force."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.rapportage.application import Rapportagedienst
from services.rapportage.beeld import Telling
from services.rapportage.plek import Kijker
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.contracts import overleg as o
from shared.facts import NietGevonden
from shared.ledger import Ledger
from tests.rapportage.conftest import ZONDAG, Maak
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, incident, melding, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)


async def test_het_beeld_telt_wat_er_is_gemeld(beeld: Maak, keten: Keten) -> None:
    """Meldingen and incidents of this week and the week before, by every kind."""
    keten.meld("a", DINSDAG, thema="jeugd", gericht_tegen="bewoners")
    keten.meld("b", DINSDAG + DAG, aard="crimineel", plaats="in-noodopvang", kanaal="telefoon")
    keten.meld("c", DINSDAG - 7 * DAG)
    keten.incident("d", DINSDAG, gevolgen_openbare_orde=True, ernst=4)
    uit = await beeld()
    assert (uit.deze_week.code, uit.vorige_week.code) == ("2026-W47", "2026-W46")
    assert (uit.meldingen.totaal.deze_week, uit.meldingen.totaal.vorige_week) == (2, 1)
    assert uit.incidenten.met_gevolgen_openbare_orde.deze_week == 1
    telling = {t.code: t.deze_week for tabel in _tabellen(uit) for t in tabel if t.deze_week}
    assert telling == {
        "overlast": 1,
        "crimineel": 1,
        "in-noodopvang": 1,
        "buiten-noodopvang": 1,
        "webformulier": 1,
        "telefoon": 1,
        "bewoners": 1,
        "omwonenden": 1,
        "jeugd": 1,
        "geluid": 1,
    }
    assert uit.gelezen == {"intake": 4}


async def test_een_late_melding_telt_in_de_week_waarin_het_gebeurde(beeld: Maak, keten: Keten) -> None:
    """Reported on Saturday, happened the week before."""
    keten.meld("laat", DINSDAG - 7 * DAG, op=ZONDAG - DAG)
    uit = await beeld()
    assert (uit.meldingen.totaal.deze_week, uit.meldingen.totaal.vorige_week) == (0, 1)


async def test_de_peildatum_verbergt_wat_toen_niet_bekend_was(beeld: Maak, keten: Keten) -> None:
    """The same week, seen on Wednesday and seen now."""
    keten.meld("a", DINSDAG)
    keten.meld("b", DINSDAG, op=DINSDAG + 3 * DAG)
    toen = await beeld("2026-11-18")
    nu = await beeld()
    assert (toen.meldingen.totaal.deze_week, nu.meldingen.totaal.deze_week) == (1, 2)
    assert toen.peildatum == datetime(2026, 11, 18, 22, 59, 59, 999999, tzinfo=UTC)
    assert not toen.deze_week.volledig


async def test_een_vroegere_week_met_wat_nu_bekend_is(beeld: Maak, keten: Keten) -> None:
    """What was imported later is unknown then, and counted now as historisch."""
    keten.meld("oud", DINSDAG - 70 * DAG, op=ZONDAG - DAG, registratie="historisch")
    toen = await beeld((DINSDAG - 69 * DAG).date().isoformat())
    nu = await beeld(week="2026-W37")
    assert toen.meldingen.totaal.deze_week == 0
    assert (nu.meldingen.totaal.deze_week, nu.meldingen.waarvan_historisch.deze_week) == (1, 1)


async def test_op_middernacht_begint_de_nieuwe_week_en_niet_een_uur_later(beeld: Maak, keten: Keten) -> None:
    """The first moment of a week counts in it, and not in the one before as well."""
    maandag = datetime(2026, 11, 15, 23, 0, tzinfo=UTC)
    keten.meld("eerste", maandag)
    keten.meld("laatste", maandag - timedelta(microseconds=1))
    for week, eerder in (("2026-W46", 0), ("2026-W47", 1)):
        totaal = (await beeld(week=week)).meldingen.totaal
        assert (totaal.deze_week, totaal.vorige_week) == (1, eerder)


async def test_een_afgezegd_overleg_is_niet_het_volgende(beeld: Maak, keten: Keten) -> None:
    """From the moment that it is known to be off."""
    keten.plan("af", ZONDAG + DAG, op=DINSDAG)
    keten.plan("door", ZONDAG + 8 * DAG, op=DINSDAG)
    feit = o.OverlegGeannuleerd(gemeente=GEMEENTE, locatie=LOCATIE, overleg_id=nr("af"), reden="proef")
    keten.overleg.zeg(nr("af"), feit, DINSDAG + DAG)
    volgend, toen = (await beeld()).volgend_overleg, (await beeld(DINSDAG.isoformat())).volgend_overleg
    assert (volgend and volgend.overleg_id, toen and toen.overleg_id) == (nr("door"), nr("af"))


async def test_van_twee_verlengingen_geldt_de_langste(beeld: Maak, keten: Keten) -> None:
    """A measure runs to the last day that it was given."""
    keten.leg_op("m", op=DINSDAG, dagen=1)
    for dagen in (20, 40):
        eindigt = DINSDAG + dagen * DAG
        feit = o.MaatregelVerlengd(gemeente=GEMEENTE, locatie=LOCATIE, maatregel_id=nr("m"), eindigt=eindigt)
        keten.overleg.zeg(nr("m"), feit, DINSDAG + dagen * UUR)
    [maatregel] = (await beeld()).maatregelen or ()
    assert maatregel.eindigt == DINSDAG + 40 * DAG


async def test_van_een_melding_telt_de_laatste_versie_die_toen_bekend_was(beeld: Maak, keten: Keten) -> None:
    """A later version replaces the first, from the moment it was recorded."""
    keten.meld("a", DINSDAG, aard="nog-te-bepalen")
    keten.intake.zeg(nr("a"), melding("a", DINSDAG, aard="crimineel"), DINSDAG + 2 * DAG)
    toen, nu = await beeld("2026-11-18"), await beeld()
    assert [t.code for t in toen.meldingen.per_aard if t.deze_week] == ["nog-te-bepalen"]
    assert [t.code for t in nu.meldingen.per_aard if t.deze_week] == ["crimineel"]
    assert nu.meldingen.totaal.deze_week == 1


async def test_een_andere_locatie_telt_niet_mee(beeld: Maak, keten: Keten) -> None:
    """Neither another location nor another municipality with the same code for its location."""
    keten.meld("a", DINSDAG, locatie="zoetermeer")
    keten.meld("b", DINSDAG, gemeente="gm1598")
    assert (await beeld()).meldingen.totaal.deze_week == 0


async def test_een_feit_telt_alleen_van_de_dienst_die_het_hoort_te_zeggen(beeld: Maak, keten: Keten) -> None:
    """A MeldingOntvangen that overleg would publish is kept, and counts nowhere."""
    keten.overleg.zeg(nr("a"), melding("a", DINSDAG), DINSDAG)
    keten.escalatie.zeg(nr("b"), incident("b", DINSDAG), DINSDAG)
    uit = await beeld()
    assert (uit.meldingen.totaal.deze_week, uit.incidenten.totaal.deze_week) == (0, 0)


async def test_een_escalatie_is_open_van_opening_tot_sluiting(beeld: Maak, keten: Keten) -> None:
    """At each moment the picture shows what was open then, and whether a person had confirmed."""
    keten.open_escalatie("e", op=DINSDAG, tweede_stap=True)
    keten.alarmeer("e", "politie", op=DINSDAG)
    keten.bevestig("e", "politie", op=DINSDAG + UUR)
    keten.bevestig("e", "politie", op=DINSDAG + 2 * UUR, stap="burgemeester-ingelicht")
    keten.sluit_escalatie("e", op=DINSDAG + 3 * UUR)
    voor, open_, bevestigd, klaar, dicht = [
        (await beeld(moment.isoformat())).escalaties for moment in (DINSDAG + n * UUR - UUR / 2 for n in range(5))
    ]
    assert (voor, dicht) == ((), ())
    assert (open_[0].escalatie_id, open_[0].regel, open_[0].sinds) == (nr("e"), "LVS-0.3", DINSDAG)
    assert (open_[0].bevestigd, open_[0].gewaarschuwd) == (False, ("politie",))
    assert (bevestigd[0].bevestigd, bevestigd[0].vraagt_actie) == (True, True)
    assert (klaar[0].vraagt_actie, klaar[0].burgemeester_ingelicht_op) == (False, DINSDAG + 2 * UUR)


async def test_het_volgende_lvos_met_zijn_agenda(beeld: Maak, keten: Keten) -> None:
    """The first LVOS to come, with what stands on it now; other series do not count, nor what moved on."""
    keten.plan("vorige", DINSDAG + UUR, op=DINSDAG - 9 * DAG)
    keten.plan("lvos", DINSDAG + 7 * DAG, op=DINSDAG - 9 * DAG, voorlopig=True)
    keten.plan("later", DINSDAG + 14 * DAG, op=DINSDAG - 9 * DAG)
    keten.plan("politie", ZONDAG + DAG, op=DINSDAG, reeks="politieoverleg")
    keten.agendeer("vorige", "a", op=DINSDAG)
    keten.agendeer("vorige", "b", op=DINSDAG)
    keten.schuif_door("vorige", "lvos", "a", op=DINSDAG + 2 * UUR)
    keten.agendeer("lvos", "c", op=DINSDAG + DAG)
    keten.agendeer("lvos", "d", op=DINSDAG + DAG)
    keten.schuif_door("lvos", "later", "d", op=DINSDAG + 2 * DAG)
    toen, nu = (await beeld("2026-11-17T09:30:00Z")).volgend_overleg, (await beeld()).volgend_overleg
    assert (toen.overleg_id, toen.agendapunten) == (nr("vorige"), 2)
    assert (nu.overleg_id, nu.agendapunten, nu.voorlopig) == (nr("lvos"), 2, True)
    assert nu.naam == "LVOS (Leefbaarheids- en veiligheidsoverleg Statushouders)"


async def test_een_voorstel_dat_doorgaat_is_geen_voorstel_meer(beeld: Maak, keten: Keten) -> None:
    """Until somebody decided; one meeting all the same (LVS-1.6)."""
    keten.stel_voor("extra", DINSDAG + 7 * DAG, op=DINSDAG)
    keten.laat_doorgaan("extra", op=DINSDAG + DAG)
    toen, nu = (await beeld((DINSDAG + UUR).isoformat())).volgend_overleg, (await beeld()).volgend_overleg
    assert (toen.overleg_id, toen.voorgesteld) == (nr("extra"), True)
    assert (nu.overleg_id, nu.voorgesteld) == (nr("extra"), False)


async def test_een_maatregel_loopt_van_ingang_tot_einde(beeld: Maak, keten: Keten) -> None:
    """Before it, after its term, or after it ended, it is not in force; one without an end goes on."""
    keten.leg_op("nog-niet", op=DINSDAG, ingaande=ZONDAG + DAG, eindigt=ZONDAG + 9 * DAG)
    keten.leg_op("voorbij", op=DINSDAG, dagen=2)
    keten.leg_op("gestopt", op=DINSDAG, dagen=None)
    keten.laat_verlopen("gestopt", op=DINSDAG + DAG)
    keten.leg_op("loopt", op=DINSDAG, dagen=14)
    keten.leg_op("zonder-einde", op=DINSDAG, dagen=None, soort="cameratoezicht", gericht_op="gebied", betrokkene=None)
    uit = await beeld()
    assert [m.maatregel_id for m in uit.maatregelen] == [nr("loopt"), nr("zonder-einde")]
    assert uit.maatregelen[0].naam == "Gebiedsverbod voor korte tijd"


async def test_wat_van_de_hele_gemeente_is_staat_bij_de_gemeente(
    beeld: Maak, keten: Keten, dienst: Rapportagedienst, oov: Kijker
) -> None:
    """A measure without an area, and an escalation about a location that no profile knows, are on one page."""
    keten.leg_op("meldplicht", op=DINSDAG, soort="meldplicht", locatie="alle")
    keten.open_escalatie("vreemd", op=DINSDAG, locatie="onbekende-locatie")
    opvang, gemeente = await beeld(), await dienst.weekbeeld(dienst.plek("zoetermeer"), oov, ZONDAG)
    assert (opvang.maatregelen, opvang.escalaties) == ((), ())
    assert [m.maatregel_id for m in gemeente.maatregelen] == [nr("meldplicht")]
    assert [zaak.escalatie_id for zaak in gemeente.escalaties] == [nr("vreemd")]
    gebonden = await dienst.weekbeeld(dienst.plek("zoetermeer"), replace(oov, locatie="zoetermeer"), ZONDAG)
    assert (gebonden.maatregelen, gebonden.escalaties) == ((), ())


@pytest.mark.parametrize("soort", ["crisismaatregel", "tijdelijk-huisverbod"])
async def test_wat_iemands_gezondheid_of_huis_raakt_wordt_nooit_per_locatie_geteld(
    beeld: Maak, keten: Keten, soort: str
) -> None:
    """Not even for who may see everything else (LVS-3.1)."""
    keten.leg_op("m", op=DINSDAG, soort=soort)
    assert (await beeld()).maatregelen == ()


async def test_wie_het_niet_mag_zien_krijgt_het_niet(beeld: Maak, keten: Keten) -> None:
    """Escalations and measures are absent for a role without them: not empty, absent."""
    keten.open_escalatie("e", op=DINSDAG)
    keten.leg_op("m", op=DINSDAG)
    uit = await beeld(kijker=Kijker())
    assert (uit.escalaties, uit.maatregelen) == (None, None)


async def test_een_onbekende_locatie_bestaat_niet(dienst: Rapportagedienst) -> None:
    """There is no empty picture of a place that nobody knows."""
    with pytest.raises(NietGevonden):
        dienst.plek("utopia")


async def test_een_onbekend_feit_wordt_bewaard_en_stoort_niet(beeld: Maak, keten: Keten, ledger: Ledger) -> None:
    """A newer service may say more than this version knows."""
    keten.meld("a", DINSDAG)
    keten.intake.zeg_onbekend("MeldingGewogen", DINSDAG + UUR)
    assert (await beeld()).meldingen.totaal.deze_week == 1
    namen = ledger.query_sync("SELECT naam FROM ontvangen ORDER BY place")
    assert namen == [("MeldingOntvangen",), ("MeldingGewogen",)]


async def test_twee_keer_hetzelfde_bericht_telt_een_keer(beeld: Maak, keten: Keten) -> None:
    """Even when the consumer's own guard would let it through."""
    keten.meld("a", DINSDAG)
    keten.plan("lvos", ZONDAG + DAG, op=DINSDAG)
    keten.agendeer("lvos", "a", op=DINSDAG)
    assert await beeld() == await beeld()


def _tabellen(uit: Weekbeeld) -> tuple[tuple[Telling, ...], ...]:
    m = uit.meldingen
    return (m.per_aard, m.per_plaats, m.per_kanaal, m.per_gericht_tegen, m.per_thema)

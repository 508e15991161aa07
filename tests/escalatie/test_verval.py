"""Confirmations that do not hold: nothing followed, or taken back. And hours in which what can wait does wait."""

from contextlib import aclosing
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as voor_elke
from hypothesis import strategies as st

from services.escalatie.escalatie import bevestig, herinner_tweede_stap, klim
from services.escalatie.staat import Escalatie, Status
from services.escalatie.stilte import na_stilte
from services.escalatie.verval import laat_verlopen, neem_terug
from services.escalatie.weigeringen import AlGesloten, NietBevestigd
from shared.contracts import Fact
from shared.contracts.escalatie import AlarmHerhaald, EscalatieOpgeschaald, Stap, StapGemist, VasteStilte
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen
from shared.ledger import iso
from shared.profiel import Profiel, lees
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import (
    BEGIN,
    DAG,
    DRIEHOEK_LADDER,
    MINUUT,
    POLITIE_LADDER,
    UUR,
    VERLOPENDE_LADDER,
    geopend,
    incident,
    melding,
    stand,
)
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import Opzetten
from tests.web import csrf_uit, met_sessie, met_sleutel, proefsite

BURGEMEESTER = Stap.BURGEMEESTER_INGELICHT
ZONE = ZoneInfo("Europe/Amsterdam")
NACHT = VasteStilte(van="22:00", tot="07:00", tijdzone="Europe/Amsterdam")


def door(facts: list[Fact], rol: str, stap: Stap = Stap.ONTVANGEN, op: datetime = BEGIN) -> list[Fact]:
    """The facts after a role confirmed."""
    return [*facts, *bevestig(stand(facts), door=rol, stap=stap, weg="api", op=op)]


def terug(facts: list[Fact], rol: str, stap: Stap = Stap.ONTVANGEN, op: datetime = BEGIN) -> list[Fact]:
    """The facts after a role took its confirmation back."""
    return [*facts, *neem_terug(stand(facts), door=rol, stap=stap, weg="api", op=op)]


def test_een_bevestiging_zonder_vervolg_verloopt() -> None:
    """After the profile's term the same people are warned again, and everybody can confirm again."""
    facts = door(list(geopend(VERLOPENDE_LADDER)), "politie")
    assert laat_verlopen(stand(facts), op=BEGIN + 2 * UUR - MINUUT) == []
    [verlopen] = laat_verlopen(stand(facts), op=BEGIN + 2 * UUR)
    assert isinstance(verlopen, BevestigingVerlopen)
    assert (verlopen.rollen, verlopen.ronde, verlopen.bevestigd_op) == (("politie",), 2, BEGIN)
    na = stand(facts, [verlopen])
    assert (na.status, na.klim_op) == (Status.OPEN, BEGIN + 2 * UUR + 10 * MINUUT)
    [hoger] = klim(na, op=BEGIN + 3 * UUR)
    assert isinstance(hoger, EscalatieOpgeschaald)
    assert stand(door([*facts, verlopen], "politie", op=BEGIN + 3 * UUR)).status is Status.BEVESTIGD


def test_wat_volgt_verlengt_de_bevestiging() -> None:
    """The second confirmation counts as something that followed; without a term nothing ever lapses."""
    facts = door(list(geopend(VERLOPENDE_LADDER)), "politie")
    later = door(facts, "politie", BURGEMEESTER, BEGIN + UUR)
    assert laat_verlopen(stand(later), op=BEGIN + 2 * UUR) == []
    assert laat_verlopen(stand(later), op=BEGIN + 3 * UUR) != []
    assert laat_verlopen(stand(door(list(geopend()), "politie")), op=BEGIN + 900 * DAG) == []


def test_de_klok_van_de_tweede_stap_begint_niet_opnieuw() -> None:
    """LVS-0.3: confirming again after a lapse gives the burgemeester's step no new time."""
    facts = door(list(geopend(VERLOPENDE_LADDER)), "politie")
    facts += laat_verlopen(stand(facts), op=BEGIN + 2 * UUR)
    assert stand(facts).tweede_stap_op == BEGIN + 30 * MINUUT
    assert stand(door(facts, "piket", op=BEGIN + 3 * UUR)).tweede_stap_op == BEGIN + 30 * MINUUT


def test_terugnemen_warnt_opnieuw() -> None:
    """Who pressed by mistake takes it back: open again, the same people warned, and the police counts as unheard."""
    facts = terug(door(list(geopend()), "politie"), "politie", op=BEGIN + MINUUT)
    [ingetrokken] = [fact for fact in facts if isinstance(fact, BevestigingIngetrokken)]
    na = stand(facts)
    assert (ingetrokken.heropend, ingetrokken.rollen) == (True, ("politie",))
    assert (na.status, na.klim_op, na.politie_ingelicht) == (Status.OPEN, BEGIN + 10 * MINUUT, False)


def test_terugnemen_terwijl_een_ander_het_oppakte() -> None:
    """Another role took it on as well: nobody is disturbed."""
    facts = terug(door(door(list(geopend(DRIEHOEK_LADDER)), "om"), "politie"), "om")
    assert stand(facts).status is Status.BEVESTIGD
    assert stand(facts).bevestigd == {(Stap.ONTVANGEN, "politie")}


def test_de_burgemeester_toch_niet_ingelicht() -> None:
    """Taking back the second step gives no new time: its deadline stays, and where it has passed others hear it now."""
    facts = door(door(list(geopend()), "politie"), "politie", BURGEMEESTER)
    na = stand(terug(facts, "politie", BURGEMEESTER, BEGIN + MINUUT))
    assert (na.burgemeester_ingelicht, na.tweede_stap_op) == (False, BEGIN + 30 * MINUUT)
    na = stand(terug(facts, "politie", BURGEMEESTER, BEGIN + UUR))
    assert (na.burgemeester_ingelicht, na.tweede_stap_op) == (False, BEGIN + UUR)
    [gemist] = herinner_tweede_stap(na, op=BEGIN + UUR)
    assert isinstance(gemist, StapGemist)
    assert not gemist.te_laat


def test_terugnemen_na_de_termijn_klimt_meteen() -> None:
    """Who had it for an hour and gives it back gives the next step no wait; at the top the same people come round."""
    facts = terug(door(list(geopend()), "politie"), "politie", op=BEGIN + UUR)
    assert stand(facts).klim_op == BEGIN + UUR
    [hoger] = klim(stand(facts), op=BEGIN + UUR)
    assert isinstance(hoger, EscalatieOpgeschaald)
    assert not hoger.te_laat
    boven = terug(door(list(geopend(DRIEHOEK_LADDER)), "om"), "om", op=BEGIN + UUR)
    assert stand(boven).klim_op == BEGIN + UUR + 30 * MINUUT


def test_terugnemen_en_weer_bevestigen_geeft_de_burgemeester_geen_tijd() -> None:
    """LVS-0.3: both taken back, in whichever order, and confirmed again: the deadline is the one that it had."""
    facts = door(door(list(geopend()), "politie"), "politie", BURGEMEESTER)
    for eerst, dan in ((Stap.ONTVANGEN, BURGEMEESTER), (BURGEMEESTER, Stap.ONTVANGEN)):
        weg = terug(terug(facts, "politie", eerst, BEGIN + MINUUT), "politie", dan, BEGIN + 2 * MINUUT)
        assert stand(door(weg, "politie", op=BEGIN + 3 * MINUUT)).tweede_stap_op == BEGIN + 30 * MINUUT


def test_er_valt_niets_terug_te_nemen() -> None:
    """Who confirmed nothing, and what is closed: refused."""
    with pytest.raises(NietBevestigd):
        terug(list(geopend()), "politie")
    dicht = door(list(geopend(DRIEHOEK_LADDER)), "om")
    dicht += [_gesloten(stand(dicht))]
    with pytest.raises(AlGesloten):
        terug(dicht, "om")


def _gesloten(escalatie: Escalatie) -> Fact:
    from services.escalatie.escalatie import Uitkomst, sluit

    return sluit(escalatie, door="oov", uitkomst=Uitkomst.AFGEHANDELD)[0]


def test_een_trede_kan_vaker() -> None:
    """A step that is warned three times is, before the next one hears of it."""
    eerste = POLITIE_LADDER.treden[0].model_copy(update={"keren": 3})
    facts: list[Fact] = list(geopend(POLITIE_LADDER.model_copy(update={"treden": (eerste, POLITIE_LADDER.treden[1])})))
    for keer in range(1, 4):
        facts += klim(stand(facts), op=BEGIN + keer * 10 * MINUUT)
    assert [type(fact) for fact in facts[2:]] == [AlarmHerhaald, AlarmHerhaald, EscalatieOpgeschaald]


@pytest.mark.parametrize(
    ("moment", "verwacht"),
    [
        ("2026-11-22T21:59+01:00", "2026-11-22T21:59+01:00"),
        ("2026-11-22T22:00+01:00", "2026-11-23T07:00+01:00"),
        ("2026-11-23T03:00+01:00", "2026-11-23T07:00+01:00"),
        ("2026-11-23T07:00+01:00", "2026-11-23T07:00+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T07:00+01:00"),  # the hour that comes twice
        ("2026-10-25T02:30+01:00", "2026-10-25T07:00+01:00"),
        ("2027-03-28T01:59+01:00", "2027-03-28T07:00+02:00"),  # the hour that is not there
        ("2027-03-28T03:00+02:00", "2027-03-28T07:00+02:00"),
    ],
)
def test_stille_uren_op_de_klok_aan_de_muur(moment: str, verwacht: str) -> None:
    """Quiet hours end at seven on the wall, also in the night in which the clock changes."""
    assert na_stilte(datetime.fromisoformat(moment), NACHT) == datetime.fromisoformat(verwacht)


@voor_elke(st.integers(0, 2 * 365 * 24 * 60), st.times(), st.times())
def test_stilte_duurt_nooit_langer_dan_een_dag(minuten: int, van: time, tot: time) -> None:
    """Whatever the hours: what waits goes within a day (and an hour), at a moment that is not quiet."""
    op = datetime(2026, 1, 1, tzinfo=UTC) + minuten * MINUUT
    stilte = VasteStilte(van=f"{van:%H:%M}", tot=f"{tot:%H:%M}", tijdzone="Europe/Amsterdam")
    straks = na_stilte(op, stilte)
    assert op <= straks <= op + timedelta(hours=25)
    assert van == tot or stilte.van == stilte.tot or na_stilte(straks, stilte) == straks


RUSTIG = (
    'code = "driehoek"\ntreden = [',
    'code = "driehoek"\nbelang = "normaal"\ntreden = [',
)


@pytest.fixture
def profiel(profiel: Profiel) -> Profiel:
    """The driehoek's ladder can wait until the morning; that of the police cannot."""
    tekst = profiel.tekst
    assert RUSTIG[0] in tekst
    return lees(tekst.replace(*RUSTIG))


async def test_wat_kan_wachten_wacht_tot_de_ochtend(zet_op: Opzetten) -> None:
    """At three at night the police hears of an incident, the driehoek of its threshold at seven: that is a fact."""
    async with webhook() as hook:
        keten = zet_op(**dict.fromkeys(("politie", "burgemeester", "om", "oov", "piket"), hook.adres))
        await keten.hoor(*(melding(n, op=keten.nu) for n in range(5)))
        await keten.verloop()
        assert hook.ontvangen == []
        wacht = [feit for feit in keten.feiten() if feit.naam == "AlarmNietVerzonden"]
        zeven = datetime(2026, 11, 22, 7, tzinfo=ZONE)
        assert {iso(feit.fact.opnieuw_op) for feit in wacht} == {iso(zeven)}  # type: ignore[attr-defined]
        await keten.hoor(incident())
        await keten.verloop()
        assert len(hook.ontvangen) == 1
        await keten.bevestig(keten.geopend()[1].escalatie_id, "politie", BURGEMEESTER)
        await keten.verloop(zeven - keten.nu - MINUUT)
        assert len(hook.ontvangen) == 1
        await keten.verloop(MINUUT)
        assert len(hook.ontvangen) == 4
        assert await keten.verloop(29 * MINUUT) == 0
        assert await keten.verloop(MINUUT) > 0


async def test_verlopen_en_terugnemen_in_de_keten(database: str, zet_op: Opzetten, toegang: Toegang) -> None:
    """Over the doors, on both databases: taken back on the page, warned again; the views follow from the facts."""
    async with webhook() as hook:
        keten = zet_op(database, politie=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
        pad = f"escalaties/{keten.geopend()[0].escalatie_id}"
        assert keten.dienst.paginas is not None
        site = proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])
        async with met_sleutel(site, toegang, Rol.POLITIE) as sleutel:
            await sleutel.post(f"/escalatie/v1/{pad}/_bevestig", json={"stap": BURGEMEESTER})
            geweigerd = await sleutel.post(f"/escalatie/v1/{pad}/_neem-terug", json={"stap": "iets"})
            weer = await sleutel.post(f"/escalatie/v1/{pad}/_neem-terug", json={"stap": BURGEMEESTER})
        assert (geweigerd.status_code, weer.json()["burgemeesterIngelichtOp"]) == (400, None)
        async with aclosing(await met_sessie(site, toegang, Rol.POLITIE)) as politie:
            pagina = (await politie.get(f"/{pad}")).text
            assert "Bevestigd door de politie: het bericht is ontvangen." in pagina
            velden = {"csrf": csrf_uit(pagina), "stap": "ontvangen"}
            zonder = await politie.post(f"/{pad}/neem-terug", data=velden)
            assert (zonder.status_code, "Kruis aan dat u het zeker weet." in zonder.text) == (400, True)
            klaar = await politie.post(f"/{pad}/neem-terug", data=velden | {"ontvangen.zeker": "true"})
            na = (await politie.get(f"/{pad}")).text
        assert klaar.status_code == 303
        assert "heeft de bevestiging teruggenomen" in na
        await keten.verloop()
    assert len(hook.ontvangen) == 2
    assert "teruggenomen" in hook.teksten[1]
    assert keten.ledger.views_differ() == []

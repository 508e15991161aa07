"""Handing over: at once to whom the rules name (KG-2.3b), the same day to the cluster (KG-2.3a), once to each."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from services.intake.application import Doorzetting
from services.intake.behandeling import Stand, stand_van
from services.intake.behandeling.dagklok import einde_van_de_dag, waarschuw_op
from services.intake.behandeling.doorzetten import PAUZES, bied_aan, pauze, zet_door
from services.intake.behandeling.weigeringen import AlDoorgezet
from services.intake.klok import Doorzetter
from services.intake.store import BEZORG, FEITEN, KLOK, TABLES, VIEWS
from shared.contracts import Fact
from shared.contracts.intake import Aard, DoorzettingGemist, GerichtTegen, MeldingDoorgezet, MeldingOntvangen
from shared.facts import Context
from shared.klok import Wekker
from shared.ledger import Ledger, open_ledger
from shared.profiel import Profielen, Rol, laad
from shared.verzending.vormen import Bericht, Uitslag
from shared.web import Toegang
from tests.escalatie.ontvangers import webhook
from tests.intake.proef import MELDING, MELDINGEN, NU, Klok, Proef, proef_intake, zonder
from tests.intake.test_behandelen import doe

KOGGENLAND = laad("koggenland")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HIER = {**zonder(MELDING, "plaats"), "locatie": "koggenland"}


@pytest.fixture
def koggenland(tmp_path: Path, toegang: Toegang) -> Iterator[Proef]:
    """Intake on SQLite, for Koggenland."""
    proef = proef_intake(tmp_path, toegang, gemeenten=("koggenland",))
    yield proef
    proef.sluit()


def stand(**anders: Any) -> Stand:
    """A melding in Koggenland that was just received."""
    velden = {"aard": Aard.OVERLAST, "voorgevallen_op": NU, "kanaal": "telefoon", "melding_id": uuid4(), **anders}
    return Stand(MeldingOntvangen(gemeente="gm1598", locatie="koggenland", **velden))


def gevonden(proef: Proef, soort: type[Fact]) -> list[Any]:
    """The facts of one kind, in order."""
    return [feit for feit in proef.feiten() if isinstance(feit, soort)]


async def tik(proef: Proef) -> int:
    """Let the clock of intake do what is due."""
    return await Wekker(proef.dienst.ledger, proef.dienst.timers, proef.klok).tick()


async def meld(proef: Proef, **anders: Any) -> str:
    """A melding of a resident of Koggenland."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**HIER, **anders})
    assert antwoord.status_code == 201, antwoord.text
    return str(antwoord.json()["meldingId"])


@pytest.mark.parametrize(
    ("velden", "naar", "regel"),
    [
        ({"thema": "jeugd"}, {"jongerenwerk", "politie"}, "KG-2.5"),
        ({"aard": Aard.CRIMINEEL}, {"politie"}, "KG-2.3b"),
        ({"thema": "intimidatie"}, {"politie"}, "KG-2.3b"),
        ({"thema": "geluid", "gericht_tegen": GerichtTegen.VERGUNNINGHOUDERS}, {"politie"}, "KG-2.4"),
        ({"aard": Aard.GGZ}, {"zorgteam"}, "KG-2.3b"),
        ({"thema": "verward-gedrag", "aard": Aard.CRIMINEEL}, {"zorgteam", "politie"}, "KG-2.3b"),
        ({"thema": "geluid"}, set(), ""),
    ],
)
def test_koggenland_zet_door_naar_wie_het_deelplan_noemt(velden: dict[str, Any], naar: set[str], regel: str) -> None:
    """By kind, theme and at whom it was directed; always to the cluster the same day (KG-2.3a)."""
    aangeboden = {feit.aan: feit for feit in bied_aan(stand(**velden), KOGGENLAND, NU)}
    assert aangeboden.pop("cluster-iv").regel == "KG-2.3a"
    assert set(aangeboden) == naar
    assert {feit.regel for feit in aangeboden.values()} in ({regel}, set())
    assert all(feit.uiterlijk == NU + timedelta(minutes=15) for feit in aangeboden.values())


def test_het_vangnet_geldt_alleen_waar_niets_anders_past() -> None:
    """A safety net with a partner catches what no rule names, and nothing else."""
    regels = tuple(
        regel.model_copy(update={"aan": ("jongerenwerk",)}) if regel.vangnet else regel
        for regel in KOGGENLAND.doorzetten.regels
    )
    profiel = KOGGENLAND.model_copy(
        update={"doorzetten": KOGGENLAND.doorzetten.model_copy(update={"regels": regels, "cluster": None})}
    )
    assert [feit.aan for feit in bied_aan(stand(thema="geluid"), profiel, NU)] == ["jongerenwerk"]
    assert [feit.aan for feit in bied_aan(stand(aard=Aard.CRIMINEEL), profiel, NU)] == ["politie"]


async def test_een_melding_gaat_meteen_naar_de_partner(koggenland: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recorded with the melding, sent over the partner's channel, once; without text, with a link (KG-2.3b)."""
    async with webhook() as jongerenwerk, webhook() as cluster, webhook(500) as politie:
        monkeypatch.setenv("MELDKETEN_KANAAL_JONGERENWERK", jongerenwerk.adres)
        monkeypatch.setenv("MELDKETEN_KANAAL_CLUSTER_IV", cluster.adres)
        monkeypatch.setenv("MELDKETEN_KANAAL_POLITIE", politie.adres)
        melding = await meld(koggenland, thema="jeugd", toelichting="Bij de molen stonden tien jongens")
        namen = [type(feit).__name__ for feit in koggenland.feiten()]
        assert namen == ["MeldingOntvangen", "MeldingDoorgezet", "MeldingDoorgezet", "MeldingDoorgezet"]
        assert await tik(koggenland) == 3
        await tik(koggenland)
        assert (len(jongerenwerk.teksten), len(cluster.teksten), len(politie.teksten)) == (1, 1, 1)
    assert f"/meldingen/{melding}" in jongerenwerk.teksten[0]
    assert "regel KG-2.5" in jongerenwerk.teksten[0]
    assert "molen" not in jongerenwerk.teksten[0]
    stand_nu = (await koggenland.als(Rol.OOV).get(f"{MELDINGEN}/{melding}")).json()
    uitkomsten = {stap["aan"]: (stap["uitkomst"], stap["reden"]) for stap in stand_nu["doorgezet"]}
    assert uitkomsten["jongerenwerk"] == ("bezorgd", "")
    assert uitkomsten["politie"] == ("mislukt", "de ontvanger gaf fout 500")
    assert stand_nu["status"] == "in-behandeling"


async def test_wat_niet_lukt_wordt_opnieuw_geprobeerd(koggenland: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed hand-over is tried again with growing pauses, visible meanwhile, until it arrives."""
    async with webhook(500) as politie:
        monkeypatch.setenv("MELDKETEN_KANAAL_POLITIE", politie.adres)
        await meld(koggenland, aard="crimineel")
        for seconden in (0, 5, 15):
            koggenland.klok.verder(seconds=seconden)
            await tik(koggenland)
        assert [feit.poging for feit in gevonden(koggenland, MeldingDoorgezet) if feit.aan == "politie"] == [0, 1, 2, 3]
        politie.status = 200
        koggenland.klok.verder(seconds=45)
        await tik(koggenland)
    laatste = [feit for feit in gevonden(koggenland, MeldingDoorgezet) if feit.aan == "politie"][-1]
    assert (laatste.uitkomst, laatste.poging, laatste.opnieuw_op) == ("bezorgd", 4, None)
    assert [pauze(n).total_seconds() for n in range(1, 8)] == [*PAUZES, 900, 900]


async def test_wie_te_laat_is_wordt_gemeld(koggenland: Proef) -> None:
    """Not there within the profile's minutes is a fact that escalates: each partner once (KG-2.3b)."""
    melding = await meld(koggenland, thema="jeugd")
    await tik(koggenland)
    koggenland.klok.verder(minutes=14, seconds=59)
    await tik(koggenland)
    assert gevonden(koggenland, DoorzettingGemist) == []
    koggenland.klok.verder(seconds=1)
    await tik(koggenland)
    koggenland.klok.verder(minutes=30)
    await tik(koggenland)
    (gemist,) = gevonden(koggenland, DoorzettingGemist)
    assert (gemist.soort, set(gemist.aan)) == ("partner", {"jongerenwerk", "politie"})
    assert gemist.uiterlijk == NU + timedelta(minutes=15)
    assert str(gemist.melding_id) == melding


async def test_een_medewerker_die_zelf_belt_is_op_tijd(koggenland: Proef) -> None:
    """Told by telephone counts: nothing is missed, and nobody hears it twice (KG-2.3b)."""
    melding = await meld(koggenland, aard="crimineel")
    assert (await doe(koggenland, melding, "_zet-door", aan="politie", weg="zelf")).status_code == 200
    koggenland.klok.verder(hours=1)
    await tik(koggenland)
    assert [gemist for gemist in gevonden(koggenland, DoorzettingGemist) if gemist.soort == "partner"] == []
    assert not koggenland.rijen("SELECT id FROM timers WHERE id LIKE 'doorzetten-bezorg:%:politie'")
    assert (await doe(koggenland, melding, "_zet-door", aan="politie")).status_code == 409
    assert (await doe(koggenland, melding, "_zet-door", aan="politie", weg="zelf")).status_code == 409
    assert (await doe(koggenland, melding, "_zet-door", aan="niemand")).status_code == 400


async def test_zonder_regel_moet_een_medewerker_kiezen(koggenland: Proef) -> None:
    """Where no rule names a partner somebody chooses in time, or closes it; else that is missed."""
    gekozen, gesloten, vergeten = [await meld(koggenland, thema="geluid") for _ in range(3)]
    assert (await doe(koggenland, gekozen, "_zet-door", aan="jongerenwerk", weg="zelf")).status_code == 200
    await doe(koggenland, gesloten, "_sluit", reden="geen-actie-nodig")
    koggenland.klok.verder(hours=1)
    await tik(koggenland)
    gemist = [(str(feit.melding_id), feit.aan) for feit in gevonden(koggenland, DoorzettingGemist)]
    assert gemist == [(vergeten, ())]


async def test_het_cluster_wordt_gewaarschuwd_voor_de_dag_om_is(koggenland: Proef) -> None:
    """Two hours before midnight on the municipality's clock (KG-2.3a); not when the cluster is at work on it."""
    stil, bezig = await meld(koggenland, thema="geluid"), await meld(koggenland, thema="geluid")
    await doe(koggenland, bezig, "_classificeer", rol=Rol.OOV, aard="overlast", thema="verkeer", reden="x")
    middernacht = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    koggenland.klok.nu = middernacht - timedelta(hours=2, seconds=1)
    await tik(koggenland)
    assert [feit for feit in gevonden(koggenland, DoorzettingGemist) if feit.soort == "cluster"] == []
    koggenland.klok.verder(seconds=1)
    for _ in range(3):
        await tik(koggenland)
    (gemist,) = [feit for feit in gevonden(koggenland, DoorzettingGemist) if feit.soort == "cluster"]
    assert (str(gemist.melding_id), gemist.aan, gemist.regel) == (stil, ("cluster-iv",), "KG-2.3a")
    assert gemist.uiterlijk == middernacht


async def test_achteraf_ingevoerd_gaat_nergens_heen(koggenland: Proef) -> None:
    """What is registered as history is never forwarded, has no clock, and cannot be handed over by hand."""
    oud = await meld(koggenland, aard="crimineel", voorgevallenOp="2026-10-01T10:00:00+02:00")
    assert [type(feit) for feit in koggenland.feiten()] == [MeldingOntvangen]
    assert koggenland.rijen("SELECT id FROM timers WHERE soort LIKE 'doorzetten%'") == []
    assert (await doe(koggenland, oud, "_zet-door", aan="politie")).status_code == 409
    await doe(koggenland, oud, "_classificeer", aard="ggz", reden="x")
    assert gevonden(koggenland, MeldingDoorgezet) == []


async def test_na_classificatie_gelden_de_regels_opnieuw(koggenland: Proef) -> None:
    """Whoever the new kind concerns gets it at once; who had it does not get it again."""
    melding = await meld(koggenland, aard="nog-te-bepalen")
    assert {feit.aan for feit in gevonden(koggenland, MeldingDoorgezet)} == {"cluster-iv"}
    await doe(koggenland, melding, "_classificeer", aard="crimineel", reden="Het was diefstal")
    await doe(koggenland, melding, "_corrigeer", thema="jeugd", reden="Door jongeren")
    assert sorted(feit.aan for feit in gevonden(koggenland, MeldingDoorgezet)) == [
        *("cluster-iv", "jongerenwerk", "politie"),
    ]


async def test_een_ingetrokken_melding_wordt_niet_meer_gestuurd(koggenland: Proef) -> None:
    """What does not count is not sent after all, and is not missed either."""
    melding = await meld(koggenland, aard="crimineel")
    await doe(koggenland, melding, "_trek-in", reden="vergissing")
    koggenland.klok.verder(hours=12)
    await tik(koggenland)
    assert {feit.reden for feit in gevonden(koggenland, MeldingDoorgezet) if feit.uitkomst == "mislukt"} == {
        "de melding is ingetrokken"
    }
    assert gevonden(koggenland, DoorzettingGemist) == []
    assert koggenland.rijen("SELECT id FROM timers WHERE soort LIKE 'doorzetten%'") == []


async def test_de_partner_leest_wat_hem_is_doorgezet(koggenland: Proef) -> None:
    """The care team reads what was handed over to it, text and all; another melding does not exist for it."""
    voor_zorg = await meld(koggenland, aard="ggz", toelichting="Iemand zit al uren op de stoep")
    ander = await meld(koggenland, aard="crimineel", toelichting="Een fiets is weg")
    zorg, politie = koggenland.als(Rol.ZORG), koggenland.als(Rol.POLITIE)
    assert "stoep" in (await zorg.get(f"{MELDINGEN}/{voor_zorg}")).json()["toelichting"]
    assert (await zorg.get(f"{MELDINGEN}/{ander}")).status_code == 404
    assert (await zorg.get(MELDINGEN)).status_code == 403
    assert "toelichting" in (await politie.get(f"{MELDINGEN}/{ander}")).json()
    assert "toelichting" not in (await politie.get(f"{MELDINGEN}/{voor_zorg}")).json()


# --- Once to each, whatever happens in between ---------------------------------------------------------------------


class Doorgang:
    """A channel whose attempts end as a test says: delivered, refused, or the process dies after delivering."""

    def __init__(self) -> None:
        self.hoe, self.aangekomen = "goed", 0

    async def verzend(self, adressen: Sequence[str], bericht: Bericht) -> list[Uitslag]:
        """Deliver."""
        if self.hoe == "geweigerd":
            return [Uitslag("json", "de verbinding is geweigerd")]
        self.aangekomen += 1
        if self.hoe == "stopt":
            raise SystemError("the process died after sending and before recording")
        return [Uitslag("json")]


class Opstelling:
    """One melding on a real ledger, with a hand-over under way to the police."""

    def __init__(self, folder: Path) -> None:
        self.profielen, self.klok, self.kanaal = Profielen([KOGGENLAND]), Klok(), Doorgang()
        self.ledger: Ledger = open_ledger(str(folder), "intake", FEITEN, views=VIEWS, tables=TABLES)
        self.doorzetting = Doorzetting(self.profielen)
        feit = stand(aard=Aard.CRIMINEEL).waarneming
        self.melding: UUID = feit.melding_id

        def ontvang(tx: Any) -> None:
            tx.append(feit.melding_id, feit)
            self.doorzetting.bij_ontvangst(tx, feit)

        self.ledger.run_sync(ontvang, Context(self.klok(), "proef"))

    def wekker(self) -> Wekker:
        """A process that starts anew."""
        doorzetter = Doorzetter(
            self.ledger,
            doorzetting=self.doorzetting,
            profielen=self.profielen,
            kanalen=self.kanaal,
            berichten=Path(),
            basis_url="http://x",
            environ={"MELDKETEN_KANAAL_POLITIE": "json://x", "MELDKETEN_KANAAL_OOV": "json://x"},
            klok=self.klok,
        )
        return Wekker(self.ledger, {BEZORG: doorzetter.bezorg, KLOK: doorzetter.klok}, self.klok)

    def door_hand(self) -> None:
        """Somebody presses the button as well."""
        politie = KOGGENLAND.partner("politie")
        assert politie is not None

        def gebruik(tx: Any) -> None:
            nu = stand_van(tx.facts(self.melding))
            tx.append(nu.id, *zet_door(nu, politie, KOGGENLAND, weg="kanaal", door="oov", op=tx.op))

        with pytest.raises(AlDoorgezet):
            self.ledger.run_sync(gebruik, Context(self.klok(), "proef"))


GEBEURT = st.lists(st.sampled_from(["goed", "geweigerd", "stopt", "knop", "nog eens"]), max_size=7)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GEBEURT)
@example(["stopt", "stopt", "goed", "goed"])
@example(["geweigerd", "knop", "stopt", "nog eens"])
async def test_hoogstens_een_keer_bezorgd_en_minstens_een_keer_gestuurd(
    tmp_path_factory: pytest.TempPathFactory, gebeurt: list[str]
) -> None:
    """Refused, stopped between sending and recording, pressed again: offered once, arrived once, sent at least once."""
    hier = Opstelling(tmp_path_factory.mktemp("doorzetten"))
    wekker = hier.wekker()
    for stap in [*gebeurt, "goed"]:
        if stap == "knop":
            hier.door_hand()
        elif stap == "nog eens":
            wekker = hier.wekker()
        else:
            hier.kanaal.hoe = stap
            hier.klok.verder(minutes=20)
            with capture_logs():
                await wekker.tick()
    feiten = [r.fact for r in hier.ledger.facts(hier.melding) if isinstance(r.fact, MeldingDoorgezet)]
    for partner in ("politie", "cluster-iv"):
        uitkomsten = [feit.uitkomst for feit in feiten if feit.aan == partner]
        assert (uitkomsten.count("aangeboden"), uitkomsten.count("bezorgd")) == (1, 1)
        assert uitkomsten[-1] == "bezorgd", "nothing is recorded behind the arrival"
    assert hier.kanaal.aangekomen >= 2
    later = hier.ledger.due(hier.klok() + timedelta(days=1))
    assert [timer for timer in later if timer.soort == BEZORG] == [], "nothing is left to be sent"
    hier.ledger.close()


async def test_twee_processen_tegelijk_leggen_een_keer_vast(tmp_path: Path) -> None:
    """Two that send at the same moment both deliver: the arrival is one fact all the same."""
    hier = Opstelling(tmp_path)
    await asyncio.gather(hier.wekker().tick(), hier.wekker().tick())
    uitkomsten = [r.fact.uitkomst for r in hier.ledger.facts(hier.melding) if isinstance(r.fact, MeldingDoorgezet)]
    assert (uitkomsten.count("bezorgd"), hier.kanaal.aangekomen) == (2, 4), "two partners, each sent twice"
    hier.ledger.close()


# --- The end of a day ----------------------------------------------------------------------------------------------

momenten = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
lente, herfst = datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@settings(max_examples=200, deadline=None)
@given(momenten, st.timedeltas(timedelta(minutes=1), timedelta(hours=20)))
@example(lente, timedelta(hours=2))
@example(herfst, timedelta(hours=2))
@example(datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), timedelta(hours=2))
def test_gewaarschuwd_voor_de_dag_om_is(op: datetime, vooraf: timedelta) -> None:
    """The day ends at the next midnight there, also when the clock changes; the warning comes before it."""
    einde = einde_van_de_dag(op, AMSTERDAM)
    plaatselijk = einde.astimezone(AMSTERDAM)
    assert (plaatselijk.hour, plaatselijk.minute) == (0, 0)
    assert plaatselijk.date() - op.astimezone(AMSTERDAM).date() == timedelta(days=1)
    assert op < waarschuw_op(op, einde, vooraf) < einde


@pytest.mark.parametrize(("op", "uren"), [(lente, 23), (herfst, 25), (NU, 24)])
def test_een_dag_duurt_niet_altijd_een_etmaal(op: datetime, uren: int) -> None:
    """In spring the day is an hour shorter, in autumn longer."""
    einde = einde_van_de_dag(op, AMSTERDAM)
    begin: Callable[[datetime], datetime] = lambda moment: einde_van_de_dag(moment - timedelta(days=1), AMSTERDAM)  # noqa: E731
    assert einde - begin(einde - timedelta(hours=12)) == timedelta(hours=uren)

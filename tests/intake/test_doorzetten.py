"""Handing over: at once to whom the rules name (KG-2.3b), the same day to the cluster (KG-2.3a), once to each."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from services.intake.behandeling import Stand
from services.intake.behandeling.doorzetten import PAUZES, bied_aan, pauze
from shared.contracts import Fact
from shared.contracts.intake import Aard, DoorzettingGemist, GerichtTegen, MeldingDoorgezet, MeldingOntvangen
from shared.klok import Wekker
from shared.profiel import Rol, laad
from shared.web import Toegang
from tests.escalatie.ontvangers import webhook
from tests.intake.proef import MELDING, MELDINGEN, NU, Proef, proef_intake, zonder
from tests.intake.test_behandelen import doe
from tests.web import met_sessie

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


async def test_een_pagina_verwijst_alleen_naar_wat_de_lezer_mag_zien(koggenland: Proef) -> None:
    """The way to all that followed is there for who may go it: no door that stays shut for a partner."""
    melding = await meld(koggenland, thema="jeugd")
    for rol, mag in ((Rol.MELDPUNT, True), (Rol.POLITIE, True), (Rol.JONGERENWERK, False)):
        bezoeker = await met_sessie(koggenland.app, koggenland.omgeving.toegang, rol)
        pagina = await bezoeker.get(f"/meldingen/{melding}")
        assert (pagina.status_code, f"/tijdlijn/{melding}" in pagina.text) == (200, mag), rol

"""What staff change afterwards: counted again, taken back, and said."""

from datetime import timedelta

import pytest

from services.escalatie.situatie import gezegd
from shared.contracts.escalatie import DrempelHerzien, DrempelOverschreden, EscalatieGevoed
from shared.contracts.intake import (
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
)
from tests.escalatie.gegeven import BEGIN, DAG, GEMEENTE, LOCATIE, incident, melding
from tests.escalatie.opstelling import Opstelling, Opzetten

PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE, "door": "meldpunt"}


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


def gecorrigeerd(nummer: int, **anders: object) -> MeldingGecorrigeerd:
    """Something in a melding was wrong."""
    return MeldingGecorrigeerd.model_validate({**PLEK, "melding_id": melding(nummer).melding_id, **anders})


def ingetrokken(nummer: int) -> MeldingIngetrokken:
    """A melding does not count any more."""
    return MeldingIngetrokken.model_validate({**PLEK, "melding_id": melding(nummer).melding_id, "reden": "vergissing"})


def gekoppeld(een: int, ander: int, soort: str = "zelfde-voorval") -> MeldingGekoppeld:
    """Two meldingen belong together."""
    ids = {"melding_id": melding(een).melding_id, "aan": melding(ander).melding_id}
    return MeldingGekoppeld.model_validate({**PLEK, **ids, "soort": soort})


def ontkoppeld(een: int, ander: int) -> MeldingOntkoppeld:
    """They do not, after all."""
    return MeldingOntkoppeld(**PLEK, melding_id=melding(een).melding_id, aan=melding(ander).melding_id)


def herzien(keten: Opstelling) -> list[DrempelHerzien]:
    """What was counted again."""
    return [feit.fact for feit in keten.feiten(DrempelHerzien) if isinstance(feit.fact, DrempelHerzien)]


def gekruist(keten: Opstelling) -> list[DrempelOverschreden]:
    """Which thresholds were crossed."""
    return [feit.fact for feit in keten.feiten(DrempelOverschreden) if isinstance(feit.fact, DrempelOverschreden)]


async def test_alsnog_gevolgen_voor_de_openbare_orde_gaat_meteen_af(keten: Opstelling) -> None:
    """LVS-0.3: an incident turns out to have consequences: the police hears it at the correction.

    A weapon is told then too; that it went on when it was reported is no news any more.
    """
    [eerste] = await keten.hoor(incident(gevolgen_openbare_orde=False, wapen="ja", nog_gaande="ja"))
    assert keten.geopend() == []
    fout = {"melding_id": incident().melding_id, "gevolgen_openbare_orde": True, "politie_gebeld_op": BEGIN}
    await keten.hoor(MeldingGecorrigeerd.model_validate({**PLEK, "door": "coa", **fout}))
    [feit], [open_] = gekruist(keten), keten.geopend()
    assert (feit.regel, feit.feiten, feit.politie_gebeld_op) == ("LVS-0.3", (eerste,), BEGIN)
    assert open_.treden[0].rollen == ("politie",)
    assert (feit.wapen, feit.nog_gaande) == ("ja", "onbekend")


@pytest.mark.parametrize("bevestigd", [False, True])
async def test_toch_een_wapen_waarschuwt_de_politie_opnieuw(keten: Opstelling, *, bevestigd: bool) -> None:
    """LVS-0.3: who was told of none must hear it: a notice of its own; the first one says nothing else any more."""
    await keten.hoor(incident(wapen="nee", nog_gaande="ja"))
    [eerste] = keten.geopend()
    if bevestigd:
        await keten.bevestig(eerste.escalatie_id, "politie")
    fout = {**PLEK, "melding_id": incident().melding_id}
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "wapen": "ja", "nog_gaande": "nee"}))
    nieuw = keten.geopend()[-1]
    assert (len(keten.geopend()), nieuw.vervolg_op, nieuw.treden[0].rollen) == (2, eerste.escalatie_id, ("politie",))
    wat = gekruist(keten)[-1]
    assert (wat.wapen, wat.nog_gaande, wat.escalatie_id) == ("ja", "nee", nieuw.escalatie_id)
    assert "er is toch een wapen" in wat.toelichting
    eerder = await keten.inzage.zaak(eerste.escalatie_id)
    assert (eerder.overschreden.wapen, eerder.overschreden.nog_gaande) == ("ja", "nee")
    assert "Daarover gaat een nieuwe waarschuwing uit." in herzien(keten)[-1].uitleg
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "ernst": 4}))
    assert len(keten.geopend()) == 2


async def test_dat_het_voorbij_is_staat_bij_de_escalatie(keten: Opstelling) -> None:
    """It wakes nobody, and who looks reads it; without consequences nobody is warned of a weapon either."""
    await keten.hoor(incident(nog_gaande="ja"), incident(2, gevolgen_openbare_orde=False))
    fout = {**PLEK, "melding_id": incident().melding_id}
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "nog_gaande": "nee"}))
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "melding_id": incident(2).melding_id, "wapen": "ja"}))
    [open_] = keten.geopend()
    zaak = await keten.inzage.zaak(open_.escalatie_id)
    assert gezegd(zaak.overschreden) == "Het COA zegt: het is niet meer gaande."
    assert keten.ledger.query_sync("SELECT wapen, nog_gaande FROM escalaties") == [("onbekend", "nee")]
    assert keten.ledger.views_differ() == []
    assert [wat.uitleg for wat in herzien(keten)] == [
        "Het COA verbeterde wat het zei. Het COA zegt: het is niet meer gaande."
    ]


async def test_toch_geen_gevolgen_wordt_gezegd_en_blijft_open(keten: Opstelling) -> None:
    """Taken back: it says what changed, and goes on until a person ends it. And back again: it revives."""
    await keten.hoor(incident())
    fout = {**PLEK, "melding_id": incident().melding_id}
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "gevolgen_openbare_orde": False}))
    [wat] = herzien(keten)
    assert (wat.oorzaak, wat.nog_overschreden) == ("gecorrigeerd", False)
    assert "niet meer bereikt" in wat.uitleg
    assert (await keten.inzage.zaak(wat.escalatie_id)).herzien == wat
    await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "gevolgen_openbare_orde": True}))
    assert len(keten.geopend()) == 1
    assert herzien(keten)[-1].nog_overschreden


async def test_wat_na_een_bevestiging_terugkomt_waarschuwt_opnieuw(keten: Opstelling) -> None:
    """Somebody confirmed, the reason went, and came back: who looked away is warned again."""
    await keten.hoor(incident())
    await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
    fout = {**PLEK, "melding_id": incident().melding_id}
    for gevolgen in (False, True):
        await keten.hoor(MeldingGecorrigeerd.model_validate({**fout, "gevolgen_openbare_orde": gevolgen}))
    assert len(keten.geopend()) == 2


async def test_een_ingetrokken_melding_telt_niet_meer(keten: Opstelling) -> None:
    """Of five one is withdrawn: four of five, and the four count again with a new one."""
    feiten = await keten.hoor(*(melding(n) for n in range(5)))
    escalatie = keten.geopend()[0].escalatie_id
    await keten.hoor(ingetrokken(2))
    [wat] = herzien(keten)
    assert (wat.telling, wat.grens, wat.nog_overschreden, wat.vervallen) == (4, 5, False, (feiten[2],))
    await keten.bevestig(escalatie, "om")
    await keten.hoor(melding(9))
    assert len(keten.geopend()) == 2
    assert gekruist(keten)[1].telling == 5


async def test_zolang_er_genoeg_overblijven_is_de_grens_nog_bereikt(keten: Opstelling) -> None:
    """Six in one window, one withdrawn: still five, and it is told."""
    await keten.hoor(*(melding(n) for n in range(6)), ingetrokken(0))
    [wat] = herzien(keten)
    assert (wat.telling, wat.nog_overschreden) == (5, True)
    await keten.hoor(melding(7))
    assert len(keten.feiten(EscalatieGevoed)) == 2


async def test_een_heropende_melding_telt_weer(keten: Opstelling) -> None:
    """Withdrawn by mistake and brought back: the escalation that still warns has its reason again."""
    heropend = MeldingHeropend(**PLEK, melding_id=melding(2).melding_id)
    await keten.hoor(*(melding(n) for n in range(5)), ingetrokken(2), heropend)
    assert [wat.nog_overschreden for wat in herzien(keten)] == [False, True]
    assert len(keten.geopend()) == 1


async def test_twee_meldingen_van_een_voorval_tellen_een_keer(keten: Opstelling) -> None:
    """Linked before the fifth comes: four events, no alarm. `hoort-bij` does not take a count away."""
    await keten.hoor(*(melding(n) for n in range(4)), gekoppeld(0, 1), melding(4))
    assert keten.geopend() == []
    await keten.hoor(gekoppeld(2, 3, "hoort-bij"), melding(5))
    assert len(keten.geopend()) == 1


async def test_ontkoppelen_laat_ze_weer_apart_tellen(keten: Opstelling) -> None:
    """They turn out to be two: the fifth is there, and the alarm names both."""
    feiten = await keten.hoor(*(melding(n) for n in range(4)), gekoppeld(0, 1), melding(4), ontkoppeld(1, 0))
    [feit] = gekruist(keten)
    assert set(feit.feiten) == {*feiten[:4], feiten[5]}


async def test_koppelen_na_het_alarm_wordt_teruggenomen(keten: Opstelling) -> None:
    """Linked afterwards: the count is four, because of the link; unlinked: five again, one escalation."""
    await keten.hoor(*(melding(n) for n in range(5)), gekoppeld(3, 1), ontkoppeld(3, 1))
    assert [(wat.oorzaak, wat.nog_overschreden) for wat in herzien(keten)] == [
        ("gekoppeld", False),
        ("bijgekomen", True),
    ]
    assert len(keten.geopend()) == 1


async def test_classificeren_laat_meetellen(keten: Opstelling) -> None:
    """The public form left the kind open; the meldpunt says criminal, and that is the fifth."""
    await keten.hoor(*(melding(n) for n in range(4)), melding(4, aard="nog-te-bepalen"))
    assert keten.geopend() == []
    soort = {"melding_id": melding(4).melding_id, "aard": "crimineel", "thema": "geweld"}
    await keten.hoor(MeldingGeclassificeerd.model_validate({**PLEK, **soort}))
    assert len(keten.geopend()) == 1


async def test_een_andere_tijd_telt_in_een_ander_venster(keten: Opstelling) -> None:
    """Corrected to last month it leaves the window; corrected back into it, it completes one."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.hoor(gecorrigeerd(1, voorgevallen_op=BEGIN - 30 * DAG))
    [wat] = herzien(keten)
    assert (wat.telling, wat.nog_overschreden, wat.vervallen) == (4, False, ())
    await keten.hoor(gecorrigeerd(1, voorgevallen_op=BEGIN + timedelta(hours=1)))
    assert herzien(keten)[-1].nog_overschreden
    assert len(keten.geopend()) == 1


async def test_wat_niemand_kent_wordt_overgeslagen(keten: Opstelling) -> None:
    """A change of a melding from before this service was there harms nothing."""
    await keten.hoor(ingetrokken(99), gekoppeld(97, 98), ontkoppeld(97, 98), gecorrigeerd(96, thema="geweld"))
    assert keten.namen() == []


async def test_na_alles_klopt_de_herbouw(keten: Opstelling) -> None:
    """Promise 5: the views say the same after a rebuild."""
    await keten.hoor(*(melding(n) for n in range(6)), gekoppeld(0, 1), ingetrokken(2), melding(8), ontkoppeld(0, 1))
    keten.ledger.rebuild()
    assert keten.ledger.views_differ() == []

"""One situation is one escalation: calm, sequel, suppression, split; and what was missed goes to its owner."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.escalatie.application import splits
from services.escalatie.splitsing import NietsOmTeSplitsen
from shared.contracts import Fact
from shared.contracts.escalatie import (
    AlarmNietVerzonden,
    DrempelHerzien,
    DrempelOverschreden,
    EscalatieGesloten,
    EscalatieGesplitst,
    EscalatieGevoed,
)
from shared.contracts.intake import DoorzettingGemist, LocatieHoorbaar, LocatieStil, MeldingIngetrokken
from shared.contracts.overleg import AfspraakNagekomen, AfspraakTeLaat, AgendaGemist, MaatregelLooptAf
from shared.facts import Context
from shared.profiel import Profiel, laad
from shared.profiel.schema import Rol
from tests.escalatie.gegeven import BEGIN, DAG, DRIEHOEK_LADDER, GEMEENTE, LOCATIE, UUR, drempel, incident, melding
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten

PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE}
GEMIST = {"code": "gemist", "soort": "uitblijven", "grens": 1, "venster": None, "aard": (), "stelt_overleg_voor": None}


@pytest.fixture
def profiel() -> Profiel:
    """Three of a kind, with calm and sequel; a smaller one beside it; and everything that can be missed."""
    groot = drempel(code="groot", aard=("crimineel",), rust=timedelta(hours=12), vervolg_binnen=timedelta(days=3))
    klein = drempel(code="klein", aard=(), thema=("geluid", "overig"), grens=2, onderdrukt_door=("groot",), ladder="z")
    signalen = ("partner-gemist", "locatie-stil", "agenda-gemist", "afspraak-te-laat", "maatregel-loopt-af")
    ladders = (DRIEHOEK_LADDER, DRIEHOEK_LADDER.model_copy(update={"code": "z", "belang": "normaal"}))
    zoetermeer = laad("zoetermeer")
    return zoetermeer.model_copy(
        update={
            "drempels": (klein, groot, drempel(**GEMIST, signalen=signalen)),
            "ladders": (*zoetermeer.ladders, *ladders[1:]),
        }
    )


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


def van(keten: Opstelling, soort: type[Fact]) -> list[Fact]:
    """The facts of one kind."""
    return [feit.fact for feit in keten.feiten(soort)]


def ander(nummer: int) -> Fact:
    """A report that only counts for the small threshold."""
    return melding(nummer, aard="overlast", thema="geluid")


async def test_een_kleine_wijkt_voor_een_grote_en_dat_staat_er(keten: Opstelling) -> None:
    """Three crimes cross both: the large one warns, what the small one would have said stands with it."""
    feiten = await keten.hoor(*(melding(n) for n in (1, 2)))
    assert [feit.drempel for feit in keten.geopend()] == ["klein"]
    await keten.hoor(melding(3))
    [_, groot] = keten.geopend()
    assert groot.drempel == "groot"
    keten.nu += DAG
    await keten.bevestig(keten.geopend()[0].escalatie_id, "om")
    await keten.sluit_af(keten.geopend()[0].escalatie_id)
    feiten = await keten.hoor(ander(11), ander(12))
    [niet] = [feit for feit in van(keten, AlarmNietVerzonden) if isinstance(feit, AlarmNietVerzonden)]
    assert (niet.escalatie_id, niet.drempel, niet.feiten) == (groot.escalatie_id, "klein", tuple(sorted(feiten)))
    assert "onderdrukt" in niet.reden
    assert keten.ledger.query_sync("SELECT escalatie_id, drempel, aantal FROM onderdrukt") == [
        (str(groot.escalatie_id), "klein", 2)
    ]


async def test_in_een_keer_over_beide_grenzen_waarschuwt_alleen_de_grote(keten: Opstelling) -> None:
    """The same event crosses both: the larger is weighed first, whatever the order in the profile."""
    await keten.hoor(melding(1, thema="geweld"), melding(2, thema="geweld"), ander(3))
    await keten.hoor(melding(4, thema="geluid"))
    assert [feit.drempel for feit in keten.geopend()] == ["groot"]
    assert len(van(keten, AlarmNietVerzonden)) == 1


async def test_wat_rustig_blijft_eindigt_vanzelf(keten: Opstelling) -> None:
    """Taken on, and nothing new for twelve hours: it ends by itself, and says so. A follow-up starts that time anew."""
    await keten.hoor(*(melding(n, thema="geweld") for n in range(3)))
    [open_] = keten.geopend()
    await keten.bevestig(open_.escalatie_id, "om")
    keten.nu += 6 * UUR
    await keten.hoor(melding(5, thema="geweld", op=keten.nu))
    await keten.verloop(7 * UUR)
    assert van(keten, EscalatieGesloten) == []
    await keten.verloop(6 * UUR)
    [einde] = [feit for feit in van(keten, EscalatieGesloten) if isinstance(feit, EscalatieGesloten)]
    assert (einde.door, einde.uitkomst) == ("klok", "rustig-gebleven")


async def test_wat_niemand_bevestigde_eindigt_nooit_vanzelf(keten: Opstelling) -> None:
    """Promise 6: calm is no answer."""
    await keten.hoor(*(melding(n, thema="geweld") for n in range(3)))
    for _ in range(4):
        keten.nu += 13 * UUR
        await keten.wekker.tick()
    assert van(keten, EscalatieGesloten) == []


async def test_kort_na_het_einde_is_een_nieuwe_genoeg(keten: Opstelling) -> None:
    """Within three days after the end one event warns again, as the sequel; after a false alarm it does not."""
    await keten.hoor(*(melding(n, thema="geweld") for n in range(3)))
    [eerste] = keten.geopend()
    await keten.bevestig(eerste.escalatie_id, "om")
    await keten.sluit_af(eerste.escalatie_id)
    keten.nu += 2 * DAG
    await keten.hoor(melding(8, thema="geweld", op=keten.nu))
    [_, vervolg] = keten.geopend()
    assert vervolg.vervolg_op == eerste.escalatie_id
    gekruist = [feit for feit in van(keten, DrempelOverschreden) if isinstance(feit, DrempelOverschreden)]
    assert "één nieuwe melding genoeg" in gekruist[-1].toelichting
    assert gekruist[-1].telling == 1


async def test_na_de_vervolgtijd_begint_het_tellen_opnieuw(keten: Opstelling) -> None:
    """After three days and a bit one event is one of three."""
    await keten.hoor(*(melding(n, thema="geweld") for n in range(3)))
    await keten.bevestig(keten.geopend()[0].escalatie_id, "om")
    await keten.sluit_af(keten.geopend()[0].escalatie_id)
    keten.nu += 3 * DAG + timedelta(seconds=1)
    await keten.hoor(melding(8, thema="geweld", op=keten.nu))
    assert len(keten.geopend()) == 1


async def test_splitsen_geeft_twee_situaties(keten: Opstelling) -> None:
    """One of the opening and one that joined go on by themselves: with their own ladder, and out of the first."""
    feiten = await keten.hoor(*(melding(n, thema="geweld") for n in range(4)))
    [een] = keten.geopend()
    apart = {melding(1).melding_id, melding(3).melding_id}

    def doe(meldingen: set[UUID]) -> UUID:
        return keten.ledger.run_sync(
            lambda tx: splits(tx, een.escalatie_id, meldingen, door="oov"), Context(keten.nu, CORRELATIE)
        )

    nieuw = doe(apart)
    [_, twee] = keten.geopend()
    assert (twee.escalatie_id, twee.afgesplitst_van, set(twee.meldingen)) == (nieuw, een.escalatie_id, apart)
    assert twee.treden == een.treden
    [feit] = van(keten, EscalatieGesplitst)
    assert isinstance(feit, EscalatieGesplitst)
    assert set(feit.feiten) == {feiten[1], feiten[3]}
    dossier = await keten.inzage.dossier(een.escalatie_id)
    assert set(dossier.meldingen) == {melding(0).melding_id, melding(2).melding_id}
    assert dossier.voeding == ()
    assert dossier.rij["erbij"] == 0
    assert any(alarm.gegevens.get("escalatie") == str(nieuw) for alarm in keten.ledger.due(keten.nu))
    await keten.hoor(
        MeldingIngetrokken.model_validate(
            {**PLEK, "door": "meldpunt", "melding_id": melding(1).melding_id, "reden": "vergissing"}
        )
    )
    [herzien] = van(keten, DrempelHerzien)
    assert isinstance(herzien, DrempelHerzien)
    assert herzien.escalatie_id == nieuw
    for verkeerd in (set(), {uuid4()}, {melding(n).melding_id for n in (0, 2)} | apart):
        with pytest.raises(NietsOmTeSplitsen):
            doe(verkeerd)
    assert keten.ledger.views_differ() == []


GEVALLEN: list[tuple[Fact, Fact | None, str]] = [
    (LocatieStil(**PLEK, sinds=BEGIN, regel="LVS-0.3"), LocatieHoorbaar(**PLEK), "niets meer gehoord"),
    (AgendaGemist(**PLEK, melding_id=UUID(int=7), reeks="lvos", uiterlijk=BEGIN, regel="LVS-2.4"), None, "besproken"),
    (
        AfspraakTeLaat(**PLEK, afspraak_id=UUID(int=8), wie="handhaving", uiterlijk=BEGIN, regel="KG-2.2.1"),
        AfspraakNagekomen(**PLEK, afspraak_id=UUID(int=8)),
        "afspraak",
    ),
    (
        MaatregelLooptAf.model_validate(
            {**PLEK, "maatregel_id": UUID(int=9), "soort": "gebiedsverbod-lang", "eindigt": BEGIN, "regel": "TB-3.2"}
        ),
        None,
        "eindigt binnenkort",
    ),
]


@pytest.mark.parametrize(("gemist", "alsnog", "woord"), GEVALLEN, ids=lambda geval: type(geval).__name__)
async def test_wat_uitblijft_waarschuwt_de_eigenaar(
    keten: Opstelling, gemist: Fact, alsnog: Fact | None, woord: str
) -> None:
    """Each missed event opens an escalation on its ladder, with its owner in front; made good, that is said."""
    await keten.hoor(gemist, gemist)
    [open_], [feit] = keten.geopend(), van(keten, DrempelOverschreden)
    assert isinstance(feit, DrempelOverschreden)
    assert woord in feit.toelichting
    eigenaar = {AfspraakTeLaat: Rol.HANDHAVING, MaatregelLooptAf: Rol.BURGEMEESTER}.get(type(gemist))
    assert eigenaar is None or open_.treden[0].rollen[0] == eigenaar
    if alsnog:
        await keten.hoor(alsnog)
        [wat] = van(keten, DrempelHerzien)
        assert isinstance(wat, DrempelHerzien)
        assert (wat.oorzaak, wat.nog_overschreden) == ("alsnog-gebeurd", False)


async def test_gemiste_doorzettingen_zijn_een_situatie_tot_iemand_bevestigt(keten: Opstelling) -> None:
    """A second one joins as long as the same people are being warned; after a confirmation it warns again."""

    def gemist(nummer: int, *aan: str) -> DoorzettingGemist:
        return DoorzettingGemist(
            **PLEK, melding_id=UUID(int=nummer), soort="partner", aan=aan, uiterlijk=BEGIN, regel="KG-2.3b"
        )

    await keten.hoor(gemist(1, "politie"), gemist(2, "politie"))
    assert len(keten.geopend()) == 1
    assert len(van(keten, EscalatieGevoed)) == 1
    await keten.hoor(gemist(3, "handhaving"))
    assert [feit.treden[0].rollen[0] for feit in keten.geopend()] == ["politie", "handhaving"]
    await keten.bevestig(keten.geopend()[1].escalatie_id, "handhaving")
    await keten.hoor(gemist(4, "handhaving"))
    assert len(keten.geopend()) == 3


async def test_zonder_drempel_staat_er_dat_niemand_het_hoorde(keten: Opstelling) -> None:
    """The profile says nothing about the cluster: not silent, but recorded with the reason."""
    feiten = await keten.hoor(
        DoorzettingGemist(**PLEK, melding_id=UUID(int=1), soort="cluster", aan=("x",), uiterlijk=BEGIN, regel="KG-2.3a")
    )
    [niet] = van(keten, AlarmNietVerzonden)
    assert isinstance(niet, AlarmNietVerzonden)
    assert (niet.feiten, niet.regel) == (tuple(feiten), "KG-2.3a")
    assert "zegt niet wie dit moet horen" in niet.reden


async def test_incidenten_vallen_niet_onder_uitblijven(keten: Opstelling) -> None:
    """A threshold for missed events counts no reports."""
    await keten.hoor(incident(aard="overlast", thema="drugs"))
    assert keten.geopend() == []

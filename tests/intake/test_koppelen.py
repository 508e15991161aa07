"""Which meldingen belong together: a link loses neither, is undone, and never goes round."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.behandeling import Stand, koppel, ontkoppel, stand_van
from services.intake.behandeling.weigeringen import AlGekoppeld, HeeftAlHoofd, Kring, NietAanZichzelf, NietGekoppeld
from shared.contracts import Fact
from shared.contracts.intake import Aard, Koppeling, MeldingOntvangen
from shared.facts import Rejected
from shared.profiel import Rol
from tests.intake.proef import MELDINGEN, NU, Proef
from tests.intake.test_behandelen import doe, meld
from tests.web import met_sessie

HOORT_BIJ, ZELFDE = Koppeling.HOORT_BIJ, Koppeling.ZELFDE_VOORVAL


class Bak:
    """A few meldingen as streams in memory."""

    def __init__(self, aantal: int) -> None:
        self.ids = [uuid4() for _ in range(aantal)]
        self.feiten: dict[UUID, list[Fact]] = {nummer: [_ontvangen(nummer)] for nummer in self.ids}

    def stand(self, nummer: UUID) -> Stand:
        """One as it stands."""
        return stand_van(self.feiten[nummer])

    def koppel(self, deze: int, ander: int, soort: Koppeling) -> None:
        """Link two by their places."""
        stand, naar = self.stand(self.ids[deze]), self.stand(self.ids[ander])
        for feit in koppel(stand, naar, soort=soort, door="oov", lees=self.stand):
            self.feiten[feit.melding_id].append(feit)

    def los(self, deze: int, ander: int) -> None:
        """Undo a link by the places of its two."""
        for feit in ontkoppel(self.stand(self.ids[deze]), self.stand(self.ids[ander]), door="oov"):
            self.feiten[feit.melding_id].append(feit)


def _ontvangen(nummer: UUID) -> MeldingOntvangen:
    return MeldingOntvangen(
        gemeente="gm0637",
        locatie="rokkeveenseweg",
        melding_id=nummer,
        aard=Aard.OVERLAST,
        voorgevallen_op=NU,
        kanaal="telefoon",
    )


def test_losmaken_kan_van_beide_kanten() -> None:
    """Undoing is undoing: after it both stand as before, and can be linked again."""
    bak = Bak(2)
    bak.koppel(0, 1, ZELFDE)
    bak.los(1, 0)
    assert [bak.stand(nummer).gekoppeld for nummer in bak.ids] == [{}, {}]
    bak.koppel(1, 0, HOORT_BIJ)
    assert bak.stand(bak.ids[1]).hoofd == bak.ids[0]
    with pytest.raises(NietGekoppeld):
        Bak(2).los(0, 1)


def test_wat_niet_te_koppelen_is() -> None:
    """Not to itself, not twice, not under two, and not in a circle."""
    bak = Bak(4)
    with pytest.raises(NietAanZichzelf):
        bak.koppel(0, 0, ZELFDE)
    bak.koppel(0, 1, HOORT_BIJ)
    with pytest.raises(AlGekoppeld):
        bak.koppel(1, 0, ZELFDE)
    with pytest.raises(HeeftAlHoofd):
        bak.koppel(0, 2, HOORT_BIJ)
    bak.koppel(1, 2, HOORT_BIJ)
    bak.koppel(2, 3, HOORT_BIJ)
    with pytest.raises(Kring):
        bak.koppel(3, 0, HOORT_BIJ)


STAPPEN = st.lists(
    st.tuples(st.sampled_from(["koppel", "los"]), st.integers(0, 4), st.integers(0, 4), st.sampled_from(Koppeling)),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(STAPPEN)
def test_nooit_een_kring_en_nooit_een_melding_kwijt(stappen: list[tuple[str, int, int, Koppeling]]) -> None:
    """Whatever is linked and undone, in any order: every melding keeps its content, and walking up always ends."""
    bak = Bak(5)
    eerst = {nummer: bak.stand(nummer).waarneming for nummer in bak.ids}
    for wat, deze, ander, soort in stappen:
        try:
            bak.koppel(deze, ander, soort) if wat == "koppel" else bak.los(deze, ander)
        except Rejected:
            continue
    assert {nummer: bak.stand(nummer).waarneming for nummer in bak.ids} == eerst
    for nummer in bak.ids:
        gezien, boven = {nummer}, bak.stand(nummer).hoofd
        while boven is not None:
            assert boven not in gezien
            gezien.add(boven)
            boven = bak.stand(boven).hoofd


async def test_een_koppeling_is_van_beide_kanten_te_zien(proef: Proef) -> None:
    """Staff link two over HTTP: both name the other, both still count, and undoing leaves no trace in the list."""
    kind, hoofd = await meld(proef), await meld(proef)
    antwoord = await doe(proef, kind, "_koppel", aan=hoofd, soort="hoort-bij")
    assert antwoord.json()["gekoppeld"] == [{"meldingId": hoofd, "soort": "hoort-bij", "hoofd": True}]
    andersom = (await proef.als(Rol.OOV).get(f"{MELDINGEN}/{hoofd}")).json()
    assert andersom["gekoppeld"] == [{"meldingId": kind, "soort": "hoort-bij", "hoofd": False}]
    assert len((await proef.als(Rol.OOV).get(MELDINGEN)).json()["meldingen"]) == 2
    assert (await doe(proef, hoofd, "_ontkoppel", aan=kind)).json()["gekoppeld"] == []
    assert (await doe(proef, hoofd, "_ontkoppel", aan=kind)).status_code == 409


async def test_een_onbekende_of_ingetrokken_melding_is_niet_te_koppelen(proef: Proef) -> None:
    """What does not exist is 404, what does not count is refused."""
    melding, weg = await meld(proef), await meld(proef)
    assert (await doe(proef, melding, "_koppel", aan=str(uuid4()))).status_code == 404
    await doe(proef, weg, "_trek-in", reden="proef")
    assert (await doe(proef, melding, "_koppel", aan=weg)).status_code == 409


async def test_een_koppeling_opent_niets(proef: Proef) -> None:
    """Who may see one of the two is not told about the other: not the COA of a location, and not a partner."""
    hier = await meld(proef)
    elders = await meld(proef, locatie="zoetermeer")
    await doe(proef, hier, "_koppel", aan=elders)
    coa = proef.als(Rol.COA, "rokkeveenseweg")
    assert (await coa.get(f"{MELDINGEN}/{hier}")).json()["gekoppeld"] == []
    assert (await proef.als(Rol.OOV).get(f"{MELDINGEN}/{hier}")).json()["gekoppeld"] != []
    bezoeker = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, "rokkeveenseweg")
    pagina = (await bezoeker.get(f"/meldingen/{hier}")).text
    assert elders not in pagina

"""The rota at work: who is warned, gaps that are found beforehand, and handing over."""

from datetime import timedelta

import pytest

from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden, DrempelOverschreden, EscalatieGeopend
from shared.contracts.escalatie.piket import PiketgatGevonden, PiketOvergedragen
from shared.profiel import Profiel, lees
from tests.escalatie.gegeven import MINUUT, UUR, incident
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.escalatie.piket import WEEK, begin


def verzonden(keten: Opstelling) -> list[AlarmVerzonden]:
    """What channels took."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmVerzonden)]


async def test_de_dienst_van_nu_krijgt_het_bericht(zet_op: Opzetten) -> None:
    """The seat that has duty is warned over its own channel; after the change the next one is."""
    async with webhook() as a, webhook() as b, webhook() as c:
        keten = zet_op(piket_a=a.adres, piket_b=b.adres, piket_c=c.adres)
        for ronde in range(3):
            await keten.hoor(incident(ronde))
            await keten.verloop()
            await keten.verloop(10 * MINUUT)
            await keten.bevestig(keten.geopend()[-1].escalatie_id, "piket")
            await keten.verloop(WEEK - 10 * MINUUT)
    diensten = [feit.dienst for feit in verzonden(keten) if feit.stap == "ontvangen"]
    assert sorted(filter(None, diensten)) == ["piket-a", "piket-b", "piket-c"]
    assert a.ontvangen
    assert b.ontvangen
    assert c.ontvangen


async def test_niemand_bereikbaar_dan_de_vervanger(zet_op: Opzetten) -> None:
    """The seat's channel fails and so does the spare: the profile's stand-in hears it at once, and reads why."""
    async with webhook(status=500) as stuk_, webhook() as oov:
        keten = zet_op(**dict.fromkeys(("piket_a", "piket_b", "piket_c"), stuk_.adres), oov=oov.adres)
        await keten.hoor(incident())
        await keten.verloop(10 * MINUUT)
    [namens] = [feit for feit in verzonden(keten) if feit.rol == "piket"]
    assert namens.terugval == "oov"
    [tekst] = [tekst for tekst in oov.teksten if "vervanging" in tekst]
    assert "U krijgt dit als vervanging: de piketdienst van de gemeente is nu niet bereikbaar." in tekst
    [mislukt] = [feit.fact for feit in keten.feiten(AlarmNietVerzonden) if feit.fact.rol == "piket"]  # type: ignore[attr-defined]
    assert isinstance(mislukt, AlarmNietVerzonden)
    assert (mislukt.reden, mislukt.opnieuw_op) == ("de ontvanger gaf fout 500", None)


@pytest.fixture
def gat(profiel: Profiel) -> Profiel:
    """The profile with a rota that has nobody by day."""
    oud = 'wissel = "09:00", dagen = 7 }'
    assert oud in profiel.tekst
    return lees(profiel.tekst.replace(oud, 'wissel = "09:00", dagen = 7, van = "17:00", tot = "09:00" }'))


class TestGaten:
    """A rota with nobody by day."""

    @pytest.fixture
    def profiel(self, gat: Profiel) -> Profiel:
        """Instead of the one that ships."""
        return gat

    async def test_gaten_worden_vooraf_gemeld(self, database: str, zet_op: Opzetten) -> None:
        """Every gap of the coming two weeks is a fact, in one escalation to OOV and beheer, and not a second time."""
        async with webhook() as hook:
            keten = zet_op(database, oov=hook.adres, beheer=hook.adres)
            await begin(keten)
            await keten.verloop()
            await keten.verloop(UUR)
        gaten = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketgatGevonden)]
        assert len(gaten) == 14
        assert len({gat.escalatie_id for gat in gaten}) == 1
        [overschreden] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, DrempelOverschreden)]
        assert overschreden.regel == "MK-6"
        assert "staat niemand in het rooster van zondag 22 november 2026 om 09.00 uur" in overschreden.toelichting
        assert keten.ledger.views_differ() == []

    async def test_zolang_niemand_dienst_heeft(self, zet_op: Opzetten) -> None:
        """In the gap itself the stand-in gets the notice, which says that nobody has duty."""
        async with webhook() as oov:
            keten = zet_op(oov=oov.adres)
            await keten.verloop(9 * UUR)
            await keten.hoor(incident())
            await keten.verloop(10 * MINUUT)
        assert any("volgens het rooster heeft nu niemand dienst" in tekst for tekst in oov.teksten)


async def test_overdracht(zet_op: Opzetten) -> None:
    """Who gets duty is told so with what is going on; a channel that fails is tried again; nobody hears it twice."""
    async with webhook() as hook:
        keten = zet_op(**dict.fromkeys(("piket_a", "piket_b", "piket_c"), hook.adres), politie="bewaar://")
        await begin(keten)
        await keten.verloop()
        assert "U hebt nu piket" in hook.teksten[0]
        await keten.verloop(UUR)
        assert len(hook.ontvangen) == 1
        await keten.hoor(incident())
        await keten.verloop()
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        hook.status = 503
        wissel = next(feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)).tot
        assert wissel
        await keten.verloop(wissel - keten.nu)
        hook.status = 200
        voor = len(hook.ontvangen)
        await keten.verloop(5 * timedelta(seconds=1))
    over = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)]
    assert [(feit.uitkomst, feit.poging) for feit in over] == [("gemeld", 1), ("niet-gemeld", 1), ("gemeld", 2)]
    assert over[1].vorige == over[0].dienst != over[1].dienst
    overdracht = [tekst for tekst in hook.teksten[voor:] if "U hebt nu piket" in tekst]
    assert len(overdracht) == 1
    assert "Er loopt nu 1 escalatie." in overdracht[0]


async def test_wie_geen_eigen_kanaal_heeft(zet_op: Opzetten) -> None:
    """A seat without a channel of its own is not told, and that is a fact; no escalation comes of it."""
    keten = zet_op(piket="bewaar://")
    await begin(keten)
    await keten.verloop()
    [feit] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, PiketOvergedragen)]
    assert (feit.uitkomst, feit.reden) == ("niet-gemeld", "deze dienst heeft geen eigen kanaal")
    assert keten.feiten(EscalatieGeopend) == []

"""What escalatie says waits for somebody today."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from shared.contracts import Fact
from shared.contracts.escalatie import Stap
from shared.contracts.intake import IncidentGeweigerd, LocatieStil
from shared.profiel import Profiel, lees
from shared.profiel.schema import Rol
from shared.taken import Taak
from shared.web import Toegang, Wie
from shared.zoeken import lees_zoekvraag
from tests.escalatie.gegeven import BEGIN, GEMEENTE, LOCATIE, incident, melding
from tests.escalatie.opstelling import Opstelling, Opzetten


async def taken(keten: Opstelling, rol: Rol, locatie: str | None = None) -> list[Taak]:
    """What waits for a role."""
    assert keten.dienst.taken is not None
    return list(await keten.dienst.taken(Wie(rol, locatie), keten.nu))


async def soorten(keten: Opstelling, rol: Rol) -> list[str]:
    """How each presses."""
    return [taak.soort for taak in await taken(keten, rol)]


async def test_wie_gewaarschuwd_is_bevestigt_en_wie_sluit_ziet_wanneer_dat_kan(zet_op: Opzetten) -> None:
    """LVS-0.3: the police first, both steps; then OOV may close; nobody else is told to confirm."""
    keten = zet_op(politie="bewaar://", oov="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    escalatie_id = keten.geopend()[0].escalatie_id
    (taak,) = await taken(keten, Rol.POLITIE)
    assert (taak.soort, taak.pad) == ("nu", f"/escalaties/{escalatie_id}")
    assert await soorten(keten, Rol.OOV) == ["weten"]
    await keten.bevestig(escalatie_id, "politie")
    assert await soorten(keten, Rol.POLITIE) == ["nu"], "the burgemeester must be informed"
    assert "burgemeester" in (await taken(keten, Rol.OOV))[0].toelichting
    await keten.bevestig(escalatie_id, "politie", Stap.BURGEMEESTER_INGELICHT)
    assert await soorten(keten, Rol.POLITIE) == []
    assert [taak.wat.partition(":")[0] for taak in await taken(keten, Rol.OOV)] == ["Sluit als het klaar is"]
    await keten.sluit_af(escalatie_id)
    assert await soorten(keten, Rol.OOV) == []


async def test_een_wapen_en_wat_niet_aankwam_staan_voorop(zet_op: Opzetten) -> None:
    """LVS-0.3: on the first page who must act reads when it goes on, and who can call that nobody was reached."""
    keten = zet_op(politie="bewaar://", oov="bewaar://")
    await keten.hoor(incident(wapen="ja"))
    await keten.verloop()
    wapen = "Het COA zegt: er is een wapen gezien of genoemd. "
    anders = (
        "Bevestigt niemand voor 03.17 uur? Dan waarschuwen wij de piketdienst van de gemeente en team Openbare Orde"
    )
    (politie,) = await taken(keten, Rol.POLITIE)
    assert politie.toelichting.startswith(wapen + anders)
    (oov,) = await taken(keten, Rol.OOV)
    nergens = "Het bericht voor de politie is bij niemand bezorgd. Bel zelf. "
    assert oov.toelichting.startswith(f"{wapen}{nergens}Dit moet nog gebeuren: de politie bevestigt het bericht en ")
    await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
    assert [een.toelichting for een in await taken(keten, Rol.POLITIE)] == [wapen.strip()]
    assert nergens not in (await taken(keten, Rol.OOV))[0].toelichting


async def test_wie_niet_antwoordde_houdt_zijn_taak_als_de_ladder_klimt(zet_op: Opzetten) -> None:
    """The police are still asked when piket and OOV are: their answer is still needed (LVS-0.3)."""
    keten = zet_op(politie="bewaar://", piket="bewaar://", oov="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    assert await soorten(keten, Rol.PIKET) == ["weten"]
    await keten.verloop(timedelta(minutes=11))
    assert await soorten(keten, Rol.PIKET) == ["nu"]
    assert await soorten(keten, Rol.POLITIE) == ["nu"]


async def test_een_andere_locatie_ziet_niets(zet_op: Opzetten) -> None:
    """Who is bound to a place hears of no other."""
    keten = zet_op(politie="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    assert await taken(keten, Rol.POLITIE, "rokkeveenseweg")
    assert await taken(keten, Rol.POLITIE, "ergens-anders") == []
    assert await taken(keten, Rol.RAAD) == []


async def test_een_escalatie_is_te_vinden(zet_op: Opzetten) -> None:
    """By words of what it is about, or how its number begins; not from elsewhere, and not by who may not see it."""
    keten = zet_op(politie="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    nummer = str(keten.geopend()[0].escalatie_id)

    async def zoek(term: str, wie: Wie) -> list[str]:
        vraag = lees_zoekvraag(term)
        assert vraag is not None
        assert keten.dienst.zoek is not None
        return [een.pad for een in await keten.dienst.zoek(wie, vraag, keten.nu)]

    for term in ("openbare orde incident", nummer, nummer[:8]):
        assert await zoek(term, Wie(Rol.OOV)) == [f"/escalaties/{nummer}"]
        assert await zoek(term, Wie(Rol.OOV, "ergens-anders")) == []
        assert await zoek(term, Wie(Rol.RAAD)) == []
    assert await zoek("brand", Wie(Rol.OOV)) == []


@pytest.mark.parametrize(("hele_dag", "verwacht"), [(True, 0), (False, 7)])
async def test_een_gat_in_het_rooster_wacht_op_wie_het_vult(
    tmp_path: Path, profiel: Profiel, toegang: Toegang, hele_dag: bool, verwacht: int
) -> None:
    """None with a full rota; each stretch of this week without anybody counts, for who changes the rota."""
    vol = 'wissel = "09:00", dagen = 7 }'
    alleen_nachts = 'wissel = "09:00", dagen = 7, van = "17:00", tot = "09:00" }'
    tekst = profiel.tekst if hele_dag else profiel.tekst.replace(vol, alleen_nachts)
    keten = Opstelling("", tmp_path, lees(tekst), toegang)
    assert [taak.aantal for taak in await taken(keten, Rol.PIKET)] == ([verwacht] if verwacht else [])
    assert await taken(keten, Rol.POLITIE) == []
    keten.sluit()


async def test_na_een_bevestiging_zien_de_anderen_wie_het_was(zet_op: Opzetten) -> None:
    """One confirmation ends the warning for the whole driehoek; the others see whose, and who closes when (LVS-1.6)."""
    keten = zet_op(burgemeester="bewaar://", politie="bewaar://", om="bewaar://")
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    assert await soorten(keten, Rol.POLITIE) == ["nu"]
    await keten.bevestig(keten.geopend()[0].escalatie_id, "burgemeester")
    (politie,) = await taken(keten, Rol.POLITIE)
    assert (politie.soort, politie.wat.partition(":")[0]) == ("weten", "Volg")
    assert politie.toelichting.startswith("Bevestigd door de burgemeester, ")
    assert politie.toelichting.endswith("U hoeft niet ook te bevestigen.")
    (zij,) = await taken(keten, Rol.BURGEMEESTER)
    assert zij.toelichting.startswith("Klaar is het als de situatie voorbij is")


async def test_wie_niet_weet_dat_er_iets_was_hoort_het_als_eerste(zet_op: Opzetten) -> None:
    """LVS-0.3: while nobody said that the burgemeester knows, each role reads first what it must do itself."""
    keten = zet_op(politie="bewaar://", piket="bewaar://", oov="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    await keten.verloop(timedelta(minutes=11))
    zaak = keten.geopend()[0].escalatie_id
    (zij,) = await taken(keten, Rol.BURGEMEESTER)
    assert (zij.soort, zij.wat.partition(":")[0]) == ("nu", "Vraag wat er is gebeurd")
    assert zij.toelichting == "Nog niemand heeft bevestigd dat u dit hebt gehoord. Bel de politie (000-0000000)."
    await keten.bevestig(zaak, "piket")
    (politie,) = await taken(keten, Rol.POLITIE)
    assert (politie.soort, politie.wat.partition(":")[0]) == ("nu", "Bevestig"), "piket cannot confirm for the police"
    (piket,) = await taken(keten, Rol.PIKET)
    assert (piket.soort, piket.wat.partition(":")[0]) == ("nu", "Zorg dat de burgemeester is ingelicht")
    assert (piket.uiterlijk, piket.toelichting) == (keten.nu + timedelta(minutes=30), "Bel de politie (000-0000000).")
    await keten.bevestig(zaak, "politie")
    (politie,) = await taken(keten, Rol.POLITIE)
    assert (politie.wat.partition(":")[0], politie.uiterlijk) == ("Licht de burgemeester in", piket.uiterlijk)
    await keten.bevestig(zaak, "politie", Stap.BURGEMEESTER_INGELICHT)
    assert [taak.soort for taak in await taken(keten, Rol.BURGEMEESTER)] in ([], ["doen"])
    assert await soorten(keten, Rol.PIKET) == ["doen"]


PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE}
TECHNIEK = (
    IncidentGeweigerd(**PLEK, quarantaine_id=UUID(int=1), reden="onbekend veld"),
    LocatieStil(**PLEK, sinds=BEGIN, regel="LVS-0.3"),
)


@pytest.mark.parametrize("feit", TECHNIEK, ids=lambda feit: type(feit).__name__)
async def test_techniek_vraagt_niets_van_de_burgemeester(keten: Opstelling, feit: Fact) -> None:
    """A message that cannot be read, a system that is silent: others mend it and end it; she may still look."""
    await keten.hoor(feit)
    await keten.verloop()
    zaak = keten.geopend()[0]
    assert await taken(keten, Rol.BURGEMEESTER) == []
    assert await taken(keten, Rol.OOV) != []
    await keten.bevestig(zaak.escalatie_id, zaak.treden[0].rollen[0])
    assert await taken(keten, Rol.BURGEMEESTER) == []
    assert [taak.wat.partition(":")[0] for taak in await taken(keten, Rol.OOV)] == ["Sluit als het klaar is"]

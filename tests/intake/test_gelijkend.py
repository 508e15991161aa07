"""Likely duplicates: same place, theme and time, with the reason, for staff alone."""

from datetime import timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.behandeling.gelijkend import HOOGSTENS, Kenmerken, gelijkend
from shared.kortnummer import kortnummer
from shared.profiel import Rol
from tests.intake.proef import NU, Proef
from tests.intake.test_behandelen import doe, meld
from tests.web import csrf_uit, met_sessie

TWEE_UUR = timedelta(hours=2)


def kenmerken(minuten: int = 0, **anders: str) -> Kenmerken:
    """One that is compared."""
    velden = {"thema": "geluid", "aard": "overlast", "plaats": "buiten-noodopvang", **anders}
    return Kenmerken(uuid4(), NU + timedelta(minutes=minuten), **velden)


def test_de_meest_gelijke_staat_vooraan_met_de_redenen() -> None:
    """More that is the same goes first, then what is nearer in time; each says why."""
    ver, dichtbij, anders = kenmerken(90), kenmerken(-10), kenmerken(1, plaats="in-noodopvang", aard="ggz")
    gevonden = gelijkend(kenmerken(), [anders, ver, dichtbij], TWEE_UUR)
    assert [een.id for een in gevonden] == [dichtbij.id, ver.id, anders.id]
    assert gevonden[0].redenen == ("hetzelfde thema", "dezelfde plaats", "dezelfde aard", "10 minuten eerder")
    assert gevonden[2].redenen == ("hetzelfde thema", "1 minuut later")


def test_een_ander_thema_of_moment_lijkt_niet() -> None:
    """Another theme is another event, and so is another time of the day."""
    assert gelijkend(kenmerken(), [kenmerken(121), kenmerken(0, thema="drugs")], TWEE_UUR) == []
    assert gelijkend(kenmerken(thema="overig"), [kenmerken(5)], TWEE_UUR), "without a theme, kind and place decide"


def test_wie_een_deel_van_de_dag_noemt_kan_elk_uur_ervan_bedoelen() -> None:
    """It is near to all that happened in those six hours; how far apart they lie is not said, for nobody knows it."""
    deze, andere = kenmerken(dagdeel="middag"), [kenmerken(350), kenmerken(481), kenmerken(-121)]
    (gevonden,) = gelijkend(deze, andere, TWEE_UUR)
    assert (gevonden.id, gevonden.redenen[-1]) == (andere[0].id, "de tijd is niet precies bekend")
    assert [een.id for een in gelijkend(andere[0], [deze], TWEE_UUR)] == [deze.id]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-400, 400), max_size=12))
def test_nooit_zichzelf_nooit_te_ver_nooit_te_veel(minuten: list[int]) -> None:
    """Whatever else there is: never the melding itself, nothing outside the window, and a short list."""
    deze = kenmerken()
    andere = [kenmerken(verschil) for verschil in minuten]
    gevonden = {een.id for een in gelijkend(deze, [deze, *andere], TWEE_UUR)}
    dichtbij = {ander.id for ander, verschil in zip(andere, minuten, strict=True) if abs(verschil) <= 120}
    assert gevonden <= dichtbij
    assert len(gevonden) == min(HOOGSTENS, len(dichtbij))


async def test_een_medewerker_ziet_wat_erop_lijkt_en_koppelt(proef: Proef) -> None:
    """The page shows what may be the same and why; one button links them, and then it is no suggestion any more."""
    eerste, tweede = await meld(proef, thema="geluid"), await meld(proef, thema="geluid")
    await doe(proef, await meld(proef, thema="geluid"), "_trek-in", reden="proef")
    bezoeker = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    pagina = (await bezoeker.get(f"/meldingen/{eerste}")).text
    assert "Hetzelfde thema, dezelfde plaats, dezelfde aard, op hetzelfde moment" in pagina
    assert pagina.count("Zelfde voorval") == 1
    assert f"{kortnummer(tweede)} is de hoofdmelding</button>" in pagina, "the other one, not this"
    velden = {"csrf": csrf_uit(pagina), "aan": tweede, "soort": "zelfde-voorval"}
    daarna = await bezoeker.post(f"/meldingen/{eerste}/koppel", data=velden, follow_redirects=True)
    assert "Gaat over hetzelfde voorval" in daarna.text
    assert "Lijkt op" not in daarna.text


async def test_wie_niet_behandelt_krijgt_geen_suggesties(proef: Proef) -> None:
    """The police reads a melding, and is shown no others with it."""
    melding = await meld(proef)
    await meld(proef)
    bezoeker = await met_sessie(proef.app, proef.omgeving.toegang, Rol.POLITIE)
    pagina = (await bezoeker.get(f"/meldingen/{melding}")).text
    assert "Lijkt op" not in pagina
    assert "Bepaal aard" not in pagina

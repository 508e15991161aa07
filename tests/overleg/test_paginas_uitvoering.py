"""The pages of what follows from a meeting: as a browser opens them, without JavaScript."""

from re import findall, search

import pytest

from shared.contracts.overleg import (
    MaatregelOpgelegd,
)
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import lokaal
from tests.web import csrf_uit

NAGEKEKEN = {"stap": "vastleggen"}
KORT = {
    "gebied": "rokkeveen",
    "dossier": "Z-2026-00123",
    "voorwaarden": "overlast",
    "ingaande": "2026-02-05T10:00",
    "eindigt": "2026-02-06T10:00",
    "omGeraadpleegdOp": "2026-02-04T09:30",
    "toelichting": "Er was drie avonden achtereen overlast op het plein.",
}


def verborgen(html: str, actie: str) -> dict[str, str]:
    """What a form carries without asking."""
    deel = html[html.index(f'action="{actie}"') :]
    deel = deel[: deel.index("</form>")]
    return dict(findall(r'type="hidden" name="(\w+)" value="([^"]*)"', deel))


async def nieuw(kantoor: Kantoor, soort: str = "gebiedsverbod-kort", rol: Rol = Rol.BURGEMEESTER):  # type: ignore[no-untyped-def]
    """The form for one kind of measure, and who fills it in."""
    scherm = await kantoor.scherm(rol)
    return scherm, await scherm.get("/maatregelen/nieuw", params={"soort": soort})


@pytest.mark.parametrize(
    ("soort", "wel", "niet"),
    [
        ("gebiedsverbod-kort", {"dossier", "gebied", "omGeraadpleegdOp", "voorwaarden"}, {"driehoekOp"}),
        ("veiligheidsrisicogebied", {"gebied", "driehoekOp", "voorwaarden"}, {"dossier", "omGeraadpleegdOp"}),
        ("crisismaatregel", {"ingaande"}, {"dossier", "gebied", "toelichting", "omGeraadpleegdOp"}),
    ],
)
async def test_het_formulier_vraagt_alleen_wat_nodig_is(
    kantoor: Kantoor, soort: str, wel: set[str], niet: set[str]
) -> None:
    """Only what the chosen kind of measure needs."""
    _, pagina = await nieuw(kantoor, soort)
    gevraagd = set(findall(r'(?:input|select|textarea)[^>]* name="(\w+)"', pagina.text))
    assert wel <= gevraagd
    assert not niet & gevraagd


async def test_een_maatregel_opleggen_op_het_scherm(kantoor: Kantoor) -> None:
    """With the times of the clock on the wall, and a random id for the case; twice is once."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | NAGEKEKEN
    for _ in range(2):
        assert (await scherm.post("/maatregelen/nieuw", data=velden)).status_code == 303
    (feit,) = kantoor.proef.feiten(MaatregelOpgelegd)
    assert isinstance(feit, MaatregelOpgelegd)
    assert (feit.ingaande, feit.voorwaarden) == (lokaal(2026, 2, 5), ("overlast",))
    html = (await scherm.get(f"/maatregelen/{feit.maatregel_id}?opgelegd")).text
    assert "De maatregel is vastgelegd" in html
    assert str(feit.betrokkene) in html
    assert "Z-2026-00123" not in html
    pad = f"/maatregelen/{feit.maatregel_id}/zaaknummer"
    assert f'action="{pad}"' in html
    beheer, politie = kantoor.als(Rol.BEHEER), await kantoor.scherm(Rol.POLITIE)
    gelezen = (await beheer.get("/overleg/v1/verwerkingen")).json()
    toont = await scherm.post(pad, data={"csrf": csrf_uit(html)})
    assert (toont.status_code, "<strong>Z-2026-00123</strong>" in toont.text) == (200, True)
    assert len((await beheer.get("/overleg/v1/verwerkingen")).json()) == len(gelezen) + 1, "each reading is a line"
    ander = (await politie.get(pad.removesuffix("/zaaknummer"))).text
    assert pad not in ander
    assert (await politie.post(pad, data={"csrf": csrf_uit(ander)})).status_code == 403


async def test_een_weigering_wijst_de_weg_naar_wat_wel_mag(kantoor: Kantoor) -> None:
    """A meldplicht beside a short ban of the same case: refused, with a link to the long one (TB-3.2)."""
    scherm, pagina = await nieuw(kantoor)
    kort = await scherm.post("/maatregelen/nieuw", data=verborgen(pagina.text, "/maatregelen/nieuw") | KORT | NAGEKEKEN)
    assert kort.status_code == 303
    _, pagina = await nieuw(kantoor, "meldplicht")
    anders = {"voorwaarden": "orde-verstoord"}
    velden = (
        verborgen(pagina.text, "/maatregelen/nieuw") | {k: w for k, w in KORT.items() if k not in ("gebied",)} | anders
    )
    gevraagd = set(findall(r'(?:input|select|textarea)[^>]* name="(\w+)"', pagina.text))
    botst = await scherm.post("/maatregelen/nieuw", data={k: w for k, w in velden.items() if k in gevraagd})
    assert botst.status_code == 409, botst.text
    weg = search(r'href="([^"]*gebiedsverbod-lang[^"]*)">Bekijk wat Gebiedsverbod voor langere tijd vraagt', botst.text)
    assert weg
    assert (await scherm.get(weg[1].replace("&amp;", "&"))).status_code == 200


async def test_een_weigering_staat_boven_het_formulier(kantoor: Kantoor) -> None:
    """With its reason and rule, and what was filled in is kept."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | {"eindigt": "2026-08-06T10:00"}
    antwoord = await scherm.post("/maatregelen/nieuw", data=velden)
    assert antwoord.status_code == 409
    assert "TB-3.2" in antwoord.text
    assert "28 dagen" in antwoord.text
    assert 'value="2026-08-06T10:00"' in antwoord.text
    assert search(r'value="overlast" checked', antwoord.text)
    assert kantoor.proef.feiten(MaatregelOpgelegd) == []


async def test_een_leeg_formulier_zegt_in_woorden_wat_ontbreekt(kantoor: Kantoor) -> None:
    """Sentences with the words of the labels, never the names of fields."""
    scherm, pagina = await nieuw(kantoor)
    antwoord = await scherm.post("/maatregelen/nieuw", data=verborgen(pagina.text, "/maatregelen/nieuw"))
    assert antwoord.status_code == 400
    assert "Vul ‘Gaat in op’ in." in antwoord.text
    assert "Geef antwoord op de vraag: Wat is hier aan de hand?" in antwoord.text
    assert len(findall(r'class="utrecht-form-field-error-message"', antwoord.text)) == 7
    assert ": verplicht" not in antwoord.text


@pytest.mark.parametrize("dossier", ["Jan Jansen", "111222333", "JANSEN-1", "12-04-1990"])
async def test_een_naam_of_bsn_komt_er_niet_in(kantoor: Kantoor, dossier: str) -> None:
    """Only a case number: a name, BSN or date of birth is refused, and not shown above the form (LVS-2.2)."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | {"dossier": dossier}
    antwoord = await scherm.post("/maatregelen/nieuw", data=velden)
    assert (antwoord.status_code, "LVS-2.2" in antwoord.text) == (409, True)
    assert kantoor.proef.feiten(MaatregelOpgelegd) == []


async def test_een_toelichting_noemt_niemand(kantoor: Kantoor) -> None:
    """What looks like a name or number in the explanation is refused at that field."""
    scherm, pagina = await nieuw(kantoor)
    for tekst in ("Het ging om mevrouw De Vries.", "Bereikbaar op 06-12345678.", "bsn 111222333"):
        velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | {"toelichting": tekst}
        antwoord = await scherm.post("/maatregelen/nieuw", data=velden)
        assert (antwoord.status_code, 'id="toelichting-fout"' in antwoord.text) == (400, True), tekst


async def test_verlengen_en_intrekken_op_het_scherm(kantoor: Kantoor) -> None:
    """Refused where a limit forbids it; withdrawing ends it now."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | NAGEKEKEN
    pad = (await scherm.post("/maatregelen/nieuw", data=velden)).headers["location"].partition("?")[0]
    csrf = csrf_uit((await scherm.get(pad)).text)
    langer = await scherm.post(f"{pad}/verleng", data={"csrf": csrf, "eindigt": "2026-02-20T10:00"})
    assert (langer.status_code, "kan niet worden verlengd" in langer.text) == (409, True)
    onzeker = await scherm.post(f"{pad}/trek-in", data={"csrf": csrf, "reden": "Niet meer nodig."})
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    assert "Niet meer nodig." in onzeker.text, "nothing typed is lost"
    assert (await scherm.post(f"{pad}/trek-in", data={"csrf": csrf, "zeker": "true"})).status_code == 303
    assert "Ingetrokken" in (await scherm.get(pad)).text


async def test_wie_niet_oplegt_ziet_geen_betrokkene_en_geen_toelichting(kantoor: Kantoor) -> None:
    """The police sees which measures run, not whom they concern; a measure about health not at all (LVS-3.1)."""
    scherm, pagina = await nieuw(kantoor)
    await scherm.post("/maatregelen/nieuw", data=verborgen(pagina.text, "/maatregelen/nieuw") | KORT | NAGEKEKEN)
    crisis = await scherm.get("/maatregelen/nieuw", params={"soort": "crisismaatregel"})
    velden = verborgen(crisis.text, "/maatregelen/nieuw") | {"ingaande": "2026-02-05T10:00"} | NAGEKEKEN
    assert (await scherm.post("/maatregelen/nieuw", data=velden)).status_code == 303
    verbod, crisis_feit = kantoor.proef.feiten(MaatregelOpgelegd)
    assert isinstance(verbod, MaatregelOpgelegd)
    assert isinstance(crisis_feit, MaatregelOpgelegd)
    assert (crisis_feit.betrokkene, crisis_feit.locatie, crisis_feit.meldingen) == (None, "alle", ())
    politie = await kantoor.scherm(Rol.POLITIE)
    html = (await politie.get("/maatregelen")).text + (await politie.get(f"/maatregelen/{verbod.maatregel_id}")).text
    assert "Gebiedsverbod voor korte tijd" in html
    assert str(verbod.betrokkene) not in html
    assert "drie avonden" not in html
    assert "Crisismaatregel" not in html
    assert (await politie.get(f"/maatregelen/{crisis_feit.maatregel_id}")).status_code == 404
    assert "Crisismaatregel" in (await (await kantoor.scherm(Rol.OOV)).get("/maatregelen")).text

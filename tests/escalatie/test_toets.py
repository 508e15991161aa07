"""The rehearsal: when, whom, how often; two profiles side by side; last night on tonight's rota."""

import json
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from pathlib import Path

import pytest

from services.escalatie.application.feestdagen import is_feestdag
from services.escalatie.rooster import Plan
from services.escalatie.toets import Geschiedenis, toets
from services.escalatie.toets.bestand import OnbekendeVorm, gevallen, schrijf
from services.escalatie.toets.cijfers import CijfersFout, Ingelezen, lees_cijfers
from services.escalatie.toets.geschiedenis import van_waarnemingen
from services.escalatie.toets.naspelen import in_woorden, naspelen
from services.escalatie.toets.tekst import kop, lijst, naast_elkaar, per_drempel
from shared.contracts.escalatie import CijfersIngevoerd, Periodecijfer
from shared.contracts.intake import MeldingGekoppeld, MeldingIngetrokken
from shared.contracts.overleg import AfspraakTeLaat
from shared.profiel import Profiel, laad
from tests.escalatie.gegeven import BEGIN, DAG, GEMEENTE, LOCATIE, UUR, drempel, incident, melding

PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE, "door": "meldpunt"}
KERNCIJFERS = Path(__file__).parents[1] / "data" / "kerncijfers.csv"


def met(*drempels: object) -> Profiel:
    """Zoetermeer with other thresholds."""
    return laad("zoetermeer").model_copy(update={"drempels": drempels})


def verleden(*momenten: timedelta) -> Geschiedenis:
    """Reports of criminal behaviour, so long after the begin."""
    return van_waarnemingen((melding(n, op=BEGIN + na), f"feit {n}") for n, na in enumerate(momenten))


def test_wanneer_wie_en_hoe_vaak() -> None:
    """Twice three within a week, the second after the first had its quiet week: two alarms, with their events."""
    momenten = (0 * DAG, 1 * DAG, 2 * DAG, 3 * DAG, 30 * DAG, 31 * DAG, 32 * DAG)
    proef = toets(met(drempel()), verleden(*momenten))
    assert [(vuur.moment - BEGIN, vuur.telling, vuur.erbij) for vuur in proef.vuren] == [
        (2 * DAG, 3, 1),
        (32 * DAG, 3, 0),
    ]
    assert proef.vuren[0].feiten == ("feit 0", "feit 1", "feit 2")
    tekst = "\n".join([*kop(proef, "proef"), *per_drempel(proef), *lijst(proef, 1)])
    assert "7 meldingen, van zondag 22 november 2026" in tekst
    assert "ingesteld door de gemeente op 22-11-2026" in tekst
    assert "de burgemeester, de politie en de officier van justitie" in tekst
    assert "en 1 eerdere" in tekst


def test_wat_nu_bekend_is_telt() -> None:
    """Withdrawn reports do not count, and two of one event count once."""
    geschiedenis = verleden(0 * DAG, 1 * DAG, 2 * DAG, 3 * DAG)
    een, ander = melding(0).melding_id, melding(1).melding_id
    geschiedenis.neem(
        MeldingGekoppeld.model_validate({**PLEK, "melding_id": een, "aan": ander, "soort": "zelfde-voorval"}), ""
    )
    assert [vuur.moment for vuur in toets(met(drempel()), geschiedenis).vuren] == [BEGIN + 3 * DAG]
    weg = {**PLEK, "melding_id": melding(3).melding_id, "reden": "vergissing"}
    geschiedenis.neem(MeldingIngetrokken.model_validate(weg), "")
    assert toets(met(drempel()), geschiedenis).vuren == []


def test_een_kleine_wijkt_ook_in_de_proef() -> None:
    """While the larger one is going on the smaller one is shown as held back."""
    klein = drempel(code="klein", grens=2, onderdrukt_door=("driehoek-aantal",))
    proef = toets(met(klein, drempel()), verleden(*(n * UUR for n in range(5))))
    assert [(vuur.drempel.code, vuur.onderdrukt_door) for vuur in proef.vuren] == [
        ("klein", ""),
        ("driehoek-aantal", ""),
    ]
    kaal = toets(met(klein, drempel(grens=1)), verleden(*(n * UUR for n in range(2))))
    assert [vuur.onderdrukt_door for vuur in kaal.vuren] == ["", "driehoek-aantal"]


def test_groei_in_de_proef() -> None:
    """Half a year of one a week and then six in a month: growth, with the comparison in words."""
    rustig = [n * 7 * DAG for n in range(30)]
    groei = drempel(code="groei", soort="groei", aard=(), grens=5, venster=timedelta(weeks=4))
    proef = toets(met(groei), verleden(*rustig, *(211 * DAG + n * 12 * UUR for n in range(14))))
    [vuur] = proef.vuren
    assert "De kans dat dit toeval is" in vuur.toelichting
    assert vuur.telling == len(vuur.feiten) >= 5
    assert toets(met(groei), verleden(*rustig)).vuren == []


def test_een_jaarnorm_op_meldingen_en_op_cijfers() -> None:
    """LV-3: one alarm a year, as soon as the forecast passes the norm; on printed figures each year that did."""
    norm = drempel(code="norm", soort="jaarnorm", aard=(), locaties=(), grens=100, venster=None)
    proef = toets(met(norm), verleden(*(50 * DAG + n * 2 * DAG for n in range(150))))
    [vuur] = proef.vuren
    assert vuur.moment < BEGIN + 50 * DAG + 62 * DAG + 40 * DAG
    assert "Met seizoenen is niet gerekend" in vuur.toelichting
    lv, geschiedenis = laad("leidschendam-voorburg"), Geschiedenis()
    for een in lees_cijfers(KERNCIJFERS, "Leidschendam-Voorburg"):
        wat = {"reeks": een.reeks, "bron": een.bron, "perioden": een.perioden}
        geschiedenis.neem(CijfersIngevoerd(gemeente="gm1916", locatie="alle", **wat), "")
    gevonden = [(vuur.drempel.code, vuur.moment.year, vuur.telling) for vuur in toets(lv, geschiedenis).vuren]
    assert gevonden == [
        ("norm-jeugdoverlast", 2010, 1092),
        ("norm-woninginbraken", 2011, 825),
        ("norm-woninginbraken", 2016, 315),
        ("norm-woninginbraken", 2017, 274),
    ]


def test_wat_uitbleef_staat_in_de_proef() -> None:
    """A late agreement of the past would have warned too."""
    geschiedenis = Geschiedenis()
    plek = {naam: waarde for naam, waarde in PLEK.items() if naam != "door"}
    geschiedenis.neem(
        AfspraakTeLaat(**plek, afspraak_id=melding().melding_id, wie="coa", uiterlijk=BEGIN, regel="LVS-1.3"), "x"
    )
    assert [vuur.drempel.code for vuur in toets(laad("zoetermeer"), geschiedenis).vuren] == ["afspraak-of-maatregel"]


def test_twee_profielen_naast_elkaar(tmp_path: Path) -> None:
    """The numbers and a picture with both; the picture is real SVG with words for who does not see it."""
    geschiedenis = verleden(*(n * DAG for n in range(6)))
    ruim, streng = met(drempel(grens=5)), met(drempel(grens=3), drempel(code="nieuw", grens=2))
    proeven = [("ruim", toets(ruim, geschiedenis)), ("streng", toets(streng, geschiedenis))]
    regels = list(naast_elkaar(proeven))
    assert any("nieuw" in regel and "-" in regel and "anders" in regel for regel in regels)
    schrijf(tmp_path / "b.svg", proeven)
    tekening = ET.fromstring((tmp_path / "b.svg").read_text())
    assert tekening.find("{http://www.w3.org/2000/svg}title") is not None
    assert "bestaat niet" in (tmp_path / "b.svg").read_text()
    schrijf(tmp_path / "b.json", proeven)
    assert json.loads((tmp_path / "b.json").read_text())["gevallen"] == list(gevallen(proeven))
    schrijf(tmp_path / "b.csv", proeven)
    assert (tmp_path / "b.csv").read_text().count("\n") == 1 + len(list(gevallen(proeven)))
    with pytest.raises(OnbekendeVorm):
        schrijf(tmp_path / "b.docx", proeven)


def test_zonder_verleden_is_er_een_leeg_beeld(tmp_path: Path) -> None:
    """Nothing happened: no alarms, and a picture that says so."""
    proef = toets(laad("koggenland"), Geschiedenis())
    schrijf(tmp_path / "leeg.svg", [("koggenland", proef)])
    assert "0 keer" in (tmp_path / "leeg.svg").read_text()
    assert "Geen meldingen" in "\n".join(kop(proef, "koggenland"))


def test_vannacht_nagespeeld_op_het_rooster_van_straks() -> None:
    """Last night's incident at 02:07, tonight: the police at once, after ten minutes who has duty then."""
    zoetermeer = laad("zoetermeer")
    plannen = {str(rooster.rol): Plan(rooster, zoetermeer.zone, is_feestdag) for rooster in zoetermeer.roosters}
    proef = toets(zoetermeer, van_waarnemingen([(incident(), "a"), (incident(2, op=BEGIN - 3 * DAG), "b")]))
    op = BEGIN + 10 * UUR
    gewekt = naspelen(proef, op, plannen)
    assert [(wek.op - BEGIN, wek.rol) for wek in gewekt] == [
        (DAG, "politie"),
        (DAG + timedelta(minutes=10), "oov"),
        (DAG + timedelta(minutes=10), "piket"),
    ]
    assert gewekt[2].dienst == plannen["piket"].nu(BEGIN + DAG)[0]
    woorden = "\n".join(in_woorden(proef, gewekt))
    assert "maandag 23 november 2026 om 03.07 uur: de politie, trede 1" in woorden
    assert str(gewekt[2].dienst) in woorden
    assert "Niemand zou zijn gewaarschuwd" in "\n".join(in_woorden(proef, []))


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("x,2026-01-01,2026-01-07,veel", "een heel aantal"),
        ("x,2026-01-07,2026-01-01,3", "eindigt voor zij begint"),
        ("!,2026-01-01,2026-01-07,3", "naam van de reeks"),
        ("x,2026-01-01,2026-01-07,7.5", "een heel aantal"),
        ("y,2026-01-01,2026-01-07,11,cijfer", "rapportcijfer ligt tussen 0 en 10"),
        ("y,2026-01-01,2026-01-07,101,procent", "tussen 0 en 100"),
        ("y,2026-01-01,2026-01-07,nan,procent", "tussen 0 en 100"),
        ("y,2026-01-01,2026-01-07,5,euro", "aantal, procent of cijfer"),
        ("x,2026-01-01,2026-01-07,5,procent", "een andere eenheid"),
    ],
)
def test_verkeerde_cijfers_worden_geweigerd(tmp_path: Path, regel: str, reden: str) -> None:
    """Which line, and why; nothing of it is used."""
    pad = tmp_path / "c.csv"
    pad.write_text(f"reeks,van,tot,aantal,eenheid\nx,2026-01-01,2026-01-07,3\n{regel}\n")
    with pytest.raises(CijfersFout, match=f"Regel 3: .*{reden}"):
        lees_cijfers(pad, "Zoetermeer")


def test_cijfers_per_week(tmp_path: Path) -> None:
    """Weeks with a name that becomes the code a threshold asks for."""
    pad = tmp_path / "c.csv"
    pad.write_text("reeks,van,tot,aantal,bron\nMeldingen jeugdoverlast,2026-01-05,2026-01-11,14,politie\n")
    verwacht = (Periodecijfer(van=date(2026, 1, 5), tot=date(2026, 1, 11), aantal=14),)
    assert lees_cijfers(pad, "x") == [Ingelezen("meldingen-jeugdoverlast", "politie", "aantal", verwacht)]


def test_een_jaar_dat_nog_loopt_is_geen_jaarcijfer(tmp_path: Path) -> None:
    """A count so far, given as that of the year, would say that the goal was reached."""
    pad = tmp_path / "c.csv"
    pad.write_text("reeks,jaar,waarde\nx,2025,3\nx,2026,2\n")
    with pytest.raises(CijfersFout, match="Regel 3: de periode is nog niet voorbij"):
        lees_cijfers(pad, "x", date(2026, 12, 30))
    assert lees_cijfers(pad, "x", date(2026, 12, 31))[0].aantal == 2


def test_rapportcijfers_en_procenten_houden_hun_eenheid() -> None:
    """KN-tabel-2: 7.6 stays 7.6, and is no count that a norm could be held against."""
    gelezen = {een.reeks: een for een in lees_cijfers(KERNCIJFERS, "Zoetermeer")}
    stad = gelezen["rapportcijfer-veiligheid-stad"]
    assert (stad.eenheid, stad.perioden, [een.waarde for een in stad.metingen]) == (
        *("rapportcijfer", ()),
        [7.5, 7.6, 7.6, 7.5],
    )
    assert gelezen["zelden-of-nooit-onveilig-buurt"].eenheid == "procent"
    assert [een.aantal for een in gelezen["overvallen"].perioden] == [8, 2, 2, 2]


def test_wat_gebruikt_is_telt_in_de_proef_niet_opnieuw() -> None:
    """After an alarm that calmed down, three new ones are needed: what it used does not count again."""
    proef = toets(met(drempel(rust=UUR)), verleden(0 * UUR, UUR, 2 * UUR, 5 * UUR, 6 * UUR, 7 * UUR))
    assert [vuur.moment - BEGIN for vuur in proef.vuren] == [2 * UUR, 7 * UUR]

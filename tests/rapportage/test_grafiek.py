"""Pictures: what is higher is more, everything is also said in words, and nothing needs a colour."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError

from services.rapportage.grafiek import Band, Beeld, Lijnbeeld, Palet, Staafbeeld, teken_lijnen, teken_staven
from services.rapportage.grafiek.schaal import schaal
from services.rapportage.paginas.platen import op_papier
from shared.pdf import maak_pdf
from shared.profiel import laad
from shared.profiel.schema.huisstijl import Huisstijl
from tests.rapportage.feiten import DINSDAG

NS = "{http://www.w3.org/2000/svg}"
DAGEN = ("maandag", "dinsdag", "woensdag")
STAVEN = Staafbeeld("p", "Meldingen per dag", DAGEN, ("ma", "di", ""), ("week 47", (4, 2, 0)))
MET = Staafbeeld("p", "Meldingen", DAGEN, DAGEN, ("week 47", (4, 2, 0)), ("week 46", (1, 1, 1)), (2.5, None, 1))
LIJN = Lijnbeeld("l", "Per week", DAGEN, DAGEN, (None, 4, 8), Band(2, 6, 4.5), ("Een jaar geleden", 3))


def delen(beeld: Beeld, soort: str) -> list[ElementTree.Element]:
    """The shapes of one kind."""
    return list(ElementTree.fromstring(beeld.svg).iter(NS + soort))


def test_een_staaf_is_zo_hoog_als_zijn_getal() -> None:
    """Twice as much is twice as high, nothing is no height, and every bar stands on the ground."""
    vier, twee, nul = (
        (float(staaf.attrib["y"]), float(staaf.attrib["height"]))
        for staaf in delen(teken_staven(STAVEN, Palet()), "rect")
    )
    assert vier[1] == pytest.approx(2 * twee[1])
    assert nul[1] == 0
    assert len({round(y + hoogte, 1) for y, hoogte in (vier, twee, nul)}) == 1


def test_wat_eerder_was_is_een_open_staaf_met_streepjes() -> None:
    """Told apart by its shape: without colour it is still another bar. The mean is a stroke across."""
    beeld = teken_staven(MET, Palet())
    vol = [staaf for staaf in delen(beeld, "rect") if staaf.attrib["fill"] != "none"]
    open_ = [staaf for staaf in delen(beeld, "rect") if staaf.attrib["fill"] == "none"]
    assert len(vol) == len(open_) == 3
    assert all("stroke-dasharray" in staaf.attrib for staaf in open_)
    assert len([lijn for lijn in delen(beeld, "line") if lijn.attrib["stroke"] == Palet().accent]) == 2
    for woorden in ("Dichte staaf: week 47", "Open staaf met streepjes: week 46", "Dwarsstreep: gemiddelde"):
        assert woorden in beeld.legenda
    assert "Open staaf" not in teken_staven(STAVEN, Palet()).legenda


def test_elk_getal_staat_ook_in_woorden() -> None:
    """For who cannot see it: by name, and where the numbers stand."""
    beeld = teken_staven(STAVEN, Palet())
    [titel], [tekst] = delen(beeld, "title"), delen(beeld, "desc")
    assert titel.text == "Meldingen per dag"
    assert tekst.text == "week 47: maandag 4, dinsdag 2, woensdag 0. Dezelfde getallen staan in de tabel."
    wortel = ElementTree.fromstring(beeld.svg)
    assert wortel.attrib["role"] == "img"
    assert wortel.attrib["aria-labelledby"] == "p-titel p-tekst"
    lijn = teken_lijnen(LIJN, Palet()).omschrijving
    assert "maandag onbekend, dinsdag 4" in lijn
    assert "Gewoon is 2 tot en met 6." in lijn
    assert "Een jaar geleden: 3." in lijn


def test_de_band_ligt_achter_de_lijn_tussen_zijn_grenzen() -> None:
    """Its edges lie where their numbers lie on the scale; a week without a number has no dot."""
    beeld = teken_lijnen(LIJN, Palet())
    band, ruit = delen(beeld, "polygon")
    hoogten = sorted({float(punt.split(",")[1]) for punt in band.attrib["points"].split()})
    vier, acht = (float(punt.attrib["cy"]) for punt in delen(beeld, "circle"))
    per_stuk = (vier - acht) / 4
    assert hoogten == pytest.approx([acht + 2 * per_stuk, vier + 2 * per_stuk])
    assert ruit.attrib["fill"] == Palet().accent
    assert "Ruit: een jaar geleden." in beeld.legenda


def test_de_lijn_naar_een_week_die_nog_loopt_is_gestreept() -> None:
    """It will still grow, and the legend says so."""
    heel = teken_lijnen(Lijnbeeld("l", "x", DAGEN, DAGEN, (1, 2, 3)), Palet())
    loopt = teken_lijnen(Lijnbeeld("l", "x", DAGEN, DAGEN, (1, 2, 3), open_einde="die week loopt nog"), Palet())

    def streepjes(beeld: Beeld) -> list[bool]:
        return ["stroke-dasharray" in lijn.attrib for lijn in delen(beeld, "line") if "stroke-width" in lijn.attrib]

    assert (streepjes(heel), streepjes(loopt)) == ([False, False], [False, True])
    assert "loopt nog" in loopt.legenda
    assert "loopt nog" not in heel.legenda


@pytest.mark.parametrize(
    ("waarden", "strepen"),
    [
        ([], [0, 1]),
        ([0], [0, 1]),
        ([1], [0, 1]),
        ([4], [0, 1, 2, 3, 4]),
        ([5.5], [0, 2, 4, 6]),
        ([0, 41, None], [0, 20, 40, 60]),
    ],
)
def test_de_strepen_zijn_hele_ronde_getallen(waarden: list[float | None], strepen: list[int]) -> None:
    """At most four above the ground, and the highest number is never above the top."""
    gekozen = schaal(waarden)
    assert list(gekozen.strepen) == strepen
    assert all(gekozen.deel(waarde) <= 1 for waarde in waarden if waarde is not None)


def test_de_kleuren_zijn_die_van_de_gemeente() -> None:
    """Bars and strokes, and the band a light shade of the first."""
    paars = op_papier(laad("zoetermeer").model_copy(update={"huisstijl": Huisstijl(kleur="#4b0082", accent="#7a4a00")}))
    assert {staaf.attrib["fill"] for staaf in delen(teken_staven(STAVEN, paars), "rect")} == {"#4b0082"}
    assert paars.vlak == "#e4d9ec"
    band, _ = delen(teken_lijnen(LIJN, paars), "polygon")
    assert band.attrib["fill"] == paars.vlak


@pytest.mark.parametrize("kleur", ["#ffcc00", "#717171", "rood", "#12345", "#GGGGGG", "url(#x)"])
def test_een_kleur_die_niet_te_lezen_is_wordt_geweigerd(kleur: str) -> None:
    """Too light on white, or no colour at all."""
    with pytest.raises(ValidationError):
        Huisstijl(kleur=kleur)
    assert Huisstijl(kleur="#707070").kleur == "#707070"


def test_een_naam_wordt_nooit_opmaak() -> None:
    """A code that is in no profile is text in a picture too."""
    boos = "</svg><script>alert(1)</script>"
    beeld = teken_staven(Staafbeeld("p", boos, (boos,), (boos,), (boos, (1,))), Palet())
    assert "<script" not in beeld.svg
    assert ElementTree.fromstring(beeld.svg)


def test_hetzelfde_beeld_staat_op_papier(tmp_path: Path) -> None:
    """The same bytes as on the page; and the same paper every time."""
    sjabloon = tmp_path / "proef.typ"
    sjabloon.write_text('#import "basis.typ": *\n#show: stuk\n#image("a.svg", alt: "woorden")\n')
    bestanden = {"a.svg": teken_lijnen(LIJN, Palet()).svg.encode()}
    twee = [
        maak_pdf(sjabloon, {}, gemeente="G", titel="T", op=DINSDAG, kleur="#154273", bestanden=bestanden)
        for _ in range(2)
    ]
    assert twee[0] == twee[1]

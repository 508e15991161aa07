"""Dates and numbers as the Dutch write them."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import pytest
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from shared.contracts.intake import Dagdeel
from shared.facts import OngeldigeInvoer
from shared.profiel.schema import Rol
from shared.wanneer import Gebeurd
from shared.web.dagen import als_iso, als_iso_moment, dagen_heel
from shared.web.forms import lees_invoer
from shared.web.opmaak import als_zin, datum, dichtbij, getal, kort, machine, termijn, tijdstip
from shared.web.talen import lees_taal
from shared.woorden import rolnaam, veldnaam

WINTER = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ZOMER = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)


def test_een_tijdstip_in_nederlandse_tijd() -> None:
    """Moments are kept in UTC and shown in Amsterdam, winter and summer."""
    assert tijdstip(WINTER) == "dinsdag 24 november 2026 10.00 uur"
    assert tijdstip(ZOMER) == "woensdag 1 juli 2026 00.30 uur"


def test_een_deel_van_de_dag_is_geen_uur() -> None:
    """Where no more is known, the hour that is kept with it is told nowhere; a night is told with its hours."""
    avond = Gebeurd(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), Dagdeel.AVOND)
    assert (tijdstip(avond), kort(avond)) == ("zondag 22 november 2026, avond", "22-11-2026, avond")
    assert (machine(avond), machine(Gebeurd(WINTER))) == ("2026-11-22", machine(WINTER))
    assert tijdstip(Gebeurd(WINTER)) == tijdstip(WINTER)
    nacht = Gebeurd(datetime(2026, 11, 21, 23, 0, tzinfo=UTC), Dagdeel.NACHT)
    assert tijdstip(nacht) == "zondag 22 november 2026, nacht (0.00 tot 6.00 uur)"
    assert (kort(nacht), machine(nacht)) == ("22-11-2026, nacht", "2026-11-22")
    assert lees_taal("en").tijdstip(avond) == "Sunday 22 November 2026, evening"


def test_dichtbij_is_een_woord() -> None:
    """Yesterday, today and tomorrow by the calendar in the Netherlands; what is further in full."""
    avond = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert dichtbij(WINTER, WINTER) == "vandaag 10.00 uur"
    assert dichtbij(avond, WINTER) == "vandaag 00.30 uur"
    assert dichtbij(WINTER, datetime(2026, 11, 23, 22, 30, tzinfo=UTC)) == "morgen 10.00 uur"
    assert dichtbij(WINTER, datetime(2026, 11, 25, 9, 0, tzinfo=UTC)) == "gisteren 10.00 uur"
    assert dichtbij(WINTER, datetime(2026, 11, 26, 9, 0, tzinfo=UTC)) == "dinsdag 24 november 2026 10.00 uur"


def test_wat_met_een_dag_begint_heeft_geen_tijd() -> None:
    """Midnight in the Netherlands, which is not midnight in UTC, is the day alone."""
    begin = datetime(2026, 9, 30, 22, 0, tzinfo=UTC)
    assert dichtbij(begin, WINTER) == "donderdag 1 oktober 2026"
    assert dichtbij(begin, begin) == "vandaag"
    assert dichtbij(datetime(2026, 10, 1, 0, 0, tzinfo=UTC), begin) == "vandaag 02.00 uur"


def test_een_termijn_is_een_dag() -> None:
    """What is for a day ends with it, in winter and summer; a time stands there only when it is another."""
    assert termijn(datetime(2026, 12, 1, 22, 59, tzinfo=UTC)) == "1 december 2026"
    assert termijn(datetime(2026, 7, 1, 21, 59, tzinfo=UTC)) == "1 juli 2026"
    assert termijn(WINTER) == "24 november 2026 10.00 uur"


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        *(("31-12-2026", "2026-12-31"), ("31/12/2026", "2026-12-31"), (" 1-3-2026 ", "2026-03-01")),
        *(("2026-12-31", "2026-12-31"), ("31-2-2026", "31-2-2026"), ("gisteren", "gisteren"), ("1-3-26", "1-3-26")),
        *(("1 maart 2026", "2026-03-01"), ("1 Mrt. 2026", "2026-03-01"), ("31 februari 2026", "31 februari 2026")),
    ],
)
def test_een_dag_zoals_hier_geschreven(getypt: str, dag: str) -> None:
    """Becomes what links hold; what is no day stays as it was typed."""
    assert als_iso(getypt) == dag


@pytest.mark.parametrize(
    ("getypt", "moment"),
    [
        *(("24-11-2026 14:30", "2026-11-24T14:30"), ("24/11/2026, 9.05 uur", "2026-11-24T09:05")),
        *(("24 november 2026 14.30", "2026-11-24T14:30"), ("24 nov. 2026 om 14:30:00", "2026-11-24T14:30")),
        *(("dinsdag 24 november 2026 10.00 uur", "2026-11-24T10:00"), ("2026-11-24T14:30", "2026-11-24T14:30")),
        *(("24-11-2026", "24-11-2026"), ("24-11-2026 24.00", "24-11-2026 24.00"), ("31-2-2026 9.00", "31-2-2026 9.00")),
        *(("24-11-20261430", "24-11-20261430"), ("morgen 9.00", "morgen 9.00")),
    ],
)
def test_een_moment_zoals_hier_geschreven(getypt: str, moment: str) -> None:
    """Becomes what a browser with a field for moments sends, also as our pages write it; anything else stays."""
    assert als_iso_moment(getypt) == moment


def test_een_dag_breekt_niet_in_een_zin() -> None:
    """Nor does a telephone number; the rest is as it was, harmless, and what is HTML already is left."""
    assert dagen_heel("<b> 24-11-2026, 1-3-2026") == (
        '&lt;b&gt; <span class="dag">24-11-2026</span>, <span class="dag">1-3-2026</span>'
    )
    assert dagen_heel("Bel (0900-8844)") == 'Bel (<span class="dag">0900-8844</span>)'
    assert dagen_heel(Markup('<time datetime="24-11-2026">')) == '<time datetime="24-11-2026">'
    assert dagen_heel("0900-1234-5678 en 2026-11-24") == "0900-1234-5678 en 2026-11-24"


def test_een_formulier_leest_een_moment() -> None:
    """A form of somebody without such a field is read too; a refusal says how a moment is written here."""

    class Vorm(BaseModel):
        begin: datetime
        einde: datetime | None = None

    gelezen = lees_invoer(Vorm, {"begin": "24-11-2026 14.30", "einde": "2026-11-24T15:00"})
    assert (gelezen.begin, gelezen.einde) == (datetime(2026, 11, 24, 14, 30), datetime(2026, 11, 24, 15))  # noqa: DTZ001
    with pytest.raises(OngeldigeInvoer) as fout:
        lees_invoer(Vorm, {"begin": "24-11-2026"})
    assert [als_zin(een.reden) for een in fout.value.fouten] == [
        "Geen geldig tijdstip; schrijf het als 22-11-2026 01.15."
    ]


def test_een_formulier_leest_een_dag_en_laat_tekst_staan() -> None:
    """By what the field holds: a text that looks like a day is a text."""

    class Vorm(BaseModel):
        model_config = ConfigDict(alias_generator=to_camel)

        begin_dag: date
        einde: Annotated[date, Field()] | None = None
        opmerking: str = ""

    gelezen = lees_invoer(Vorm, {"beginDag": "1-3-2026", "einde": "31/12/2026", "opmerking": "1-3-2026"})
    assert (gelezen.begin_dag, gelezen.einde, gelezen.opmerking) == (date(2026, 3, 1), date(2026, 12, 31), "1-3-2026")
    with pytest.raises(OngeldigeInvoer) as fout:
        lees_invoer(Vorm, {"beginDag": "31-2-2026"})
    assert [als_zin(een.reden) for een in fout.value.fouten] == ["Geen geldige datum; schrijf haar als 22-11-2026."]


def test_een_datum() -> None:
    """A day as words; of a moment the day in the Netherlands."""
    assert datum(date(2026, 3, 1)) == "zondag 1 maart 2026"
    assert datum(ZOMER) == "woensdag 1 juli 2026"


def test_kort_voor_in_een_tabel() -> None:
    """Short for tables."""
    assert kort(WINTER) == "24-11-2026 10.00"


@pytest.mark.parametrize(("waarde", "tekst"), [(1234567, "1.234.567"), (7.5, "7,5"), (0, "0"), (-1200.25, "-1.200,25")])
def test_een_getal(waarde: float, tekst: str) -> None:
    """Points between thousands, a comma before the decimals."""
    assert getal(waarde) == tekst


def test_elke_rol_heeft_een_naam() -> None:
    """No role shows its code on screen."""
    assert all(rolnaam(rol)[0].isupper() for rol in Rol)


@pytest.mark.parametrize(
    ("veld", "naam"),
    [
        ("voorgevallenOp", "Voorgevallen op"),
        ("terugkoppeling.email", "Email"),
        ("", "Verzoek"),
        ("zeker", ""),
        ("tm", "Tot en met"),
        ("gerichtTegen", "Getroffen"),
    ],
)
def test_een_veld_als_woorden(veld: str, naam: str) -> None:
    """The name of a field in words."""
    assert veldnaam(veld) == naam


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        ("verplicht", "Dit is nog leeg. Vul het in of maak een keuze."),
        ("kies uit: meldpunt, coa, om", "Kies een waarde uit de lijst."),
        ("te kort", "Te kort."),
        ("Kies een week die al begonnen is.", "Kies een week die al begonnen is."),
        ("wat bedoelt u?", "Wat bedoelt u?"),
        ("één van beide; kies er één", "Eén van beide; kies er één."),
    ],
)
def test_een_reden_staat_op_een_pagina_als_zin(reden: str, zin: str) -> None:
    """A capital before and a full stop behind, whoever wrote the reason; a sentence stays as it is."""
    assert als_zin(reden) == zin


def test_geen_pagina_kapt_een_geplakte_tekst_af() -> None:
    """A browser cuts what is longer than `maxlength` without a word: a door refuses it, with how long it is."""
    bladen = [blad for deel in ("services", "shared") for blad in Path(deel).rglob("*.html")]
    assert len(bladen) > 50
    assert [str(blad) for blad in bladen if "maxlength" in blad.read_text("utf-8")] == []

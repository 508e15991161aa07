"""The rows of digits of a text are found once: whoever begins there must find what a search of the whole text finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.maskering import adres, geboorte, nummers, postcode, straat
from shared.maskering.cijfers import Cijfers, cijfers, vanaf
from shared.maskering.woordenboek import LANGSTE_WOORD, boek

STUKKEN = [
    "06",
    "1",
    "12",
    "1990",
    "2718",
    "123456",
    "01-02-",
    "maart ",
    "geb. ",
    "nr. ",
    "V",
    "v-",
    "V 2840771290",
    "V284.077.1290",
    "v-2840771290",
    "AB",
    "jan",
    "bis",
]
TEKSTEN = st.lists(
    st.sampled_from([*STUKKEN, " ", "-", ".", ", ", "/", "(", "\n", "+"]) | st.text("0123456789 -.Vab", max_size=4),
    max_size=12,
).map("".join)


@given(TEKSTEN)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_elke_reeks_cijfers_staat_er_een_keer_in(tekst: str) -> None:
    """Rows of digits, in order and whole; what is short, long or four digits is among them."""
    gevonden = cijfers(tekst)
    assert [tekst[begin:eind] for begin, eind in gevonden.alle] == re.findall("[0-9]+", tekst)
    beginnen = [begin for begin, _ in gevonden.alle]
    assert all(plekken == [plek for plek in beginnen if plek in plekken] for plekken in gevonden[1:])
    assert gevonden.viertallen == [reeks.begin for reeks in gevonden.alle if reeks.eind - reeks.begin == 4]


def test_geen_woord_is_langer_dan_wat_nog_bekeken_wordt() -> None:
    """A longer row of letters is passed over: trying it in every part takes the square of its length."""
    assert max(len(woord) for bak in boek().bakken.values() for woord in bak.split()) <= LANGSTE_WOORD


VORMEN = {
    "datum": (geboorte._DATUM, lambda gevonden: [reeks.begin for reeks in gevonden.alle]),
    "dag en maand": (geboorte._DAG_MAAND, lambda gevonden: gevonden.dagen),
    "na een maand": (geboorte._NA_MAAND, lambda gevonden: gevonden.dagen),
    "jaartal": (geboorte._JAARTAL, lambda gevonden: gevonden.viertallen),
    "postcode": (postcode._POSTCODE, lambda gevonden: gevonden.viertallen),
    "huisnummer": (adres._HUISNUMMER, lambda gevonden: [reeks.begin for reeks in gevonden.alle]),
    "bsn": (nummers._BSN, lambda gevonden: gevonden.nummers),
    "tien cijfers": (nummers._TIEN, lambda gevonden: gevonden.nummers),
    "ongeveer tien": (nummers._ONGEVEER_TIEN, lambda gevonden: gevonden.nummers),
    "acht of negen": (nummers._ACHT_OF_NEGEN, lambda gevonden: gevonden.nummers),
    "zeven tot tien": (nummers._ZEVEN_TOT_TIEN, lambda gevonden: gevonden.nummers),
}


@pytest.mark.parametrize("vorm", VORMEN)
@given(tekst=TEKSTEN)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_wie_bij_cijfers_begint_vindt_hetzelfde(vorm: str, tekst: str) -> None:
    """The same pieces, without going through all that is no digit."""
    patroon, kies = VORMEN[vorm]
    gevonden: Cijfers = cijfers(tekst)
    assert [deel.span() for deel in vanaf(tekst, patroon, kies(gevonden))] == [
        deel.span() for deel in patroon.finditer(tekst)
    ]


@given(TEKSTEN)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_een_v_nummer_begint_ook_bij_zijn_letter(tekst: str) -> None:
    """The letter stands before the digits, directly or with one character between."""
    for patroon in (nummers._V_NUMMER, nummers._IN_ELKE_GROEPERING):
        gevonden = vanaf(tekst, patroon, nummers._met_v(tekst))
        assert [deel.span() for deel in gevonden] == [deel.span() for deel in patroon.finditer(tekst)]


NAAMDELEN = [
    "Van",
    "van",
    "der",
    "de",
    "ten",
    "'t",
    "'s",
    "St.",
    "J.W.",
    "1e",
    "Oude",
    "oude",
    "in",
    "op",
    "langs",
    "Jan-willem",
    "2",
]


@given(st.lists(st.sampled_from([*NAAMDELEN, "(de", "é", "dr."]), max_size=7), st.sampled_from([" ", "\n", "  ", ", "]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_het_begin_van_een_straat_zoals_bij_overal_zoeken(delen: list[str], tussen: str) -> None:
    """Passing over what belongs to no name changes nothing about which words belong to this one."""
    stuk = tussen.join(delen) + " "
    eerder = straat._EERDER.search(stuk)
    naam = eerder and straat._NAAM_BEGINT.search(eerder.group())
    overal = eerder.start() + naam.start() if eerder and naam else len(stuk)
    klein = straat._KLEIN_EERDER.search(stuk) or straat.LAAN_VAN.search(stuk)
    assert straat.begin_van_straat(stuk, len(stuk)) == min(overal, klein.start() if klein else len(stuk))

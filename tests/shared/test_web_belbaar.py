"""Numbers to call as links: in every language, and never a way for words to become HTML."""

from re import sub
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from shared.web import Toegang
from shared.web.belbaar import belbaar
from shared.web.talen import lees_taal
from tests.web import bezoeker, proefsite


def test_een_nummer_wordt_een_link_en_de_rest_blijft() -> None:
    """Both numbers, once or more; not a part of another number, of a date or of an id."""
    assert belbaar("Bel 112, anders 0900-8844.") == (
        'Bel <a href="tel:112">112</a>, anders <a href="tel:09008844">0900-8844</a>.'
    )
    for tekst in ("1120", "0112", "112-5", "2026-112", "10900-8844", "a112"):
        assert belbaar(tekst) == tekst


@given(st.text() | st.text("<>&\"'12a-0984 "))
def test_wat_er_ook_staat_het_wordt_geen_html(tekst: str) -> None:
    """Without our links it is what escaping alone makes of it."""
    assert sub(r'<a href="tel:\d+">([\d-]+)</a>', r"\1", belbaar(tekst)) == str(escape(tekst))
    assert "<script>" not in belbaar(f"<script>112</script>{tekst}")


@pytest.mark.parametrize("taal", ["nl", "en", "ar", "uk"])
async def test_in_elke_taal_staat_de_link_op_de_eerste_pagina(taal: str, toegang: Toegang) -> None:
    """In the box and at the foot; between Arabic words the number stays one whole, from left to right."""
    gevaar, geen_haast = (belbaar(lees_taal(taal)(f"algemeen.{naam}")) for naam in ("gevaar", "geen_haast"))
    assert 'href="tel:112"' in gevaar
    assert 'href="tel:09008844"' in geen_haast
    assert ("\u2066<a" in geen_haast, "</a>\u2069" in geen_haast) == (taal == "ar", taal == "ar")
    assert fromstring(f"<p>{geen_haast}</p>").find("a") is not None
    if taal == "nl":
        assert (await bezoeker(proefsite(toegang)).get("/")).text.count('href="tel:112"') == 2

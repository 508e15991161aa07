"""`meldketen demo`, as a newcomer meets it: every page that shows figures has some."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.programma import schone_omgeving, start
from tests.wachten import wacht_tot

DUUR = 300.0
WEGGELATEN = re.compile(r">\s*x\s*<")
AANTAL = re.compile(r">\s*[1-9]\d*\s*<")


@pytest.mark.lang
def test_who_opens_the_demo_sees_figures_and_an_evaluation(tmp_path: Path) -> None:
    """The public page, the council's and the evaluation: numbers, small ones left out, agreements that were kept."""
    uit, folder = tmp_path / "uit", tmp_path / "demo"
    uit.touch()
    proces = start(
        *("demo", "--poort", "0", "--data", folder), plek=tmp_path, omgeving=schone_omgeving(), uit=uit, fout=uit
    )
    try:
        wacht_tot(lambda: "gereed: " in uit.read_text() or proces.poll() is not None, DUUR, op="de demo")
        gezegd = uit.read_text()
        _bekijk_openbaar(httpx.get(_adres(gezegd) + "/open-data").text)
        _bekijk_openbaar(_als("raad", gezegd, "/raadsverslag"))
        evaluatie = _als("oov", gezegd, "/rapportage/evaluatie")
        assert "nog niet voorbij" not in evaluatie
        for kop in ("Op tijd nagekomen", "Te laat nagekomen"):
            assert re.search(kop + r"</th>\s*<td[^>]*>[1-9]", evaluatie), kop
        _bekijk_beschadigd(gezegd)
        assert "Nog te sluiten" not in _als("burgemeester", gezegd, "/overleg")
        assert "Het COA zegt: het is nog gaande." in _als("politie", gezegd, "/escalaties")
    finally:
        proces.terminate()
        proces.wait(30)


def _adres(gezegd: str) -> str:
    gevonden = re.search(r"gereed: (\S+)", gezegd)
    assert gevonden, gezegd
    return gevonden[1]


def _bekijk_openbaar(pagina: str) -> None:
    tabel = pagina[pagina.index("<table") : pagina.rindex("</table>")]
    assert WEGGELATEN.search(tabel)
    assert AANTAL.search(tabel)


def _bekijk_beschadigd(gezegd: str) -> None:
    """The message of the COA that nobody could take: who was warned closes it, beheer reads who that is."""
    assert "Handel COA-berichten af" in _als("piket", gezegd, "/")
    van_beheer = _als("beheer", gezegd, "/coa-berichten")
    assert "Het piket of OOV handelt dit af." in van_beheer
    assert "Verwerk opnieuw" not in van_beheer


def _als(rol: str, gezegd: str, pad: str) -> str:
    link = re.search(rf"^  {rol} +(\S+)", gezegd, re.MULTILINE)
    assert link
    code = parse_qs(urlsplit(link[1]).query)["code"]
    begin = _adres(gezegd)
    # Said by hand: a client keeps a __Host- cookie for https, which a browser also takes on this machine.
    koekje = httpx.post(begin + "/aanmelden", data={"code": code[0]}).headers["Set-Cookie"].partition(";")[0]
    antwoord = httpx.get(begin + pad, headers={"Cookie": koekje})
    assert antwoord.is_success
    return antwoord.text

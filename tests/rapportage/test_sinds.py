"""`/rapportage/nieuw`: what is new since the last meeting, one by one, behind the numbers of a week's picture."""

import re
from datetime import timedelta
from html import unescape

import pytest

from shared.contracts.intake import Dagdeel
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.web import Toegang
from tests.rapportage.deur import open_deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem, nr
from tests.rapportage.test_weekstand import DAG, UUR, houd

NU = DINSDAG + 5 * DAG
RIJ = re.compile(r'<th scope="row" role="rowheader">(?:<a href="([^"]*)">)?([^<]*)(?:</a>)?</th><td[^>]*>(\d+)</td>')


def vertel(keten: Keten) -> None:
    """A meeting is closed, and then something of each kind happens, more than one of it, and one before."""
    keten.meld("eerder", DINSDAG - 2 * DAG)
    keten.leg_op("m0", op=DINSDAG - DAG)
    houd(keten, "lvos-1", op=DINSDAG)
    for nummer in range(3):
        keten.meld(f"nieuw {nummer}", DINSDAG + DAG, op=DINSDAG + (nummer + 1) * DAG)
    for nummer in range(2):
        keten.incident(f"i{nummer}", DINSDAG + DAG)
        keten.open_escalatie(f"e{nummer}", op=DINSDAG + 2 * DAG)
        keten.leg_op(f"m{nummer + 1}", op=DINSDAG + 2 * DAG)
        keten.spreek_af(f"pas{nummer}", "coa", op=DINSDAG, uiterlijk=DINSDAG + DAG)
    keten.leg_op("geheim", op=DINSDAG + 2 * DAG, soort="crisismaatregel")
    keten.spreek_af("gedaan", "coa", op=DINSDAG, uiterlijk=DINSDAG + 9 * DAG)
    keten.kom_na("gedaan", op=DINSDAG + DAG)


def nieuw(html: str) -> dict[str, tuple[str, int]]:
    """Of each kind where it leads, and its number."""
    tabel = html[html.index("<caption>Wat er nieuw is") :]
    rijen = RIJ.findall(tabel[: tabel.index("</table>")])
    return {wat: (unescape(naar), int(aantal)) for naar, wat, aantal in rijen}


def geteld(html: str, anker: str) -> int:
    """How many rows the list below a heading has."""
    _, _, vanaf = html.partition(f'<h2 id="{anker}">')
    return vanaf.partition("</table>")[0].count('<th scope="row"')


async def test_achter_elk_getal_staat_de_lijst(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """Follow each number of the week's picture and count; what came after it was made counts in neither."""
    vertel(keten)
    keten.meld("te-laat", DINSDAG + DAG, op=NU - UUR)
    neem(ledger, *keten.events)
    oov = await open_deur(ledger, profielen, toegang, NU).sessie(Rol.OOV)
    toen = (NU - timedelta(hours=2)).isoformat().replace("+", "%2B")
    getallen = nieuw((await oov.get(f"/rapportage/weekbeeld?peildatum={toen}")).text)
    assert [aantal for _, aantal in getallen.values()] == [3, 2, 2, 2, 1, 2]
    for wat, (naar, aantal) in getallen.items():
        html = (await oov.get(naar)).text
        assert geteld(html, naar.partition("#")[2]) == aantal, wat
        assert {wat: hoeveel for wat, (_, hoeveel) in nieuw(html).items()} == {
            wat: hoeveel for wat, (_, hoeveel) in getallen.items()
        }
    alles = (await oov.get(f"/rapportage/nieuw?locatie={LOCATIE}")).text
    assert nieuw(alles)["Meldingen ontvangen"] == ("#meldingen", 4)
    assert [f'href="/meldingen/{nr(wat)}"' in alles for wat in ("nieuw 1", "te-laat", "eerder")] == [True, True, False]
    assert f'href="/maatregelen/{nr("geheim")}"' not in alles


async def test_van_wie_de_tijd_niet_weet_staat_er_geen_uur(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """The list says the part of the day, as every page does."""
    houd(keten, "lvos-1", op=DINSDAG)
    keten.meld("avond", DINSDAG + DAG, op=DINSDAG + 2 * DAG, dagdeel=Dagdeel.AVOND)
    neem(ledger, *keten.events)
    oov = await open_deur(ledger, profielen, toegang, NU).sessie(Rol.OOV)
    html = (await oov.get("/rapportage/nieuw")).text
    gebeurd = (
        html.partition(f'href="/meldingen/{nr("avond")}"')[2]
        .partition('data-kop="Gebeurd op"')[2]
        .partition("</td>")[0]
    )
    assert (", avond</time>" in gebeurd, "10.00" in gebeurd) == (True, False)


@pytest.mark.parametrize(
    ("rol", "leest"),
    [(Rol.ZORG, {"Afspraken nagekomen"}), (Rol.POLITIE, {"Meldingen ontvangen", "Escalaties geopend"})],
)
async def test_wie_een_lijst_niet_mag_lezen_ziet_het_getal(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten, rol: Rol, leest: set[str]
) -> None:
    """Without a link, and without the list; of escalations and measures not even that."""
    vertel(keten)
    neem(ledger, *keten.events)
    lezer = await open_deur(ledger, profielen, toegang, NU).sessie(rol)
    html = (await lezer.get("/rapportage/nieuw")).text
    getallen = nieuw(html)
    assert leest <= {wat for wat, (naar, _) in getallen.items() if naar}
    mag = rol is Rol.POLITIE
    assert (getallen["Meldingen ontvangen"][1], "Escalaties geopend" in getallen) == (3, mag)
    assert (f'href="/meldingen/{nr("nieuw 1")}"' in html, f'href="/escalaties/{nr("e1")}"' in html) == (mag, mag)


async def test_wie_geen_overleg_leest_of_er_nog_geen_was(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """Refused to who reads no meetings; before the first was closed, the page says so."""
    keten.meld("eerder", DINSDAG)
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, NU)
    assert (await (await deur.sessie(Rol.PIKET)).get("/rapportage/nieuw")).status_code == 403
    assert (
        "nog geen overleg over meldingen gesloten" in (await (await deur.sessie(Rol.OOV)).get("/rapportage/nieuw")).text
    )
    fout = await (await deur.sessie(Rol.OOV)).get("/rapportage/nieuw?peildatum=9")
    assert (fout.status_code, "Schrijf een datum" in fout.text) == (400, True)

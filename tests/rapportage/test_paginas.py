"""The pages: every role gets what it may see, whole and escaped, and nothing on them changes anything."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import httpx
from pypdf import PdfReader

from services.rapportage.gezondheid import Dienststand, Wachtend
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.taken import Deel, Soort, Taak
from shared.web import Toegang, Wie
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import DINSDAG, Keten, neem, nr
from tests.rapportage.verhaal import NU, UUR


async def _tekst(client: httpx.AsyncClient, pad: str, status: int = 200) -> str:
    antwoord = await client.get(pad)
    await client.aclose()
    assert antwoord.status_code == status, antwoord.text
    return antwoord.text


async def test_de_raad_ziet_geen_aantallen(deur: Deur) -> None:
    """The weekbeeld is refused."""
    await _tekst(await deur.sessie(Rol.RAAD), "/rapportage", 403)


async def test_het_weekbeeld_als_pagina(deur: Deur) -> None:
    """Tables with captions, pictures with a name, and how it was counted."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/weekbeeld")
    assert "Weekbeeld Noodopvang Rokkeveenseweg" in html
    assert html.count("<table") == html.count("<caption>") == 21
    assert html.count('role="img" aria-labelledby=') == html.count("<desc ") == 5
    assert "nog niet voorbij" in html
    assert "style=" not in html
    assert "<script" not in html


async def test_elk_beeld_staat_ook_in_de_tabel(deur: Deur) -> None:
    """What the solid bars say is what the rows say, on the dashboard too."""
    for pad in ("/rapportage", "/rapportage/weekbeeld"):
        html = await _tekst(await deur.sessie(Rol.OOV), f"{pad}?peildatum=2026-11-18")
        tekst = html[html.index('<desc id="meldingen-per-dag-tekst">') :]
        getallen = re.findall(r"dag (\d+)", tekst[: tekst.index("</desc>")])
        tabel = html[html.index("<caption>Meldingen per dag") :]
        rijen = re.findall(r'</th><td class="getal">(\d+)</td>', tabel[: tabel.index("</tbody>")])
        assert len(getallen) == 7
        assert getallen == rijen


async def test_het_dashboard_noemt_eerst_wat_nu_moet(deur: Deur) -> None:
    """What waits for somebody stands above the figures; each picture is there, and the doorbell."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage")
    nu = html[html.index("Nu van belang") : html.index('id="live-cijfers"')]
    assert f'href="/escalaties/{nr("e2")}"' in nu
    assert html.count('role="img"') == 5
    assert 'data-stroom="/rapportage/stroom"' in html
    assert html.count("<script") == 1
    assert re.search(r"\b1 (incidenten|meldingen|open escalaties)\b", html) is None, "one is one"
    assert re.search(r"\b1 (incident|melding|open escalatie)\b", html)


async def test_een_dashboard_van_toen_luistert_niet(deur: Deur) -> None:
    """What was known then does not change any more. The day may be written as the Dutch do; links have it as ISO."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage?peildatum=18-11-2026")
    assert "peildatum=2026-11-18" in html
    assert "<script" not in html
    assert "data-stroom" not in html
    voor_alles = await _tekst(await deur.sessie(Rol.OOV), "/rapportage?peildatum=2026-01-05")
    assert "In deze weken zijn geen meldingen." in voor_alles
    assert "In deze weken zijn geen meldingen." not in html


async def test_de_keuzes_staan_in_het_adres_en_blijven_staan(deur: Deur) -> None:
    """So that somebody else sees the same; the way to the weekbeeld and the files takes them along."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/weekbeeld?gerichtTegen=omwonenden&aard=crimineel")
    assert "Geteld is alleen: aard Strafbaar gedrag, getroffen Omwonenden." in html
    assert "Meldingen naar wie of wat er last van had" in html
    assert "gericht tegen" not in html.lower()
    assert '<option value="crimineel" selected>' in html
    assert "gerichtTegen=omwonenden" in html
    assert "gerichtTegen=omwonenden" in await _tekst(await deur.sessie(Rol.OOV), "/rapportage?gerichtTegen=omwonenden")
    fout = await _tekst(await deur.sessie(Rol.OOV), "/rapportage?thema=%3Cb%3E", 400)
    assert "Kies een waarde uit de lijst" in fout


async def test_een_week_en_een_periode_worden_gekozen(deur: Deur) -> None:
    """The newest first, and none to come; what an address asks for is among them, however old."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/weekbeeld")
    assert _keuzes(html, "week")[:3] == ["", "2026-W48", "2026-W47"]
    assert "Week 46 van 2026 (9-11 tot en met 15-11)" in html
    oud = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/veranderd?week=2019-W01")
    assert '<option value="2019-W01" selected>Week 1 van 2019 (31-12 tot en met 6-1)' in oud
    verslag = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/verslag?soort=jaar&periode=2026-K3")
    assert _keuzes(verslag, "periode")[:3] == ["", "2026", "2025"]
    assert '<option value="2026" selected>Heel 2026' in verslag
    kwartaal = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/verslag?soort=kwartaal&periode=2026")
    assert _keuzes(kwartaal, "periode")[:2] == ["", "2026-K4"]
    assert "Derde kwartaal van 2026 (juli tot en met september)" in kwartaal
    assert _keuzes(await _tekst(await deur.sessie(Rol.RAAD), "/raadsverslag"), "jaar")[:2] == ["", "2026"]


async def test_publiceren_gaat_over_wat_voorbij_is(deur: Deur) -> None:
    """A quarter that still goes on cannot be chosen, nor one that never comes."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/open-data/publiceren?kwartaal=9999-K4")
    assert _keuzes(html, "kwartaal")[:2] == ["", "2026-K3"]
    assert "9999" not in html
    assert {"2025", "2024"} <= set(_keuzes(html, "kwartaal"))
    assert "2026" not in _keuzes(html, "kwartaal")


def _keuzes(html: str, veld: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)"', html.split(f'<select id="{veld}"')[1].split("</select>")[0])


async def test_het_weekbeeld_op_papier(deur: Deur) -> None:
    """Tagged, in Dutch, with the pictures of the page and words for who cannot see them."""
    client = await deur.sessie(Rol.OOV)
    antwoord = await client.get("/rapportage/weekbeeld.pdf?week=2026-W47")
    zonder = await client.get("/rapportage/weekbeeld.pdf?week=2026-W47&aard=ggz")
    await client.aclose()
    assert antwoord.status_code == zonder.status_code == 200
    assert antwoord.headers["content-type"] == "application/pdf"
    papier = PdfReader(BytesIO(antwoord.content))
    tekst = "".join(blad.extract_text() for blad in papier.pages)
    assert papier.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for woorden in (
        "Nieuw sinds het vorige overleg",
        "Hoe dichtbij elke drempel is",
        "Meldingen per week",
        "week 47",
        "wie of wat er last van had",
    ):
        assert woorden in tekst


async def test_de_evaluatie_toont_haar_weken_op_scherm_en_papier(deur: Deur) -> None:
    """The same pictures, with their words below them."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/evaluatie")
    assert html.count('role="img"') == 2
    client = await deur.sessie(Rol.OOV)
    papier = PdfReader(BytesIO((await client.get("/rapportage/evaluatie.pdf")).content))
    await client.aclose()
    assert "Meldingen per week van de periode. Lijn met stippen" in "".join(
        blad.extract_text().replace("\n", " ") for blad in papier.pages
    )


async def test_een_verkeerde_peildatum_staat_bij_het_veld(deur: Deur) -> None:
    """The form says what is wrong and keeps what was typed, escaped."""
    html = await _tekst(await deur.sessie(Rol.OOV), "/rapportage/weekbeeld?peildatum=%3Cb%3E&week=2026-W99", 400)
    assert 'value="&lt;b&gt;"' in html
    assert "<b>" not in html
    assert "Er klopt iets niet" in html


async def test_een_andere_locatie_kiezen(deur: Deur) -> None:
    """By the address of the page, so that it can be shared; one that does not exist is a clear page."""
    assert "Dashboard Gemeente Zoetermeer" in await _tekst(
        await deur.sessie(Rol.OOV), "/rapportage?locatie=gm0637/zoetermeer"
    )
    await _tekst(await deur.sessie(Rol.OOV), "/rapportage?locatie=utopia", 404)
    await _tekst(await deur.sessie(Rol.COA, "zoetermeer"), "/rapportage?locatie=rokkeveenseweg", 404)


async def test_wat_van_buiten_komt_wordt_nooit_opmaak(
    ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten
) -> None:
    """A code that is not in the profile is shown as text."""
    boos = "<script>alert(1)</script>"
    keten.meld("a", DINSDAG, thema=boos, kanaal=boos, plaats=boos)
    keten.open_escalatie("e", op=DINSDAG, meldingen=(nr("a"),))
    keten.leg_op("m", op=DINSDAG, soort=boos, regel=boos)
    neem(ledger, *keten.events)
    deur = open_deur(ledger, profielen, toegang, DINSDAG + UUR)
    for pad in ("/rapportage", "/rapportage/weekbeeld", f"/tijdlijn/{nr('a')}"):
        html = await _tekst(await deur.sessie(Rol.OOV), pad)
        assert boos not in html
    assert "&lt;script&gt;" in await _tekst(await deur.sessie(Rol.OOV), "/rapportage")


async def test_de_tijdlijn_als_pagina(deur: Deur) -> None:
    """Each line leads to the page of its own service."""
    html = await _tekst(await deur.sessie(Rol.OOV), f"/tijdlijn/{nr('m1')}")
    for pad in (f"/meldingen/{nr('m1')}", f"/escalaties/{nr('e2')}", f"/overleg/{nr('lvos-2')}"):
        assert f'href="{pad}"' in html


async def test_beheer_zegt_niet_dat_alles_werkt_als_er_iets_wacht(
    ledger: Ledger, profielen: Profielen, toegang: Toegang
) -> None:
    """What the start page asks of beheer stands here too, of every service; without it all is well."""

    async def wacht(lezer: Wie, nu: datetime) -> Sequence[Taak]:
        return [Taak("Kijk naar berichten van het COA", "/coa-berichten", 2, soort=Soort.NU)]

    stand = [Dienststand("intake")]
    rustig = open_deur(ledger, profielen, toegang, NU, stand)
    assert "Er wacht niets op u" in await _tekst(await rustig.sessie(Rol.BEHEER), "/beheer")
    druk = open_deur(ledger, profielen, toegang, NU, stand, [Deel("intake", "Meldingen", wacht)])
    html = await _tekst(await druk.sessie(Rol.BEHEER), "/beheer")
    assert "Er wacht niets op u" not in html
    assert '<a href="/coa-berichten">Kijk naar berichten van het COA</a>: 2' in html
    elders = open_deur(ledger, profielen, toegang, NU, stand, [Deel("intake", "Meldingen")])
    html = await _tekst(await elders.sessie(Rol.BEHEER), "/beheer")
    assert "Er wacht niets op u" not in html
    assert 'href="/vandaag/intake"' in html


async def test_beheer_toont_elke_dienst_en_wat_in_quarantaine_staat(
    ledger: Ledger, profielen: Profielen, toegang: Toegang
) -> None:
    """Ready or not in words, what waits, and the reason; only for beheer."""
    bericht = Wachtend("q1", "intake", 7, "MeldingOntvangen", "aard: missing", datetime(2026, 11, 17, tzinfo=UTC))
    standen = [
        Dienststand("intake", te_publiceren=12_345),
        Dienststand("escalatie", reserve=True),
        Dienststand("overleg", "2.000 berichten achter met verwerken", {"intake": 6}, 0, 2_000, [bericht]),
    ]
    deur = open_deur(ledger, profielen, toegang, NU, standen)
    html = await _tekst(await deur.sessie(Rol.BEHEER), "/beheer")
    namen = ("Meldingen (intake) 6", "Meldingen (intake) 7", "Escalaties (escalatie)", "Overleg<")
    for tekst in ("12.345", "Niet gereed", "berichten achter", "aard: missing", "Gereed", "als reserve", *namen):
        assert tekst in html
    await _tekst(await deur.sessie(Rol.OOV), "/beheer", 403)

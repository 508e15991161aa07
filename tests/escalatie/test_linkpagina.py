"""The link in a notice, that needs no login: it opens one page with one button (mail scanners follow links)."""

import re
from datetime import timedelta

import pytest
from starlette.types import ASGIApp

from shared.contracts.escalatie import PolitieIngelicht, Stap
from shared.facts import Rejected
from shared.profiel import Profiel
from shared.web import Toegang
from tests.escalatie.deuren import bevestigingen, druk, geopend, link_in, link_uit
from tests.escalatie.gegeven import melding
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.web import bezoeker, proefsite


async def test_tien_keer_openen_bevestigt_niets(keten: Opstelling, site: ASGIApp) -> None:
    """Mail scanners follow links: ten times GET and HEAD leave every fact as it was, the button confirms."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    voor = keten.namen()
    async with bezoeker(site) as client:
        for _ in range(10):
            assert (await client.get(link)).status_code == 200
            await client.head(link)
        assert keten.namen() == voor
        pagina = await client.get(link)
        na = await druk(client, pagina)
    assert bevestigingen(keten) == [("politie", Stap.ONTVANGEN, "link")]
    assert "Bevestigd door de politie op" in na.text
    assert len(keten.feiten(PolitieIngelicht)) == 1


async def test_de_linkpagina_heeft_een_knop(keten: Opstelling, site: ASGIApp) -> None:
    """One page, one big button, and on it what, where, since when and which rule."""
    await geopend(keten)
    async with bezoeker(site) as client:
        pagina = (await client.get(link_uit(keten, "politie"))).text
    inhoud = pagina.partition("<main")[2]
    assert inhoud.count("<button") == 1
    assert "knop--groot" in inhoud
    assert re.search(
        r'<a href="/meldingen/[0-9a-f-]{36}">Lees wat er is gemeld</a> \(daarvoor meldt u zich aan\)', inhoud
    )
    for wat in (
        "gevolgen voor de openbare orde",
        "Noodopvang Rokkeveenseweg",
        "zondag 22 november 2026",
        "LVS-0.3",
        "Ernst 3 van 4",
    ):
        assert wat in inhoud


async def test_na_ontvangen_komt_de_tweede_knop(keten: Opstelling, site: ASGIApp) -> None:
    """The same link then asks the police whether the burgemeester was informed; after that nothing is left."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        eerst = await druk(client, await client.get(link))
        assert "Ik heb de burgemeester ingelicht" in eerst.text
        assert "Licht nu de burgemeester in: bel 000-0000000" in eerst.text
        daarna = await druk(client, eerst)
        assert "U hoeft niets meer te bevestigen" in daarna.text
        assert "<button" not in (await client.get(link)).text.partition("<main")[2]
    assert [stap for _, stap, _ in bevestigingen(keten)] == [Stap.ONTVANGEN, Stap.BURGEMEESTER_INGELICHT]


async def test_wie_later_komt_ziet_wie_er_eerder_was(keten: Opstelling, site: ASGIApp) -> None:
    """Confirmed already: the page says by which role and when."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    await keten.bevestig(keten.geopend()[0].escalatie_id, "om")
    async with bezoeker(site) as client:
        pagina = (await client.get(link_uit(keten, "burgemeester"))).text
    assert re.search(r"Bevestigd door de officier van justitie op <time[^>]*>zondag 22 november 2026", pagina)


async def test_een_verlopen_of_valse_link_zegt_wat_te_doen(keten: Opstelling, site: ASGIApp) -> None:
    """Expired and forged links confirm nothing and show the way."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        vals = await client.get(f"{link[:-2]}{'A' if link[-2] != 'A' else 'B'}{link[-1]}")
        vals_verstuurd = await client.post("/bevestig", data={"t": "onzin"})
        keten.nu += timedelta(days=15)
        verlopen = await client.get(link)
        verlopen_verstuurd = await client.post("/bevestig", data={"t": link.partition("?t=")[2]})
    assert [antwoord.status_code for antwoord in (vals, vals_verstuurd)] == [400, 400]
    assert [antwoord.status_code for antwoord in (verlopen, verlopen_verstuurd)] == [410, 410]
    assert "Deze link is verlopen. Meld u aan" in verlopen.text
    assert bevestigingen(keten) == []


async def test_de_link_van_een_gesloten_escalatie(keten: Opstelling, site: ASGIApp) -> None:
    """Closed: the page says that nothing needs to be done, also to who still had the button on screen."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    escalatie_id, link = keten.geopend()[0].escalatie_id, link_uit(keten, "politie")
    async with bezoeker(site) as client:
        open_ = await client.get(link)
        await keten.bevestig(escalatie_id, "om")
        await keten.sluit_af(escalatie_id)
        na = await druk(client, open_)
    assert "Deze escalatie is gesloten" in na.text
    assert "<button" not in na.text.partition("<main")[2]


async def test_de_webhook_en_de_link_samen(zet_op: Opzetten, toegang: Toegang) -> None:
    """What the police receives over a real webhook leads to the page that confirms."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres)
        await geopend(keten)
    assert keten.dienst.paginas is not None
    link = link_in(hook.teksten[0])
    async with bezoeker(proefsite(toegang, paginas=[keten.dienst.paginas])) as client:
        await druk(client, await client.get(link))
    assert bevestigingen(keten) == [("politie", Stap.ONTVANGEN, "link")]
    with pytest.raises(Rejected):
        await keten.sluit_af(keten.geopend()[0].escalatie_id)


async def test_achter_de_link_staat_wie_te_bellen_is(zet_op: Opzetten, toegang: Toegang, profiel: Profiel) -> None:
    """LVS-0.3 at night: numbers to press, of functions; and what the profile lacks is said there."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres)
        await geopend(keten)
        assert keten.dienst.paginas is not None
        link = link_in(hook.teksten[0])
        async with bezoeker(proefsite(toegang, paginas=[keten.dienst.paginas])) as client:
            html = (await client.get(link)).text
            keten.profielen._alle["gm0637"] = profiel.model_copy(update={"dienstnummers": ()})
            zonder = (await client.get(link)).text
    assert html.count('href="tel:0000000000"') == 2, "COA and burgemeester; the police do not call themselves"
    assert "COA, bereikbaarheidsdienst van de locatie, dag en nacht" in html
    assert "Het nummer van het COA staat niet in het profiel." in zonder

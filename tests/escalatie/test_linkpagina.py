"""The link in a notice, that needs no login: it opens one page with one button (mail scanners follow links)."""

import re
from datetime import timedelta

import httpx
import pytest
from starlette.types import ASGIApp

from services.escalatie.verzending import Bevestiglink, Bewijs
from services.escalatie.verzending.link import GELDIG
from shared.contracts.escalatie import BevestigingIngetrokken, LinkGevraagd, PolitieIngelicht, Stap
from shared.contracts.intake import MeldingIngetrokken
from shared.facts import Rejected
from shared.profiel import Profiel
from shared.web import Toegang
from tests.escalatie.deuren import bevestigingen, druk, geopend, link_in, link_uit, neem_terug
from tests.escalatie.gegeven import DAG, GEMEENTE, LOCATIE, MINUUT, melding
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
        begin = (await client.get(link)).text
        assert begin.index("Wie belt u?") < begin.index("Bevestigt niemand voor"), "whom to call stands first"
        assert 'class="menu' not in begin
        eerst = await druk(client, await client.get(link))
        assert "Ik heb de burgemeester ingelicht" in eerst.text
        assert "Licht nu de burgemeester in.</p>" in eerst.text
        bel, bevestig = eerst.text.index('href="tel:0000000000"'), eerst.text.index("Ik heb de burgemeester ingelicht")
        assert bel < bevestig < eerst.text.index("Bevestigd door de politie op"), (
            "call first; what was done comes after"
        )
        daarna = await druk(client, eerst)
        assert "U hoeft niets meer te bevestigen" in daarna.text
        over = (await client.get(link)).text.partition("<main")[2]
    assert over.count("<button") == 2
    assert "Neem terug dat de burgemeester is ingelicht" in over
    assert "Neem de bevestiging van de politie terug" in over
    assert not re.search(r"\bmijn\b", over), "whoever has the link reads it"
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
    assert all("Stuur mij een nieuwe link" in een.text for een in (verlopen, verlopen_verstuurd))
    assert "nieuwe-link" not in vals.text + vals_verstuurd.text
    assert bevestigingen(keten) == []


async def test_de_link_van_een_gesloten_escalatie(keten: Opstelling, site: ASGIApp) -> None:
    """Closed: the page says that nothing needs to be done, also to who still had the button on screen."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    escalatie_id, link = keten.geopend()[0].escalatie_id, link_uit(keten, "politie")
    async with bezoeker(site) as client:
        open_ = await client.get(link)
        await keten.bevestig(escalatie_id, "om")
        weg = MeldingIngetrokken(
            gemeente=GEMEENTE, locatie=LOCATIE, melding_id=melding(0).melding_id, reden="vergissing", door="meldpunt"
        )
        await keten.hoor(weg)
        sluit = "De drempel is niet meer bereikt. Bevestig en sluit de escalatie als er niets meer te doen is."
        assert sluit in (await client.get(link)).text
        await keten.sluit_af(escalatie_id)
        na = await druk(client, open_)
    assert "Deze escalatie is gesloten. Hoe het is afgelopen: afgehandeld. U hoeft niets meer te doen." in na.text
    assert "De drempel is niet meer bereikt.</dd>" in na.text, "nobody needs to close it any more"
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


def verlopen(keten: Opstelling, rol: str, stap: Stap = Stap.ONTVANGEN) -> str:
    """The token of a link that this role got, and that expired yesterday."""
    bewijs = Bewijs(keten.geopend()[0].escalatie_id, rol, 0, stap)
    return Bevestiglink("g" * 40, "").teken(bewijs, op=keten.nu - GELDIG - DAG)


async def vraag(client: httpx.AsyncClient, token: str) -> str:
    """Press the button for a new link, and read the page that follows."""
    antwoord = await client.post("/bevestig/nieuwe-link", data={"t": token})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, f"/bevestig?t={token}")
    return (await client.get(antwoord.headers["location"])).text


def gevraagd(keten: Opstelling) -> list[tuple[str, Stap]]:
    """For whom a new link was asked."""
    feiten = [feit.fact for feit in keten.feiten(LinkGevraagd)]
    return [(feit.rol, feit.stap) for feit in feiten if isinstance(feit, LinkGevraagd)]


async def test_achter_een_verlopen_link_vraagt_u_een_nieuwe(keten: Opstelling, site: ASGIApp) -> None:
    """Looking asks for nothing, the button once; the notice goes to that role alone, and the ladder stays as it was."""
    escalatie_id = await geopend(keten)
    voor, token = keten.namen(), verlopen(keten, "politie")
    klim_op = (await keten.inzage.zaak(escalatie_id)).escalatie.klim_op
    async with bezoeker(site) as client:
        for _ in range(10):
            pagina = await client.get(f"/bevestig?t={token}")
            assert (await client.head(f"/bevestig?t={token}")).status_code == pagina.status_code == 410
        assert keten.namen() == voor
        keten.nu += MINUUT
        na = [await vraag(client, token) for _ in range(3)][-1]
        assert "Er is een nieuw bericht gevraagd" in na
        assert "nieuwe-link" not in na
        assert gevraagd(keten) == [("politie", Stap.ONTVANGEN)]
        await keten.verloop()
        assert keten.namen()[len(voor) :] == ["LinkGevraagd", "AlarmVerzonden"]
        assert (await keten.inzage.zaak(escalatie_id)).escalatie.klim_op == klim_op
        nieuw = link_uit(keten, "politie")
        assert token not in nieuw
        await druk(client, await client.get(nieuw))
        keten.nu += 6 * MINUUT
        await vraag(client, token)
    assert bevestigingen(keten) == [("politie", Stap.ONTVANGEN, "link")]
    assert gevraagd(keten)[1:] == [("politie", Stap.BURGEMEESTER_INGELICHT)], "what is left for the police to confirm"


async def test_een_nieuwe_link_alleen_waar_hij_nog_ergens_voor_is(keten: Opstelling, site: ASGIApp) -> None:
    """Not with a link that works or was forged, not after it was closed, not for who confirmed everything."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    escalatie_id, werkt = keten.geopend()[0].escalatie_id, link_uit(keten, "om").partition("?t=")[2]
    async with bezoeker(site) as client:
        assert "Ik heb dit bericht" in await vraag(client, werkt)
        assert (await client.post("/bevestig/nieuwe-link", data={"t": werkt[:-1]})).status_code == 400
        await keten.bevestig(escalatie_id, "om")
        assert "U hoeft niets meer te bevestigen" in await vraag(client, verlopen(keten, "om"))
        await keten.sluit_af(escalatie_id)
        assert "Deze escalatie is gesloten" in await vraag(client, verlopen(keten, "politie"))
    assert gevraagd(keten) == []


async def test_achter_een_verlopen_link_leest_elk_wat_hij_kan_doen(keten: Opstelling, site: ASGIApp) -> None:
    """The police are not told to call the police; both see what it is about, and the numbers of who has duty."""
    await geopend(keten)
    async with bezoeker(site) as client:
        politie, piket = [
            (await client.get(f"/bevestig?t={verlopen(keten, rol)}")).text for rol in ("politie", "piket")
        ]
    for html in (politie, piket):
        assert "gevolgen voor de openbare orde" in html
        assert "COA, bereikbaarheidsdienst van de locatie, dag en nacht" in html
    assert ("Wacht niet op een nieuwe link" in politie, "0900-8844" in politie) == (True, False)
    assert ("Wacht niet op een nieuwe link" in piket, "0900-8844" in piket) == (False, True)


async def test_een_vergissing_is_terug_te_draaien_achter_dezelfde_link(keten: Opstelling, site: ASGIApp) -> None:
    """LVS-0.3: one press too many does not end the reminders; asked as for the receipt; an old link takes nothing."""
    escalatie_id = await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        await druk(client, await druk(client, await client.get(link)))
        gevolg = "Daarna moet iemand opnieuw melden dat de burgemeester het weet. Bevestigt niemand voor 03.37 uur dat"
        assert gevolg in (await client.get(link)).text
        oud = await neem_terug(client, verlopen(keten, "politie"), Stap.BURGEMEESTER_INGELICHT)
        assert (oud.status_code, keten.feiten(BevestigingIngetrokken)) == (410, [])
        zonder = await neem_terug(client, link, Stap.BURGEMEESTER_INGELICHT, zeker=False)
        assert (zonder.status_code, "Kruis aan dat u het zeker weet." in zonder.text) == (400, True)
        open_, dicht = re.findall(r"<details( open)?>\s*<summary>(Neem \w+)", zonder.text)
        assert (open_, dicht) == ((" open", "Neem terug"), ("", "Neem de"))
        assert keten.feiten(BevestigingIngetrokken) == []
        for _ in range(2):
            weer = await neem_terug(client, link, Stap.BURGEMEESTER_INGELICHT)
            assert weer.status_code == 200
        pagina = weer.text
    assert len(keten.feiten(BevestigingIngetrokken)) == 1
    assert "Ik heb de burgemeester ingelicht" in pagina
    assert "Neem terug dat" not in pagina
    assert "Dit is teruggenomen. De burgemeester weet het dus nog niet." in pagina
    assert (await keten.inzage.zaak(escalatie_id)).escalatie.tweede_stap_op is not None

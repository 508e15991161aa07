"""Taking back the receipt with the link of a notice: asked twice, never by looking, and what follows is said."""

from starlette.types import ASGIApp

from services.escalatie.verzending.link import GELDIG
from shared.contracts.escalatie import BevestigingIngetrokken, Stap
from shared.web import Toegang
from tests.escalatie.deuren import bevestigingen, druk, geopend, link_uit, neem_terug
from tests.escalatie.gegeven import DAG, MINUUT, melding
from tests.escalatie.opstelling import Opstelling
from tests.web import bezoeker, proefsite


def teruggenomen(keten: Opstelling) -> list[tuple[str, Stap]]:
    """Who took what back."""
    feiten = [feit.fact for feit in keten.feiten(BevestigingIngetrokken)]
    return [(feit.door, feit.stap) for feit in feiten if isinstance(feit, BevestigingIngetrokken)]


async def test_ontvangst_terugnemen_met_de_link(keten: Opstelling, site: ASGIApp) -> None:
    """LVS-0.3: looking takes nothing back, neither does a press without the tick; then the ladder warns as it was."""
    escalatie_id = await geopend(keten)
    klim_op = (await keten.inzage.zaak(escalatie_id)).escalatie.klim_op
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        bevestigd = (await druk(client, await client.get(link))).text
        assert "Daarna waarschuwen wij meteen opnieuw: de politie." in bevestigd
        for pad in (link, link.replace("/bevestig?", "/bevestig/neem-terug?")):
            await client.get(pad)
            await client.head(pad)
        zonder = await neem_terug(client, link, zeker=False)
        assert (zonder.status_code, "Kruis aan dat u het zeker weet." in zonder.text) == (400, True)
        assert teruggenomen(keten) == []
        keten.nu += MINUUT
        pagina = (await neem_terug(client, link)).text
        assert "De bevestiging van de politie is teruggenomen. Wij waarschuwen opnieuw: de politie." in pagina
        assert "Ik heb dit bericht en pak het op" in pagina
        assert (await neem_terug(client, link)).status_code == 200, "pressed twice is once"
        assert teruggenomen(keten) == [("politie", Stap.ONTVANGEN)]
        assert (await keten.inzage.zaak(escalatie_id)).escalatie.klim_op == klim_op
        await keten.verloop()
        weer = (await druk(client, await client.get(link_uit(keten, "politie")))).text
    assert "is teruggenomen" not in weer
    assert [rol for rol, _, _ in bevestigingen(keten)] == ["politie", "politie"]


async def test_wie_er_wakker_wordt_staat_er_vooraf(keten: Opstelling, site: ASGIApp) -> None:
    """After the term the next step hears it too; did another take it on, nobody does, and that stands there."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    async with bezoeker(site) as client:
        await druk(client, await client.get(link))
        keten.nu += 11 * MINUUT
        gevolg = "Daarna waarschuwen wij meteen opnieuw: de politie, de piketdienst van de gemeente en team Openbare"
        assert gevolg in (await client.get(link)).text
        await keten.bevestig(keten.geopend()[0].escalatie_id, "oov")
        anderen = "Dit is ook bevestigd door team Openbare Orde en Veiligheid: wij waarschuwen niemand opnieuw."
        assert anderen in (await client.get(link)).text
        na = (await neem_terug(client, link)).text
    assert f"De bevestiging van de politie is teruggenomen. {anderen}" in na


async def test_een_link_neemt_alleen_het_zijne_terug(keten: Opstelling, site: ASGIApp) -> None:
    """Of its own role, while it works and the escalation is open."""
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    escalatie_id, om, politie = keten.geopend()[0].escalatie_id, link_uit(keten, "om"), link_uit(keten, "politie")
    async with bezoeker(site) as client:
        await druk(client, await client.get(om))
        assert "Neem de bevestiging van" not in (await client.get(politie)).text
        await neem_terug(client, politie)
        assert (await neem_terug(client, om[:-1])).status_code == 400
        assert (await neem_terug(client, om, "onzin")).status_code == 400
        await keten.sluit_af(escalatie_id)
        assert "Deze escalatie is gesloten" in (await neem_terug(client, om)).text
        keten.nu += GELDIG + DAG
        assert (await neem_terug(client, om)).status_code == 410
    assert teruggenomen(keten) == []


async def test_terugnemen_kan_maar_zo_vaak(keten: Opstelling, toegang: Toegang) -> None:
    """Each time may wake people: ten a minute from one address, and no confirmation is held up by it."""
    await geopend(keten)
    assert keten.dienst.paginas is not None
    link = link_uit(keten, "politie")
    async with bezoeker(proefsite(toegang, paginas=[keten.dienst.paginas], snelheidslimiet=True)) as client:
        vaak = [(await neem_terug(client, link)).status_code for _ in range(11)]
        assert vaak == [200] * 10 + [429]
        await druk(client, await client.get(link))
    assert len(bevestigingen(keten)) == 1

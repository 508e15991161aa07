"""The page behind a link says all that the notice says, and what is left to do; nothing that the role may not see."""

import re
from datetime import timedelta
from html import unescape

import httpx
import pytest
from starlette.types import ASGIApp

from services.escalatie.paginas.linkbeeld import GENOEMD
from shared.contracts.escalatie import DrempelOverschreden
from shared.contracts.intake import IncidentGeweigerd
from shared.profiel import Profiel, laad
from shared.profiel.schema import Rol
from tests.escalatie.deuren import druk, geopend, link_uit
from tests.escalatie.gegeven import BEGIN, GEMEENTE, LOCATIE, MELDING, MINUUT, UUR, incident, melding
from tests.escalatie.opstelling import Opstelling
from tests.web import bezoeker


def bericht_aan(keten: Opstelling, rol: str) -> str:
    """The newest notice to a role."""
    paden = sorted((keten.data / "berichten").iterdir(), reverse=True)
    return next(pad.read_text() for pad in paden if f"-{rol}-" in pad.name)


async def leest(client: httpx.AsyncClient, keten: Opstelling, rol: str) -> str:
    """The page behind the newest link of a role, as text."""
    return woorden((await client.get(link_uit(keten, rol))).text)


def woorden(html: str) -> str:
    """A page without its marks."""
    return re.sub(
        r"\s+",
        " ",
        unescape(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition(">")[2].partition("</main")[0])),
    )


def _regels(tekst: str) -> list[str]:
    """What a notice says happened, and what happens if nobody confirms; without the headings."""
    wat = tekst.partition("\nWat: ")[2].partition("\n\n")[0].splitlines()
    anders = re.findall(r"Bevestigt niemand voor .*", tekst)
    assert anders
    return [wat[0], *(regel.partition(": ")[2] for regel in wat[1:]), *anders]


async def test_achter_de_link_staat_alles_wat_in_het_bericht_staat(keten: Opstelling, site: ASGIApp) -> None:
    """Of an incident to the police and then to piket, and of a count to the officier van justitie."""
    await keten.hoor(incident(politie_gebeld_op=BEGIN - MINUUT))
    await keten.hoor(*(melding(n, gericht_tegen="omwonenden") for n in range(5)))
    await keten.verloop()
    async with bezoeker(site) as client:
        for rol in ("politie", "om"):
            pagina = await leest(client, keten, rol)
            for regel in _regels(bericht_aan(keten, rol)):
                assert regel.casefold() in pagina.casefold(), (rol, regel)
        assert "Tegen wie 4 tegen omwonenden en van 1 is dat niet bekend" in pagina
        await keten.verloop(12 * MINUUT)
        piket = await leest(client, keten, "piket")
    assert "Het COA belde de politie op zondag 22 november 2026 om 03.06 uur." in piket
    assert "Wie eerder is gewaarschuwd, heeft niet op tijd bevestigd: de politie." in piket
    for regel in _regels(bericht_aan(keten, "piket")):
        assert regel.casefold() in piket.casefold(), regel


async def test_een_bericht_dat_niet_kon_worden_verwerkt(keten: Opstelling, site: ASGIApp) -> None:
    """It has no moment and no kind, but a reason: the page behind its link says that."""
    reden = "het bericht is beschadigd of niet volledig"
    await keten.hoor(IncidentGeweigerd(gemeente=GEMEENTE, locatie=LOCATIE, quarantaine_id=MELDING, reden=reden))
    await keten.verloop()
    async with bezoeker(site) as client:
        pagina = await leest(client, keten, "piket")
    for regel in _regels(bericht_aan(keten, "piket")):
        assert regel.casefold() in pagina.casefold(), regel


async def test_een_wapen_leest_de_politie_achter_de_link(keten: Opstelling, site: ASGIApp) -> None:
    """LVS-0.3: before the button, in the words of the notice; and where the reporter's own words are read."""
    await keten.hoor(incident(wapen="ja", nog_gaande="ja"), incident(2, gevolgen_openbare_orde=False, wapen="ja"))
    await keten.verloop()
    [feit] = [een.fact for een in keten.feiten(DrempelOverschreden)]
    assert isinstance(feit, DrempelOverschreden)
    assert (feit.wapen, feit.nog_gaande) == ("ja", "ja")
    async with bezoeker(site) as client:
        pagina = await leest(client, keten, "politie")
    zin = "Het COA zegt: er is een wapen gezien of genoemd. Het COA zegt: het is nog gaande."
    assert zin in bericht_aan(keten, "politie")
    assert zin in pagina.partition("Ik heb dit bericht en pak het op")[0]
    assert (
        "De woorden van de melder leest u na aanmelden. Bel het COA ( 000-0000000 ) voor het laatste nieuws." in pagina
    )


async def test_een_telling_zegt_wanneer_elk_gebeurde(keten: Opstelling, site: ASGIApp) -> None:
    """Not one moment for what took days; what each was about only to a role that may read the list of meldingen."""
    aantal = GENOEMD + 3
    await keten.hoor(*(melding(n, op=BEGIN - n * timedelta(hours=7), thema="geweld") for n in range(aantal)))
    await keten.verloop()
    async with bezoeker(site) as client:
        politie, om = [await leest(client, keten, rol) for rol in ("politie", "om")]
        naar = [(await client.get(link_uit(keten, rol))).text.count('href="/meldingen/') for rol in ("politie", "om")]
    for pagina in (politie, om):
        assert "Rokkeveenseweg , de laatste op zondag 22 november 2026 om 03.07 uur" in pagina
        assert "Zaterdag 21 november 2026 om 20.07 uur" in pagina
        assert "En nog " in pagina
    assert "20.07 uur: Geweld, getroffen: " in politie
    assert "Geweld, getroffen" not in om
    assert naar == [GENOEMD, 0]


async def test_na_bevestigen_staat_er_nog_wat_te_doen_is(keten: Opstelling, site: ASGIApp) -> None:
    """LVS-0.3, LVS-1.6: to confirm is not yet to do; when it is closed there is nothing left."""
    await geopend(keten)
    link = link_uit(keten, "politie")
    await keten.hoor(*(melding(n) for n in range(5)))
    await keten.verloop()
    drempel = keten.geopend()[1].escalatie_id
    async with bezoeker(site) as client:
        na = woorden((await druk(client, await client.get(link_uit(keten, "om")))).text)
        assert "Wat u nu nog doet: Bekijk de meldingen en beslis of de driehoek bijeenkomt." in na
        await keten.sluit_af(drempel)
        assert "Wat u nu nog doet" not in await leest(client, keten, "om")
        klaar = woorden((await druk(client, await druk(client, await client.get(link)))).text)
    nog = "U hoeft niets meer te bevestigen. Wat u nu nog doet: Bel het COA voor het laatste nieuws. Bel 000-0000000 "
    assert nog in klaar
    assert "De woorden van de melder leest u na aanmelden." in klaar
    assert klaar.count("voor het laatste nieuws") == 1, "one instruction, said once"


async def test_zonder_bevestiging_van_de_burgemeester_staat_er_wie_het_hoort(keten: Opstelling, site: ASGIApp) -> None:
    """LVS-0.3: who confirmed reads by when, and who hears it otherwise; after the term that it is said again."""
    await geopend(keten)
    anders = "Bevestigt niemand voor {} dat de burgemeester het weet? Dan waarschuwen wij{} "
    async with bezoeker(site) as client:
        link = link_uit(keten, "politie")
        na = woorden((await druk(client, await client.get(link))).text)
        assert anders.format("03.37 uur", "") + "team Openbare Orde en Veiligheid" in na
        await keten.verloop(30 * MINUUT)
        assert anders.format("03.47 uur", " opnieuw") in woorden((await client.get(link)).text)
        keten.nu -= 4 * UUR
        assert "voor zondag 22 november 03.47 uur dat" in woorden((await client.get(link)).text), "not on this day"


@pytest.mark.parametrize("naam", ["zoetermeer", "leidschendam-voorburg", "koggenland"])
def test_niemand_hoort_dat_hij_met_zichzelf_moet_spreken(naam: str) -> None:
    """The police are not told to talk to the police: what to do now is read by everybody on the ladder."""
    profiel: Profiel = laad(naam)
    for drempel in profiel.drempels:
        ladder = profiel.ladder(drempel.ladder)
        assert ladder is not None
        rollen = {rol for trede in ladder.treden for rol in trede.rollen}
        assert Rol.POLITIE not in rollen or not re.search(r"\bmet (de )?politie\b", drempel.wat_nu), drempel.code

"""Notices that really go out on loopback: taken, refused, hanging, gone; and each ends in a fact (promise 6)."""

import asyncio
import io
import logging
import signal
import socket
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden, EscalatieOpgeschaald, Stap
from shared.kortnummer import kortnummer
from tests.escalatie.gegeven import MINUUT, UUR, incident, melding
from tests.escalatie.ontvangers import hangend, mailserver, webhook
from tests.escalatie.opstelling import Opstelling, Opzetten

SECONDE = timedelta(seconds=1)


def verzonden(keten: Opstelling) -> list[AlarmVerzonden]:
    """What channels took."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmVerzonden)]


def niet_verzonden(keten: Opstelling) -> list[AlarmNietVerzonden]:
    """What channels did not take."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmNietVerzonden)]


async def test_een_webhook_krijgt_het_bericht(database: str, zet_op: Opzetten) -> None:
    """The police's webhook receives the notice with its three lines, and that is a fact."""
    async with webhook() as hook:
        keten = zet_op(database, politie=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
    [tekst], [feit] = hook.teksten, verzonden(keten)
    assert f"Escalatie: {kortnummer(keten.geopend()[0].escalatie_id)}\n" in tekst
    assert "Regel: LVS-0.3\n" in tekst
    assert "Bevestigen: http://127.0.0.1:8080/bevestig?t=" in tekst
    assert (feit.rol, feit.kanaal, feit.poging, feit.te_laat) == ("politie", "json", 1, False)


async def test_de_driehoek_krijgt_drie_berichten(zet_op: Opzetten) -> None:
    """One notice for each of burgemeester, politie and om, each with a link of its own."""
    async with webhook() as hook:
        keten = zet_op(burgemeester=hook.adres, politie=hook.adres, om=hook.adres)
        await keten.hoor(*(melding(n) for n in range(5)))
        await keten.verloop()
    voor = {tekst.splitlines()[0] for tekst in hook.teksten}
    assert voor == {
        f"Dit bericht is voor {wie}." for wie in ("de burgemeester", "de politie", "de officier van justitie")
    }
    assert len({tekst.partition("Bevestigen: ")[2].split()[0] for tekst in hook.teksten}) == 3


async def test_een_mailserver_krijgt_platte_tekst(zet_op: Opzetten) -> None:
    """Mail is plain text with the subject and the three lines whole."""
    async with mailserver() as (postbus, adres):
        keten = zet_op(politie=adres)
        await keten.hoor(incident())
        await keten.verloop()
    [mail] = postbus.berichten
    inhoud = mail.get_payload(decode=True)
    assert isinstance(inhoud, bytes)
    assert mail.get_content_type() == "text/plain"
    assert f"Escalatie: {kortnummer(keten.geopend()[0].escalatie_id)}" in inhoud.decode().splitlines()
    assert verzonden(keten)[0].kanaal == "mailto"


async def test_het_bewaarkanaal_bewaart_een_bestand(zet_op: Opzetten, tmp_path: Path) -> None:
    """Without a network a notice is a file that only its owner can read."""
    keten = zet_op(politie="bewaar://")
    await keten.hoor(incident())
    await keten.verloop()
    [bestand] = (tmp_path / "berichten").iterdir()
    assert "Regel: LVS-0.3" in bestand.read_text()
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert verzonden(keten)[0].kanaal == "bewaar"


def dichte_poort() -> int:
    """A port where nobody listens."""
    with socket.socket() as lege:
        lege.bind(("127.0.0.1", 0))
        poort: int = lege.getsockname()[1]
        return poort


@pytest.mark.parametrize("soort", ["json", "mailto"])
async def test_een_server_die_zwijgt(zet_op: Opzetten, soort: str) -> None:
    """Who takes the connection and says nothing costs a moment, and the failure is a fact with a next attempt."""
    async with hangend() as poort:
        keten = zet_op(politie=f"{soort}://127.0.0.1:{poort}?from=a@example.org&to=b@example.org")
        await keten.hoor(incident())
        await keten.verloop()
    [feit] = niet_verzonden(keten)
    assert (feit.reden, feit.kanaal, feit.rol) == ("de ontvanger antwoordde niet op tijd", soort, "politie")
    assert feit.opnieuw_op == keten.nu + 5 * SECONDE


async def test_een_webhook_die_stuk_is(zet_op: Opzetten) -> None:
    """An answer 500 is no delivery; the fact names the answer."""
    async with webhook(status=500) as hook:
        keten = zet_op(politie=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
    assert [feit.reden for feit in niet_verzonden(keten)] == ["de ontvanger gaf fout 500"]


@pytest.mark.parametrize(
    ("adres", "reden"),
    [
        ("json://bestaat-niet.invalid/alarm", "het adres is niet te vinden"),
        ("json://127.0.0.1:{poort}/alarm", "de verbinding is geweigerd"),
        ("mailto://127.0.0.1:{poort}?from=a@example.org&to=b@example.org", "de verbinding is geweigerd"),
        ("onzin", "het adres van dit kanaal klopt niet"),
    ],
)
async def test_wat_niet_bereikt_kan_worden(zet_op: Opzetten, adres: str, reden: str) -> None:
    """A name that does not exist, a closed port, nonsense: each has its reason, and no address stands in the fact."""
    keten = zet_op(politie=adres.format(poort=dichte_poort()))
    await keten.hoor(incident())
    await keten.verloop()
    [feit] = niet_verzonden(keten)
    assert feit.reden == reden
    assert feit.opnieuw_op is not None
    assert "127.0.0.1" not in feit.model_dump_json()
    assert "example.org" not in feit.model_dump_json()


async def test_adressen_komen_niet_in_het_logboek(zet_op: Opzetten) -> None:
    """Promise 7: what Apprise logs about addresses does not reach our log."""
    logboek = io.StringIO()
    luisteraar = logging.StreamHandler(logboek)
    logging.getLogger().addHandler(luisteraar)
    keten = zet_op(politie=f"mailto://127.0.0.1:{dichte_poort()}?from=a@example.org&to=b@example.org")
    await keten.hoor(incident())
    await keten.verloop()
    logging.getLogger().removeHandler(luisteraar)
    assert len(niet_verzonden(keten)) == 1
    assert "example.org" not in logboek.getvalue()
    assert "127.0.0.1" not in logboek.getvalue()


async def test_opnieuw_met_groeiende_pauzes_tot_het_lukt(zet_op: Opzetten) -> None:
    """A channel that fails is tried again after 5, 15 and 45 seconds; when it works again the notice arrives once."""
    async with webhook(status=503) as hook:
        keten = zet_op(politie=hook.adres)
        await keten.hoor(incident())
        for pauze in (0, 5, 15):
            assert await keten.verloop(pauze * SECONDE) == 1
        assert await keten.verloop(44 * SECONDE) == 0
        hook.status = 200
        assert await keten.verloop(SECONDE) == 1
        assert await keten.verloop(MINUUT) == 0
    assert [feit.poging for feit in niet_verzonden(keten)] == [1, 2, 3]
    [gelukt] = verzonden(keten)
    assert (gelukt.poging, gelukt.alarm_id) == (4, niet_verzonden(keten)[0].alarm_id)


async def test_een_kapot_kanaal_naast_een_dat_werkt(zet_op: Opzetten) -> None:
    """Two channels for one role: the one that fails is recorded, the one that works is enough."""
    async with webhook() as goed, webhook(status=500) as stuk:
        keten = zet_op(politie=f"{stuk.adres} {goed.adres}")
        await keten.hoor(incident())
        await keten.verloop()
        assert await keten.verloop(MINUUT) == 0
    assert len(goed.ontvangen) == 1
    assert [feit.opnieuw_op for feit in niet_verzonden(keten)] == [None]
    assert len(verzonden(keten)) == 1


async def test_zonder_kanaal_gaat_de_ladder_verder(zet_op: Opzetten) -> None:
    """A role without a channel is recorded as such, and the next step is warned in time."""
    async with webhook() as hook:
        keten = zet_op(piket=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
        assert [feit.reden for feit in niet_verzonden(keten)] == ["geen kanaal ingesteld voor rol politie"]
        await keten.verloop(10 * MINUUT)
    assert len(hook.ontvangen) == 1
    assert niet_verzonden(keten)[-1].reden == "geen kanaal ingesteld voor rol oov"


async def test_een_kapot_kanaal_houdt_de_anderen_niet_op(zet_op: Opzetten) -> None:
    """A server that hangs for one role does not keep the others from hearing."""
    async with hangend() as poort, webhook() as hook:
        keten = zet_op(politie=f"json://127.0.0.1:{poort}", burgemeester=hook.adres, om=hook.adres)
        await keten.hoor(*(melding(n) for n in range(5)))
        await keten.verloop()
    assert len(hook.ontvangen) == 2
    assert {feit.rol for feit in verzonden(keten)} == {"burgemeester", "om"}


async def test_klimmen_herhalen_en_bevestigen(zet_op: Opzetten) -> None:
    """Police, then piket and OOV, then again, until somebody confirms; then only the second step is watched."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres, piket=hook.adres, oov=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
        await keten.verloop(10 * MINUUT)
        await keten.verloop(10 * MINUUT)
        assert len(hook.ontvangen) == 1 + 2 + 2
        await keten.bevestig(keten.geopend()[0].escalatie_id, "piket")
        assert await keten.verloop(29 * MINUUT) == 0
        await keten.verloop(MINUUT)
        assert {(feit.rol, feit.stap) for feit in verzonden(keten)[5:]} == {
            (rol, Stap.BURGEMEESTER_INGELICHT) for rol in ("oov", "piket", "politie")
        }
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie", Stap.BURGEMEESTER_INGELICHT)
        assert await keten.verloop(24 * UUR) == 0
    assert "Burgemeester nog niet ingelicht" in hook.ontvangen[5]["title"]
    assert "Herinnering 1" in hook.teksten[3]


async def test_na_een_stilstand_gaat_het_laat_en_meteen(zet_op: Opzetten) -> None:
    """Stopped before sending: at the next start everything goes at once, marked late."""
    async with webhook() as hook:
        keten = zet_op(politie=hook.adres, piket=hook.adres)
        await keten.hoor(incident())
        keten.sluit()
        keten = zet_op(politie=hook.adres, piket=hook.adres)
        await keten.verloop(3 * UUR)
    assert "het systeem stond stil" in hook.teksten[0]
    [laat] = [feit for feit in verzonden(keten) if feit.rol == "politie"]
    assert laat.te_laat
    [geklommen] = [feit.fact for feit in keten.feiten(EscalatieOpgeschaald)]
    assert isinstance(geklommen, EscalatieOpgeschaald)
    assert geklommen.te_laat


async def test_gedood_tussen_verzenden_en_vastleggen(zet_op: Opzetten, tmp_path: Path) -> None:
    """Killed after the webhook took it and before that was recorded: it is sent again, twice rather than never."""
    async with webhook() as hook:
        kind = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.escalatie.kind", str(tmp_path), hook.adres, cwd=Path(__file__).parents[2]
        )
        hook.bij_ontvangst = kind.kill
        assert await asyncio.wait_for(kind.wait(), 30) == -signal.SIGKILL
        keten = zet_op(politie=hook.adres)
        assert keten.namen() == ["DrempelOverschreden", "EscalatieGeopend"]
        hook.bij_ontvangst = lambda: None
        await keten.verloop(SECONDE)
        assert await keten.verloop(SECONDE) == 0
    assert len(hook.ontvangen) == 2
    assert len(verzonden(keten)) == 1


async def test_een_gesloten_escalatie_stuurt_niets_meer(zet_op: Opzetten) -> None:
    """A notice that still waited when the escalation was closed is not sent, and that is recorded."""
    async with webhook(status=503) as hook:
        keten = zet_op(om=hook.adres, burgemeester=hook.adres, politie=hook.adres)
        await keten.hoor(*(melding(n) for n in range(5)))
        await keten.verloop()
        escalatie_id = keten.geopend()[0].escalatie_id
        await keten.bevestig(escalatie_id, "om")
        await keten.sluit_af(escalatie_id)
        await keten.verloop(5 * SECONDE)
    assert len(hook.ontvangen) == 3
    assert {feit.reden for feit in niet_verzonden(keten)[3:]} == {"de escalatie is gesloten"}
    assert keten.ledger.due(keten.nu + 10_000 * UUR) == []


async def test_een_nieuwer_bericht_vervangt_een_dat_nog_wacht(zet_op: Opzetten) -> None:
    """A notice that could not be delivered is not tried again once the same role has a newer one: no pile-up."""
    async with webhook(status=503) as hook:
        keten = zet_op(piket=hook.adres)
        await keten.hoor(incident())
        for _ in range(25):
            await keten.verloop(MINUUT)
    vervangen = [feit for feit in niet_verzonden(keten) if feit.reden.startswith("vervangen door een nieuwer bericht")]
    assert [(feit.rol, feit.ronde, feit.opnieuw_op) for feit in vervangen] == [("piket", 1, None)]
    assert {feit.ronde for feit in niet_verzonden(keten) if feit.rol == "piket" and feit.opnieuw_op} == {1, 2}


async def test_wie_al_bevestigde_krijgt_het_niet_nog_eens(zet_op: Opzetten) -> None:
    """The police confirmed in another way while its channel was down: the notice is not sent after that."""
    async with webhook(status=503) as hook:
        keten = zet_op(politie=hook.adres)
        await keten.hoor(incident())
        await keten.verloop()
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        await keten.verloop(5 * SECONDE)
    assert len(hook.ontvangen) == 1
    assert [feit.reden for feit in niet_verzonden(keten)][1:] == ["deze rol heeft al bevestigd"]

"""'Geen stille misser': whatever happens, what must still happen has a timer; and what was lost is seen."""

import asyncio
import re
from contextlib import aclosing
from datetime import timedelta

import pytest

from services.escalatie.application.nalezen import lees_na, stille_missers
from shared.contracts.escalatie import Stap
from shared.contracts.escalatie.piket import KanaalGetest
from shared.facts import Context
from shared.profiel import Profiel, lees
from shared.profiel.schema import Rol
from shared.web import Toegang, Wie
from tests.escalatie.gegeven import MINUUT, UUR, incident, melding
from tests.escalatie.ontvangers import hangend, webhook
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten
from tests.escalatie.piket import begin, site_van
from tests.wachten import wacht_tot_async
from tests.web import csrf_uit, met_sessie, met_sleutel

ROLLEN = ("politie", "piket", "oov", "burgemeester", "om", "coa", "beheer")
ERGENS = "json://127.0.0.1:9/alarm"
"""Off this server; nothing answers there."""


async def klopt(keten: Opstelling) -> None:
    """Nothing stopped in silence."""
    assert await asyncio.to_thread(lambda: list(stille_missers(keten.ledger))) == []


async def test_na_alles_wat_gebeurt_klopt_het(database: str, zet_op: Opzetten) -> None:
    """Opened, failed, climbed, confirmed, missed, taken back, closed: after each step nothing stopped in silence."""
    async with webhook(status=503) as hook:
        keten = zet_op(database, **dict.fromkeys(ROLLEN, hook.adres))
        await begin(keten)
        await keten.hoor(incident(), *(melding(n) for n in range(5)))
        await klopt(keten)
        for stap in (timedelta(), 5 * timedelta(seconds=1), 10 * MINUUT, 10 * MINUUT):
            await keten.verloop(stap)
            await klopt(keten)
        hook.status = 200
        await keten.verloop(15 * MINUUT)
        zaak = keten.geopend()[0].escalatie_id
        for stap in (Stap.ONTVANGEN, Stap.BURGEMEESTER_INGELICHT):
            await keten.bevestig(zaak, "politie", stap)
            await klopt(keten)
        await keten.verloop(UUR)
        await keten.ledger.run(
            lambda tx: keten.zaken.neem_terug(tx, zaak, door="politie", stap=Stap.ONTVANGEN, weg="api"),
            Context(keten.nu, CORRELATIE),
        )
        await klopt(keten)
        await keten.bevestig(zaak, "politie")
        await keten.sluit_af(zaak)
        await klopt(keten)
    nagelezen = lees_na(keten.ledger, keten.nu)
    assert nagelezen.telling.overschrijdingen >= 2
    assert nagelezen.telling.berichten > 5


async def test_een_verlopen_bevestiging_klimt_weer(zet_op: Opzetten, profiel: Profiel) -> None:
    """Taken on and then nothing: after the term the same people are warned, and after their time the next ones."""
    ladder = 'code = "politie-onverwijld"\n'
    assert ladder in profiel.tekst
    async with webhook() as hook:
        keten = zet_op(**dict.fromkeys(ROLLEN, hook.adres))
        keten.profielen._alle["gm0637"] = lees(
            profiel.tekst.replace(ladder, f'{ladder}bevestiging_verloopt = "PT20M"\n')
        )
        await keten.hoor(incident())
        await keten.verloop()
        await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        await keten.verloop(20 * MINUUT)
        assert "daarna gebeurde er te lang niets" in hook.teksten[1]
        await klopt(keten)
        await keten.verloop(10 * MINUUT)
        assert "Dit bericht is voor de piketdienst van de gemeente." in "\n".join(hook.teksten[2:])
        assert any(feit.naam == "EscalatieOpgeschaald" for feit in keten.feiten())
        await klopt(keten)


@pytest.mark.parametrize(
    ("wekker", "wat"),
    [
        ("verzend/%", "is niet verstuurd en wordt niet meer geprobeerd"),
        ("klim/%", "niemand heeft bevestigd, en er wordt niemand meer gewaarschuwd"),
        ("tweede-stap/%", "de burgemeester is niet ingelicht, en er wordt niemand meer aan herinnerd"),
    ],
)
async def test_wat_verloren_ging_wordt_gezien(zet_op: Opzetten, wekker: str, wat: str) -> None:
    """A timer that was lost is named: by the watch of the facts, and so by `meldketen controleer`."""
    async with webhook(status=503) as hook:
        keten = zet_op(politie=hook.adres)
        await keten.hoor(incident())
        if wekker.startswith("tweede"):
            await keten.bevestig(keten.geopend()[0].escalatie_id, "politie")
        else:
            await keten.verloop()
        await klopt(keten)
        await keten.ledger.run(
            lambda tx: tx.execute("DELETE FROM timers WHERE id LIKE ?", (wekker,)), Context(keten.nu, CORRELATIE)
        )
    assert keten.dienst.verschillen
    [misser] = keten.dienst.verschillen()
    assert wat in misser
    assert str(keten.geopend()[0].escalatie_id) in misser


async def test_de_pagina_zegt_het(zet_op: Opzetten, toegang: Toegang) -> None:
    """All is well; after a stop it says what is late; with a timer gone it says what stopped, with a link to it."""
    keten = zet_op(**dict.fromkeys(ROLLEN, ERGENS))
    await keten.hoor(incident())
    async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
        goed = (await beheer.get("/geen-stille-misser")).text
        keten.nu += UUR
        laat = (await beheer.get("/geen-stille-misser")).text
        await keten.ledger.run(
            lambda tx: tx.execute("DELETE FROM timers WHERE soort = 'klim'"), Context(keten.nu, CORRELATIE)
        )
        mis = (await beheer.get("/geen-stille-misser")).text
    assert "Alles klopt." in goed
    assert "Dit is te laat, maar gebeurt nog" in laat
    assert "Hier is iets stilgevallen" in mis
    assert f"/escalaties/{keten.geopend()[0].escalatie_id}" in mis


async def test_klaargezet_is_niet_gewaarschuwd(zet_op: Opzetten, toegang: Toegang) -> None:
    """A notice that is only kept on the server reached nobody: no page says that all is well, or that it was warned."""
    keten = zet_op(**dict.fromkeys(ROLLEN, ERGENS) | {"politie": "bewaar://"})
    await keten.hoor(incident())
    await keten.verloop()
    nummer = keten.geopend()[0].escalatie_id
    async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
        misser, kanalen = [(await beheer.get(pad)).text for pad in ("/geen-stille-misser", "/kanalen")]
    async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.PIKET)) as piket:
        lijst, een = [(await piket.get(pad)).text for pad in ("/escalaties", f"/escalaties/{nummer}")]
    assert "Alles klopt." not in misser
    assert re.search(r">Incident met gevolgen[^<]*, sinds [^<]*</a>: geen enkel bericht is bij iemand bezorgd", misser)
    assert "Niemand krijgt nu bericht bij de politie." in misser
    assert "Bereikt niemand" in kanalen
    nergens = "Niemand krijgt nu bericht bij de politie: er is geen adres ingesteld, dus berichten gaan nergens heen."
    assert nergens in kanalen
    assert "nog nooit, alleen bewaard op" in kanalen
    assert "Bij niemand bezorgd" in lijst
    assert "Klaargezet voor de politie." in lijst
    assert "Gewaarschuwd: de politie" not in lijst
    assert "bij niemand bezorgd: er is geen adres ingesteld" in een
    assert "verstuurd" not in een


async def test_zonder_kanaal_hoort_niemand_het(zet_op: Opzetten, toegang: Toegang) -> None:
    """A channel that nobody set is said before anything has happened; who looks after them has a task of it."""
    keten = zet_op(**dict.fromkeys(set(ROLLEN) - {"om"}, ERGENS))
    assert keten.dienst.taken
    (taak,) = await keten.dienst.taken(Wie(Rol.BEHEER), keten.nu)
    assert (taak.soort, taak.aantal, taak.pad) == ("nu", 1, "/kanalen")
    assert taak.toelichting == "Niemand krijgt nu bericht bij de officier van justitie."
    async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
        assert "de officier van justitie: er is geen kanaal ingesteld" in (await beheer.get("/kanalen")).text
        assert "Alles klopt." not in (await beheer.get("/geen-stille-misser")).text
    keten.environ["MELDKETEN_KANAAL_OM"] = ERGENS
    assert await keten.dienst.taken(Wie(Rol.BEHEER), keten.nu) == []


async def test_de_pagina_van_het_piket(zet_op: Opzetten, toegang: Toegang) -> None:
    """Without JavaScript: see who has duty, let somebody stand in, swap, take back; a mistake is named by its field."""
    keten = zet_op()
    async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.PIKET)) as piket:
        html = (await piket.get("/piket")).text
        csrf = {"csrf": csrf_uit(html), "gemeente": "gm0637", "rol": "piket"}
        assert "heeft dienst tot" in html
        wissel = {"dienst": "piket-c", "van": "2026-11-22T03:00", "tot": "2026-11-22T09:00"}
        assert (await piket.post("/piket/vervang", data=csrf | wissel)).status_code == 303
        na = (await piket.get("/piket")).text
        assert "<strong>Piket C</strong> heeft dienst tot" in na
        assert "(vervanging)" in na
        fout = await piket.post("/piket/vervang", data=csrf | wissel | {"tot": "2026-11-21T09:00"})
        assert fout.status_code == 400
        assert "Het einde moet na het begin liggen" in fout.text
        niets = await piket.post("/piket/vervang", data=csrf)
        assert "<details open>\n<summary>Iemand laten vervangen" in niets.text
        assert niets.text.count("<details open>") == 1
        [wijziging] = set(na.split('name="wijziging_id" value="')[1:])
        verval = csrf | {"wijziging_id": wijziging[:36]}
        assert (await piket.post("/piket/verval", data=verval)).status_code == 303
        leeg = await piket.post("/piket/importeer", data=csrf | {"agenda": "niets"})
        assert leeg.status_code == 400
        keuzes = na.split('<option value="piket-')[4:]
        een, ander = (f"piket-{keuze.split(chr(34))[0]}" for keuze in (keuzes[0], keuzes[1]))
        assert (await piket.post("/piket/ruil", data=csrf | {"een": een, "ander": ander})).status_code == 303
    assert [feit.naam for feit in keten.feiten()] == [
        "PiketGewijzigd",
        "PiketwijzigingVervallen",
        "PiketGewijzigd",
        "PiketGewijzigd",
    ]


async def test_de_pagina_van_de_kanalen(zet_op: Opzetten, toegang: Toegang) -> None:
    """The button sends a test, the page says what came of it, and how the channel does after that."""
    async with webhook() as hook:
        keten = zet_op(oov=hook.adres)
        async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
            leeg = (await beheer.get("/kanalen")).text
            assert "ziet u hier of het aankwam. Stuur hieronder een proefbericht." in leeg
            csrf = csrf_uit(leeg)
            goed = await beheer.post("/kanalen/test", data={"csrf": csrf, "aan": "gm0637/oov"})
            geen = await beheer.post("/kanalen/test", data={"csrf": csrf, "aan": "gm0637/piket/piket-a"})
            niets = await beheer.post("/kanalen/test", data={"csrf": csrf})
    assert "Het bericht voor team Openbare Orde en Veiligheid is naar een ander systeem aangenomen." in goed.text
    assert 'id="aan-fout">Kies aan wie u het bericht stuurt.' in niets.text
    assert (geen.status_code, "MELDKETEN_KANAAL_PIKET_A" in geen.text) == (409, True)
    assert len(hook.ontvangen) == 1


async def test_een_proef_die_niemand_bereikt(zet_op: Opzetten, toegang: Toegang) -> None:
    """A sentence that says for whom, that it did not arrive, and why; also when a channel refuses it."""
    async with webhook(status=500) as hook:
        keten = zet_op(politie="bewaar://", oov=hook.adres)
        async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
            csrf = csrf_uit((await beheer.get("/kanalen")).text)
            klaargezet, geweigerd = [
                (await beheer.post("/kanalen/test", data={"csrf": csrf, "aan": f"gm0637/{rol}"})).text
                for rol in ("politie", "oov")
            ]
    assert "De politie kreeg dit niet: er is geen adres ingesteld." in klaargezet
    assert "Team Openbare Orde en Veiligheid kreeg dit niet naar een ander systeem. De reden: " in geweigerd


async def test_een_proef_zonder_antwoord_houdt_de_pagina_niet_op(
    zet_op: Opzetten, toegang: Toegang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says that it runs and looks again by itself, without a script too; then the outcome stands there."""
    monkeypatch.setattr("services.escalatie.paginas.kanalen.GEDULD_SECONDS", 0.01)
    async with hangend() as poort:
        keten = zet_op(oov=f"json://127.0.0.1:{poort}/alarm")
        async with aclosing(await met_sessie(site_van(keten, toegang), toegang, Rol.BEHEER)) as beheer:
            csrf = csrf_uit((await beheer.get("/kanalen")).text)
            verder = await beheer.post("/kanalen/test", data={"csrf": csrf, "aan": "gm0637/oov"})
            assert (verder.status_code, verder.headers["location"]) == (303, "/kanalen")
            loopt = (await beheer.get("/kanalen")).text
            assert "Er is nog geen antwoord van: team Openbare Orde en Veiligheid." in loopt
            assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in loopt
            assert "Stuur een proefbericht" not in loopt

            async def klaar() -> str:
                html = (await beheer.get("/kanalen")).text
                return "" if "De proef loopt nog" in html else html

            html = await wacht_tot_async(klaar)
    assert "Mislukt, 1 keer: de ontvanger antwoordde niet op tijd" in html
    assert "Stuur een proefbericht" in html


async def test_wie_stopt_bewaart_dat_een_proef_geen_antwoord_had(zet_op: Opzetten, toegang: Toegang) -> None:
    """No outcome is lost, and a stop does not wait for a channel that says nothing."""
    async with hangend() as poort:
        keten = zet_op(oov=f"json://127.0.0.1:{poort}/alarm")
        async with met_sleutel(site_van(keten, toegang), toegang, Rol.BEHEER) as client:
            vraag = asyncio.create_task(client.post("/escalatie/v1/kanalen/_test", json={"rol": "oov"}))
            await wacht_tot_async(lambda: any(taak.get_name() == "kanaalproef" for taak in asyncio.all_tasks()))
            vraag.cancel()
            assert keten.dienst.laatste_woorden
            await keten.dienst.laatste_woorden()
    [getest] = [feit.fact for feit in keten.feiten(KanaalGetest)]
    assert isinstance(getest, KanaalGetest)
    assert (getest.gelukt, getest.reden) == (False, "Meldketen stopte voordat er antwoord kwam")

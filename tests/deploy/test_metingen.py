"""What Prometheus is told, and that `/gereed` says when something stands still."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from prometheus_client.parser import text_string_to_metric_families

from meldketen.diensten import NAMEN
from meldketen.metingen import METINGEN, metingen
from services.escalatie.application import Escalatiedienst
from services.escalatie.application.eigen import open_eigen
from services.escalatie.eigen import achterstand
from shared.bus.quarantine import set_apart
from shared.contracts.escalatie import Stap
from shared.web.audit import Herkomst, Regel, Resultaat
from tests.deploy.conftest import Huis
from tests.shared.busproef import als_event

ESCALATIE = '{dienst="escalatie"}'


async def test_elk_cijfer_staat_er_en_zegt_alleen_van_welke_dienst(huis: Huis) -> None:
    """Every figure is given; its one label is the name of a service, so that nothing can point at a person or place."""
    tekst = (await metingen(list(huis.loops.values()), huis.nc)).decode()
    families = {familie.name: familie for familie in text_string_to_metric_families(tekst)}
    for naam, uitleg in METINGEN.items():
        assert families[naam].documentation == uitleg
        for meting in families[naam].samples:
            assert meting.labels.keys() <= {"dienst"}, naam
            assert set(meting.labels.values()) <= set(NAMEN), naam


async def test_wat_blijft_liggen_wordt_ouder_en_maakt_niet_gereed(huis: Huis) -> None:
    """A fact that does not reach the bus has an age; after a minute `/gereed` says so, also without an error."""
    await huis.een_feit("overleg")
    huis.loops["overleg"].outbox.state.place = 0
    huis.nu += timedelta(seconds=59)
    regels = await huis.regels()
    assert regels['meldketen_outbox_achterstand{dienst="overleg"}'] == 1
    assert regels['meldketen_outbox_leeftijd_seconden{dienst="overleg"}'] == 59
    assert regels['meldketen_gereed{dienst="overleg"}'] == 1
    huis.nu += timedelta(seconds=31)
    assert (await huis.niet_gereed())["overleg"] == "al 90 seconden niets gepubliceerd"
    assert (await huis.regels())['meldketen_gereed{dienst="overleg"}'] == 0
    huis.alles_gedaan()
    assert (await huis.regels())['meldketen_outbox_leeftijd_seconden{dienst="overleg"}'] == 0
    assert "overleg" not in await huis.niet_gereed()


async def test_een_afnemer_die_niet_kan_lezen_maakt_niet_gereed(huis: Huis) -> None:
    """A view that stands still is said, also when nobody knows how much waits."""
    huis.loops["rapportage"].consumer.state.fout = "de stroom geeft geen teken van leven"
    assert (await huis.niet_gereed())["rapportage"] == "verwerken lukt nu niet: de stroom geeft geen teken van leven"


async def test_een_reserve_toont_geen_cijfers_van_een_ander(huis: Huis) -> None:
    """A process that stands by is ready, and says nothing of an outbox that is not its own."""
    huis.loops["intake"].leidt = False
    regels = await huis.regels()
    assert regels['meldketen_leidt{dienst="intake"}'] == 0
    assert regels['meldketen_gereed{dienst="intake"}'] == 1
    assert not [naam for naam in regels if re.search('(outbox|coa).*"intake"', naam)]


async def test_quarantaine_telt_wat_op_een_mens_wacht(huis: Huis) -> None:
    """One message set apart is one; its content is nowhere in the figures."""
    await huis.een_feit("intake")
    intake, overleg = huis.loops["intake"].dienst.ledger, huis.loops["overleg"].dienst.ledger
    apart = set_apart(als_event(intake, intake.read(0, 1)[0]), "ValidationError", huis.nu)
    await overleg.run(lambda tx: tx.execute(*apart), huis.context())
    regels = await huis.regels()
    assert regels['meldketen_quarantaine{dienst="overleg"}'] == 1
    assert regels[f"meldketen_quarantaine{ESCALATIE}"] == 0


async def test_het_oudste_onbevestigde_alarm_telt_tot_iemand_bevestigt(huis: Huis) -> None:
    """Silence is a figure: it grows until somebody confirms."""
    ledger, escalatie_id = huis.loops["escalatie"].dienst.ledger, uuid4()
    profiel, eigen = huis.profielen.alle()[0], achterstand(["intake"], huis.nu)
    await ledger.run(lambda tx: open_eigen(tx, profiel, eigen, escalatie_id, escalatie_id.hex), huis.context())
    huis.nu += timedelta(minutes=7)
    regels = await huis.regels()
    assert regels["meldketen_escalaties_onbevestigd"] == 1
    assert regels["meldketen_escalatie_oudste_onbevestigd_seconden"] == 420
    assert regels[f"meldketen_wekker_te_laat_seconden{ESCALATIE}"] == 420
    bevestig = Escalatiedienst().bevestig
    await ledger.run(
        lambda tx: bevestig(tx, escalatie_id, door="beheer", stap=Stap.ONTVANGEN, weg="api"), huis.context()
    )
    regels = await huis.regels()
    assert regels["meldketen_escalaties_onbevestigd"] == 0
    assert regels["meldketen_escalatie_oudste_onbevestigd_seconden"] == 0


async def test_zonder_opslag_blijven_de_andere_cijfers(huis: Huis) -> None:
    """A store that cannot be read makes that service not ready, and takes no other figure along."""
    with sqlite3.connect(huis.instellingen.data / "intake.db") as opslag:
        opslag.execute("ALTER TABLE timers RENAME TO weg")
        opslag.commit()
        regels = await huis.regels()
        opslag.execute("ALTER TABLE weg RENAME TO timers")
    assert regels['meldketen_gereed{dienst="intake"}'] == 0
    assert 'meldketen_outbox_achterstand{dienst="intake"}' not in regels
    assert regels['meldketen_gereed{dienst="overleg"}'] == 1


async def test_stilstand_maakt_niet_gereed(huis: Huis) -> None:
    """After a minute at one place while there is more, that service is not ready; the others are."""
    loop = huis.loops["rapportage"]
    loop.stilstand.kijk("intake", op=1, tot=2, nu=huis.nu)

    async def stil() -> timedelta:
        return loop.stilstand.kijk("intake", op=1, tot=2, nu=huis.nu)

    loop.stil = stil  # type: ignore[method-assign]  # no server here: what it answers is in the test above
    assert "rapportage" not in await huis.niet_gereed()
    huis.nu += timedelta(seconds=90)
    niet = await huis.niet_gereed()
    assert niet["rapportage"] == "al 90 seconden niets verwerkt"
    assert "overleg" not in niet
    del loop.stil


async def test_wie_niet_kan_bewaren_wat_er_gebeurt_is_niet_gereed(huis: Huis) -> None:
    """Until lines of the audit can be kept again; then nobody has to do anything."""
    regel = Regel(huis.nu, "", "beheer", "proef.doen", "/proef", Resultaat.GELUKT, Herkomst.API, uuid4().hex)
    with zonder(huis.instellingen.data / "audit.db", "pols", "audit_delen", "audit_regels"):
        await huis.audit.leg_vast(regel)
        assert (await huis.niet_gereed())["audit"].startswith("auditregels bewaren lukt niet: ")
    assert "audit" not in await huis.niet_gereed()


@contextmanager
def zonder(opslag: Path, *tabellen: str) -> Iterator[None]:
    """Take tables away for a while."""
    with sqlite3.connect(opslag) as database:
        for tabel in tabellen:
            database.execute(f"ALTER TABLE {tabel} RENAME TO {tabel}_weg")
        database.commit()
        yield
        for tabel in tabellen:
            database.execute(f"ALTER TABLE {tabel}_weg RENAME TO {tabel}")

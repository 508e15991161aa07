"""Once to each, whatever happens in between: refused, cut off while sending, pressed again, two at work."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from services.intake.application import Doorzetting
from services.intake.behandeling import stand_van
from services.intake.behandeling.doorzetten import zet_door
from services.intake.behandeling.weigeringen import AlDoorgezet
from services.intake.klok import Doorzetter
from services.intake.store import BEZORG, FEITEN, KLOK, TABLES, VIEWS
from shared.contracts.intake import Aard, MeldingDoorgezet
from shared.facts import Context
from shared.klok import Wekker
from shared.ledger import Ledger, open_ledger
from shared.profiel import Profielen
from shared.verzending.vormen import Bericht, Uitslag
from tests.intake.proef import Klok
from tests.intake.test_doorzetten import KOGGENLAND, stand


class Doorgang:
    """A channel whose attempts end as a test says: delivered, refused, or the process dies after delivering."""

    def __init__(self) -> None:
        self.hoe, self.aangekomen = "goed", 0
        self.samen = asyncio.Barrier(1)
        """So many deliver before anyone is answered."""

    async def verzend(self, adressen: Sequence[str], bericht: Bericht) -> list[Uitslag]:
        """Deliver."""
        if self.hoe == "geweigerd":
            return [Uitslag("json", "de verbinding is geweigerd")]
        self.aangekomen += 1
        if self.hoe == "stopt":
            raise SystemError("the process died after sending and before recording")
        await self.samen.wait()
        return [Uitslag("json")]


class Opstelling:
    """One melding on a real ledger, with a hand-over under way to the police."""

    def __init__(self, folder: Path) -> None:
        self.profielen, self.klok, self.kanaal = Profielen([KOGGENLAND]), Klok(), Doorgang()
        self.ledger: Ledger = open_ledger(str(folder), "intake", FEITEN, views=VIEWS, tables=TABLES)
        self.doorzetting = Doorzetting(self.profielen)
        feit = stand(aard=Aard.CRIMINEEL).waarneming
        self.melding: UUID = feit.melding_id

        def ontvang(tx: Any) -> None:
            tx.append(feit.melding_id, feit)
            self.doorzetting.bij_ontvangst(tx, feit)

        self.ledger.run_sync(ontvang, Context(self.klok(), "proef"))

    def wekker(self) -> Wekker:
        """A process that starts anew."""
        doorzetter = Doorzetter(
            self.ledger,
            doorzetting=self.doorzetting,
            profielen=self.profielen,
            kanalen=self.kanaal,
            berichten=Path(),
            basis_url="http://x",
            environ={"MELDKETEN_KANAAL_POLITIE": "json://x", "MELDKETEN_KANAAL_OOV": "json://x"},
            klok=self.klok,
        )
        return Wekker(self.ledger, {BEZORG: doorzetter.bezorg, KLOK: doorzetter.klok}, self.klok)

    def door_hand(self) -> None:
        """Somebody presses the button as well."""
        politie = KOGGENLAND.partner("politie")
        assert politie is not None

        def gebruik(tx: Any) -> None:
            nu = stand_van(tx.facts(self.melding))
            tx.append(nu.id, *zet_door(nu, politie, KOGGENLAND, weg="kanaal", door="oov", op=tx.op))

        with pytest.raises(AlDoorgezet):
            self.ledger.run_sync(gebruik, Context(self.klok(), "proef"))


GEBEURT = st.lists(st.sampled_from(["goed", "geweigerd", "stopt", "knop", "nog eens"]), max_size=7)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GEBEURT)
@example(["stopt", "stopt", "goed", "goed"])
@example(["geweigerd", "knop", "stopt", "nog eens"])
async def test_hoogstens_een_keer_bezorgd_en_minstens_een_keer_gestuurd(
    tmp_path_factory: pytest.TempPathFactory, gebeurt: list[str]
) -> None:
    """Refused, stopped between sending and recording, pressed again: offered once, arrived once, sent at least once."""
    hier = Opstelling(tmp_path_factory.mktemp("doorzetten"))
    wekker = hier.wekker()
    for stap in [*gebeurt, "goed"]:
        if stap == "knop":
            hier.door_hand()
        elif stap == "nog eens":
            wekker = hier.wekker()
        else:
            hier.kanaal.hoe = stap
            hier.klok.verder(minutes=20)
            with capture_logs():
                await wekker.tick()
    feiten = [r.fact for r in hier.ledger.facts(hier.melding) if isinstance(r.fact, MeldingDoorgezet)]
    for partner in ("politie", "cluster-iv"):
        uitkomsten = [feit.uitkomst for feit in feiten if feit.aan == partner]
        assert (uitkomsten.count("aangeboden"), uitkomsten.count("bezorgd")) == (1, 1)
        assert uitkomsten[-1] == "bezorgd", "nothing is recorded behind the arrival"
    assert hier.kanaal.aangekomen >= 2
    later = hier.ledger.due(hier.klok() + timedelta(days=1))
    assert [timer for timer in later if timer.soort == BEZORG] == [], "nothing is left to be sent"
    hier.ledger.close()


async def test_twee_processen_tegelijk_leggen_een_keer_vast(tmp_path: Path) -> None:
    """Two that send at the same moment both deliver: the arrival is one fact all the same."""
    hier = Opstelling(tmp_path)
    hier.kanaal.samen = asyncio.Barrier(4)
    async with asyncio.timeout(60):
        await asyncio.gather(hier.wekker().tick(), hier.wekker().tick())
    uitkomsten = [r.fact.uitkomst for r in hier.ledger.facts(hier.melding) if isinstance(r.fact, MeldingDoorgezet)]
    assert (uitkomsten.count("bezorgd"), hier.kanaal.aangekomen) == (2, 4), "two partners, each sent twice"
    hier.ledger.close()

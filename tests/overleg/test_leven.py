"""Two years of random life: whatever people do, no melding falls through and no order is broken (LVS-1.5, LVS-2.4)."""

import json
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID, uuid4

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from services.overleg.application.beleggen import Evaluatiebesluit
from services.overleg.reeks import feestdag, maandag_van
from shared.facts import Rejected
from shared.ledger import from_iso
from tests.overleg.conftest import Boek
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import AMSTERDAM, GEMEENTE, PLEK, incident, melding, profielen

TWEE_JAAR = timedelta(days=730)
KOMEND = "SELECT overleg_id FROM overleggen WHERE reeks = ? AND status IN ('gepland', 'voorgesteld') ORDER BY aanvang"
AAN_DE_BEURT = (
    "SELECT overleg_id FROM overleggen WHERE reeks IN ('lvos', 'politieoverleg') "
    "AND status IN ('gepland', 'voorgesteld', 'geopend') ORDER BY aanvang, overleg_id LIMIT 1"
)


class Leven(RuleBasedStateMachine):
    """An office that reports, meets, forgets to meet, moves, cancels, and gets another arrival date."""

    boek: ClassVar[Boek]

    @initialize(aankomst=st.dates(date(1998, 1, 1), date(2088, 1, 1)), begin=st.integers(-40, 120))
    def begin(self, aankomst: date, begin: int) -> None:
        """Some day around the arrival of the first residents."""
        self.einde = datetime.combine(aankomst, time(11), AMSTERDAM) + TWEE_JAAR
        self.proef = Proef(self.boek.leeg(), profielen(aankomst), self.einde - TWEE_JAAR + timedelta(days=begin))
        self.gemeld: list[UUID] = []
        self.proef.plan()

    @rule(dagen=st.integers(1, 60))
    def tijd(self, dagen: int) -> None:
        """Time passes, and the planning runs as it does each day."""
        self._verder(dagen)

    def _verder(self, dagen: int) -> None:
        self.proef.nu = min(self.proef.nu + timedelta(days=dagen), self.einde)
        self.proef.plan()

    @rule(aantal=st.integers(1, 3))
    def meld(self, aantal: int) -> None:
        """Residents report."""
        self.gemeld += [self.proef.ontvang(melding(self.proef.nu)) for _ in range(aantal)]

    @rule()
    def incident(self) -> None:
        """The COA reports."""
        self.gemeld.append(self.proef.ontvang(incident(self.proef.nu)))

    @rule(laten=st.integers(0, 2))
    def vergader(self, laten: int) -> None:
        """The first meeting that waits is held; some items are not reached."""
        self._vergader(laten)

    def _vergader(self, laten: int) -> None:
        for (rij,) in self.proef.ledger.query_sync(AAN_DE_BEURT):
            self.proef.open(UUID(rij))
            sql = (
                "SELECT agendapunt_id FROM agendapunten WHERE overleg_id = ? AND status = 'open' AND soort = 'melding'"
            )
            punten = [UUID(punt[0]) for punt in self.proef.ledger.query_sync(sql, (rij,))]
            self.proef.sluit(UUID(rij), punten[:laten])

    @rule(
        reeks=st.sampled_from(["lvos", "politieoverleg", "ambtelijk-overleg"]),
        n=st.integers(0, 5),
        uren=st.integers(-90, 90),
    )
    def verzet(self, reeks: str, n: int, uren: int) -> None:
        """Somebody moves a meeting, as far as that is allowed."""
        komend = self.proef.ledger.query_sync(KOMEND, (reeks,))
        if komend:
            overleg_id = UUID(komend[n % len(komend)][0])
            with suppress(Rejected):
                self.proef.verzet(overleg_id, self.proef.aanvang(overleg_id) + timedelta(hours=uren))

    @rule(reeks=st.sampled_from(["lvos", "politieoverleg"]), n=st.integers(0, 3))
    def annuleer(self, reeks: str, n: int) -> None:
        """Somebody cancels a meeting."""
        komend = self.proef.ledger.query_sync(KOMEND, (reeks,))
        if komend:
            self.proef.annuleer(UUID(komend[n % len(komend)][0]))

    @rule(dagen=st.integers(-90, 90))
    def andere_aankomst(self, dagen: int) -> None:
        """The municipality changes the date in its profile and starts again."""
        aankomst = (self.proef.nu + timedelta(days=dagen)).date()
        self.proef = Proef(self.proef.ledger, profielen(aankomst), self.proef.nu)
        self.proef.plan()

    @rule(uitkomst=st.sampled_from(["doorgaan", "ad-hoc"]))
    def evaluatie(self, uitkomst: str) -> None:
        """The evaluation decides about the LVOS."""
        besluit = Evaluatiebesluit(uuid4(), GEMEENTE, PLEK, "lvos", "ad-hoc" if uitkomst == "ad-hoc" else "doorgaan")
        self.proef.besluit(besluit)

    @invariant()
    def elke_melding_staat_een_keer(self) -> None:
        """Open on one agenda of a meeting that is not over, or discussed once (LVS-2.4)."""
        if not hasattr(self, "gemeld"):
            return
        sql = (
            "SELECT a.meldingen, a.status, o.status FROM agendapunten a "
            "JOIN overleggen o ON o.overleg_id = a.overleg_id "
            "WHERE a.soort = 'melding' AND a.status <> 'doorgeschoven'"
        )
        staat: dict[str, list[tuple[str, str]]] = {str(id_): [] for id_ in self.gemeld}
        for meldingen, punt, overleg in self.proef.ledger.query_sync(sql):
            staat[json.loads(meldingen)[0]].append((punt, overleg))
        for gevonden in staat.values():
            ((punt, overleg),) = gevonden
            assert overleg == "gesloten" if punt == "besproken" else overleg not in {"gesloten", "geannuleerd"}

    @invariant()
    def het_lvos_gaat_voor(self) -> None:
        """In every week of the rhythm the LVOS is over before the Politieoverleg, and neither is on a holiday."""
        if not hasattr(self, "gemeld"):
            return
        weken: dict[tuple[str, date], datetime] = {}
        sql = "SELECT reeks, dag, aanvang, status FROM overleggen WHERE dag IS NOT NULL AND status <> 'geannuleerd'"
        for reeks, dag, aanvang, status in self.proef.ledger.query_sync(sql):
            moment = from_iso(aanvang)
            assert feestdag(moment.astimezone(AMSTERDAM).date()) is None
            if reeks == "lvos" or status == "gepland":  # what was held, perhaps before its hour, stays
                weken[(reeks, maandag_van(date.fromisoformat(dag)))] = moment
        for (reeks, week), moment in weken.items():
            if reeks == "politieoverleg" and ("lvos", week) in weken:
                assert weken[("lvos", week)] < moment

    def teardown(self) -> None:
        """The rest of the two years goes by, whatever was done before; then the tables are what the facts say."""
        if hasattr(self, "gemeld"):
            while self.proef.nu < self.einde:
                self._verder(90)
                self.gemeld.append(self.proef.ontvang(melding(self.proef.nu)))
                self._vergader(1)
            self.elke_melding_staat_een_keer()
            self.het_lvos_gaat_voor()
            assert self.proef.ledger.views_differ() == []


def test_twee_jaar_leven(sqlite_boek: Boek) -> None:
    """Nothing that people do, in any order, breaks what must hold."""
    Leven.boek = sqlite_boek
    run_state_machine_as_test(
        Leven,
        settings=settings(
            max_examples=3,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )

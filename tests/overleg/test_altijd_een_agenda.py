"""LVS-2.4 under random life: for any arrival date no melding falls through, and none is discussed twice."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from shared.contracts.overleg import AgendapuntBesproken
from tests.overleg.conftest import Boek
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import AMSTERDAM, incident, melding, profielen

STAPPEN = st.lists(
    st.one_of(
        st.tuples(st.just("dagen"), st.integers(1, 40)),
        st.tuples(st.just("melding"), st.integers(1, 3)),
        st.tuples(st.just("dubbel"), st.integers(0, 20)),
        st.tuples(st.just("plan"), st.just(0)),
        st.tuples(st.just("open"), st.just(0)),
        st.tuples(st.just("sluit"), st.integers(0, 3)),
    ),
    min_size=4,
    max_size=16,
)


class Leven(Proef):
    """People who report, meet, forget to meet, and close; and what must hold whatever they do."""

    gemeld: list[UUID]

    def stap(self, wat: str, n: int) -> None:
        """One thing that happens."""
        if wat == "dagen":
            self.nu += timedelta(days=n)
        elif wat == "melding":
            self.gemeld += [self.ontvang(melding(self.nu)) for _ in range(n)]
        elif wat == "dubbel" and self.gemeld:
            self.ontvang(incident(self.nu, id=self.gemeld[n % len(self.gemeld)]))
        elif wat == "plan":
            self.plan()
        elif wat in {"open", "sluit"}:
            self._vergader(wat, n)

    def _vergader(self, wat: str, n: int) -> None:
        sql = "SELECT overleg_id FROM overleggen WHERE reeks = 'lvos' AND status <> 'gesloten' ORDER BY aanvang LIMIT 1"
        for (rij,) in self.ledger.query_sync(sql):
            self.open(UUID(rij))
            if wat == "sluit":
                self.sluit(UUID(rij), self._punten(rij)[:n])

    def _punten(self, overleg_id: str) -> list[UUID]:
        sql = "SELECT agendapunt_id FROM agendapunten WHERE overleg_id = ? AND status = 'open'"
        return [UUID(rij[0]) for rij in self.ledger.query_sync(sql, (overleg_id,))]

    def controleer(self) -> None:
        """Each melding stands open on one agenda of a meeting that is still to be closed, or was discussed once."""
        besproken = [id_ for feit in self.feiten(AgendapuntBesproken) for id_ in feit.model_dump()["meldingen"]]
        dicht = "SELECT overleg_id FROM overleggen WHERE status = 'gesloten'"
        gesloten = {UUID(rij[0]) for rij in self.ledger.query_sync(dicht)}
        for id_ in self.gemeld:
            open_ = self.staat_op(id_)
            assert len(open_) + besproken.count(id_) == 1
            assert not gesloten & set(open_)
        assert self.ledger.views_differ() == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    aankomst=st.none() | st.dates(date(2025, 1, 1), date(2028, 12, 31)), begin=st.integers(-60, 200), stappen=STAPPEN
)
@example(aankomst=None, begin=0, stappen=[("melding", 1), *[("sluit", 1)] * 4])
def test_elke_melding_staat_op_precies_een_agenda(
    sqlite_boek: Boek, aankomst: date | None, begin: int, stappen: list[tuple[str, int]]
) -> None:
    """Whatever happens, in whatever order, around whatever arrival date (LVS-2.4)."""
    dag = (aankomst or date(2026, 6, 1)) + timedelta(days=begin)
    leven = Leven(sqlite_boek.leeg(), profielen(aankomst), datetime.combine(dag, time(11), AMSTERDAM))
    leven.gemeld = []
    for wat, n in stappen:
        leven.stap(wat, n)
    leven.controleer()

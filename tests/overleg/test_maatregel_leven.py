"""Whatever anybody asks, in whatever order: no combination stands that the table forbids, no term that is too long."""

from datetime import timedelta
from uuid import UUID, uuid4

from dateutil.relativedelta import relativedelta
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from services.overleg.grenzen import toets, toets_verlenging
from services.overleg.maatregel import (
    Aanvraag,
    Maatregel,
    MaatregelFact,
    MaatregelGeweigerd,
    MaatregelVoorbij,
    catalogus,
    given,
    leg_op,
    trek_in,
    verleng,
    verloop,
)
from shared.contracts.overleg import GerichtOp
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, UUR, lokaal, meegeleverd

KENT = catalogus(meegeleverd("zoetermeer"))
SOORTEN = ["gebiedsverbod-kort", "gebiedsverbod-lang", "meldplicht", "groepsverbod"]
SAMEN_VERBODEN = {frozenset({"gebiedsverbod-kort", ander}) for ander in ("meldplicht", "groepsverbod")}
MENSEN = [uuid4(), uuid4()]
uren = st.integers(-100, 400)


class Leven(RuleBasedStateMachine):
    """People ask, extend and withdraw; time goes on."""

    @initialize()
    def begin(self) -> None:
        """An empty register on a Tuesday."""
        self.nu = lokaal(2026, 2, 10, 12)
        self.feiten: dict[UUID, list[MaatregelFact]] = {}

    @rule(
        soort=st.sampled_from(SOORTEN),
        wie=st.sampled_from(MENSEN),
        over=uren,
        duur=st.sampled_from([-5, 1, 24, 300, 672, 673, 2000]),
    )
    def vraag(self, soort: str, wie: UUID, over: int, duur: int) -> None:
        """Ask for a measure, possible or not."""
        begin = self.nu + over * UUR
        wat = Aanvraag(
            gericht_op=GerichtOp.PERSOON,
            ingaande=begin,
            eindigt=begin + duur * UUR,
            gebied="rokkeveen",
            betrokkene=wie,
            om_geraadpleegd_op=min(begin, self.nu) - UUR,
        )
        kind, id_ = KENT.soort(soort), uuid4()
        try:
            toets(kind, wat, KENT, self.stand(), door=kind.bevoegd, op=self.nu)
        except MaatregelGeweigerd:
            return
        self.feiten[id_] = [leg_op(kind, wat, maatregel_id=id_, gemeente=GEMEENTE, locatie=PLEK)]

    @rule(welke=st.integers(0, 20), dagen=st.integers(-10, 120))
    def rek(self, welke: int, dagen: int) -> None:
        """Ask for a later end."""
        for maatregel in self.stand()[welke : welke + 1]:
            kind = KENT.soort(maatregel.soort)
            eind = (maatregel.eindigt or self.nu) + dagen * DAG
            try:
                toets_verlenging(maatregel, kind, eind, KENT, self.stand(), door=kind.bevoegd, op=self.nu)
            except MaatregelGeweigerd:
                return
            self.feiten[maatregel.id].append(verleng(maatregel, kind, eind))

    @rule(welke=st.integers(0, 20))
    def stop(self, welke: int) -> None:
        """Withdraw one."""
        for maatregel in self.stand()[welke : welke + 1]:
            try:
                self.feiten[maatregel.id] += trek_in(maatregel, self.nu, door="burgemeester")
            except MaatregelVoorbij:
                assert maatregel.verlopen or (maatregel.eindigt and maatregel.eindigt <= self.nu)

    @rule(dagen=st.integers(1, 60))
    def later(self, dagen: int) -> None:
        """Time passes; what is over is recorded."""
        self.nu += dagen * DAG
        for maatregel in self.stand():
            self.feiten[maatregel.id] += verloop(maatregel, self.nu)

    def stand(self) -> list[Maatregel]:
        """Every measure as it stands."""
        return [given(feiten) for feiten in self.feiten.values()]

    @invariant()
    def niets_verbodens(self) -> None:
        """No short gebiedsverbod beside a meldplicht or groepsverbod of the same betrokkene (TB-3.2)."""
        geldig = [maatregel for maatregel in self.stand() if not maatregel.ingetrokken]
        for een in geldig:
            for ander in geldig:
                if frozenset({een.soort, ander.soort}) in SAMEN_VERBODEN and een.betrokkene == ander.betrokkene:
                    assert een.eindigt is not None
                    assert ander.eindigt is not None
                    assert een.eindigt <= ander.ingaande or ander.eindigt <= een.ingaande

    @invariant()
    def nooit_te_lang(self) -> None:
        """A short one never more than the council's term, the others never more than a year (TB-3.2, KN-4)."""
        for maatregel in self.stand():
            assert maatregel.eindigt is not None
            if maatregel.soort == "gebiedsverbod-kort":
                assert maatregel.eindigt - maatregel.ingaande <= timedelta(days=28)
            else:
                jaar = maatregel.ingaande.astimezone(KENT.zone) + relativedelta(months=12)
                assert (maatregel.verlengd, maatregel.eindigt) <= (3, jaar)


TestLeven = Leven.TestCase
TestLeven.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)

"""What escalatie does with an event: weigh it against every threshold of its municipality."""

from datetime import timedelta
from uuid import UUID, uuid5

from services.escalatie.application.tellen import HISTORISCH, Teller, besteed, onthoud, open_escalatie, rondom
from services.escalatie.drempels.telling import Overschrijding, Telmoment, Waarneming, overschrijding, past
from services.escalatie.geweigerd import geweigerd, ladder_bij_weigering
from services.escalatie.opening import drempel_overschreden, open_
from services.escalatie.staat import Status
from services.escalatie.stilte import vaste_stilte
from shared.contracts.escalatie import AlarmNietVerzonden, DrempelOverschreden, EscalatieGevoed
from shared.contracts.intake import IncidentGeweigerd, Registratie
from shared.facts import NietGevonden
from shared.ledger import Transaction
from shared.profiel import Drempel, Ladder, Profiel, Profielen

_ALTIJD = timedelta(days=36_500)
"""The window of a threshold without one."""
_NAMESPACE = UUID("c3f4d9c6-5c57-4f0e-9a0e-6a8f4a1c7b02")


class Weging:
    """The use cases of what is heard on the bus."""

    def __init__(self, profielen: Profielen) -> None:
        self._profielen = profielen

    def weeg(self, tx: Transaction, waarneming: Waarneming, feit: str) -> None:
        """Weigh a melding or incident; `feit` is the id of its event."""
        profiel = self._profielen.van(waarneming.gemeente)
        for drempel in profiel.drempels:
            if past(drempel, waarneming):
                _Afweging(tx, profiel, drempel, waarneming, feit).doe()

    def weeg_weigering(self, tx: Transaction, weigering: IncidentGeweigerd, feit: str) -> None:
        """Warn at once about a COA message that could not be taken: it may be an LVS-0.3 incident (promise 6).

        As long as nobody confirmed, further ones join; after that each new one warns again.
        """
        profiel = self._profielen.van(weigering.gemeente)
        escalatie_id = uuid5(_NAMESPACE, f"geweigerd/{weigering.quarantaine_id}")
        overschreden = geweigerd(weigering, escalatie_id, feit, profiel.versie)
        gaande = open_escalatie(tx, _teller(overschreden), Status.OPEN)
        if gaande:
            _voed(tx, overschreden, gaande, (), feit)
        elif not tx.facts(escalatie_id):
            tx.append(escalatie_id, *open_(overschreden, ladder_bij_weigering(profiel), meldingen=(), op=tx.op))


class _Afweging:
    """One event against one threshold."""

    def __init__(self, tx: Transaction, profiel: Profiel, drempel: Drempel, waarneming: Waarneming, feit: str) -> None:
        self.tx, self.profiel, self.drempel, self.waarneming = tx, profiel, drempel, waarneming
        historisch = waarneming.registratie is Registratie.HISTORISCH
        self.nieuw = Telmoment(waarneming.voorgevallen_op, feit, waarneming.melding_id, historisch)
        self.venster = drempel.venster or _ALTIJD
        self.teller = Teller(waarneming.gemeente, waarneming.locatie, drempel.code)

    def doe(self) -> None:
        if self.drempel.soort == "enkel-incident":
            self._enkel()
        else:
            self._tel()

    def _enkel(self) -> None:
        """Each incident is a situation of its own: one escalation for each melding id."""
        escalatie_id = self._id(f"melding/{self.nieuw.melding_id}")
        if self.nieuw.historisch:
            self._niet_verzonden((self.nieuw,))
        elif not self.tx.facts(escalatie_id):
            self._open(escalatie_id, Overschrijding(self.nieuw.moment, self.nieuw.moment, (self.nieuw,)))

    def _tel(self) -> None:
        gaande = None if self.nieuw.historisch else open_escalatie(self.tx, self.teller, Status.OPEN, Status.BEVESTIGD)
        if gaande:
            onthoud(self.tx, self.teller, self.nieuw, str(gaande))
            _voed(self.tx, self.waarneming, gaande, (self.nieuw.melding_id,), self.nieuw.feit)
            return
        bekend = rondom(self.tx, self.teller, self.nieuw, self.venster)
        onthoud(self.tx, self.teller, self.nieuw)
        direct = self._vol([moment for moment in bekend if not moment.historisch])
        if direct and not self.nieuw.historisch:
            self._overschreden(direct)
        elif alles := self._vol(bekend):
            self._overschreden_door_historie(alles)

    def _vol(self, bekend: list[Telmoment]) -> Overschrijding | None:
        return overschrijding(bekend, self.nieuw, grens=self.drempel.grens, venster=self.venster)

    def _overschreden(self, vol: Overschrijding) -> None:
        escalatie_id = self._id(f"feit/{self.nieuw.feit}")
        besteed(self.tx, self.teller, vol.momenten, str(escalatie_id))
        self._open(escalatie_id, vol)

    def _overschreden_door_historie(self, vol: Overschrijding) -> None:
        """What was registered as history counts in reports, but never warns anybody: that is recorded instead."""
        besteed(self.tx, self.teller, (moment for moment in vol.momenten if moment.historisch), HISTORISCH)
        self._niet_verzonden(vol.momenten)

    def _open(self, escalatie_id: UUID, vol: Overschrijding) -> None:
        feiten = open_(
            drempel_overschreden(escalatie_id, self.drempel, self.waarneming, vol, profielversie=self.profiel.versie),
            (ladder := self._ladder()),
            stilte=vaste_stilte(self.profiel, ladder),
            meldingen=tuple(moment.melding_id for moment in vol.momenten),
            stelt_overleg_voor=self.drempel.stelt_overleg_voor,
            op=self.tx.op,
        )
        self.tx.append(escalatie_id, *feiten)

    def _niet_verzonden(self, momenten: tuple[Telmoment, ...]) -> None:
        stroom = self._id(f"historisch/{self.nieuw.feit}")
        niet = AlarmNietVerzonden(
            gemeente=self.teller.gemeente,
            locatie=self.teller.locatie,
            reden=HISTORISCH,
            drempel=self.drempel.code,
            regel=self.drempel.regel,
            feiten=tuple(moment.feit for moment in momenten),
        )
        self.tx.append(stroom, niet)

    def _ladder(self) -> Ladder:
        ladder = self.profiel.ladder(self.drempel.ladder)
        if ladder is None:
            raise NietGevonden(f"Ladder '{self.drempel.ladder}' staat niet in het profiel van {self.teller.gemeente}.")
        return ladder

    def _id(self, waarvan: str) -> UUID:
        return uuid5(_NAMESPACE, "/".join((*self.teller.sleutel, waarvan)))


def _voed(
    tx: Transaction,
    fact: Waarneming | DrempelOverschreden,
    escalatie_id: UUID,
    meldingen: tuple[UUID, ...],
    feit: str,
) -> None:
    """Let an event join an open escalation: in a stream of its own, so that it costs the same the 10,000th time."""
    gevoed = EscalatieGevoed(
        gemeente=fact.gemeente,
        locatie=fact.locatie,
        escalatie_id=escalatie_id,
        meldingen=meldingen,
        feiten=(feit,),
    )
    tx.append(uuid5(escalatie_id, feit), gevoed)


def _teller(fact: DrempelOverschreden) -> Teller:
    return Teller(fact.gemeente, fact.locatie, fact.drempel)

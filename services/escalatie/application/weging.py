"""What escalatie does with an event: weigh it against every threshold of its municipality."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from services.escalatie.application import meldingen
from services.escalatie.application.afweging import weeg
from services.escalatie.application.herzeggen import herzeg
from services.escalatie.application.openen import NAMESPACE, Zaken, voed
from services.escalatie.application.tellen import open_escalatie
from services.escalatie.application.wijzigen import herweeg
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Waarneming, past
from services.escalatie.drempels.volgorde import grote_eerst
from services.escalatie.geweigerd import afgehandeld, geweigerd, ladder_bij_weigering
from services.escalatie.opening import open_
from services.escalatie.staat import Status
from services.escalatie.voorval import Lid, Oorzaak, Wijziging, gewijzigd, oorzaak_van, plek_van, telmoment
from shared.contracts.escalatie import DrempelHerzien, EscalatieGesloten
from shared.contracts.intake import (
    CoaBerichtAfgehandeld,
    IncidentGeweigerd,
    Koppeling,
    MeldingGekoppeld,
    MeldingOntkoppeld,
)
from shared.ledger import Transaction
from shared.profiel import Drempel, Profielen
from shared.profiel.eigen import INCIDENT_GEWEIGERD


class Weging:
    """The use cases of what is heard on the bus. `feit` is the id of the event."""

    def __init__(self, profielen: Profielen) -> None:
        self._profielen = profielen
        self._drempels = {profiel.gemeente.code: grote_eerst(profiel.drempels) for profiel in profielen.alle()}

    def weeg(self, tx: Transaction, waarneming: Waarneming, feit: str) -> None:
        """Weigh a melding or incident; told twice it still is one."""
        if meldingen.is_bekend(tx, waarneming.melding_id):
            return
        lid = Lid(waarneming, feit)
        meldingen.bewaar(tx, lid)
        zaken = Zaken(tx, self._profielen.van(waarneming.gemeente), feit)
        for drempel in self._van(waarneming.gemeente):
            if past(drempel, waarneming):
                plek = plek_van(drempel, waarneming.locatie)
                teller = Teller(waarneming.gemeente, plek.locatie, plek.drempel)
                weeg(zaken, drempel, teller, telmoment(lid), waarneming)

    def wijzig(self, tx: Transaction, wijziging: Wijziging, feit: str) -> None:
        """Staff changed a melding, took it back, or brought it back."""
        for lid in meldingen.lees(tx, (wijziging.melding_id,)):
            nieuw = gewijzigd(lid, wijziging)
            if nieuw != lid:
                meldingen.bewaar(tx, nieuw)
                leden, paren = meldingen.samenhang(tx, (lid.id,))
                self._herweeg(tx, wijziging.gemeente, feit, leden, paren, oorzaak_van(wijziging), nieuw)
                zaken = Zaken(tx, self._profielen.van(wijziging.gemeente), feit)
                herzeg(zaken, self._van(wijziging.gemeente), lid, nieuw, wijziging, samen=leden)

    def koppel(self, tx: Transaction, koppeling: MeldingGekoppeld, feit: str) -> None:
        """Two meldingen are about one event: it counts once. One that only belongs to another counts by itself."""
        if koppeling.soort is Koppeling.ZELFDE_VOORVAL:
            paar = (koppeling.melding_id, koppeling.aan)
            meldingen.koppel(tx, *paar)
            leden, paren = meldingen.samenhang(tx, paar)
            self._herweeg(tx, koppeling.gemeente, feit, leden, {*paren, paar}, "gekoppeld")

    def ontkoppel(self, tx: Transaction, koppeling: MeldingOntkoppeld, feit: str) -> None:
        """They are two events after all."""
        paar = (koppeling.melding_id, koppeling.aan)
        leden, paren = meldingen.samenhang(tx, paar)
        meldingen.ontkoppel(tx, *paar)
        self._herweeg(tx, koppeling.gemeente, feit, leden, paren - {paar, paar[::-1]}, "ontkoppeld")

    def weeg_weigering(self, tx: Transaction, weigering: IncidentGeweigerd, feit: str) -> None:
        """Warn at once about a COA message that could not be taken: it may be an LVS-0.3 incident (promise 6).

        As long as nobody confirmed, further ones join; after that each new one warns again.
        """
        profiel = self._profielen.van(weigering.gemeente)
        escalatie_id = _over_bericht(weigering)
        overschreden = geweigerd(weigering, escalatie_id, feit, profielversie=profiel.versie, op=tx.op)
        teller = Teller(overschreden.gemeente, overschreden.locatie, overschreden.drempel)
        gaande = open_escalatie(tx, teller, Status.OPEN)
        if gaande:
            voed(tx, overschreden, gaande, (), feit)
        elif not tx.facts(escalatie_id):
            tx.append(escalatie_id, *open_(overschreden, ladder_bij_weigering(profiel), meldingen=(), op=tx.op))

    def handel_weigering_af(self, tx: Transaction, klaar: CoaBerichtAfgehandeld, feit: str) -> None:
        """Say with the escalation that somebody handled the message; a person ends it (promise 6)."""
        escalatie_id = _over_bericht(klaar)
        if not tx.facts(escalatie_id):  # it joined one that went on already
            teller = Teller(klaar.gemeente, klaar.locatie, INCIDENT_GEWEIGERD)
            gaande = open_escalatie(tx, teller, Status.OPEN, Status.BEVESTIGD)
            if gaande is None:
                return
            escalatie_id = gaande
        verloop = tx.facts(escalatie_id)
        if any(isinstance(fact, EscalatieGesloten) for fact in verloop):
            return
        erbij = tx.query("SELECT COUNT(*) FROM voeding WHERE escalatie_id = ?", (str(escalatie_id),))[0][0]
        eerder = sum(isinstance(fact, DrempelHerzien) for fact in verloop)
        tx.append(escalatie_id, afgehandeld(klaar, escalatie_id, feit, max(0, int(erbij) - eerder)))

    def _van(self, gemeente: str) -> Sequence[Drempel]:
        return self._drempels[gemeente]

    def _herweeg(
        self,
        tx: Transaction,
        gemeente: str,
        feit: str,
        leden: set[UUID],
        paren: set[tuple[UUID, UUID]],
        oorzaak: Oorzaak,
        nieuw: Lid | None = None,
    ) -> None:
        zaken = Zaken(tx, self._profielen.van(gemeente), feit)
        standen = {lid.id: lid for lid in meldingen.lees(tx, sorted(leden))}
        if nieuw:
            standen[nieuw.id] = nieuw
        if standen:
            herweeg(zaken, self._van(gemeente), standen, paren, oorzaak)


def _over_bericht(feit: IncidentGeweigerd | CoaBerichtAfgehandeld) -> UUID:
    """The escalation that such a message opens, unless it joins one that went on already."""
    return uuid5(NAMESPACE, f"geweigerd/{feit.quarantaine_id}")

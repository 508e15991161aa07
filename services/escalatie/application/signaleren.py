"""What escalatie does when something that had to happen did not."""

from uuid import UUID, uuid5

from services.escalatie.application.openen import NAMESPACE, ladder_van, voed, zaak_id
from services.escalatie.application.tellen import open_escalatie
from services.escalatie.application.vastleggen import leg_vast
from services.escalatie.drempels.herziening import Herziening
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.opening import drempel_overschreden, open_
from services.escalatie.signalen import (
    Alsnog,
    Gemist,
    Signaalfeit,
    drempels_voor,
    eigenaren,
    met_eigenaar,
    opgelost,
    signaal_van,
    wie_niet,
)
from services.escalatie.staat import Status, given
from services.escalatie.stilte import vaste_stilte
from shared.contracts.escalatie import AlarmNietVerzonden
from shared.ledger import Transaction
from shared.profiel import Drempel, Ladder, Profiel, Profielen

GEEN_DREMPEL = "het profiel zegt niet wie dit moet horen"


class Signalering:
    """The use cases of missed events. `feit` is the id of the event."""

    def __init__(self, profielen: Profielen) -> None:
        self._profielen = profielen

    def weeg(self, tx: Transaction, gemist: Gemist, feit: str) -> None:
        """Warn the owner on the ladder of the profile; where it has none, record that nobody was warned, and why."""
        profiel, wat = self._profielen.van(gemist.gemeente), signaal_van(gemist)
        drempels = drempels_voor(profiel, wat.signaal, gemist.locatie)
        for drempel in drempels:
            _waarschuw(tx, profiel, drempel, gemist, wat, feit)
        if not drempels:
            niet = AlarmNietVerzonden(
                gemeente=gemist.gemeente,
                locatie=gemist.locatie,
                reden=f"{GEEN_DREMPEL} ({wat.signaal})",
                regel=wat.regel or None,
                feiten=(feit,),
            )
            tx.append(uuid5(NAMESPACE, f"geen-drempel/{feit}"), niet)

    def los_op(self, tx: Transaction, alsnog: Alsnog, feit: str) -> None:
        """It happened after all: say so with the escalation, which goes on until a person ends it."""
        if (gevonden := opgelost(alsnog)) is None:
            return
        signaal, onderwerp = gevonden
        for drempel in drempels_voor(self._profielen.van(alsnog.gemeente), signaal, alsnog.locatie):
            escalatie_id = zaak_id(Teller(alsnog.gemeente, alsnog.locatie, drempel.code), onderwerp)
            leg_vast(tx, drempel, escalatie_id, Herziening("alsnog-gebeurd", None, 0, nog_overschreden=False), feit)


def _waarschuw(
    tx: Transaction, profiel: Profiel, drempel: Drempel, gemist: Gemist, wat: Signaalfeit, feit: str
) -> None:
    teller = Teller(gemist.gemeente, gemist.locatie, drempel.code)
    ladder = met_eigenaar(ladder_van(profiel, drempel), eigenaren(profiel, wat))
    escalatie_id = _nog_niet_gewaarschuwd(tx, teller, wat, feit)
    if escalatie_id is None:
        return
    meldingen = (wat.melding,) if wat.melding else ()
    gaande = open_escalatie(tx, teller, Status.OPEN)
    if gaande and _hoort_het(tx, gaande, ladder):
        voed(tx, gemist, gaande, meldingen, feit)
        return
    vol = Overschrijding(
        wat.uiterlijk,
        wat.uiterlijk,
        (Telmoment(wat.uiterlijk, feit, wat.melding or UUID(int=0)),),
        toelichting=wat.tekst + wie_niet(profiel, wat),
    )
    overschreden = drempel_overschreden(escalatie_id, drempel, gemist, vol, profielversie=profiel.versie)
    stilte = vaste_stilte(profiel, ladder)
    voor = drempel.stelt_overleg_voor
    tx.append(
        escalatie_id,
        *open_(overschreden, ladder, meldingen=meldingen, op=tx.op, stelt_overleg_voor=voor, stilte=stilte),
    )


def _nog_niet_gewaarschuwd(tx: Transaction, teller: Teller, wat: Signaalfeit, feit: str) -> UUID | None:
    """Name the new escalation; missed a second time it is a new one, unless the first still warns."""
    eerder = given(tx.facts(escalatie_id := zaak_id(teller, wat.onderwerp)))
    if eerder is None:
        return escalatie_id
    opnieuw = zaak_id(teller, f"{wat.onderwerp}/{feit}")
    return None if eerder.status is Status.OPEN or tx.facts(opnieuw) else opnieuw


def _hoort_het(tx: Transaction, escalatie_id: UUID, ladder: Ladder) -> bool:
    """Whether everybody who must hear this is being warned by that escalation already."""
    escalatie = given(tx.facts(escalatie_id))
    gewaarschuwd = set(escalatie.treden[0].rollen) if escalatie and escalatie.treden else set()
    return {str(rol) for rol in ladder.treden[0].rollen} <= gewaarschuwd

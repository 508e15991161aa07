"""What becomes of a crossed threshold: an escalation, a follow-up of one, or a record of why nobody was warned."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from services.escalatie.application.eenheid import Eenheid
from services.escalatie.application.meldingen import dagdeel_van
from services.escalatie.application.tellen import HISTORISCH
from services.escalatie.application.vastleggen import leg_vast
from services.escalatie.drempels.herziening import Herziening
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.gebeurd import wat_gebeurde
from services.escalatie.opening import Waar, drempel_overschreden, open_
from services.escalatie.staat import Status, given
from services.escalatie.stilte import vaste_stilte
from services.escalatie.store.rust import rust_rij
from shared.contracts.escalatie import AlarmNietVerzonden, EscalatieGevoed
from shared.contracts.intake import Dagdeel, IncidentGemeld, MeldingOntvangen
from shared.facts import NietGevonden
from shared.ledger import Transaction
from shared.profiel import Drempel, Ladder, Profiel

NAMESPACE = UUID("c3f4d9c6-5c57-4f0e-9a0e-6a8f4a1c7b02")


@dataclass(frozen=True, slots=True)
class Grotere:
    """An escalation that goes on, and the threshold that it is of."""

    id: UUID
    drempel: str


class Zaken(Eenheid):
    """The escalations that one event leads to."""

    def open_of_onderdruk(
        self,
        teller: Teller,
        drempel: Drempel,
        waar: Waar,
        vol: Overschrijding,
        waarvan: str,
        *,
        vorige: UUID | None = None,
    ) -> UUID:
        """Open an escalation; or, when a larger one is going on here, record there that this one is part of it."""
        if grotere := self.grotere(teller, drempel):
            self._onderdruk(teller, drempel, vol, waarvan, grotere)
            return grotere.id
        return self._open(teller, drempel, waar, vol, waarvan, vorige)

    def grotere(self, teller: Teller, drempel: Drempel) -> Grotere | None:
        """Find the larger escalation that this threshold would be part of."""
        for code in drempel.onderdrukt_door:
            if gaande := self.gaande(Teller(teller.gemeente, teller.locatie, code)):
                return Grotere(gaande, code)
        return None

    def is_onderdrukt(self, drempel: Drempel, waarvan: str, grotere: Grotere) -> bool:
        """Say whether this was recorded as part of the larger one before."""
        return bool(self.tx.facts(_onderdrukking_id(grotere.id, drempel, waarvan)))

    def eenmalig(self, teller: Teller, drempel: Drempel, waar: Waar, vol: Overschrijding, waarvan: str) -> UUID:
        """Open the one escalation of this case. Did its reason go and come back: warn again, unless it still does."""
        eerder = given(self.tx.facts(zaak_id(teller, waarvan)))
        if eerder is None:
            return self._open(teller, drempel, waar, vol, waarvan, None)
        if eerder.status is Status.OPEN:
            self.laat_herleven(eerder.id, drempel, vol.telling)
            return eerder.id
        return self.opnieuw(teller, drempel, waar, vol, waarvan, eerder.id)

    def opnieuw(
        self, teller: Teller, drempel: Drempel, waar: Waar, vol: Overschrijding, waarvan: str, vorige: UUID
    ) -> UUID:
        """Open another escalation of the same case, because of what is heard now."""
        return self._open(teller, drempel, waar, vol, f"{waarvan}/{self.feit}", vorige)

    def laat_herleven(self, escalatie_id: UUID, drempel: Drempel, telling: int) -> None:
        """The reason of an escalation that still warns came back."""
        leg_vast(
            self.tx, drempel, escalatie_id, Herziening("bijgekomen", None, telling, nog_overschreden=True), self.feit
        )

    def voed(self, drempel: Drempel, waar: Waar, escalatie_id: UUID, moment: Telmoment) -> None:
        """Let an event join an escalation; what joined before, was withdrawn and came back, stands there already."""
        if moment.feit != self.feit and self.tx.facts(voeding_id(escalatie_id, moment.feit)):
            return
        voed(self.tx, waar, escalatie_id, (moment.melding_id,), moment.feit)
        self.houd_wakker(drempel, escalatie_id)

    def houd_wakker(self, drempel: Drempel, escalatie_id: UUID) -> None:
        """It is not calm yet."""
        if drempel.rust:
            self.tx.execute(*rust_rij(escalatie_id, self.tx.op + drempel.rust, drempel.rust, self.tx.context))

    def meld_historisch(self, teller: Teller, drempel: Drempel, momenten: Iterable[Telmoment], waarvan: str) -> None:
        """Record once that history would have crossed this threshold, and that nobody is warned of history."""
        stroom = zaak_id(teller, waarvan)
        if self.tx.facts(stroom):
            return
        niet = AlarmNietVerzonden(
            gemeente=teller.gemeente,
            locatie=teller.locatie,
            reden=HISTORISCH,
            drempel=drempel.code,
            regel=drempel.regel,
            feiten=tuple(moment.feit for moment in momenten)[-1_000:],
        )
        self.tx.append(stroom, niet)

    def _open(
        self, teller: Teller, drempel: Drempel, waar: Waar, vol: Overschrijding, waarvan: str, vorige: UUID | None
    ) -> UUID:
        escalatie_id, ladder = zaak_id(teller, waarvan), ladder_van(self.profiel, drempel)
        if drempel.soort == "enkel-incident" and not vol.toelichting:
            vol = replace(vol, toelichting=wat_gebeurde(self.profiel, waar))
        feiten = open_(
            drempel_overschreden(
                escalatie_id,
                drempel,
                waar,
                vol,
                profielversie=self.profiel.versie,
                dagdeel=self._dagdeel(waar, vol),
            ),
            ladder,
            stilte=vaste_stilte(self.profiel, ladder),
            meldingen=tuple(moment.melding_id for moment in vol.momenten)[-1_000:],
            stelt_overleg_voor=drempel.stelt_overleg_voor,
            vervolg_op=vorige,
            op=self.tx.op,
        )
        self.tx.append(escalatie_id, *feiten)
        self.geopend[teller] = escalatie_id
        self.houd_wakker(drempel, escalatie_id)
        return escalatie_id

    def _dagdeel(self, waar: Waar, vol: Overschrijding) -> Dagdeel | None:
        """Say how exactly it is known when the last of it happened; what is weighed now is not stored yet."""
        if not vol.momenten:
            return None
        laatste = vol.momenten[-1].melding_id
        if isinstance(waar, MeldingOntvangen | IncidentGemeld) and waar.melding_id == laatste:
            return waar.dagdeel
        return dagdeel_van(self.tx, laatste)

    def _onderdruk(self, teller: Teller, drempel: Drempel, vol: Overschrijding, waarvan: str, grotere: Grotere) -> None:
        zijn_drempel = self.profiel.drempel(grotere.drempel)
        naam = zijn_drempel.omschrijving if zijn_drempel else grotere.drempel
        niet = AlarmNietVerzonden(
            gemeente=teller.gemeente,
            locatie=teller.locatie,
            escalatie_id=grotere.id,
            reden=f"onderdrukt: hier loopt al een grotere escalatie ({naam})",
            drempel=drempel.code,
            regel=drempel.regel,
            feiten=tuple(moment.feit for moment in vol.momenten)[-1_000:],
        )
        self.tx.append(_onderdrukking_id(grotere.id, drempel, waarvan), niet)


def voed(tx: Transaction, waar: Waar, escalatie_id: UUID, meldingen: tuple[UUID, ...], feit: str) -> None:
    """Let an event join an open escalation: in a stream of its own, so that it costs the same the 10,000th time."""
    gevoed = EscalatieGevoed(
        gemeente=waar.gemeente,
        locatie=waar.locatie,
        escalatie_id=escalatie_id,
        meldingen=meldingen,
        feiten=(feit,),
    )
    tx.append(voeding_id(escalatie_id, feit), gevoed)


def _onderdrukking_id(hoger: UUID, drempel: Drempel, waarvan: str) -> UUID:
    return uuid5(hoger, f"onderdrukt/{drempel.code}/{waarvan}")


def voeding_id(escalatie_id: UUID, feit: str) -> UUID:
    """Name the stream of one follow-up."""
    return uuid5(escalatie_id, feit)


def ladder_van(profiel: Profiel, drempel: Drempel) -> Ladder:
    """Look up who is warned.

    Raises:
        NietGevonden: the profile does not hold together.
    """
    ladder = profiel.ladder(drempel.ladder)
    if ladder is None:
        raise NietGevonden(f"Ladder '{drempel.ladder}' staat niet in het profiel van {profiel.gemeente.naam}.")
    return ladder


def zaak_id(teller: Teller, waarvan: str) -> UUID:
    """Name a case after what led to it: the same event never opens two."""
    return uuid5(NAMESPACE, "/".join((*teller.sleutel, waarvan)))

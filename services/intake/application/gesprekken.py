"""The conversation with a reporter and what happened with the melding, as units of the ledger and as pages show it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from services.intake.application.bevoegd import eis_zichtbaar
from services.intake.application.verhaal import Verhaal, uit_overleg, verhaal_van
from services.intake.gesprek import Gesprek, gesprek_van, gezien, stel_vraag, vul_aan
from services.intake.store.ongelezen import VAN_IEDEREEN
from services.intake.store.tekstregister import VAN_MELDING
from services.intake.voortgang import Gehoord, Stap, stand_voor_melder, voortgang
from shared.facts import NietGevonden
from shared.ledger import Ledger, Transaction, from_iso
from shared.maskering import Gemaskeerd
from shared.profiel import Profielen
from shared.teksten import bewaar
from shared.web import Wie

UseCase = Callable[[Transaction], None]


@dataclass(frozen=True, slots=True)
class Ongelezen:
    """What a reporter said that staff did not see yet: how often, and since when."""

    melding_id: UUID
    gemeente: str
    locatie: str
    aantal: int
    sinds: datetime


class Gesprekken:
    """Both sides of it."""

    def __init__(self, profielen: Profielen, ledger: Ledger) -> None:
        self._profielen, self._ledger = profielen, ledger

    def vul_aan(
        self,
        melding_id: UUID,
        tekst: Gemaskeerd,
        *,
        antwoord_op: UUID | None = None,
        sleutel: UUID | None = None,
        door: Wie | None = None,
    ) -> UseCase:
        """Add what a reporter says, or told to staff (`door`); the same `sleutel` again adds nothing.

        Raises (when it runs):
            NietGevonden: not theirs. TeVeel, GeenOpenVraag: see `gesprek`.
        """
        aanvulling_id = uuid5(melding_id, str(sleutel or uuid4()))

        def use_case(tx: Transaction) -> None:
            gesprek = _gesprek(tx, melding_id)
            if door is not None:
                eis_zichtbaar(door, {"locatie": gesprek.locatie, "gemeente": gesprek.gemeente})
            if aanvulling_id in gesprek.aangevuld:
                return
            zegel = bewaar(tx, tekst)
            rol = str(door.rol) if door else None
            feit = vul_aan(gesprek, aanvulling_id=aanvulling_id, zegel=zegel, antwoord_op=antwoord_op, door=rol)
            tx.append(melding_id, feit)

        return use_case

    def stel_vraag(self, door: Wie, melding_id: UUID, tekst: Gemaskeerd) -> UseCase:
        """Ask a reporter something.

        Raises (when it runs):
            NietGevonden: not theirs. GeenLijn, TeVeel: see `gesprek`.
        """

        def use_case(tx: Transaction) -> None:
            gesprek = _gesprek(tx, melding_id)
            eis_zichtbaar(door, {"locatie": gesprek.locatie, "gemeente": gesprek.gemeente})
            profiel = self._profielen.van(gesprek.gemeente)
            dag = tx.op.astimezone(profiel.zone).date()
            lijn, zegel = profiel.terugkoppelen.lijn, bewaar(tx, tekst)
            feit = stel_vraag(gesprek, lijn, vraag_id=uuid4(), zegel=zegel, door=str(door.rol), op=dag)
            tx.append(melding_id, feit)

        return use_case

    def gezien(self, door: Wie, melding_id: UUID) -> UseCase:
        """Say that what a reporter said until now was seen.

        Raises (when it runs):
            NietGevonden: not theirs.
        """

        def use_case(tx: Transaction) -> None:
            gesprek = _gesprek(tx, melding_id)
            eis_zichtbaar(door, {"locatie": gesprek.locatie, "gemeente": gesprek.gemeente})
            for feit in gezien(gesprek, str(door.rol)):
                tx.append(melding_id, feit)

        return use_case

    async def ongelezen(self, lezer: Wie) -> list[Ongelezen]:
        """Return what nobody saw yet of what this reader may see, the longest waiting first."""
        eisen = {"gemeente": lezer.gemeente, "locatie": lezer.locatie}
        gesteld = {veld: waarde for veld, waarde in eisen.items() if waarde}
        waar = " AND ".join(["1 = 1", *(f"{veld} = ?" for veld in gesteld)])
        rijen = await self._ledger.query(VAN_IEDEREEN.format(waar=waar), tuple(gesteld.values()))
        return [
            Ongelezen(UUID(nummer), gemeente, locatie, aantal, from_iso(op))
            for nummer, gemeente, locatie, aantal, op in rijen
        ]

    async def verhaal(self, melding_id: UUID) -> Verhaal:
        """Return what was asked, said and told."""
        return await verhaal_van(self._ledger, melding_id)

    async def voortgang(self, melding_id: UUID, verhaal: Verhaal) -> list[Stap]:
        """Return what happened with a melding, as its reporter may know it."""
        return voortgang(verhaal.feiten, await self._uit_overleg(melding_id))

    async def stand(self, melding_id: UUID, status: str, verhaal: Verhaal) -> str:
        """Say how far a melding is, as its reporter may know it, by its code in `STANDEN`."""
        return stand_voor_melder(status, verhaal.feiten, await self._uit_overleg(melding_id))

    async def _uit_overleg(self, melding_id: UUID) -> list[Gehoord]:
        return await uit_overleg(self._ledger, melding_id)

    async def teksten(self, melding_id: UUID) -> list[tuple[str, str, datetime, str]]:
        """Return the texts of a melding that still stand: seal, kind, since when, and what it says."""
        rijen = await self._ledger.query(VAN_MELDING, (str(melding_id),))
        return [(zegel, soort, from_iso(op), tekst) for zegel, soort, op, tekst in rijen]


def _gesprek(tx: Transaction, melding_id: UUID) -> Gesprek:
    gesprek = gesprek_van(tx.facts(melding_id))
    if gesprek is None:
        raise NietGevonden("Deze melding kennen we niet. Controleer het nummer.")
    return gesprek

"""What staff do with a melding, as units of the ledger: read it, look whose it is, decide, append."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from services.intake import behandeling as zaak
from services.intake.application.bevoegd import eis_wijzigen, eis_zichtbaar
from services.intake.application.doorzetten import Doorzetting
from services.intake.behandeling import Stand, stand_van
from services.intake.behandeling.doorzetten import zet_door
from services.intake.behandeling.wijzigbaar import bezwaren_tegen
from services.intake.opdrachten import (
    Classificatie,
    Correctie,
    Doorzetopdracht,
    Intrekopdracht,
    Koppelopdracht,
    Ontkoppelopdracht,
    Sluitopdracht,
)
from services.intake.twijfel import eis_antwoord
from shared.contracts import Fact
from shared.contracts.intake import IncidentGemeld
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import Gemaskeerd
from shared.profiel import Profielen
from shared.teksten import bewaar
from shared.web import Wie

UseCase = Callable[[Transaction], Sequence[Fact]]
"""Gives what it recorded: nothing, where it stood so already."""
Besluit = Callable[[Transaction, Stand], Sequence[Fact]]


class Behandeling:
    """The use cases. Each checks in the same unit whether this melding is theirs to work on."""

    def __init__(self, profielen: Profielen, doorzetting: Doorzetting) -> None:
        self._profielen, self._doorzetting = profielen, doorzetting

    def classificeer(self, door: Wie, melding_id: UUID, wat: Classificatie) -> UseCase:
        """Change aard and thema, with a reason; the rules for handing over are looked at again."""

        def besluit(tx: Transaction, stand: Stand) -> Sequence[Fact]:
            self._keur(stand, {"aard": wat.aard, "thema": wat.thema}, tx)
            return _met_reden(tx, zaak.classificeer(stand, aard=wat.aard, thema=wat.thema, door=_rol(door)), wat.reden)

        return self._doe(door, melding_id, besluit, weeg_opnieuw=True)

    def corrigeer(self, door: Wie, melding_id: UUID, wat: Correctie, *, vraag_na: bool = False) -> UseCase:
        """Put right what was wrong; the rules for handing over are looked at again.

        `vraag_na`: a person corrects, so ask whether the police must hear what is added (LVS-0.3).
        """

        def besluit(tx: Transaction, stand: Stand) -> Sequence[Fact]:
            self._keur(stand, wat.velden(), tx)
            if vraag_na and isinstance(stand.waarneming, IncidentGemeld):
                wordt = stand.waarneming.model_copy(update=zaak.verschillen(stand, wat.velden()))
                eis_antwoord(stand.waarneming, wordt, gekozen=wat.gevolgen_openbare_orde is not None)
            return _met_reden(tx, zaak.corrigeer(stand, wat.velden(), door=_rol(door)), wat.reden)

        return self._doe(door, melding_id, besluit, weeg_opnieuw=True)

    def trek_in(self, door: Wie, melding_id: UUID, wat: Intrekopdracht) -> UseCase:
        """Let it not count any more."""
        return self._doe(door, melding_id, lambda _, stand: zaak.trek_in(stand, reden=wat.reden, door=_rol(door)))

    def sluit(self, door: Wie, melding_id: UUID, wat: Sluitopdracht) -> UseCase:
        """Say that nothing more is done."""
        return self._doe(door, melding_id, lambda _, stand: zaak.sluit(stand, reden=wat.reden, door=_rol(door)))

    def heropen(self, door: Wie, melding_id: UUID) -> UseCase:
        """Work on it again."""
        besluit: Besluit = lambda _, stand: zaak.heropen(stand, door=_rol(door))  # noqa: E731
        return self._doe(door, melding_id, besluit, weeg_opnieuw=True)

    def koppel(self, door: Wie, melding_id: UUID, wat: Koppelopdracht) -> UseCase:
        """Link it to another one that they may see as well."""

        def besluit(tx: Transaction, stand: Stand) -> Sequence[Fact]:
            ander = _zichtbaar(tx, door, wat.aan)
            return zaak.koppel(
                stand, ander, soort=wat.soort, door=_rol(door), lees=lambda nummer: stand_van(tx.facts(nummer))
            )

        return self._doe(door, melding_id, besluit)

    def ontkoppel(self, door: Wie, melding_id: UUID, wat: Ontkoppelopdracht) -> UseCase:
        """Undo a link, from whichever side."""

        def besluit(tx: Transaction, stand: Stand) -> Sequence[Fact]:
            return zaak.ontkoppel(stand, _zichtbaar(tx, door, wat.aan), door=_rol(door))

        return self._doe(door, melding_id, besluit)

    def zet_door(self, door: Wie, melding_id: UUID, wat: Doorzetopdracht) -> UseCase:
        """Hand it over to a partner of the profile."""

        def besluit(tx: Transaction, stand: Stand) -> Sequence[Fact]:
            profiel = self._profielen.van(stand.waarneming.gemeente)
            partner = profiel.partner(wat.aan)
            if partner is None:
                namen = ", ".join(sorted(partner.code for partner in profiel.partners)) or "geen"
                raise OngeldigeInvoer(Fout("aan", f"deze partner staat niet in het profiel; kies uit {namen}"))
            feiten = zet_door(stand, partner, profiel, weg=wat.weg, door=_rol(door), op=tx.op)
            self._doorzetting.bewaak(tx, stand, feiten)
            return feiten

        return self._doe(door, melding_id, besluit)

    def _doe(self, door: Wie, melding_id: UUID, besluit: Besluit, *, weeg_opnieuw: bool = False) -> UseCase:
        def use_case(tx: Transaction) -> Sequence[Fact]:
            stand = _zichtbaar(tx, door, melding_id)
            eis_wijzigen(door, stand)
            feiten = besluit(tx, stand)
            for feit in feiten:
                tx.append(getattr(feit, "melding_id", melding_id), feit)
            if weeg_opnieuw:
                self._doorzetting.weeg(tx, stand_van(tx.facts(melding_id)))
            return feiten

        return use_case

    def _keur(self, stand: Stand, velden: dict[str, Any], tx: Transaction) -> None:
        profiel = self._profielen.van(stand.waarneming.gemeente)
        if fouten := bezwaren_tegen(stand, velden, profiel, tx.op):
            raise OngeldigeInvoer(*fouten)


def _zichtbaar(tx: Transaction, door: Wie, melding_id: UUID) -> Stand:
    stand = stand_van(tx.facts(melding_id))
    nu = stand.waarneming
    eis_zichtbaar(door, {"locatie": nu.locatie, "gemeente": nu.gemeente})
    return stand


def _met_reden(tx: Transaction, feiten: Sequence[Fact], reden: Gemaskeerd) -> Sequence[Fact]:
    """Keep the reason beside the facts, where there is anything to give a reason for."""
    if not feiten:
        return feiten
    zegel = bewaar(tx, reden)
    return [feit.model_copy(update={"redenzegel": zegel}) for feit in feiten]


def _rol(door: Wie) -> str:
    return str(door.rol)

"""Measures: hold a request against the catalogue, impose it, see it end."""

from typing import cast
from uuid import UUID

from services.overleg.grenzen import toets
from services.overleg.maatregel import (
    Aanvraag,
    AndereAanvraag,
    Catalogus,
    Maatregel,
    MaatregelFact,
    given,
    leg_op,
    verloop,
)
from services.overleg.store import zoeken
from shared.contracts import Fact
from shared.contracts.overleg import MaatregelOpgelegd
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.profiel import Profielen, Rol


class Maatregeldienst:
    """The use cases of measures."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def leg_op(
        self, tx: Transaction, code: str, aanvraag: Aanvraag, *, maatregel_id: UUID, gemeente: str, door: Rol | None
    ) -> bool:
        """Impose a measure; a repeated request with the same id changes nothing and gives False.

        Raises:
            MaatregelGeweigerd: a limit is broken; the refusal names the rule.
            AndereAanvraag: this id stands for another request.
            OngeldigeInvoer: the kind of measure or the meeting does not exist.
        """
        catalogus = self._catalogus(gemeente)
        soort, locatie = catalogus.soort(code), self._locatie(gemeente, aanvraag)
        feit = leg_op(soort, aanvraag, maatregel_id=maatregel_id, gemeente=gemeente, locatie=locatie)
        if eerder := tx.facts(maatregel_id):
            return _herhaling(eerder[0], feit)
        if aanvraag.overleg_id and not tx.facts(aanvraag.overleg_id):
            raise OngeldigeInvoer(Fout("overlegId", "dit overleg bestaat niet; kies er een uit de lijst"))
        toets(soort, aanvraag, catalogus, _andere(tx, aanvraag), door=door, op=tx.op)
        tx.append(maatregel_id, feit)
        return True

    def verloop(self, tx: Transaction, maatregel_id: UUID) -> None:
        """Record that a measure's term is over, if it is."""
        tx.append(maatregel_id, *verloop(_maatregel(tx, maatregel_id), tx.op))

    def _catalogus(self, gemeente: str) -> Catalogus:
        profiel = self.profielen.van(gemeente)
        soorten = {soort.code: soort for soort in profiel.maatregelen}
        return Catalogus(soorten, {gebied.code for plek in profiel.locaties for gebied in plek.gebieden}, profiel.zone)

    def _locatie(self, gemeente: str, aanvraag: Aanvraag) -> str:
        """The location that has the area: that is where the measure counts in the picture."""
        for plek in self.profielen.van(gemeente).locaties:
            if aanvraag.gebied in {gebied.code for gebied in plek.gebieden}:
                return plek.code
        return "alle"


def _herhaling(eerder: Fact, nu: MaatregelOpgelegd) -> bool:
    if eerder != nu:
        raise AndereAanvraag("Met dit nummer is al een andere maatregel opgelegd. Begin een nieuwe aanvraag.")
    return False


def _andere(tx: Transaction, aanvraag: Aanvraag) -> list[Maatregel]:
    gevonden = tx.query(*zoeken.maatregelen_van(aanvraag.betrokkene)) if aanvraag.betrokkene else []
    return [_maatregel(tx, UUID(rij[0])) for rij in gevonden]


def _maatregel(tx: Transaction, maatregel_id: UUID) -> Maatregel:
    return given(cast("list[MaatregelFact]", tx.facts(maatregel_id)))

"""Measures: hold a request against the catalogue, impose it, extend or withdraw it, see it end."""

from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID

from services.overleg.application.herkomst import herkomst
from services.overleg.grenzen import Kanttekening, kanttekeningen, steunt_op, toets, toets_verlenging
from services.overleg.herkenbaar import weiger_herkenbaar
from services.overleg.maatregel import (
    Aanvraag,
    AndereAanvraag,
    Maatregel,
    MaatregelFact,
    MaatregelGeweigerd,
    catalogus,
    given,
    leg_op,
    loopt_af,
    trek_in,
    verleng,
    verloop,
)
from services.overleg.store import maatregelvragen as vragen
from shared.contracts import Fact
from shared.contracts.overleg import MaatregelOpgelegd
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import Gemaskeerd
from shared.profiel import Maatregelsoort, Profiel, Profielen, Rol
from shared.teksten import bewaar


class Maatregeldienst:
    """The use cases of measures."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen

    def leg_op(
        self,
        tx: Transaction,
        code: str,
        aanvraag: Aanvraag,
        *,
        maatregel_id: UUID,
        gemeente: str,
        door: Rol | None,
        toelichting: str = "",
    ) -> bool:
        """Impose a measure; a repeated request with the same id changes nothing and gives False.

        Raises:
            MaatregelGeweigerd: a limit is broken; the refusal names the rule.
            AndereAanvraag: this id stands for another request.
            OngeldigeInvoer: the kind of measure, the meeting or the agenda item does not exist, or the explanation
                names somebody.
        """
        kent = catalogus(self.profielen.van(gemeente))
        soort, andere = kent.soort(code), _andere(tx, gemeente, aanvraag.betrokkene, aanvraag.gebied)
        noemt_overleg, aanvraag = aanvraag.overleg_id is not None, _volgt_uit(tx, gemeente, soort, aanvraag)
        locatie = self._locatie(gemeente, aanvraag)
        feit = leg_op(soort, aanvraag, maatregel_id=maatregel_id, gemeente=gemeente, locatie=locatie)
        if eerder := tx.facts(maatregel_id):
            return _herhaling(eerder[0], feit, los=() if noemt_overleg else ("overleg_id",))
        if aanvraag.overleg_id and not tx.facts(aanvraag.overleg_id):
            raise OngeldigeInvoer(Fout("overlegId", "dit overleg bestaat niet; kies er een uit de lijst"))
        tekst = self._getoetst(tx, soort, aanvraag, gemeente, toelichting, door)
        meer = {"steunt_op": steunt_op(soort, aanvraag, andere), "motivering": _zegel(tx, tekst)}
        tx.append(maatregel_id, feit.model_copy(update=meer))
        return True

    def bekijk(
        self, tx: Transaction, code: str, aanvraag: Aanvraag, *, gemeente: str, door: Rol | None, toelichting: str = ""
    ) -> list[Kanttekening]:
        """What to look at before a measure is imposed; nothing is recorded.

        Raises:
            MaatregelGeweigerd, OngeldigeInvoer: as imposing it would.
        """
        kent = catalogus(self.profielen.van(gemeente))
        self._getoetst(tx, kent.soort(code), aanvraag, gemeente, toelichting, door)
        andere = _andere(tx, gemeente, aanvraag.betrokkene, aanvraag.gebied)
        return kanttekeningen(aanvraag, kent, andere, soort=code, op=tx.op)

    def is_eerste(self, tx: Transaction, betrokkene: UUID | None) -> bool:
        """Whether nothing was ever imposed on this person here: who expects otherwise typed another case number."""
        return betrokkene is not None and not tx.query(*vragen.van_betrokkene(betrokkene))

    def _getoetst(
        self, tx: Transaction, soort: Maatregelsoort, aanvraag: Aanvraag, gemeente: str, tekst: str, door: Rol | None
    ) -> Gemaskeerd:
        """The explanation of a request that no limit forbids."""
        profiel = self.profielen.van(gemeente)
        veilig = weiger_herkenbaar("toelichting", tekst.strip(), profiel)
        andere = _andere(tx, gemeente, aanvraag.betrokkene, aanvraag.gebied)
        toets(soort, aanvraag, catalogus(profiel), andere, door=door, op=tx.op)
        return veilig

    def verleng(
        self, tx: Transaction, maatregel_id: UUID, eindigt: datetime, *, door: Rol | None, toelichting: str = ""
    ) -> None:
        """Let a measure go on until a later end; the same end again changes nothing.

        Raises:
            MaatregelGeweigerd: a limit of extensions is broken; the refusal names the rule.
        """
        maatregel = _maatregel(tx, maatregel_id)
        profiel = self.profielen.van(maatregel.gemeente)
        soort, kent = self._soort(maatregel), catalogus(profiel)
        if maatregel.verlengd and maatregel.eindigt == eindigt:
            return
        tekst = _toelichting(soort, toelichting, profiel)
        andere = _andere(tx, maatregel.gemeente, maatregel.betrokkene, None)
        toets_verlenging(maatregel, soort, eindigt, kent, andere, door=door, op=tx.op)
        tx.append(maatregel_id, verleng(maatregel, soort, eindigt, motivering=_zegel(tx, tekst)))

    def trek_in(self, tx: Transaction, maatregel_id: UUID, *, door: Rol | None, toelichting: str = "") -> None:
        """End a measure before its term.

        Raises:
            MaatregelGeweigerd: by somebody else than who may impose it. MaatregelVoorbij: it is over.
        """
        maatregel = _maatregel(tx, maatregel_id)
        soort = self._soort(maatregel)
        if door is not soort.bevoegd:
            raise MaatregelGeweigerd(f"Alleen de rol '{soort.bevoegd}' mag '{soort.naam}' intrekken.", soort.regel)
        tekst = _toelichting(soort, toelichting, self.profielen.van(maatregel.gemeente))
        if not maatregel.ingetrokken:
            tx.append(maatregel_id, *trek_in(maatregel, tx.op, door=door, motivering=_zegel(tx, tekst)))

    def loopt_af(self, tx: Transaction, maatregel_id: UUID) -> None:
        """Record that a measure is about to end, if it is."""
        tx.append(maatregel_id, *loopt_af(_maatregel(tx, maatregel_id), tx.op))

    def verloop(self, tx: Transaction, maatregel_id: UUID) -> None:
        """Record that a measure's term is over, if it is."""
        tx.append(maatregel_id, *verloop(_maatregel(tx, maatregel_id), tx.op))

    def _soort(self, maatregel: Maatregel) -> Maatregelsoort:
        return catalogus(self.profielen.van(maatregel.gemeente)).soort(maatregel.soort)

    def _locatie(self, gemeente: str, aanvraag: Aanvraag) -> str:
        """The location that has the area: that is where the measure counts in the picture."""
        for plek in self.profielen.van(gemeente).locaties:
            if aanvraag.gebied in {gebied.code for gebied in plek.gebieden}:
                return plek.code
        return "alle"


def _volgt_uit(tx: Transaction, gemeente: str, soort: Maatregelsoort, aanvraag: Aanvraag) -> Aanvraag:
    """With every melding of its agenda item; what touches health or home follows from nothing that shows."""
    if soort.afgeschermd:
        return aanvraag
    van = herkomst(tx, gemeente, aanvraag.agendapunt_id, aanvraag.overleg_id, "alle", aanvraag.meldingen)
    return replace(aanvraag, overleg_id=van.overleg_id, meldingen=van.meldingen)


def _zegel(tx: Transaction, tekst: Gemaskeerd) -> str | None:
    return bewaar(tx, tekst) if tekst.strip() else None


def _toelichting(soort: Maatregelsoort, tekst: str, profiel: Profiel) -> Gemaskeerd:
    """A measure that touches health or home has no free text at all."""
    if soort.afgeschermd and tekst.strip():
        raise OngeldigeInvoer(Fout("toelichting", "laat dit leeg: de onderbouwing hoort in het dossier"))
    return weiger_herkenbaar("toelichting", tekst.strip(), profiel)


def _herhaling(eerder: Fact, nu: MaatregelOpgelegd, los: tuple[str, ...]) -> bool:
    """The same request again. `los`: what was found, not asked, and may have changed since: an item moves on."""
    weg = dict.fromkeys(("motivering", "steunt_op", "waarschuw_op", *los))
    if not isinstance(eerder, MaatregelOpgelegd) or eerder.model_copy(update=weg) != nu.model_copy(update=weg):
        raise AndereAanvraag("Met dit nummer is al een andere maatregel opgelegd. Begin een nieuwe aanvraag.")
    return False


def _andere(tx: Transaction, gemeente: str, betrokkene: UUID | None, gebied: str | None) -> list[Maatregel]:
    """The measures of the same betrokkene, and those on the same area."""
    gevonden = tx.query(*vragen.van_betrokkene(betrokkene)) if betrokkene else []
    if gebied:
        gevonden = [*gevonden, *tx.query(*vragen.in_gebied(gemeente, gebied, tx.op))]
    return [_maatregel(tx, UUID(rij[0])) for rij in gevonden]


def _maatregel(tx: Transaction, maatregel_id: UUID) -> Maatregel:
    return given(cast("list[MaatregelFact]", tx.facts(maatregel_id)))

"""Handing over, as units of the ledger: offer what a rule names, record each attempt, and hear the clocks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.intake.behandeling import Stand, Status, stand_van
from services.intake.behandeling.dagklok import einde_van_de_dag, waarschuw_op
from services.intake.behandeling.doorzetten import (
    bezorging,
    bied_aan,
    gemist_cluster,
    gemiste_partners,
    kiezen_voor,
    niemand_gekozen,
    staak,
)
from services.intake.melding import Waarneming
from services.intake.store import klok_weg, klok_zetten
from shared.contracts import Fact
from shared.contracts.intake import MeldingDoorgezet, Registratie
from shared.ledger import Transaction, from_iso, iso
from shared.profiel import Profiel, Profielen
from shared.verzending.vormen import Uitslag


class Doorzetting:
    """The use cases of KG-2.3a and KG-2.3b, for the profiles that have rules for it."""

    def __init__(self, profielen: Profielen) -> None:
        self._profielen = profielen
        self._met_regels = {p.gemeente.code for p in profielen.alle() if p.doorzetten.regels or p.doorzetten.cluster}

    def bij_ontvangst(self, tx: Transaction, feit: Waarneming) -> None:
        """Offer a new melding to whom the rules name, in the unit that stores it."""
        if feit.gemeente in self._met_regels and feit.registratie is not Registratie.HISTORISCH:
            self.weeg(tx, Stand(feit))
            self._zet_dagklok(tx, Stand(feit))

    def weeg(self, tx: Transaction, stand: Stand) -> None:
        """Offer a melding, as it stands now, to whom it was not offered yet."""
        if stand.waarneming.gemeente not in self._met_regels or stand.status is Status.GESLOTEN:
            return
        profiel = self._profielen.van(stand.waarneming.gemeente)
        aangeboden = bied_aan(stand, profiel, tx.op)
        tx.append(stand.id, *aangeboden)
        self.bewaak(tx, stand, aangeboden)
        if (regel := kiezen_voor(stand, profiel)) and not stand.doorgezet:
            uiterlijk = tx.op + regel.binnen
            over = {"uiterlijk": iso(uiterlijk), "regel": regel.regel, "correlatie": tx.context.correlatie}
            tx.execute(*klok_zetten(stand.id, "kiezen", uiterlijk, over))

    def bewaak(self, tx: Transaction, stand: Stand, aangeboden: Sequence[MeldingDoorgezet]) -> None:
        """Set the clock of the partners at the first moment that one of them should have it."""
        profiel = self._profielen.van(stand.waarneming.gemeente)
        cluster = profiel.doorzetten.cluster
        alle = {**stand.doorgezet, **{feit.aan: feit for feit in aangeboden}}
        momenten = [
            feit.uiterlijk
            for code, feit in alle.items()
            if feit.uiterlijk and feit.uitkomst != "bezorgd" and not (cluster and code == cluster.aan)
        ]
        if nog := [moment for moment in momenten if moment > tx.op]:
            tx.execute(*klok_zetten(stand.id, "partner", min(nog), {"correlatie": tx.context.correlatie}))

    def _zet_dagklok(self, tx: Transaction, stand: Stand) -> None:
        profiel = self._profielen.van(stand.waarneming.gemeente)
        if cluster := profiel.doorzetten.cluster:
            einde = einde_van_de_dag(tx.op, profiel.zone)
            op = waarschuw_op(tx.op, einde, cluster.vooraf)
            over = {"uiterlijk": iso(einde), "correlatie": tx.context.correlatie}
            tx.execute(*klok_zetten(stand.id, "cluster", op, over))

    def leg_vast(
        self, tx: Transaction, melding_id: UUID, aan: str, uitslagen: Sequence[Uitslag], *, poging: int
    ) -> None:
        """Record what came of an attempt; an arrival is recorded once."""
        stand = stand_van(tx.facts(melding_id))
        tx.append(melding_id, *bezorging(stand, aan, uitslagen, poging=poging, op=tx.op))

    def staak(self, tx: Transaction, melding_id: UUID, aan: str, *, poging: int) -> None:
        """Record that it is not tried any more."""
        tx.append(melding_id, *staak(stand_van(tx.facts(melding_id)), aan, poging))

    def klok(self, tx: Transaction, gegevens: dict[str, Any]) -> None:
        """Hear a clock: record what is missed, and let the clock go, or set it for who is due later."""
        melding_id, soort = UUID(gegevens["id"]), gegevens["soort"]
        stand = stand_van(tx.facts(melding_id))
        tx.append(melding_id, *self._gemist(stand, gegevens, tx.op))
        tx.execute(*klok_weg(melding_id, soort))
        if soort == "partner":
            self.bewaak(tx, stand, ())

    def _gemist(self, stand: Stand, gegevens: dict[str, Any], op: datetime) -> Sequence[Fact]:
        profiel: Profiel = self._profielen.van(stand.waarneming.gemeente)
        match gegevens["soort"]:
            case "partner":
                return gemiste_partners(stand, profiel, op)
            case "cluster":
                return gemist_cluster(stand, profiel, uiterlijk=from_iso(gegevens["uiterlijk"]))
            case _:
                uiterlijk = from_iso(gegevens["uiterlijk"])
                return niemand_gekozen(stand, profiel, uiterlijk=uiterlijk, regel=gegevens["regel"])

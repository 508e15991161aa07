"""What intake does. A use case is prepared here, outside the ledger's thread, and runs there as one unit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.intake import volgcode
from services.intake.application.doorzetten import Doorzetting
from services.intake.application.lezen import Gelezen
from services.intake.bezwaren import Keuzes, Omstandigheid, keuzes
from services.intake.geheim import Geheim
from services.intake.melding import AndereInhoud, Waarneming, meld_incident, ontvang, zelfde_inhoud
from services.intake.nummer import TOEVAL, nummer
from services.intake.opgave import IncidentOpgave, MeldingOpgave, Opgave, herkomst
from services.intake.store import VAN_VOLGCODE, bewaar_volgcode
from shared.facts import Fout, OngeldigeInvoer
from shared.ledger import Transaction, from_iso
from shared.maskering import Gemaskeerd
from shared.profiel import Profielen
from shared.teksten import bewaar, klopt
from shared.toeval import Toeval

OPENBAAR = "openbaar"
FORMULIER = "formulier"
"""The source of what a form of ours sends; its reference is the random key of that filling-in, kept nowhere."""
NOG_TE_ZIEN = timedelta(hours=1)
"""So long the same form gives the same volgcode again: whoever lost the connection has no other way to it."""
_GEEN = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who states something. `naam` keeps the references of senders apart; `medewerker`: came with a key or session.

    `volgt`: somebody who can use a volgcode hears the answer. `namens_melder`: a desk that fills in what somebody tells
    it, so that what a resident need not know it need not know either.
    """

    naam: str = OPENBAAR
    medewerker: bool = False
    volgt: bool = True
    namens_melder: bool = False


IEDEREEN = Afzender()


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What the sender hears. `nieuw` False: a repetition; that of a form alone shows the `volgcode`, for an hour."""

    melding_id: UUID
    volgcode: str | None
    nieuw: bool


Herkomst = tuple[str, str]
"""A source, and the reference of a statement there."""
UseCase = Callable[[Transaction], Ontvangst]


class Intakedienst:
    """Accepts meldingen and incidents for one or more municipalities."""

    def __init__(self, profielen: Profielen, geheim: Geheim) -> None:
        self._keuzes = {profiel.gemeente.code: keuzes(profiel) for profiel in profielen.alle()}
        self._geheim, self._toeval, self._doorzetting = geheim, Toeval(), Doorzetting(profielen)

    def ontvang(
        self,
        gelezen: Gelezen[MeldingOpgave],
        afzender: Afzender = IEDEREEN,
        *,
        verzoek: Herkomst | None = None,
        historisch: bool = False,
    ) -> UseCase:
        """Accept a melding. `verzoek` names the request: a repetition of it finds the melding that stands.

        Raises (when it runs):
            OngeldigeInvoer: every field that must change. AndereInhoud: the reference is of another melding.
        """
        bij = self._bij(gelezen, afzender, historisch=historisch)

        def besluit(tx: Transaction, melding_id: UUID) -> Waarneming:
            return ontvang(gelezen.opgave, bij(tx), melding_id=melding_id, bezwaren=gelezen.bezwaren)

        return self._use_case(gelezen.opgave, afzender, verzoek, besluit)

    def bezwaren(self, gelezen: Gelezen[MeldingOpgave], afzender: Afzender, op: datetime) -> tuple[Fout, ...]:
        """Say what there would be against a melding at `op`, and take nothing: for a form that asks part by part."""
        try:
            keuzes = self._keuzes_voor(gelezen.opgave, gelezen.bezwaren)
            ontvang(
                gelezen.opgave,
                Omstandigheid(keuzes, op, afzender.medewerker, namens_melder=afzender.namens_melder),
                melding_id=_GEEN,
                bezwaren=gelezen.bezwaren,
            )
        except OngeldigeInvoer as fout:
            return tuple(fout.fouten)
        return ()

    def meld_incident(
        self,
        gelezen: Gelezen[IncidentOpgave],
        afzender: Afzender,
        *,
        verzoek: Herkomst | None = None,
        historisch: bool = False,
    ) -> UseCase:
        """Accept an incident of the COA; the rest is as for `ontvang`."""
        bij = self._bij(gelezen, afzender, historisch=historisch)

        def besluit(tx: Transaction, melding_id: UUID) -> Waarneming:
            return meld_incident(gelezen.opgave, bij(tx), melding_id=melding_id, bezwaren=gelezen.bezwaren)

        return self._use_case(gelezen.opgave, afzender, verzoek, besluit)

    def _bij(
        self, gelezen: Gelezen[MeldingOpgave] | Gelezen[IncidentOpgave], afzender: Afzender, *, historisch: bool
    ) -> Callable[[Transaction], Omstandigheid]:
        gekozen = self._keuzes_voor(gelezen.opgave, gelezen.bezwaren)
        return lambda tx: Omstandigheid(
            gekozen, tx.op, afzender.medewerker, historisch, namens_melder=afzender.namens_melder
        )

    def _keuzes_voor(self, opgave: Opgave, bezwaren: tuple[Fout, ...]) -> Keuzes:
        """Find the municipality: it must be named only where there is more than one."""
        if len(self._keuzes) == 1:
            return next(iter(self._keuzes.values()))
        if opgave.gemeente in self._keuzes:
            return self._keuzes[opgave.gemeente]
        raise OngeldigeInvoer(*bezwaren, Fout("gemeente", f"verplicht: kies uit {', '.join(sorted(self._keuzes))}"))

    def _use_case(
        self,
        opgave: Opgave,
        afzender: Afzender,
        verzoek: Herkomst | None,
        besluit: Callable[[Transaction, UUID], Waarneming],
    ) -> UseCase:
        eigen = herkomst(opgave)
        bekend_als = eigen or verzoek
        vast = self._geheim.melding_id(afzender.naam, *bekend_als) if bekend_als else None
        toeval = self._toeval.neem(TOEVAL)
        code = self._code(afzender, None if eigen else verzoek)

        def use_case(tx: Transaction) -> Ontvangst:
            feit = besluit(tx, vast or nummer(tx.op, toeval))
            if vast and (eerder := tx.facts(vast)):
                return self._herhaald(tx, eerder[0], feit, opgave.toelichting, code)
            return self._neem_aan(tx, feit, opgave.toelichting, code)

        return use_case

    def _code(self, afzender: Afzender, verzoek: Herkomst | None) -> str | None:
        """Make a volgcode: of chance, or, for a form, of its key and the secret of the installation."""
        if not afzender.volgt:
            return None
        if verzoek is None or verzoek[0] != FORMULIER:
            return volgcode.maak(self._toeval.neem(volgcode.TOEVAL))
        return volgcode.maak(self._geheim.toeval_van_formulier(afzender.naam, verzoek[1], volgcode.TOEVAL))

    def _neem_aan(self, tx: Transaction, feit: Waarneming, tekst: Gemaskeerd | None, code: str | None) -> Ontvangst:
        if tekst:
            feit = feit.model_copy(update={"tekstzegel": bewaar(tx, tekst)})
        tx.append(feit.melding_id, feit)
        self._doorzetting.bij_ontvangst(tx, feit)
        if code:
            tx.execute(*bewaar_volgcode(self._geheim.zegel_van_code(volgcode.lees(code)), str(feit.melding_id)))
        return Ontvangst(feit.melding_id, code, nieuw=True)

    def _herhaald(
        self, tx: Transaction, eerder: object, feit: Waarneming, tekst: str | None, code: str | None
    ) -> Ontvangst:
        if (
            not isinstance(eerder, Waarneming)
            or not zelfde_inhoud(eerder, feit)
            or not _zelfde_tekst(tx, eerder, tekst)
        ):
            raise AndereInhoud(
                "Dit kenmerk hoort al bij een melding met een andere inhoud. Stuur dezelfde inhoud, of gebruik een"
                " nieuw kenmerk (of een nieuwe Idempotency-Key)."
            )
        return Ontvangst(feit.melding_id, code if code and self._nog_te_zien(tx, feit, code) else None, nieuw=False)

    def _nog_te_zien(self, tx: Transaction, feit: Waarneming, code: str) -> bool:
        """Whether this is the code that the melding has, given out less than an hour ago."""
        zegel = self._geheim.zegel_van_code(volgcode.lees(code))
        rijen = tx.query(VAN_VOLGCODE, (zegel, str(feit.melding_id)))
        return bool(rijen) and tx.op - from_iso(rijen[0][0]) < NOG_TE_ZIEN


def _zelfde_tekst(tx: Transaction, eerder: Waarneming, tekst: str | None) -> bool:
    """Compare with the stored salt. A text that was erased since can be compared with nothing: then it is the same."""
    if eerder.tekstzegel is None or not tekst:
        return eerder.tekstzegel is None and not tekst
    rijen = tx.query("SELECT tekst, zout FROM teksten WHERE id = ?", (eerder.tekstzegel,))
    gewist = not rijen or not klopt(rijen[0][0], rijen[0][1], eerder.tekstzegel)
    return gewist or klopt(tekst, rijen[0][1], eerder.tekstzegel)

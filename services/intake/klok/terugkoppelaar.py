"""Telling a reporter something by mail or SMS, where that was asked for (KG-2.3c): never twice, never in silence.

A mark on disk comes before each attempt, the outcome after it. Stopped in between, nobody knows whether it went out:
then it is recorded as not sent, and staff can call. A reporter who hears twice might not be alone with the telephone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from services.intake.application.contacten import Contacten
from services.intake.kluis import Contact, Doel, Lezer
from services.intake.store.melder import BEGON_AL, begin_verzending, einde_verzending, verzendnummer
from services.intake.terugkoppeling import (
    ONZEKER,
    Gelegenheid,
    Melder,
    Weg,
    is_verteld,
    melder_van,
    niet_verzonden,
    schrijf,
    sjabloon_voor,
    verzonden,
)
from shared.contracts.intake import TerugkoppelingGegeven
from shared.facts import Context, NietGevonden
from shared.klok import Klok
from shared.ledger import Ledger, Timer, Transaction
from shared.profiel import Profiel, Profielen
from shared.profiel.kanalen import uit_omgeving
from shared.verzending.bewaarkanaal import is_bewaren, met_map
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Bericht

AAN = "{aan}"
LEZER = Lezer("meldketen")


class Kanniet(Exception):
    """This message does not go out; the reason is Dutch."""


@dataclass(frozen=True, slots=True, repr=False)
class _Zending:
    """Everything to send one message."""

    bericht: Bericht
    adres: str
    weg: Weg
    sjabloon: str


class Terugkoppelaar:
    """Handles the timers of feedback."""

    def __init__(
        self,
        ledger: Ledger,
        contacten: Contacten,
        profielen: Profielen,
        kanalen: Kanalen,
        *,
        berichten: Path,
        basis_url: str,
        environ: Mapping[str, str],
        klok: Klok,
    ) -> None:
        self._ledger, self._contacten, self._profielen, self._kanalen = ledger, contacten, profielen, kanalen
        self._berichten, self._basis_url, self._environ, self._klok = berichten, basis_url, environ, klok

    async def vertel(self, timer: Timer, context: Context) -> None:
        """Tell what this timer is about, or record why not."""
        bij = _gelegenheid(timer)
        feiten = [recorded.fact for recorded in await self._ledger.load(bij.melding_id)]
        melder = melder_van(feiten)
        if melder is None or is_verteld(feiten, bij):
            return
        try:
            zending = await self._zending(melder, bij, context)
            await self._ledger.run(lambda tx: _begin(tx, bij), context)
        except Kanniet as reden:
            feit = niet_verzonden(melder, bij, str(reden))
        else:
            feit = await self._stuur(melder, bij, zending, context)
        await self._ledger.run(lambda tx: _leg_vast(tx, bij, feit), Context(self._klok(), context.correlatie))

    async def _zending(self, melder: Melder, bij: Gelegenheid, context: Context) -> _Zending:
        profiel = self._profielen.van(melder.gemeente)
        sjabloon, bezwaar = sjabloon_voor(profiel, bij.aanleiding, context.op.astimezone(profiel.zone).date())
        if sjabloon is None or bezwaar:
            raise Kanniet(bezwaar)
        self._eis_kanaal(profiel)
        weg, naar = self._weg(profiel, await self._lees(melder, bij, context))
        bericht = schrijf(sjabloon, profiel, melder.locatie, f"{self._basis_url}/volgen")
        return _Zending(bericht, self._adres(profiel, weg, naar, bij), weg, sjabloon.code)

    def _eis_kanaal(self, profiel: Profiel) -> None:
        """Without any way out there is no reason to read anything."""
        if not any(self._ingesteld(profiel, weg) for weg in ("mail", "sms")):
            raise Kanniet("er is geen kanaal ingesteld voor mail of sms")

    async def _lees(self, melder: Melder, bij: Gelegenheid, context: Context) -> Contact:
        doel = Doel.TERUGKOPPELING_VERSTUREN
        try:
            return await self._contacten.lees(
                bij.melding_id, gemeente=melder.gemeente, doel=doel, lezer=LEZER, context=context
            )
        except NietGevonden:
            raise Kanniet("er zijn geen contactgegevens (meer)") from None

    def _weg(self, profiel: Profiel, contact: Contact) -> tuple[Weg, str]:
        """Choose mail where both can be: one message a time."""
        keuzes: tuple[tuple[Weg, str | None], ...] = (("mail", contact.email), ("sms", contact.telefoon))
        gevraagd: list[tuple[Weg, str]] = [(weg, naar) for weg, naar in keuzes if naar]
        for weg, naar in gevraagd:
            if self._ingesteld(profiel, weg):
                return weg, naar
        raise Kanniet(f"er is geen kanaal ingesteld voor {' of '.join(weg for weg, _ in gevraagd)}")

    def _ingesteld(self, profiel: Profiel, weg: str) -> str:
        return next(iter(uit_omgeving((getattr(profiel.terugkoppelen, weg),), self._environ)), "")

    def _adres(self, profiel: Profiel, weg: Weg, naar: str, bij: Gelegenheid) -> str:
        sjabloon = self._ingesteld(profiel, weg)
        if is_bewaren(sjabloon):
            return met_map(sjabloon, self._berichten, f"melder-{bij.aanleiding}-{bij.melding_id.hex[-8:]}")
        if AAN not in sjabloon:
            raise Kanniet(f"het kanaal voor {weg} is niet goed ingesteld: {AAN} ontbreekt in het adres")
        return sjabloon.replace(AAN, quote(naar, safe=""))

    async def _stuur(
        self, melder: Melder, bij: Gelegenheid, zending: _Zending, context: Context
    ) -> TerugkoppelingGegeven:
        uitslag = (await self._kanalen.verzend([zending.adres], zending.bericht))[0]
        return verzonden(melder, bij, uitslag, sjabloon=zending.sjabloon, weg=zending.weg, op=context.op)


def _gelegenheid(timer: Timer) -> Gelegenheid:
    gegevens = timer.gegevens
    vraag = UUID(gegevens["vraag"]) if gegevens["vraag"] else None
    return Gelegenheid(UUID(gegevens["melding"]), gegevens["aanleiding"], vraag, int(gegevens["poging"]))


def _nummer(bij: Gelegenheid) -> str:
    return verzendnummer(bij.melding_id, bij.aanleiding, bij.vraag_id)


def _begin(tx: Transaction, bij: Gelegenheid) -> None:
    """Mark the attempt; a mark that stands already is of one that was cut off."""
    if tx.query(BEGON_AL, (_nummer(bij),)):
        raise Kanniet(ONZEKER)
    tx.execute(*begin_verzending(_nummer(bij), bij.poging))


def _leg_vast(tx: Transaction, bij: Gelegenheid, feit: TerugkoppelingGegeven) -> None:
    if not is_verteld(tx.facts(bij.melding_id), bij):
        tx.append(bij.melding_id, feit)
    tx.execute(*einde_verzending(_nummer(bij)))

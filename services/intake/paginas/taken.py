"""What waits for somebody at intake: its part of the start page."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from services.intake.application import Quarantaine
from services.intake.application.bevoegd import mag_zien
from services.intake.application.gesprekken import Gesprekken
from services.intake.application.quarantaine import Wachtend
from services.intake.application.werkvoorraad import Telling, Werkvoorraad
from shared.coaberichten import is_beschadigd
from shared.ledger import Ledger
from shared.taken import Soort, Taak, geteld
from shared.web import Wie, mag
from shared.web.opmaak import ZONE

NIEUW_DAGEN = 7


class Intaketaken:
    """Asks what waits, as far as this role does it."""

    def __init__(self, ledger: Ledger, gesprekken: Gesprekken, quarantaine: Quarantaine) -> None:
        self._ledger, self._gesprekken, self._quarantaine = ledger, gesprekken, quarantaine
        self._voorraad = Werkvoorraad(ledger)

    async def __call__(self, lezer: Wie, nu: datetime) -> Sequence[Taak]:
        """Give the tasks of this reader."""
        taken: list[Taak] = []
        if mag(lezer, "melding.behandelen"):
            taken += await self._behandelen(lezer, nu)
        if mag(lezer, "gesprek.lezen"):
            taken += await self._schreven(lezer)
        if mag(lezer, "doorgezet.lezen"):
            taken += _taak("Lees wat aan u is doorgezet", "/aan-mij", await self._voorraad.aan_mij(lezer))
        if mag(lezer, "coa-berichten.lezen"):
            taken += await self._geweigerd(lezer)
        if mag(lezer, "incident.melden"):
            taken += await self._opnieuw(lezer)
        return taken

    async def _behandelen(self, lezer: Wie, nu: datetime) -> Iterable[Taak]:
        dag = (nu.astimezone(ZONE) - timedelta(days=NIEUW_DAGEN)).date()
        nieuw = await self._voorraad.nieuw(lezer, datetime.combine(dag, time(), ZONE))
        niet = await self._voorraad.niet_aangekomen(lezer)
        return (
            *_taak(
                "Bepaal de aard van meldingen",
                "/meldingen?aard=nog-te-bepalen",
                await self._voorraad.te_bepalen(lezer),
                "De melder wist niet wat voor gedrag het was. Zonder aard telt een melding nergens goed mee.",
            ),
            *_taak(
                "Bekijk nieuwe meldingen",
                f"/meldingen?soort=melding&status=ontvangen&besproken=nee&vanaf={dag}",
                nieuw,
                "Van de laatste zeven dagen, nog niet opgepakt en niet besproken.",
            ),
            *_taak(
                "Kijk naar wat niet aankwam bij een partner",
                "/doorzettingen",
                niet,
                "Bel de partner als het lang duurt.",
            ),
        )

    async def _schreven(self, lezer: Wie) -> Sequence[Taak]:
        gevonden = await self._gesprekken.ongelezen(lezer)
        return geteld(
            len(gevonden), "Lees wat melders schreven", "/meldingen", sinds=gevonden[0].sinds if gevonden else None
        )

    async def _wachtend(self, lezer: Wie) -> list[Wachtend]:
        """Give the messages that could not be taken."""
        alle = await self._quarantaine.lijst(self._ledger)
        return [een for een in alle if mag_zien(lezer, gemeente=een.geweigerd.gemeente, locatie=een.geweigerd.locatie)]

    async def _opnieuw(self, lezer: Wie) -> Sequence[Taak]:
        """The COA alone can send it again: this stays until somebody handled the message, whoever confirmed it."""
        wachtend = await self._wachtend(lezer)
        uitleg = (
            "Wij konden een bericht van uw locatie niet verwerken. Meld het incident hier, of stuur het opnieuw met uw "
            "eigen systeem. Al gedaan? Dan hoeft u niets meer te doen: het piket of team OOV haalt dit weg."
        )
        wat = "Geef door wat niet aankwam"
        return geteld(len(wachtend), wat, "/melden", soort=Soort.NU, sinds=_eerste(wachtend), toelichting=uitleg)

    async def _geweigerd(self, lezer: Wie) -> Sequence[Taak]:
        """Who can do nothing about a damaged message only knows of it."""
        wachtend = await self._wachtend(lezer)
        wat, soort = "Handel COA-berichten af", Soort.NU
        uitleg = "Een bericht van een COA-locatie kon niet worden verwerkt. Er kan een incident in staan."
        if not mag(lezer, "coa-berichten.afhandelen"):
            kan = any(not is_beschadigd(een.geweigerd.reden) for een in wachtend)
            wat, soort = "Kijk naar COA-berichten die niet zijn verwerkt", Soort.NU if kan else Soort.WETEN
            uitleg += "" if kan else " Het piket of team OOV handelt dat af."
        return geteld(len(wachtend), wat, "/coa-berichten", soort=soort, sinds=_eerste(wachtend), toelichting=uitleg)


def _eerste(wachtend: Sequence[Wachtend]) -> datetime | None:
    return min((een.sinds for een in wachtend), default=None)


def _taak(wat: str, pad: str, telling: Telling, toelichting: str = "") -> Sequence[Taak]:
    return geteld(telling.aantal, wat, pad, sinds=telling.sinds, toelichting=toelichting)

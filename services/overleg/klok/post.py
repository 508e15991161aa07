"""Invitations by mail: the message with its calendar file, and handing it to the mail server."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

import aiosmtplib

from services.overleg.beelden import Overlegbeeld
from services.overleg.vormen.agendabestand import uitnodiging
from shared.contracts.overleg import Uitnodigingsoort
from shared.profiel import Profiel
from shared.profiel.regels import volgens
from shared.web.opmaak import tijdstip

WACHT = 10.0
"""Seconds for the mail server to answer."""
ZINNEN: dict[Uitnodigingsoort, tuple[str, str]] = {
    "uitnodiging": ("Uitnodiging", "U bent uitgenodigd voor dit overleg."),
    "wijziging": ("Verzet", "Dit overleg is verzet naar een ander moment."),
    "annulering": ("Gaat niet door", "Dit overleg gaat niet door."),
}


class PostNietBezorgd(Exception):
    """The mail server did not take it; the text is Dutch and holds no address."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One message to one partner."""

    overleg: Overlegbeeld
    soort: Uitnodigingsoort
    naar: str


@dataclass(frozen=True, slots=True)
class Postbode:
    """Hands messages to the mail server of the installation. `server`: `smtp://user:password@host:port`."""

    server: str
    afzender: str
    adres: str

    async def bezorg(self, brief: Brief, profiel: Profiel) -> None:
        """Send one message.

        Raises:
            PostNietBezorgd: the server is away or refuses it.
        """
        deel = urlsplit(self.server)
        try:
            await aiosmtplib.send(
                self.maak(brief, profiel),
                sender=self.afzender,
                recipients=[brief.naar],
                hostname=deel.hostname or "localhost",
                port=deel.port,
                username=unquote(deel.username) if deel.username else None,
                password=unquote(deel.password) if deel.password else None,
                use_tls=deel.scheme == "smtps",
                timeout=WACHT,
            )
        except (aiosmtplib.SMTPException, OSError) as fout:
            raise PostNietBezorgd(f"de mailserver nam het niet aan ({type(fout).__name__})") from fout

    def maak(self, brief: Brief, profiel: Profiel) -> EmailMessage:
        """The message: words for people, and the calendar entry for their programs."""
        overleg, kop = brief.overleg, ZINNEN[brief.soort][0]
        bericht = EmailMessage(policy=SMTP)
        bericht["From"], bericht["To"] = self.afzender, brief.naar
        bericht["Subject"] = f"{kop}: {overleg.naam}, {tijdstip(overleg.aanvang)}"
        bericht["Date"] = format_datetime(overleg.bijgewerkt or overleg.aanvang)
        bericht["Message-ID"] = f"<{overleg.overleg_id}.{overleg.volgnummer}.{brief.soort}@meldketen>"
        bericht.set_content(self._tekst(brief, profiel))
        wat = uitnodiging(overleg, profiel.zone, adres=self.adres, afzender=self.afzender, genodigde=brief.naar)
        methode = "CANCEL" if brief.soort == "annulering" else "REQUEST"
        bericht.add_alternative(wat.decode(), subtype="calendar", params={"method": methode})
        bericht.add_attachment(wat, maintype="application", subtype="ics", filename="overleg.ics")
        return bericht

    def _tekst(self, brief: Brief, profiel: Profiel) -> str:
        overleg = brief.overleg
        plek = profiel.locatie(overleg.locatie)
        regels = [
            ZINNEN[brief.soort][1],
            "",
            f"Overleg: {overleg.naam}",
            f"Wanneer: {tijdstip(overleg.aanvang)}",
            f"Locatie: {plek.naam if plek else overleg.locatie}",
            f"Waarom: {volgens(overleg.regel, profiel)}",
            "",
            f"De agenda staat op {self.adres}/overleg/{overleg.overleg_id}",
        ]
        return "\n".join(regels)

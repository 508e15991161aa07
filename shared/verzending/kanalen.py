"""Sending through Apprise, with its dozens of services. Blocking, so in threads of its own and with a limit."""

import asyncio
import logging
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from apprise import Apprise, AppriseAsset, NotifyFormat, NotifyType
from apprise.logger import LOGGER_NAME

from shared.verzending.bewaarkanaal import registreer
from shared.verzending.vormen import Bericht, Uitslag

TEGELIJK = 16
VERBINDEN, ANTWOORDEN, ALLES = 4.0, 5.0, 20.0
"""Seconds to connect, to wait for an answer, and for the whole."""
GEEN_ANTWOORD = "de ontvanger antwoordde niet op tijd"

_OORZAKEN = (
    (r"error=(\d{3})", "de ontvanger gaf fout {0}"),
    (r"timed? ?out", GEEN_ANTWOORD),
    (
        r"name resolution|name or service|nodename|getaddrinfo|failed to resolve|no address",
        "het adres is niet te vinden",
    ),
    (r"refused", "de verbinding is geweigerd"),
    (r"certificate|ssl", "de beveiligde verbinding lukte niet"),
    (r"authenticat|credentials", "aanmelden bij het kanaal lukte niet"),
)
_VERBINDEN = re.compile(r"connect ?timeout|connection to \S+ timed out", re.IGNORECASE)
"""Nothing was handed over yet."""
_SOORT = re.compile(r"[a-z][a-z0-9+.-]{0,20}(?=://)", re.IGNORECASE)


class Kanalen:
    """The way out: every address is tried, each has its own result."""

    def __init__(self, *, verbinden: float = VERBINDEN, antwoorden: float = ANTWOORDEN, alles: float = ALLES) -> None:
        self._verbinden, self._antwoorden, self._alles = verbinden, antwoorden, alles
        self._threads = ThreadPoolExecutor(TEGELIJK, thread_name_prefix="verzend")
        _houd_logboek_binnen()

    async def warm_op(self) -> None:
        """Load what Apprise loads at first use, so that the first notice does not wait for it."""
        await asyncio.get_running_loop().run_in_executor(self._threads, registreer)

    async def verzend(self, adressen: Sequence[str], bericht: Bericht) -> list[Uitslag]:
        """Send to every address at the same time; never raises."""
        return await asyncio.gather(*(self._een(adres, bericht) for adres in adressen))

    def sluit(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _een(self, adres: str, bericht: Bericht) -> Uitslag:
        loop = asyncio.get_running_loop()
        poging = loop.run_in_executor(self._threads, partial(self._stuur, adres, bericht))
        try:
            async with asyncio.timeout(self._alles):
                fout, onzeker = await poging
            return Uitslag(soort(adres), fout, onzeker)
        except TimeoutError:
            return Uitslag(soort(adres), GEEN_ANTWOORD, onzeker=True)
        except Exception as fout:  # noqa: BLE001 - whatever a plugin does: the notice failed, and that is recorded
            return Uitslag(soort(adres), f"het kanaal ging stuk ({type(fout).__name__})", onzeker=True)

    def _stuur(self, adres: str, bericht: Bericht) -> tuple[str, bool]:
        registreer()
        apprise = Apprise(asset=AppriseAsset(async_mode=False))  # this is a thread already
        kanaal = apprise.instantiate(adres, asset=apprise.asset)
        if kanaal is None:
            return "het adres van dit kanaal klopt niet", False
        kanaal.socket_connect_timeout, kanaal.socket_read_timeout = self._verbinden, self._antwoorden
        kanaal.notify_format = NotifyFormat.TEXT
        apprise.add(kanaal)
        resultaat = apprise.notify(
            body=bericht.tekst,
            title=bericht.titel,
            notify_type=NotifyType.WARNING,
            body_format=NotifyFormat.TEXT,
            log_level=logging.DEBUG,
        )
        return ("", False) if resultaat else _oorzaak(resultaat)


def _houd_logboek_binnen() -> None:
    """Hear why something failed, but let nothing through to our log: its lines hold addresses of people (promise 7)."""
    logboek = logging.getLogger(LOGGER_NAME)
    logboek.propagate = False
    logboek.setLevel(logging.DEBUG)
    if not logboek.handlers:
        logboek.addHandler(logging.NullHandler())


def soort(adres: str) -> str:
    """Give the kind of channel; never the address, in which names and secrets stand."""
    gevonden = _SOORT.match(adres)
    return gevonden[0].lower() if gevonden else "onbekend"


def _oorzaak(resultaat: Any) -> tuple[str, bool]:
    """Say in Dutch why it failed, without what the log tells about addresses; and whether it may have arrived."""
    regels = "\n".join(regel.message for regel in resultaat.logs())
    for patroon, reden in _OORZAKEN:
        if gevonden := re.search(patroon, regels, re.IGNORECASE):
            return reden.format(*gevonden.groups()), reden == GEEN_ANTWOORD and not _VERBINDEN.search(regels)
    return "het kanaal nam het bericht niet aan", False

"""An installation for the browser: its keys and sign-in links are made in this process, which saves a second each."""

from functools import cached_property
from pathlib import Path
from typing import Any

from shared.klok import echte_klok
from shared.profiel import Rol
from shared.web.toegang import Toegang, open_toegang
from tests.journeys.installatie import Installatie
from tests.wachten import wacht_tot

PUBLIEK = "publiek"
ROLLEN = (PUBLIEK, *(str(rol) for rol in Rol))
LOCATIE = "rokkeveenseweg"
VERZONNEN = "Alles in deze proef is verzonnen."
GEWAARSCHUWD = ("politie", "burgemeester", "om", "oov", "piket", "coa")


class Huis(Installatie):
    """One running chain; `weet` holds the ids of what was put into it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, kanalen=dict.fromkeys(GEWAARSCHUWD, "bewaar://"))
        self._env |= {"MELDKETEN_SNELHEIDSLIMIET": "false", "MELDKETEN_MELDING_BOVENAAN": VERZONNEN}
        self.pas_profiel_aan(('historisch_na = "P7D"', 'historisch_na = "P7D"\ntalen = ["nl", "en", "ar", "uk"]'))
        self.weet: dict[str, Any] = {}
        self.bereisd = False
        """Whether a journey went through it: then it is not as it was filled."""

    @cached_property
    def toegang(self) -> Toegang:
        """The store of access, beside the running chain as the command line opens it."""
        return open_toegang(str(self.data), echte_klok)

    def link(self, rol: str) -> str:
        """Return a sign-in link that works once."""
        return self.url + self.toegang.maak_link(Rol(rol), locatie=_plek(rol))

    def stop(self) -> None:
        """Let go of the store, and stop."""
        if "toegang" in self.__dict__:
            self.toegang.close()
        super().stop()

    def berichten(self, rol: str) -> list[str]:
        """Return the notices that were kept for a role, the oldest first."""
        bestanden = sorted(self.data.glob("berichten/*.txt"), key=lambda pad: pad.stat().st_mtime_ns)
        return [text for pad in bestanden if rol in pad.name for text in [pad.read_text()]]

    def tot_rust(self) -> None:
        """Wait until every service has heard everything."""
        wacht_tot(self.is_rustig, 20, op="rust")

    def _sleutel(self, rol: str) -> str:
        if rol not in self._sleutels:
            self._sleutels[rol] = self.toegang.maak_sleutel(Rol(rol), label="proef", locatie=_plek(rol))
        return self._sleutels[rol]


def _plek(rol: str) -> str | None:
    return LOCATIE if rol == "coa" else None

"""A real installation in a folder of its own: `meldketen start` as a process, spoken to from outside."""

import json
import signal
import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import httpx

from shared.klok import echte_klok
from shared.profiel import Rol
from shared.web.toegang import open_toegang
from tests.programma import REPO, Afloop, Proces, schone_omgeving, start, voer_uit
from tests.wachten import wacht_tot

PROFIEL = REPO / "deploy" / "profielen" / "zoetermeer.toml"
START_SECONDS = 120
ZONDER_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Each client of its own reads every authority of the world, for servers on loopback that have no certificate."""


class Installatie:
    """One folder, one process at a time. `kanalen`: Apprise address per role; `instellingen`: more environment.

    `koud`: its process begins from nothing, for what has to be there before Python is.
    """

    def __init__(
        self,
        folder: Path,
        *,
        kanalen: Mapping[str, str] | None = None,
        database: str = "",
        instellingen: Mapping[str, str] | None = None,
        koud: bool = False,
    ) -> None:
        self.folder, self.data = folder, folder / "gegevens"
        self.profiel = folder / "zoetermeer.toml"
        self.profiel.write_text(PROFIEL.read_text())
        self._env = schone_omgeving()
        self._env |= {f"MELDKETEN_KANAAL_{rol.upper()}": url for rol, url in (kanalen or {}).items()}
        self._env |= {"MELDKETEN_DATABASE": database} if database else {}
        self.instellingen = dict(instellingen or {})
        self._env |= self.instellingen
        self.database, self._koud = database, koud
        self._uitvoer = folder / "uitvoer.txt"
        self._sleutels: dict[str, str] = {}
        self.proces: Proces | None = None
        self.url = ""

    def pas_profiel_aan(self, *vervangingen: tuple[str, str]) -> Self:
        """Replace words in the profile; each must be there, or the test means nothing."""
        text = self.profiel.read_text()
        for oud, nieuw in vervangingen:
            assert oud in text, oud
            text = text.replace(oud, nieuw)
        self.profiel.write_text(text)
        return self

    def start(self) -> Self:
        """Start the chain on a free port and return when it says `gereed`."""
        self.begin()
        wacht_tot(lambda: self._regel("gereed: "), START_SECONDS, op="gereed")
        return self

    def begin(self) -> Self:
        """Start it and return when it says where it listens, ready or not."""
        self._uitvoer.unlink(missing_ok=True)
        self.proces = start(
            *("start", *self._plek, "--poort", "0"),
            plek=self.folder,
            omgeving=self._env,
            uit=self._uitvoer,
            fout=self._uitvoer,
            koud=self._koud,
        )
        regel = wacht_tot(lambda: self._regel("Meldketen draait op "), START_SECONDS, op="het adres")
        self.url = regel.split()[-1]
        return self

    def stop(self) -> None:
        """Stop as an operator does; it must end cleanly."""
        if self.proces is not None:
            self.proces.send_signal(signal.SIGTERM)
            code = self.proces.wait(15)
            assert code == 0, (code, self.uitvoer())
            self.proces = None

    def kill(self) -> None:
        """End the process as a power cut does."""
        assert self.proces is not None
        self.proces.kill()
        self.proces.wait(10)
        self.proces = None

    def uitvoer(self) -> str:
        """Return what it printed."""
        return self._uitvoer.read_text(errors="replace") if self._uitvoer.exists() else ""

    def opdracht(self, *woorden: str) -> Afloop:
        """Run another command on the same folder, beside the running chain."""
        naam, rest = woorden[:1], woorden[1:]
        if woorden[0] in {"sleutel", "profiel", "drempels"}:
            diep = 3 if woorden[1] == "groep" else 2
            naam, rest = woorden[:diep], woorden[diep:]
        return voer_uit(*naam, *self._plek, *rest, plek=self.folder, omgeving=self._env)

    def als(self, rol: str) -> httpx.Client:
        """Return a client that speaks with the key of a role; `publiek` has none."""
        headers = {} if rol == "publiek" else {"Authorization": f"Bearer {self._sleutel(rol)}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60, verify=ZONDER_TLS)

    def get(self, rol: str, pad: str, **query: Any) -> Any:
        """Read as a role; anything but 200 fails the test."""
        with self.als(rol) as client:
            answer = client.get(pad, params=query)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json()

    def post(self, rol: str, pad: str, inhoud: Mapping[str, Any] | None = None) -> httpx.Response:
        """Post JSON as a role."""
        with self.als(rol) as client:
            return client.post(pad, json=inhoud or {})

    def is_rustig(self) -> bool:
        """Say whether nothing is under way between the services."""
        stand = httpx.get(f"{self.url}/gereed", verify=ZONDER_TLS).json()["stand"]
        return all(aantal == 0 for naam, aantal in stand.items() if naam.split(".")[-1].startswith("te_"))

    @property
    def _plek(self) -> list[str]:
        return ["--data", str(self.data), "--profiel", str(self.profiel)]

    def _regel(self, begin: str) -> str | None:
        assert self.proces is not None
        assert self.proces.poll() is None, self.uitvoer()
        return next((regel for regel in self.uitvoer().splitlines() if regel.startswith(begin)), None)

    def _sleutel(self, rol: str) -> str:
        if rol not in self._sleutels:
            toegang = open_toegang(self.database or str(self.data), echte_klok)
            plek = "rokkeveenseweg" if rol == "coa" else None
            self._sleutels[rol] = toegang.maak_sleutel(Rol(rol), label=f"proef {rol}", locatie=plek)
            toegang.close()
        return self._sleutels[rol]


def melding(**velden: Any) -> dict[str, Any]:
    """Return the body of an invented melding that happened an hour ago."""
    return {
        "aard": "overlast",
        "plaats": "buiten-noodopvang",
        "locatie": "rokkeveenseweg",
        "voorgevallenOp": _een_uur_geleden(),
        "kanaal": "telefoon",
        "gerichtTegen": "omwonenden",
        "thema": "geluid",
        **velden,
    }


def incident(**velden: Any) -> dict[str, Any]:
    """Return the body of an invented incident with consequences for public order."""
    body = melding(aard="crimineel", thema="geweld", gerichtTegen="bewoners", **velden)
    del body["kanaal"]
    return {"gevolgenOpenbareOrde": True, "ernst": 3, **body}


def _een_uur_geleden() -> str:
    from datetime import UTC, datetime, timedelta

    return (datetime.now(UTC) - timedelta(hours=1)).isoformat()


def lees_regels(text: str) -> list[Any]:
    """Read JSON lines."""
    return [json.loads(line) for line in text.splitlines() if line]

"""The channel `bewaar://`: keeps a notice as a file, for a demonstration or where there is no network."""

import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from apprise.decorators import notify

from shared.verzending.vormen import BEWAAR


def is_bewaren(adres: str) -> bool:
    """Whether a notice to this address stays on the server: nobody hears it."""
    return adres.lower().startswith(f"{BEWAAR}://")


def met_map(adres: str, folder: Path, naam: str) -> str:
    """Complete an address with where to keep the notice and what to call it; other channels stay as they are."""
    if not is_bewaren(adres):
        return adres
    return f"{BEWAAR}://berichten?map={quote(str(folder.absolute()), safe='')}&naam={quote(naam, safe='')}"


@cache
def registreer() -> None:
    """Make the channel known to Apprise, once a process."""
    notify(on=BEWAAR, name="Bewaar")(_bewaar)  # type: ignore[no-untyped-call]


def _bewaar(body: str, title: str, _notify_type: str, *_: Any, meta: dict[str, Any], **__: Any) -> bool:
    folder = Path(meta["qsd"]["map"])
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    naam = f"{meta['qsd']['naam']}-{uuid4().hex[:6]}"
    concept = folder / f".{naam}"
    bestand = os.open(concept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # the link in it can confirm
    with os.fdopen(bestand, "w", encoding="utf-8") as schrijf:
        schrijf.write(f"{title}\n\n{body}\n")
    concept.rename(folder / f"{naam}.txt")
    return True

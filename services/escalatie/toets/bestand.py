"""The rehearsal as a file: the ending of its name chooses a picture, a table or JSON."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from services.escalatie.toets.beeld import beeld
from services.escalatie.toets.proef import Proef
from shared.facts import Rejected
from shared.werkblad import onschadelijk


class OnbekendeVorm(Rejected):
    """A file has one of the shapes that this can write."""

    def __init__(self, einde: str) -> None:
        super().__init__(f"Een bestand '{einde}' kan niet. Kies een naam op .svg, .csv of .json.")


def schrijf(pad: Path, proeven: Sequence[tuple[str, Proef]]) -> None:
    """Write it.

    Raises:
        OnbekendeVorm: the name ends otherwise.
    """
    maakt = {".svg": beeld, ".csv": _csv, ".json": _json}.get(pad.suffix.lower())
    if maakt is None:
        raise OnbekendeVorm(pad.suffix or pad.name)
    pad.write_text(maakt(proeven), encoding="utf-8")


def gevallen(proeven: Sequence[tuple[str, Proef]]) -> Iterator[dict[str, Any]]:
    """Every alarm as a row, with everything that explains it."""
    for naam, proef in proeven:
        for vuur in proef.vuren:
            drempel, ladder = vuur.drempel, proef.profiel.ladder(vuur.drempel.ladder)
            yield {
                "profiel": naam,
                "profielversie": proef.profiel.versie,
                "moment": vuur.moment.isoformat(),
                "locatie": vuur.locatie,
                "drempel": drempel.code,
                "regel": drempel.regel,
                "herkomst": drempel.herkomst.value,
                "ingesteldOp": drempel.ingesteld_op.isoformat() if drempel.ingesteld_op else None,
                "telling": vuur.telling,
                "grens": drempel.grens,
                "vensterVan": vuur.venster[0].isoformat() if vuur.venster else None,
                "vensterTot": vuur.venster[1].isoformat() if vuur.venster else None,
                "onderdruktDoor": vuur.onderdrukt_door or None,
                "vervolg": vuur.vervolg,
                "erbij": vuur.erbij,
                "treden": [[str(rol) for rol in trede.rollen] for trede in ladder.treden] if ladder else [],
                "toelichting": vuur.toelichting,
                "feiten": list(vuur.feiten),
            }


def _json(proeven: Sequence[tuple[str, Proef]]) -> str:
    return json.dumps({"verstuurd": 0, "gevallen": list(gevallen(proeven))}, ensure_ascii=False, indent=2) + "\n"


def _csv(proeven: Sequence[tuple[str, Proef]]) -> str:
    rijen = [
        {**rij, "feiten": " ".join(rij["feiten"]), "treden": " > ".join(" ".join(trede) for trede in rij["treden"])}
        for rij in gevallen(proeven)
    ]
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, fieldnames=list(rijen[0]) if rijen else ["profiel"], lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(
        {kop: onschadelijk(waarde) if isinstance(waarde, str) else waarde for kop, waarde in rij.items()}
        for rij in rijen
    )
    return uit.getvalue()

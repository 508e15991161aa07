"""What must fit in the rules for handing over. Like `controle`, it looks at the raw TOML values."""

from collections.abc import Iterator
from typing import Any

from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen

Melding = tuple[Pad, str]
Ruw = dict[str, Any]
VERWIJZINGEN = (
    ("doorzetten.regels.*.aan.*", "partners", "partners"),
    ("doorzetten.cluster.aan", "partners", "partners"),
    ("doorzetten.regels.*.locaties.*", "locaties", "locaties"),
    ("doorzetten.regels.*.thema.*", "meldingen.themas", "thema's"),
    ("doorzetten.regels.*.plaats.*", "meldingen.plaatsen", "plaatsen"),
)
MET_HERKOMST = ("doorzetten.regels.*", "doorzetten.cluster", "hartslag")


def gebreken_in_doorzetten(profiel: Ruw) -> Iterator[Melding]:
    """Every rule that sends nothing anywhere, as (path, Dutch reason)."""
    for pad, regel in tabellen(profiel, "doorzetten.regels.*"):
        if not regel.get("aan") and regel.get("vangnet") is not True:
            yield pad, "aan ontbreekt; noem een partner, of zet vangnet = true als een medewerker moet kiezen"

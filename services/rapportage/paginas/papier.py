"""A report as a PDF: its parts, and on what it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from services.rapportage.paginas.stukdelen import Deel
from shared.pdf import maak_pdf
from shared.profiel import Profiel
from shared.profiel.regels import in_cellen
from shared.web.opmaak import tijdstip
from shared.woorden import dienstnaam

SJABLOON = Path(__file__).parents[1] / "templates" / "rapportage" / "stuk.typ"
LOOPT_NOG = "Deze periode was op de peildatum nog niet voorbij. De cijfers kunnen nog veranderen."


@dataclass(frozen=True)
class Papier:
    """What stands in it: `kenmerken` are label and words, `let_op` what must not be missed."""

    titel: str
    gemeente: str
    kenmerken: Sequence[tuple[str, str]]
    delen: Sequence[Deel]
    let_op: Sequence[str] = field(default=())

    def pdf(self, op: datetime, profiel: Profiel) -> bytes:
        """Print it. Blocks for a moment: not for an event loop."""
        gegevens = {
            "kenmerken": [list(paar) for paar in self.kenmerken],
            "let_op": list(self.let_op),
            "delen": in_cellen(list(self.delen), profiel),
        }
        return maak_pdf(
            SJABLOON,
            gegevens,
            gemeente=f"Gemeente {self.gemeente}",
            titel=self.titel,
            op=op,
            zone=profiel.zone,
            kleur=profiel.huisstijl.kleur,
        )


def meegeteld(gelezen: Mapping[str, int]) -> str:
    """Say up to which event of each service everything is in it."""
    return ", ".join(f"{dienstnaam(bron)} {plaats}" for bron, plaats in gelezen.items()) or "nog niets"


def vindplaats(peildatum: datetime, gelezen: Mapping[str, int], profielversie: str) -> list[tuple[str, str]]:
    """Say on what a report stands."""
    return [
        ("Bekend op", tijdstip(peildatum)),
        ("Meegeteld tot en met gebeurtenis", meegeteld(gelezen)),
        ("Versie van het profiel", profielversie),
    ]

"""A vault: bytes under a random number, each locked with a key of its own that stands in another store."""

from shared.kluis.logboek import Lezer, Logboek, Soort
from shared.kluis.opslag import SLEUTELS, Kluisopslag
from shared.kluis.slot import nieuwe_sleutel, pak_uit, verpak

__all__ = ["SLEUTELS", "Kluisopslag", "Lezer", "Logboek", "Soort", "nieuwe_sleutel", "pak_uit", "verpak"]

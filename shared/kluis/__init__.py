"""A vault: bytes under a random number, each locked with a key of its own that stands in another store."""

from shared.kluis.opslag import SLEUTELS, Kluisopslag
from shared.kluis.slot import nieuwe_sleutel, pak_uit, verpak

__all__ = ["SLEUTELS", "Kluisopslag", "nieuwe_sleutel", "pak_uit", "verpak"]

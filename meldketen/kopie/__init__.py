"""A copy of a running installation, and back (promise 2: the ledgers are the truth)."""

from meldketen.kopie.bestanden import KopieFout, Manifest
from meldketen.kopie.maken import maak_kopie
from meldketen.kopie.terug import ketens_in, keur_kopie, zet_terug

__all__ = ["KopieFout", "Manifest", "ketens_in", "keur_kopie", "maak_kopie", "zet_terug"]

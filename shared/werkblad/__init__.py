"""Tables for a spreadsheet: CSV and ODS, of which no cell can run as a formula."""

from shared.werkblad.blad import Cel, Werkblad, als_csv, als_ods, onschadelijk

__all__ = ["Cel", "Werkblad", "als_csv", "als_ods", "onschadelijk"]

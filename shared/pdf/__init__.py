"""Papers of the municipality as PDF: tagged, in Dutch, and readable by who cannot see (PDF/UA-1)."""

from shared.pdf.antwoord import pdf_antwoord
from shared.pdf.fout import PdfFout
from shared.pdf.maken import maak_pdf

__all__ = ["PdfFout", "maak_pdf", "pdf_antwoord"]

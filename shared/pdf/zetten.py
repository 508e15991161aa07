"""Setting a paper with Typst: the only module that loads it."""

from functools import cache
from typing import Any

import typst

from shared.pdf.fout import PdfFout


def zet(bronnen: Any, invoer: dict[str, str], *, naam: str, standaard: Any, gemaakt: int) -> bytes:
    """Compile `main.typ` of these sources (blocking). `gemaakt`: seconds since 1970.

    Raises:
        PdfFout: the template does not compile.
    """
    try:
        return typst.compile(
            bronnen, font_paths=_letters(), sys_inputs=invoer, format="pdf", pdf_standards=standaard, timestamp=gemaakt
        )
    except typst.TypstError as fout:
        raise PdfFout(f"{naam}: {fout.message}") from fout


@cache
def _letters() -> typst.Fonts:
    """The letters that Typst brings: the same paper on every machine."""
    return typst.Fonts(include_system_fonts=False)

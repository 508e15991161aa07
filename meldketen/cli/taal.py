"""Click speaks Dutch here, whatever the language of the machine."""

import gettext
import os
from pathlib import Path

DOMEIN = "meldketen"
TALEN = Path(__file__).parent / "talen"


def spreek_nederlands() -> None:
    """Point gettext, through which click says everything, to the catalogue beside this module."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain(DOMEIN, TALEN)
    gettext.textdomain(DOMEIN)

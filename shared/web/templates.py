"""One Jinja environment: everything escaped, an unknown name is a mistake and not an empty place."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from shared.kortnummer import kortnummer
from shared.profiel.regels import document, in_cellen, regelwoorden, volgens
from shared.web.belbaar import belbaar
from shared.web.klassen import klas
from shared.web.opmaak import FILTERS
from shared.web.static_files import address
from shared.web.tabelvorm import getalkolommen, is_heel, is_lang, vorm
from shared.web.talen import STANDAARD, lees_taal
from shared.woorden import dienstnaam, rolnaam, veldnaam

_ROOT = Path(__file__).parents[2]


@cache
def environment() -> Environment:
    """Give the environment over the shell's own templates and those of every service."""
    folders = [Path(__file__).parent / "templates", *sorted(_ROOT.glob("services/*/templates"))]
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS, dienstnaam=dienstnaam, rolnaam=rolnaam, veldnaam=veldnaam)
    made.filters.update(is_dag=_is_dag, is_moment=_is_moment, kortnummer=kortnummer, belbaar=belbaar)
    made.globals.update(klas=klas, getalkolommen=getalkolommen, is_heel=is_heel, is_lang=is_lang, tabelvorm=vorm)
    made.globals.update(regelwoorden=regelwoorden, volgens_=volgens, document_=document, in_cellen=in_cellen)
    made.globals["stijl"] = address("huisstijl.css")
    made.globals["script"] = address
    made.globals["t"] = lees_taal(STANDAARD)  # a page in another language brings its own
    return made


def _is_dag(waarde: object) -> bool:
    try:
        date.fromisoformat(str(waarde))
    except ValueError:
        return False
    return True


def _is_moment(waarde: object) -> bool:
    try:
        moment = datetime.fromisoformat(str(waarde))
    except ValueError:
        return False
    return len(str(waarde)) > len(moment.date().isoformat())

"""Dates of birth of another calendar (`1375/06/12`), in words without an announcement, and a year before `geboren`."""

import re
from collections.abc import Iterator

from shared.maskering.cijfers import cijfers
from shared.maskering.gelijk import noemt, per_begin, waar_begint
from shared.maskering.gesproken import RANG, TOT_HONDERD

_ANDERE_KALENDER = re.compile(
    r"1[34][0-9]{2}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12][0-9]|3[012])(?!\w|[-/.][0-9])"
    r"|(?:0?[1-9]|[12][0-9]|3[012])[-/. ](?:0?[1-9]|1[0-2])[-/. ]1[34][0-9]{2}(?![\w:]|[-/.][0-9])"
    r"|1[34][0-9]{2}(?![\w:/-]|[.,][0-9]| ?(?:euro|km|uur|meter|m2))"
)
"""Persian, Afghan and Islamic years: 1300 to 1499."""
_EEUWEN = ("13", "14")
_GEBOREN = re.compile(
    r"(?<!\w)(?:geb(?:\.|oren|oorte\w*)?|born|birth|dob|d\.o\.b\.)(?!\w)[^0-9!?\n]{0,30}$", re.IGNORECASE
)
_LANGSTE_AANKONDIGING, _LANGSTE_DAG_MAAND = 44, 6
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december"),
)
_WAAR = per_begin(MAANDEN)
_MAAND = "|".join(MAANDEN)
_DAG = re.compile(rf"(?<!\w)(?:{RANG}|[0-9]{{1,2}}e?) (?:van )?$", re.IGNORECASE)
_LANGSTE_DAG = 30
_EINDE_VAN_EEN_DAG = (
    *("een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("tig", "de", "ste", "van", "e"),
)
_TIENTAL = "veertig|vijftig|zestig|zeventig|tachtig|negentig"
_EEN_TOT_VIJFTIEN = "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien)"
_JAAR = re.compile(
    rf"(?:{_MAAND}),? (?:van )?(?:(?P<oud>negentien ?(?:honderd ?)?(?:en ?)?(?:{TOT_HONDERD})"
    rf"|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën))?(?:{_TIENTAL})"
    rf"|twee ?duizend(?: ?(?:en ?)?{_EEN_TOT_VIJFTIEN})?"
    rf"(?! ?(?:en ?)?(?:{TOT_HONDERD})(?!\w))|19[0-9]{{2}}|20(?:0[0-9]|1[0-5]))"
    rf"|twee ?duizend ?(?:en ?)?(?:{TOT_HONDERD})|(?:{TOT_HONDERD})|20[0-9]{{2}})(?!\w)",
    re.IGNORECASE,
)
"""`oud`: hardly anything but a birth, as with a date in digits."""
_VAN_IEMAND = re.compile(
    r"(?<!\w)(?:geboren|geb\.?|geboorte\w*|jarig|verja\w+|(?:is|ben|was|bent|zijn|heet (?:hij|ze|zij),) van)"
    r"(?!\w)[^0-9!?\n]{0,20}$",
    re.IGNORECASE,
)
_ERNA = re.compile(
    r"(?:19|20)[0-9]{2}(?=,? (?:(?:ben|is|zijn|was|waren|ook) )?"
    r"(?:(?:ik|hij|ze|zij|we|wij|zelf|daar|hier|er) )?geboren(?!\w))"
)


def geboortes_anders(text: str) -> Iterator[tuple[int, int]]:
    """Give dates of another calendar that are announced, dates in words, and `1946 geboren`."""
    for plek in cijfers(text).viertallen if noemt(text, "geb", "born", "birth", "dob", "d.o.b") else ():
        if text.startswith(_EEUWEN, plek):
            yield from _van_een_andere_kalender(text, plek)
        elif erna := _ERNA.match(text, plek):
            yield erna.span()
    for plek in waar_begint(text, _WAAR):
        yield from _in_woorden(text, plek)


def _van_een_andere_kalender(text: str, plek: int) -> Iterator[tuple[int, int]]:
    for begin in range(max(0, plek - _LANGSTE_DAG_MAAND), plek + 1):
        if text[begin].isdigit() and not text[begin - 1 : begin].isdigit():
            datum = _ANDERE_KALENDER.match(text, begin)
            vanaf = max(0, begin - _LANGSTE_AANKONDIGING)
            if datum and datum.end() > plek and _GEBOREN.search(text, vanaf, begin):
                yield datum.span()
                return


def _in_woorden(text: str, plek: int) -> Iterator[tuple[int, int]]:
    """`van zes juni negenennegentig`, `drie maart 2004`: somewhere in it a word for a number."""
    woord = text[max(0, plek - len("eenendertigste ")) : plek - 1]
    if not (woord[-1:].isdigit() or woord.lower().endswith(_EINDE_VAN_EEN_DAG)):
        return
    jaar = _JAAR.match(text, plek)
    dag = jaar and _DAG.search(text, max(0, plek - _LANGSTE_DAG), plek)
    if not jaar or not dag or (dag.group()[0].isdigit() and jaar.group()[-1].isdigit()):
        return
    voor = max(0, dag.start() - _LANGSTE_AANKONDIGING)
    if jaar["oud"] or _VAN_IEMAND.search(text, voor, dag.start()):
        yield dag.start(), jaar.end()

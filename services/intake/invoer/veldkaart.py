"""The veldkaart: a TOML file that maps the columns of somebody's CSV to the fields of a melding."""

import codecs
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from services.intake.tijden import ISO
from shared.contracts.intake import Aangifte, Aard, GerichtTegen
from shared.profiel.posities import Pad, regel_van, regels
from shared.profiel.vormen import Tijdzone
from shared.web.reasons import reason

Veld = Literal[
    "aard",
    "plaats",
    "locatie",
    "voorgevallenOp",
    "kanaal",
    "gerichtTegen",
    "thema",
    "gebied",
    "toelichting",
    "aangifte",
    "publiekeTaak",
    "kenmerk",
]
KEUZES: dict[str, frozenset[str]] = {
    "aard": frozenset(Aard),
    "gerichtTegen": frozenset(GerichtTegen),
    "aangifte": frozenset(Aangifte),
    "publiekeTaak": frozenset({"true", "false"}),
}


class VeldkaartFout(Exception):
    """A veldkaart that cannot be used; each line says what and where."""

    def __init__(self, bestand: str, gebreken: list[tuple[int, str, str]]) -> None:
        self.bestand, self.gebreken = bestand, gebreken
        super().__init__("\n".join(f"{bestand}, regel {regel}: {veld}: {reden}" for regel, veld, reden in gebreken))


def _codering(naam: str) -> str:
    try:
        bekend = codecs.lookup(naam)
    except LookupError:
        bekend = None
    if bekend is None or not getattr(bekend, "_is_text_encoding", True):
        raise ValueError("deze codering kennen we niet; probeer utf-8, cp1252 of latin-1")
    return "utf-8-sig" if bekend.name == "utf-8" else bekend.name


def _notatie(notatie: str) -> str:
    proef = datetime(2025, 3, 24, 23, 33, 7)  # noqa: DTZ001
    try:
        juist = notatie == ISO or datetime.strptime(proef.strftime(notatie), notatie).date() == proef.date()  # noqa: DTZ007
    except ValueError:
        juist = False
    if not juist:
        raise ValueError('schrijf "iso", of een notatie met dag, maand en jaar, zoals "%d-%m-%Y %H:%M"')
    return notatie


def _lijst(waarde: object) -> object:
    return (waarde,) if isinstance(waarde, str) else waarde


def _tekst(waarde: object) -> object:
    return str(waarde).lower() if isinstance(waarde, bool) else waarde


Namen = Annotated[tuple[str, ...], BeforeValidator(_lijst)]
Waarde = Annotated[str, BeforeValidator(_tekst)]


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bestand(_Deel):
    """How their file is written; what is not said about separator and encoding is seen from the file itself."""

    scheidingsteken: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    codering: Annotated[str, AfterValidator(_codering)] | None = None
    tijdnotatie: Annotated[str, AfterValidator(_notatie)] = ISO
    tijdzone: Tijdzone = "Europe/Amsterdam"
    bron: Annotated[str, StringConstraints(min_length=1, max_length=64)] = "invoer"

    @property
    def zone(self) -> ZoneInfo:
        """The clock on their wall."""
        return ZoneInfo(self.tijdzone)


class Veldkaart(_Deel):
    """`kolommen`: our field → their column(s). `waarden`: per field their value → ours. `alleen`: column → kept."""

    bestand: Bestand = Bestand()
    kolommen: dict[Veld, Namen]
    waarden: dict[Veld, dict[str, Waarde]] = {}
    standaard: dict[Veld, Waarde] = {}
    alleen: dict[str, Namen] = {}


def eigen_kolommen(kop: list[str]) -> Veldkaart:
    """Make the veldkaart of a file whose columns have our own names."""
    return Veldkaart.model_validate({"kolommen": {naam: naam for naam in kop if naam in Veld.__args__}})  # type: ignore[attr-defined]


def laad_veldkaart(pad: Path) -> Veldkaart:
    """Read and check a veldkaart.

    Raises:
        VeldkaartFout: the file cannot be read, or every line in it that must change.
    """
    try:
        tekst = pad.read_text("utf-8-sig")
        ruw = tomllib.loads(tekst)
    except OSError:
        raise VeldkaartFout(str(pad), [(0, "bestand", "kan niet gelezen worden; klopt het pad?")]) from None
    except UnicodeDecodeError:
        raise VeldkaartFout(pad.name, [(0, "bestand", "bewaar de veldkaart als UTF-8")]) from None
    except tomllib.TOMLDecodeError as fout:
        raise VeldkaartFout(pad.name, [(_regel(str(fout), tekst), "bestand", "is hier geen geldige TOML")]) from None
    return _gekeurd(pad.name, ruw, regels(tekst))


def _gekeurd(naam: str, ruw: dict[str, Any], plekken: dict[Pad, int]) -> Veldkaart:
    try:
        kaart, fouten = Veldkaart.model_validate(ruw), []
    except ValidationError as fout:
        kaart, fouten = None, [(_pad(wat["loc"]), _reden(dict(wat))) for wat in fout.errors()]
    fouten += _verkeerde_waarden(ruw)
    if kaart is None or fouten:
        gebreken = {(regel_van(plekken, pad), ".".join(map(str, pad)) or "bestand", wat) for pad, wat in fouten}
        raise VeldkaartFout(naam, sorted(gebreken))
    return kaart


def _pad(plek: tuple[int | str, ...]) -> Pad:
    return tuple(deel for deel in plek if deel != "[key]")


def _reden(fout: dict[str, Any]) -> str:
    if fout["type"] == "literal_error" and "[key]" in fout["loc"]:
        return f"dit veld kennen we niet; kies uit: {', '.join(Veld.__args__)}"  # type: ignore[attr-defined]
    return reason(fout)


def _verkeerde_waarden(ruw: dict[str, Any]) -> list[tuple[Pad, str]]:
    """Say early what would refuse every line: a value of ours that does not exist."""
    fouten: list[tuple[Pad, str]] = []
    for veld, keuzes in KEUZES.items():
        tabellen = [(("waarden", veld), _tabel(_tabel(ruw, "waarden"), veld)), (("standaard",), _alleen(ruw, veld))]
        for pad, tabel in tabellen:
            onbekend = [hun for hun, onze in tabel.items() if _tekst(onze) not in keuzes]
            fouten += [((*pad, hun), f"kies uit: {', '.join(sorted(keuzes))}") for hun in onbekend]
    return fouten


def _alleen(ruw: dict[str, Any], veld: str) -> dict[str, Any]:
    standaard = _tabel(ruw, "standaard")
    return {veld: standaard[veld]} if veld in standaard else {}


def _tabel(ruw: dict[str, Any], naam: str) -> dict[str, Any]:
    gevonden = ruw.get(naam)
    return gevonden if isinstance(gevonden, dict) else {}


def _regel(melding: str, tekst: str) -> int:
    plek = melding.partition("at line ")[2].partition(",")[0]
    return int(plek) if plek.isdigit() else tekst.rstrip().count("\n") + 1

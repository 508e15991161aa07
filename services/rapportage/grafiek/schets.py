"""What every picture has: a name and words for who cannot see it, the ground with its lines, and the colours. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from services.rapportage.grafiek.schaal import Schaal

BREEDTE, HOOGTE = 420, 250
LINKS, RECHTS, BOVEN, ONDER = 34, 12, 18, 28
"""Room for the numbers beside the lines, above the highest bar, and for the names below."""
LETTER = 13
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Palet:
    """Colours beside the shapes; what is told apart is told apart by shape too."""

    hoofd: str = "#154273"
    accent: str = "#7a4a00"
    hulplijn: str = "#c9ced6"
    vlak: str = "#dce3ea"
    """The first colour, so light that lines and words can be read on it."""
    grond: str = "#fff"


@dataclass(frozen=True)
class Beeld:
    """A picture: its name, what it says in words, its legend, and itself."""

    titel: str
    omschrijving: str
    legenda: str
    svg: str


@dataclass
class Schets:
    """A drawing under way: `id` is unique on its page."""

    id: str
    titel: str
    omschrijving: str
    palet: Palet
    schaal: Schaal
    wortel: Element = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the words and the lines."""
        genoemd = {"role": "img", "aria-labelledby": f"{self.id}-titel {self.id}-tekst"}
        maat = {"viewBox": f"0 0 {BREEDTE} {HOOGTE}", "width": "100%", "font-size": str(LETTER)}
        self.wortel = Element("svg", {"xmlns": SVG, **genoemd, **maat, "fill": "currentColor"})
        SubElement(self.wortel, "title", id=f"{self.id}-titel").text = self.titel
        SubElement(self.wortel, "desc", id=f"{self.id}-tekst").text = self.omschrijving
        for getal in self.schaal.strepen:
            kleur = "currentColor" if getal == 0 else self.palet.hulplijn
            self.lijn((LINKS, self.y(getal)), (BREEDTE - RECHTS, self.y(getal)), kleur)
            self.tekst(LINKS - 6, self.y(getal) + 4, _getal(getal), anker="end")

    def y(self, waarde: float) -> float:
        """Where a number lies."""
        return round(HOOGTE - ONDER - (HOOGTE - ONDER - BOVEN) * self.schaal.deel(waarde), 1)

    def x(self, nummer: float, aantal: int) -> float:
        """Where the middle of one of so many columns lies."""
        return round(LINKS + (BREEDTE - LINKS - RECHTS) * (nummer + 0.5) / aantal, 1)

    def lijn(self, van: tuple[float, float], naar: tuple[float, float], kleur: str, **meer: str) -> None:
        """Draw a straight line."""
        punten = {"x1": str(van[0]), "y1": str(van[1]), "x2": str(naar[0]), "y2": str(naar[1])}
        SubElement(self.wortel, "line", {**punten, "stroke": kleur, **_streepjes(meer)})

    def vlak(self, punten: Iterable[tuple[float, float]], kleur: str) -> None:
        """Fill a shape."""
        SubElement(self.wortel, "polygon", points=_punten(punten), fill=kleur)

    def pad(self, punten: Iterable[tuple[float, float]], kleur: str, **meer: str) -> None:
        """Draw a line along points."""
        vorm = {"points": _punten(punten), "fill": "none", "stroke": kleur, **_streepjes(meer)}
        SubElement(self.wortel, "polyline", vorm)

    def rechthoek(self, x: float, top: float, breedte: float, kleur: str, *, vol: bool) -> None:
        """Draw a bar from the ground up to `top`: solid, or an outline with dashes."""
        hoogte = round(self.y(0) - top, 1)
        maat = {"x": str(round(x, 1)), "y": str(top), "width": str(round(breedte, 1)), "height": str(hoogte)}
        rand = {"fill": "none", "stroke": kleur, "stroke-width": "1.5", "stroke-dasharray": "4 3"}
        SubElement(self.wortel, "rect", {**maat, **({"fill": kleur} if vol else rand)})

    def ruit(self, x: float, y: float, kleur: str) -> None:
        """Draw a diamond."""
        self.vlak([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], kleur)

    def punt(self, x: float, y: float, kleur: str) -> None:
        """Draw a dot."""
        SubElement(self.wortel, "circle", cx=str(x), cy=str(y), r="3.5", fill=kleur)

    def tekst(self, x: float, y: float, woorden: str, *, anker: str = "middle", vet: bool = False) -> None:
        """Write."""
        meer = {"font-weight": "bold"} if vet else {}
        plek = {"x": str(round(x, 1)), "y": str(round(y, 1)), "text-anchor": anker}
        SubElement(self.wortel, "text", {**plek, **meer}).text = woorden

    def onderaan(self, namen: Iterable[str]) -> None:
        """Write the names of the columns; one without a name has none."""
        lijst = list(namen)
        for nummer, naam in enumerate(lijst):
            if naam:
                self.tekst(self.x(nummer, len(lijst)), HOOGTE - 8, naam)

    def af(self, legenda: str) -> Beeld:
        """Give the picture."""
        return Beeld(self.titel, self.omschrijving, legenda, tostring(self.wortel, encoding="unicode"))


def zin(namen: Iterable[str], waarden: Iterable[float | None]) -> str:
    """Say every number in words."""
    return ", ".join(f"{naam} {getal(waarde)}" for naam, waarde in zip(namen, waarden, strict=True))


def getal(waarde: float | None) -> str:
    """Write a number as the Dutch do, or that there is none."""
    return "onbekend" if waarde is None else _getal(waarde)


def _getal(waarde: float) -> str:
    return f"{waarde:,}".translate(str.maketrans(",.", ".,")).removesuffix(",0")


def _punten(punten: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in punten)


def _streepjes(meer: dict[str, str]) -> dict[str, str]:
    return {naam.replace("_", "-"): waarde for naam, waarde in meer.items()}

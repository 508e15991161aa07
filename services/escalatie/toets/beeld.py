"""The rehearsal as a picture: each threshold a row, each profile a lane, each alarm a mark. Plain SVG. Pure."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html import escape

from services.escalatie.toets.proef import Proef
from services.escalatie.toets.tekst import codes
from services.escalatie.toets.vuur import Vuur

BREED, LINKS, RECHTS, BOVEN, BAAN, RIJ = 1000, 330, 90, 90, 20, 24
KLEUREN = ("#154273", "#b34700")
"""Dark blue and dark orange: told apart by who sees no colours too, and by their shapes."""


def beeld(proeven: Sequence[tuple[str, Proef]]) -> str:
    """Draw the picture."""
    momenten = [moment for _, proef in proeven for moment in (proef.van, proef.tot) if moment]
    momenten += [vuur.moment for _, proef in proeven for vuur in proef.vuren]
    van, tot = min(momenten, default=_LEEG), max(momenten, default=_LEEG)
    as_ = _As(van, max(tot, van + timedelta(days=1)))
    rijen = codes(proef.profiel for _, proef in proeven)
    hoog = BOVEN + len(rijen) * (RIJ + BAAN * len(proeven)) + 40
    delen = [*_kop(proeven), *_maanden(as_, hoog)]
    for nummer, code in enumerate(rijen):
        delen += _rij(code, BOVEN + nummer * (RIJ + BAAN * len(proeven)), proeven, as_)
    titel = escape(f"Wanneer drempels waren afgegaan, {van:%d-%m-%Y} tot en met {tot:%d-%m-%Y}")
    begin = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {hoog}" width="{BREED}" height="{hoog}" '
        f'font-family="sans-serif" font-size="13" role="img" aria-label="{titel}"><title>{titel}</title>'
        f'<rect width="{BREED}" height="{hoog}" fill="#ffffff"/>'
    )
    return "\n".join([begin, *delen, "</svg>", ""])


class _As:
    """From a moment to a place on the line."""

    def __init__(self, van: datetime, tot: datetime) -> None:
        self.van, self.tot = van, tot

    def x(self, moment: datetime) -> float:
        return round(LINKS + (moment - self.van) / (self.tot - self.van) * (BREED - LINKS - RECHTS), 1)


def _kop(proeven: Sequence[tuple[str, Proef]]) -> Iterator[str]:
    yield '<text x="16" y="28" font-size="18" font-weight="bold">Wanneer waren de drempels afgegaan?</text>'
    for nummer, (naam, proef) in enumerate(proeven):
        x = 24 + nummer * 480
        tekst = escape(f"{naam} (versie {proef.profiel.versie}, {proef.meldingen} meldingen)")
        yield _merk(x, 52, nummer, tekst, vol=True)
        yield f'<text x="{x + 14}" y="57">{tekst}</text>'


def _maanden(as_: _As, hoog: int) -> Iterator[str]:
    dag = as_.van.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    stap = max(1, round((as_.tot - as_.van).days / 30 / 12))
    nummer = 0
    while dag <= as_.tot:
        if dag >= as_.van and nummer % stap == 0:
            x = as_.x(dag)
            yield f'<line x1="{x}" y1="{BOVEN - 8}" x2="{x}" y2="{hoog - 24}" stroke="#d0d0d0"/>'
            yield f'<text x="{x}" y="{hoog - 8}" font-size="11" text-anchor="middle">{dag:%m-%Y}</text>'
        dag, nummer = (dag + timedelta(days=32)).replace(day=1), nummer + 1


def _rij(code: str, y: int, proeven: Sequence[tuple[str, Proef]], as_: _As) -> Iterator[str]:
    drempel = next(gevonden for _, proef in proeven if (gevonden := proef.profiel.drempel(code)))
    kort = drempel.omschrijving if len(drempel.omschrijving) <= 46 else f"{drempel.omschrijving[:45]}…"
    yield f'<text x="16" y="{y + 16}"><title>{escape(drempel.omschrijving)}</title>{escape(kort)}</text>'
    yield f'<text x="16" y="{y + 32}" font-size="11" fill="#555555">{escape(drempel.regel)}, {escape(code)}</text>'
    for nummer, (naam, proef) in enumerate(proeven):
        hoogte = y + 12 + nummer * BAAN
        heeft = proef.profiel.drempel(code) is not None
        vuren = [vuur for vuur in proef.vuren if vuur.drempel.code == code]
        yield f'<line x1="{LINKS}" y1="{hoogte}" x2="{BREED - RECHTS}" y2="{hoogte}" stroke="#e6e6e6"/>'
        for vuur in vuren:
            yield _merk(as_.x(vuur.moment), hoogte, nummer, _uitleg(vuur), vol=vuur.waarschuwt)
        aantal = f"{sum(vuur.waarschuwt for vuur in vuren)} keer" if heeft else "bestaat niet"
        yield (
            f'<text x="{BREED - RECHTS + 8}" y="{hoogte + 4}" fill="{KLEUREN[nummer % 2]}">'
            f"<title>{escape(naam)}</title>{aantal}</text>"
        )


def _merk(x: float, y: int, nummer: int, uitleg: str, *, vol: bool) -> str:
    kleur = KLEUREN[nummer % 2]
    vulling = kleur if vol else "#ffffff"
    if nummer % 2:
        vorm = f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" fill="{vulling}" stroke="{kleur}">'
        return f"{vorm}<title>{uitleg}</title></path>"
    return f'<circle cx="{x}" cy="{y}" r="5" fill="{vulling}" stroke="{kleur}"><title>{uitleg}</title></circle>'


def _uitleg(vuur: Vuur) -> str:
    telling = f"{vuur.telling} van {vuur.drempel.grens}"
    weg = f", onderdrukt door {vuur.onderdrukt_door}" if vuur.onderdrukt_door else ""
    return escape(f"{vuur.moment:%d-%m-%Y %H:%M} UTC: {telling}{weg}")


_LEEG = datetime(2000, 1, 1, tzinfo=UTC)

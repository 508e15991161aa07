"""What every page must be, whatever is on it: readable for everyone, on every screen, without errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Self
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Response, ViewportSize

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """tags => axe.run({runOnly: {type: 'tag', values: tags}, rules: {'color-contrast': {enabled: false}},
    preload: {assets: ['media']}, resultTypes: ['violations']}).then(uit => uit.violations)"""
"""Only an experimental rule reads the style sheets that axe would load first: half of its time."""
KLEUREN = """nieuw => axe.run({include: metTekst().filter(e => nieuw.includes(plek(e)))},
    {runOnly: ['color-contrast'], resultTypes: ['violations']}).then(uit => uit.violations)"""
PLEKKEN = "() => [...new Set(metTekst().map(plek))]"
MERKEN = """
window.EIGEN = ['class', 'type', 'open', 'disabled', 'aria-current', 'aria-invalid', 'aria-disabled', 'aria-pressed',
    'style', 'fill'];
window.merk = e => e.localName
    + EIGEN.map(naam => e.hasAttribute(naam) ? `[${naam}=${e.getAttribute(naam)}]` : '').join('')
    + (e.localName === 'tr' ? [...e.parentNode.children].indexOf(e) % 2 : '');
window.plek = e => e === document.body ? 'body' : `${plek(e.parentElement)} ${merk(e)}`;
window.metTekst = () => [...document.body.querySelectorAll('*')].filter(e => e.matches('input, select, textarea')
    || [...e.childNodes].some(kind => kind.nodeType === Node.TEXT_NODE && kind.data.trim()));
"""
"""What decides about colours in our stylesheets: the elements around a text, their classes and their states."""
SCHUIFT = """() => [...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(e).overflowX) && !e.closest('nav')
    && (e.matches('.vouw, .smal') || !e.matches('[role=region][aria-label][tabindex="0"]')))
    .map(e => `${e.className} (${e.getAttribute('aria-label') ?? 'geen naam'})`)"""
"""What slides sideways without a name or a place for the keyboard, or though its rows were to fit."""
KRAP = """() => { const pen = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll('select')].filter(e => e.clientWidth).flatMap(e => {
        const stijl = getComputedStyle(e);
        pen.font = stijl.font;
        const ruim = e.clientWidth - parseFloat(stijl.paddingInlineStart) - parseFloat(stijl.paddingInlineEnd);
        if ([stijl.appearance, stijl.whiteSpace, stijl.overflowWrap].join() === 'none,normal,break-word') return [];
        return [...e.options].map(o => o.text.trim()).filter(o => pen.measureText(o).width > ruim + 1)
            .map(o => `${e.id}: ${o}`); }) }"""
"""Which choice is cut off by its field when it is the one; a field that shows several lines cuts off nothing."""
GEBROKEN = r"""() => { const teksten = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), uit = [];
    for (let tekst = teksten.nextNode(); tekst; tekst = teksten.nextNode())
        for (const dag of tekst.data.matchAll(/\b(\d{1,2}-\d{1,2}-\d{4}|0\d{1,3}-\d{4,8})\b/g)) {
            const plek = document.createRange();
            plek.setStart(tekst, dag.index);
            plek.setEnd(tekst, dag.index + dag[0].length);
            if (new Set([...plek.getClientRects()].filter(e => e.width).map(e => Math.round(e.top))).size > 1)
                uit.push(tekst.data.trim());
        }
    return uit }"""
"""In which text a day, or a telephone number, is torn apart at a hyphen."""
LAAG = """() => [...document.querySelectorAll('main a')].filter(e => e.getClientRects().length
    && e.getBoundingClientRect().height < 24).map(e => e.textContent.trim())"""
"""Which link is lower than a finger needs (WCAG 2.5.8)."""
ELDERS = """() => [...document.querySelectorAll('.waar .subs [aria-current]')].filter(e => {
    const [hier, lijst] = [e, e.closest('ul')].map(een => een.getBoundingClientRect());
    return hier.left < lijst.left - 1 || hier.right > lijst.right + 1; }).map(e => e.textContent.trim())"""
"""Which page of the ways beside it is the one that is open, and out of sight."""
MATEN = f"""[document.scrollingElement.scrollWidth, ...({KRAP})().map(wat => ['te smal', wat]),
    ...({GEBROKEN})().map(wat => ['dag gebroken', wat])]"""
SMALLE_MATEN = f"""[...{MATEN}, ...({SCHUIFT})().map(wat => ['schuift', wat]),
    ...({LAAG})().map(wat => ['te laag', wat]), ...({ELDERS})().map(wat => ['uit beeld', wat])]"""
"""What is seen at a width, asked at once: how wide the page is, and what is wrong with what on it."""
SMAL, HALF = ViewportSize(width=320, height=640), ViewportSize(width=640, height=450)
BREED = ViewportSize(width=1280, height=900)


@dataclass
class Fouten:
    """What the browser complained about."""

    gezien: list[str] = field(default_factory=list)

    @contextmanager
    def gehoord(self, page: Page) -> Iterator[Self]:
        """Hear the console, and what breaks. Chromium reports what the policy (CSP) refuses there too."""
        oren = {"console": self._console, "pageerror": self._fout, "response": self._antwoord}
        for wat, oor in oren.items():
            page.on(wat, oor)  # type: ignore[call-overload]
        yield self
        for wat, oor in oren.items():
            page.remove_listener(wat, oor)

    def _console(self, bericht: ConsoleMessage) -> None:
        # An answer with status 400 is what a page with a mistake is; parts of pages are judged in _antwoord.
        if bericht.type in {"error", "warning"} and not bericht.text.startswith("Failed to load resource"):
            self.gezien.append(bericht.text)

    def _fout(self, fout: Error) -> None:
        self.gezien.append(fout.message)

    def _antwoord(self, antwoord: Response) -> None:
        if antwoord.status >= 400 and antwoord.request.resource_type != "document":
            self.gezien.append(f"{antwoord.status} {antwoord.url}")


def keur(page: Page) -> list[str]:
    """Return what is wrong with the page that is open, as sentences."""
    plekken = set(page.evaluate(PLEKKEN))
    return [*_vorm(page), *_axe(page), *_kleuren(page, "light", plekken), *_donker(page, plekken), *_past(page)]


def _vorm(page: Page) -> list[str]:
    taal, koppen, titel = page.evaluate(
        "[document.documentElement.lang, document.querySelectorAll('h1').length, document.title]"
    )
    eisen = {
        f"lang is '{taal}'": taal == (parse_qs(urlsplit(page.url).query).get("taal") or ["nl"])[0],
        f"{koppen} keer h1": koppen == 1,
        f"titel is '{titel}'": len(titel.removesuffix("– Meldketen Zoetermeer").strip()) > 0 and "Meldketen" in titel,
    }
    return [fout for fout, goed in eisen.items() if not goed]


def _axe(page: Page) -> list[str]:
    return [_zin(fout) for fout in page.evaluate(AXE, TAGS)]


_leesbaar: dict[str, set[str]] = {"light": set(), "dark": set()}
"""Where text was seen to be readable, per theme. Contrast takes half of an examination, and colours come by place."""


def _kleuren(page: Page, thema: Literal["light", "dark"], plekken: set[str]) -> list[str]:
    """Return what cannot be read in a theme, of what was not seen to be readable yet."""
    if not (nieuw := plekken - _leesbaar[thema]):
        return []
    if not (fouten := page.evaluate(KLEUREN, list(nieuw))):
        _leesbaar[thema] |= nieuw
    return [f"{thema}: {_zin(fout)}" for fout in fouten]


def _donker(page: Page, plekken: set[str]) -> list[str]:
    """Return what cannot be read in the dark theme: colours are all that differs."""
    if plekken <= _leesbaar["dark"]:
        return []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    fouten = _kleuren(page, "dark", plekken)
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    return fouten


def _zin(fout: dict[str, Any]) -> str:
    plaatsen = "; ".join(" ".join(knoop["target"]) for knoop in fout["nodes"][:3])
    return f"{fout['id']} ({fout['impact']}): {fout['help']} [{plaatsen}]"


def _past(page: Page) -> list[str]:
    """Return what sticks out where 1280 pixels are 640 or 320: 200 % and 400 % zoom (WCAG 1.4.4, 1.4.10)."""
    fouten = []
    for maat in (BREED, HALF, SMAL):
        if page.viewport_size != maat:
            page.set_viewport_size(maat)
        breedte, *gezien = page.evaluate(SMALLE_MATEN if maat == SMAL else MATEN)
        fouten += [f"{fout} op {maat['width']} px: {wat}" for fout, wat in gezien]
        if breedte > maat["width"]:
            fouten.append(f"schuift opzij op {maat['width']} px: {breedte} px breed")
    page.set_viewport_size(BREED)
    return fouten

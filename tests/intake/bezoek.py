"""Somebody who goes through the public form, page by page, as a browser without JavaScript does."""

from html import unescape
from html.parser import HTMLParser
from re import DOTALL, search, sub
from typing import Any

import httpx

from tests.intake.proef import Proef

VOLLEDIG = {
    "aard": "crimineel",
    "locatie": "gm0637:rokkeveenseweg",
    "plaats": "buiten-noodopvang",
    "datum": "2026-11-22",
    "tijd": "10:30",
}


def tekst(html: str) -> str:
    """What a person reads."""
    lijf = search(r"<main.*</main>", html, DOTALL)
    assert lijf
    met_punt = sub(r"</a>(?=\.)", "", lijf[0])
    return unescape(sub(r"\s+", " ", sub(r"<[^>]+>", " ", met_punt))).strip()


class _Form(HTMLParser):
    """The fields of the form on a page with what stands in them, and where its buttons lead."""

    def __init__(self) -> None:
        super().__init__()
        self.waarden: dict[str, str] = {}
        self.velden: set[str] = set()
        self._tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        naam, soort = kenmerken.get("name", ""), kenmerken.get("type", "")
        if tag in ("input", "textarea", "select") and naam:
            self.velden.add(naam)
        if tag == "textarea":
            self._tekst = naam
        elif tag == "input" and naam and (soort not in ("radio", "checkbox") or "checked" in kenmerken):
            self.waarden[naam] = kenmerken.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._tekst:
            self.waarden[self._tekst] = self.waarden.get(self._tekst, "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._tekst = ""


class Bezoek:
    """One visitor; `pagina` is the answer that is on the screen."""

    def __init__(self, client: httpx.AsyncClient, taal: str = "") -> None:
        self._client, self._vraag = client, f"?taal={taal}" if taal else ""
        self.pagina = httpx.Response(200)

    @property
    def html(self) -> str:
        """The page."""
        return self.pagina.text

    @property
    def leest(self) -> str:
        """What a person reads on it."""
        return tekst(self.html)

    @property
    def kop(self) -> str:
        """Its heading."""
        gevonden = search(r"<h1>(.*?)</h1>", self.html, DOTALL)
        assert gevonden
        return unescape(sub(r"<[^>]+>", "", gevonden[1])).strip()

    @property
    def form(self) -> _Form:
        """The form on it."""
        form = _Form()
        form.feed(self.html[self.html.index("<main") :])
        return form

    async def begin(self) -> "Bezoek":
        """Open the form and press the first button."""
        self.pagina = await self._client.get(f"/melden{self._vraag}")
        return await self.druk()

    async def druk(self, ga: str = "", pad: str = "/melden", **velden: Any) -> "Bezoek":
        """Fill in fields and press a button."""
        gestuurd = {**self.form.waarden, **({"ga": ga} if ga else {}), **velden}
        self.pagina = await self._client.post(f"{pad}{self._vraag}", data=gestuurd)
        return self

    async def verstuur(self, **velden: Any) -> "Bezoek":
        """Press the last button."""
        return await self.druk(pad="/melden/versturen", **velden)

    async def tot_controle(self, **antwoorden: str) -> "Bezoek":
        """Answer every question with what is given, or with nothing."""
        await self.begin()
        for _ in range(12):
            if "/melden/versturen" in self.html:
                break
            hier = {naam: waarde for naam, waarde in antwoorden.items() if naam in self.form.velden}
            await self.druk(**hier)
        return self


def code_op(html: str) -> str:
    """The code on a page."""
    gevonden = search(r'class="code"[^>]*>([0-9A-Z-]+)<', html)
    assert gevonden
    return gevonden[1]


async def ingevuld(proef: Proef, **anders: str) -> Bezoek:
    """Somebody who answered everything, and looks at the answers."""
    return await Bezoek(proef.publiek).tot_controle(**{**VOLLEDIG, **anders})

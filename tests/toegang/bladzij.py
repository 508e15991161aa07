"""What a browser would make of a page: its forms with all their fields, its links, and what got in as markup."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

MERK = "mkx"
"""The element and the attribute (on…) that only hostile text holds."""
VRIJ = frozenset({"", "text", "search", "email", "tel", "url", "password"})


@dataclass
class Formulier:
    """One form: where it goes, what it sends as it stands, and in which fields somebody types."""

    doel: str
    methode: str
    waarden: dict[str, str] = field(default_factory=dict)
    getypt: list[str] = field(default_factory=list)


class Bladzij(HTMLParser):
    """One page."""

    def __init__(self, tekst: str) -> None:
        super().__init__()
        self.formulieren: list[Formulier] = []
        self.links: list[str] = []
        self.ingebroken: list[str] = []
        self._keuze = ""
        self.feed(tekst)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what matters of an element."""
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        self._kijk_na(tag, kenmerken)
        if tag == "a":
            self.links.append(kenmerken.get("href", ""))
        elif tag == "form":
            self.formulieren.append(Formulier(kenmerken.get("action", ""), kenmerken.get("method", "get").upper()))
        elif self.formulieren:
            self._neem_veld(self.formulieren[-1], tag, kenmerken)

    def _kijk_na(self, tag: str, kenmerken: dict[str, str]) -> None:
        fout = tag == MERK or f"on{MERK}" in kenmerken
        fout |= any(kenmerken.get(naam, "").startswith(("javascript:", "data:")) for naam in ("href", "action"))
        if fout:
            self.ingebroken.append(self.get_starttag_text() or tag)

    def _neem_veld(self, formulier: Formulier, tag: str, kenmerken: dict[str, str]) -> None:
        naam, soort, waarde = (kenmerken.get(wat, "") for wat in ("name", "type", "value"))
        if tag == "textarea" or (tag == "input" and soort in VRIJ):
            formulier.getypt.append(naam)
        elif tag == "select":
            self._keuze = naam
        elif tag == "option" and not formulier.waarden.get(self._keuze):
            formulier.waarden[self._keuze] = waarde
        elif tag in {"input", "button"} and naam:
            formulier.waarden.setdefault(naam, waarde or "1")

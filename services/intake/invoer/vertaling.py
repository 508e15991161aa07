"""From a record of theirs to a statement of ours, by the veldkaart."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from services.intake.invoer.bestand import BestandFout
from services.intake.invoer.veldkaart import Veld, Veldkaart
from services.intake.tijden import GeenTijd, komt_twee_keer_voor, lezer
from shared.facts import Fout
from shared.maskering import masker


class Onvertaalbaar(Exception):
    """A value of theirs that is none of ours; `reden` is Dutch."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Vertaald:
    """What a record says in our words, what stood there in theirs, and what could not be translated."""

    gegevens: dict[str, Any]
    gelezen: dict[str, str]
    fouten: tuple[Fout, ...] = ()


@dataclass
class Vertaler:
    """Translates the records of one file. `locatie` is for records that name none."""

    kaart: Veldkaart
    kop: list[str]
    locatie: str | None
    gemeente: str | None = None
    twee_keer: int = 0
    _keren: Counter[bytes] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._eis_kolommen()
        self._plekken = {veld: [self.kop.index(naam) for naam in namen] for veld, namen in self.kaart.kolommen.items()}
        self._alleen = [(self.kop.index(naam), frozenset(houd)) for naam, houd in self.kaart.alleen.items()]
        self._moment = lezer(self.kaart.bestand.tijdnotatie, self.kaart.bestand.zone)
        self._velden: list[Veld] = list(dict.fromkeys([*self.kaart.kolommen, *self.kaart.standaard]))

    def houdt(self, record: list[str]) -> bool:
        """Whether `[alleen]` keeps this record."""
        return all(record[plek].strip() in houd for plek, houd in self._alleen)

    def vertaal(self, record: list[str]) -> Vertaald:
        """Translate a record; every field that cannot be is named."""
        gelezen: dict[str, str] = {veld: self._gelezen(veld, record) for veld in self._velden}
        gegevens: dict[str, Any] = {"bron": self.kaart.bestand.bron}
        gegevens |= {naam: code for naam, code in (("locatie", self.locatie), ("gemeente", self.gemeente)) if code}
        fouten: list[Fout] = []
        for veld in self._velden:
            try:
                gegevens |= self._vertaald(veld, gelezen[veld])
            except Onvertaalbaar as fout:
                fouten.append(Fout(veld, fout.reden))
        if "kenmerk" not in gegevens:
            gegevens["kenmerk"] = self._eigen_kenmerk(record)
        return Vertaald(gegevens, gelezen, tuple(fouten))

    def _eis_kolommen(self) -> None:
        genoemd = [*(naam for namen in self.kaart.kolommen.values() for naam in namen), *self.kaart.alleen]
        keren = {naam: self.kop.count(naam) for naam in genoemd}
        fouten = [f"kolom '{naam}' staat niet in het bestand" for naam, keer in keren.items() if keer == 0]
        fouten += [f"kolom '{naam}' staat meer dan één keer in het bestand" for naam, keer in keren.items() if keer > 1]
        if fouten:
            raise BestandFout(f"{'; '.join(fouten)}. Het bestand heeft: {', '.join(self.kop)}")

    def _gelezen(self, veld: Veld, record: list[str]) -> str:
        delen = [deel for plek in self._plekken.get(veld, ()) if (deel := record[plek].strip())]
        return (" " if veld == "voorgevallenOp" else " / ").join(delen)

    def _vertaald(self, veld: Veld, tekst: str) -> dict[str, Any]:
        onze = self._onze(veld, tekst) if tekst else self.kaart.standaard.get(veld)
        if onze is None:
            return {}
        if veld == "voorgevallenOp":
            return {veld: self._gebeurd(onze)}
        return {veld: _waar_of_niet(onze) if veld == "publiekeTaak" else onze}

    def _onze(self, veld: Veld, tekst: str) -> str:
        tabel = self.kaart.waarden.get(veld)
        if tabel is None:
            return tekst
        if tekst not in tabel:
            raise Onvertaalbaar(f"'{masker(tekst)[:80]}' staat niet in [waarden.{veld}] van de veldkaart")
        return tabel[tekst]

    def _gebeurd(self, tekst: str) -> datetime:
        try:
            moment = self._moment(tekst)
        except GeenTijd as fout:
            raise Onvertaalbaar(fout.reden) from None
        self.twee_keer += komt_twee_keer_voor(moment)
        return moment

    def _eigen_kenmerk(self, record: list[str]) -> str:
        """Make a reference for a file without one: the same record is the same melding, two equal ones are two."""
        inhoud = sha256("\x1f".join(record).encode("utf-8", "replace")).digest()
        self._keren[inhoud] += 1
        return f"rij-{inhoud[:20].hex()}-{self._keren[inhoud]}"


def _waar_of_niet(tekst: str) -> bool:
    if tekst.lower() in {"true", "ja", "1"}:
        return True
    if tekst.lower() in {"false", "nee", "0"}:
        return False
    raise Onvertaalbaar("schrijf ja of nee")

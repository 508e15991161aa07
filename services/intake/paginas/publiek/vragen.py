"""The questions of the public form, one a page: which there are, in which order, and what can be answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from services.intake.bewaartermijn import Termijn, termijn
from shared.contracts.intake import Aangifte, Aard, Dagdeel, GerichtTegen
from shared.profiel import Profiel, Profielen
from shared.profiel.schema import Keuze, Locatie
from shared.web.talen import Taal

Stand = Mapping[str, str]
"""What was answered so far, by field."""
MET_AANGIFTE = ("", Aard.CRIMINEEL, Aard.NOG_TE_BEPALEN)
"""After which kinds of behaviour is asked whether it was reported to the police (TB-3.1)."""


class Optie(NamedTuple):
    """One possible answer. `eigen`: in the language of the page, else in Dutch."""

    code: str
    woorden: str
    eigen: bool = True


@dataclass(frozen=True, slots=True)
class Vraag:
    """One page of the form, and the fields on it; the last of two choices is a box to tick."""

    code: str
    velden: tuple[str, ...]
    soort: Literal["keuze", "wanneer", "tekst", "bereik"] = "keuze"
    verplicht: bool = False


VRAGEN = (
    Vraag("aard", ("aard",)),
    Vraag("thema", ("thema",)),
    Vraag("locatie", ("locatie",), verplicht=True),
    Vraag("plaats", ("plaats",)),
    Vraag("gebied", ("gebied",)),
    Vraag("wanneer", ("datum", "tijd", "dagdeel"), "wanneer", verplicht=True),
    Vraag("gerichtTegen", ("gerichtTegen", "publiekeTaak")),
    Vraag("toelichting", ("toelichting",), "tekst"),
    Vraag("aangifte", ("aangifte",)),
    Vraag("bericht", ("email", "telefoon"), "bereik"),
)
VELDEN = tuple(veld for vraag in VRAGEN for veld in vraag.velden)


class Vragen:
    """What is asked, as the loaded profiles want it."""

    def __init__(self, profielen: Profielen) -> None:
        self._plekken = {
            f"{profiel.gemeente.code}:{plek.code}": (profiel, plek)
            for profiel in profielen.alle()
            for plek in profiel.locaties
        }
        self._meer = len(profielen.alle()) > 1

    def aangevuld(self, stand: Stand) -> dict[str, str]:
        """Fill in what nobody needs to be asked: the location, where there is one only."""
        enige = next(iter(self._plekken)) if len(self._plekken) == 1 else ""
        return {**stand, "locatie": enige} if enige else dict(stand)

    def vast(self, stand: Stand) -> dict[str, str]:
        """Give what the other answers say already: what happened elsewhere happened outside the reception location."""
        profiel, plek = self._plek(stand)
        plaats = profiel.meldingen.vaste_plaats(plek)
        return {"plaats": plaats} if plaats else {}

    def gesteld(self, stand: Stand) -> list[Vraag]:
        """Give the questions that are asked after these answers, in order."""
        return [vraag for vraag in VRAGEN if self._geldt(vraag, stand)]

    def vraag(self, code: str, stand: Stand) -> Vraag | None:
        """Find a question by its code, if it is asked."""
        return next((vraag for vraag in self.gesteld(stand) if vraag.code == code), None)

    def over(self, vraag: Vraag, stand: Stand) -> tuple[int, int]:
        """Count the questions after this one, at least and at most: which are asked depends on answers yet to come."""
        later = VRAGEN[VRAGEN.index(vraag) + 1 :]
        aantallen = [sum(self._geldt(ander, dan) for ander in later) for dan in self._standen(vraag, stand)]
        return min(aantallen), max(aantallen)

    def _standen(self, vraag: Vraag, stand: Stand) -> Iterator[Stand]:
        """Give the ways in which the answers may turn out that decide what is asked."""
        open_ = {veld for ander in VRAGEN[VRAGEN.index(vraag) :] for veld in ander.velden}
        for aard in (Aard.CRIMINEEL, Aard.OVERLAST) if "aard" in open_ else (stand.get("aard", ""),):
            for plek in self._plekken if "locatie" in open_ else (stand.get("locatie", ""),):
                hier = {**stand, "aard": aard, "locatie": plek}
                for plaats in self._plaatsen(hier) if "plaats" in open_ else (stand.get("plaats", ""),):
                    yield {**hier, "plaats": plaats}

    def _plaatsen(self, stand: Stand) -> list[str]:
        """Give the answers to where it happened; no answer is one, where it need not be given."""
        if self.vast(stand):
            return [""]
        codes = self.codes("plaats", stand)
        return codes if codes and self._plek(stand)[0].meldingen.plaats_verplicht else ["", *codes]

    def verplicht(self, vraag: Vraag, stand: Stand) -> bool:
        """Whether it must be answered."""
        profiel, _ = self._plek(stand)
        return vraag.verplicht or (vraag.code == "plaats" and profiel.meldingen.plaats_verplicht)

    def opties(self, veld: str, stand: Stand, taal: Taal) -> list[Optie]:
        """Give the possible answers to a question; none where it is answered freely."""
        match veld:
            case "aard":
                soorten = [Optie(code, taal(f"vraag.aard.{code}")) for code in ("overlast", "crimineel", "ggz")]
                return [*soorten, Optie(Aard.NOG_TE_BEPALEN, taal("vraag.weet_niet"))]
            case "gerichtTegen":
                return [Optie(code, taal(f"vraag.gerichtTegen.{code}")) for code in GerichtTegen]
            case "aangifte":
                return [Optie(code, taal(f"vraag.aangifte.{code}")) for code in Aangifte]
            case "locatie":
                return [self._locatie(code, *plek, taal) for code, plek in self._plekken.items()]
            case "gebied":
                anders = Optie("", taal("vraag.gebied.anders"))
                return [*(_optie(veld, keuze, taal) for keuze in self._keuzes(veld, stand)), anders]
            case _:
                return [_optie(veld, keuze, taal) for keuze in self._keuzes(veld, stand)]

    def elders(self, taal: Taal) -> str:
        """Give the words of the one answer that says: in the municipality, at none of these places; empty: not one."""
        plekken = [self._locatie(code, *plek, taal) for code, plek in self._plekken.items() if _is_elders(*plek)]
        return plekken[0].woorden if len(plekken) == 1 else ""

    def codes(self, veld: str, stand: Stand) -> list[str]:
        """Give the codes that the profile offers for a field."""
        return [keuze.code for keuze in self._keuzes(veld, stand)]

    def _keuzes(self, veld: str, stand: Stand) -> Iterable[Keuze]:
        profiel, plek = self._plek(stand)
        gevraagd = profiel.meldingen
        alle: Mapping[str, Iterable[Keuze]] = {
            "thema": gevraagd.themas,
            "plaats": gevraagd.plaatsen_bij(plek),
            "gebied": [Keuze(code=gebied.code, naam=gebied.naam) for gebied in plek.gebieden],
        }
        return alle.get(veld, ())

    def _geldt(self, vraag: Vraag, stand: Stand) -> bool:
        if vraag.code == "locatie":
            return len(self._plekken) > 1
        if (vraag.code == "gebied" and self._binnen(stand)) or (vraag.code == "plaats" and self.vast(stand)):
            return False
        if vraag.code == "aangifte":
            return stand.get("aard", "") in MET_AANGIFTE
        if vraag.code == "bericht":
            return bool(self._plek(stand)[0].terugkoppelen.sjablonen)
        return vraag.code not in ("thema", "plaats", "gebied") or bool(self._keuzes(vraag.code, stand))

    def _binnen(self, stand: Stand) -> bool:
        """Whether it happened in the location itself: the neighbourhood is known then."""
        plaatsen = self._plek(stand)[0].meldingen.plaatsen
        return any(plaats.binnen for plaats in plaatsen if plaats.code == stand.get("plaats"))

    def _plek(self, stand: Stand) -> tuple[Profiel, Locatie]:
        """Give the chosen location; until one is chosen the first will do."""
        return self._plekken.get(stand.get("locatie", "")) or next(iter(self._plekken.values()))

    def bewaard(self, stand: Stand) -> Termijn:
        """Say how long the contact details are kept that are given with these answers."""
        return termijn(self._plek(stand)[0], "contact")

    def _locatie(self, code: str, profiel: Profiel, plek: Locatie, taal: Taal) -> Optie:
        """Name a place; the municipality itself beside other places is everywhere else in it."""
        gemeente = profiel.gemeente.naam
        if _is_elders(profiel, plek):
            return Optie(code, taal("vraag.locatie.elders", gemeente=gemeente))
        return Optie(code, f"{plek.naam}, {gemeente}" if self._meer else plek.naam, taal.code == "nl")


def _is_elders(profiel: Profiel, plek: Locatie) -> bool:
    return plek.soort == "gemeente" and len(profiel.locaties) > 1


def _optie(veld: str, keuze: Keuze, taal: Taal) -> Optie:
    woorden = taal.woord(veld, keuze.code, keuze.naam)
    return Optie(keuze.code, woorden, taal.code == "nl" or woorden != keuze.naam)


def beantwoord(vragen: Vragen, stand: Stand, taal: Taal) -> Iterator[tuple[Vraag, str, list[Optie]]]:
    """Give each question that is asked with its heading and the answers in words, to be checked."""
    for vraag in vragen.gesteld(stand):
        if vraag.soort == "wanneer":
            woorden = [Optie("", " ".join(filter(None, (dag_van(stand), _tijd(stand, taal)))))]
        else:
            gekozen = [(veld, stand[veld]) for veld in vraag.velden if stand.get(veld)]
            woorden = [_gekozen(vragen, veld, code, stand, taal) for veld, code in gekozen]
        yield vraag, taal(f"vraag.{vraag.code}.kort"), [optie for optie in woorden if optie.woorden]


def _gekozen(vragen: Vragen, veld: str, code: str, stand: Stand, taal: Taal) -> Optie:
    if veld == "publiekeTaak":
        return Optie(code, taal("vraag.gerichtTegen.publiekeTaak_kort"))
    if veld in ("email", "telefoon"):
        return Optie("", code)
    return next((optie for optie in vragen.opties(veld, stand, taal) if optie.code == code), Optie("", ""))


def dag_van(stand: Stand) -> str:
    """Write a day as the Dutch do; what cannot be read stays as it was typed."""
    delen = stand.get("datum", "").split("-")
    return "-".join(reversed(delen)) if len(delen) == 3 and len(delen[0]) == 4 else "-".join(delen)


def _tijd(stand: Stand, taal: Taal) -> str:
    if (dagdeel := stand.get("dagdeel")) in set(Dagdeel) and not stand.get("tijd"):
        return taal(f"vraag.wanneer.{dagdeel}")
    tijd = stand.get("tijd", "")
    return tijd.replace(":", ".") if taal.code == "nl" else tijd

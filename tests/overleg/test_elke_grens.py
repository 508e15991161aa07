"""Every limit that a catalogue sets, of every shipped municipality, is broken once: the refusal cites that row's rule.

The list is made from the data: a row or a field that is added has its case here, or this file fails.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import pytest

from services.overleg.grenzen import toets, toets_verlenging
from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel, MaatregelGeweigerd, catalogus
from shared.contracts.overleg import GerichtOp
from shared.profiel import Maatregelsoort, Profiel, Rol
from tests.overleg.voorbeelden import DAG, UUR, lokaal, meegeleverd

NU = lokaal(2026, 2, 10, 12)
BEGIN = NU + UUR
PROFIELEN = [meegeleverd(naam) for naam in ("zoetermeer", "koggenland", "leidschendam-voorburg")]
RIJEN = [(profiel, soort) for profiel in PROFIELEN for soort in profiel.maatregelen]
GEEN_GRENS = {"code", "naam", "aard", "bron", "uitleg", "regel", "herkomst", "ingesteld_op", "waarschuw_vooraf"}
Regel = str | None


@dataclass(frozen=True)
class Geval:
    """A request that nothing forbids: within every limit of its row."""

    profiel: Profiel
    soort: Maatregelsoort
    kent: Catalogus
    wat: Aanvraag
    rond: tuple[Maatregel, ...]

    def ander(self, code: str, **anders: Any) -> Maatregel:
        """A measure that stands already, in the same area and on the same betrokkene."""
        velden = {naam: getattr(self.wat, naam) for naam in ("ingaande", "eindigt", "gebied", "betrokkene")}
        return Maatregel(uuid4(), code, "gm0637", "alle", **{**velden, "eerste_einde": self.wat.eindigt, **anders})

    def met(self, *meer: Maatregel, door: Rol | None = None, **anders: Any) -> Regel:
        """By which rule it is refused when this is different; None: it is not."""
        wat, andere = replace(self.wat, **anders), [*self.rond, *meer]
        try:
            toets(self.soort, wat, self.kent, andere, door=door or self.soort.bevoegd, op=NU)
        except MaatregelGeweigerd as weigering:
            return weigering.regel
        return None

    def verlengd(self, *, dagen: float = 1, **anders: Any) -> Regel:
        """By which rule an extension by so many days is refused."""
        loopt = self.ander(self.soort.code, **anders)
        eind = (loopt.eindigt or BEGIN) + dagen * DAG
        try:
            toets_verlenging(loopt, self.soort, eind, self.kent, [], door=self.soort.bevoegd, op=NU)
        except MaatregelGeweigerd as weigering:
            return weigering.regel
        return None


def geval(profiel: Profiel, soort: Maatregelsoort) -> Geval:
    """The case of one row; the APV measures that it yields to are left out of what this council regulates."""
    kent = catalogus(profiel)
    kent = replace(kent, soorten={code: each for code, each in kent.soorten.items() if code not in soort.wijkt_voor})
    wat = Aanvraag(
        gericht_op=GerichtOp(soort.gericht_op[0]),
        ingaande=BEGIN,
        eindigt=BEGIN + (soort.termijn_hoogstens or DAG),
        gebied=None if soort.afgeschermd else een_plek(profiel, soort.gebieden),
        betrokkene=uuid4() if "persoon" in soort.gericht_op and not soort.afgeschermd else None,
        om_geraadpleegd_op=NU - UUR,
        driehoek_op=NU - UUR,
        voorwaarden=tuple(each.code for each in soort.voorwaarden),
        toegelicht=bool(soort.voorwaarden) and not soort.afgeschermd,
    )
    goed = Geval(profiel, soort, kent, wat, ())
    return replace(
        goed, rond=tuple(goed.ander(code, ingaande=NU - DAG, eindigt=NU + 9 * DAG) for code in soort.binnen[:1])
    )


def een_plek(profiel: Profiel, gebieden: Iterable[str] = ()) -> str | None:
    """An area in which a measure may apply."""
    alle = [gebied.code for locatie in profiel.locaties for gebied in locatie.gebieden]
    return next(iter(gebieden or alle), None)


def _gericht_op(g: Geval) -> list[Regel]:
    anders = {"persoon", "gebied", "groep"} - set(g.soort.gericht_op)
    return [g.met(gericht_op=GerichtOp(op), betrokkene=None if op == "gebied" else uuid4()) for op in anders]


def _niet_samen(g: Geval) -> list[Regel]:
    """In either order: the other row may say nothing of it, the line is this one's."""
    uit = [g.met(g.ander(code)) for code in g.soort.niet_samen_met]
    for code in g.soort.niet_samen_met:
        later = geval(g.profiel, g.kent.soort(code))
        uit.append(replace(later, wat=replace(later.wat, betrokkene=g.wat.betrokkene)).met(g.ander(g.soort.code)))
    return uit


def _voorwaarden(g: Geval) -> list[Regel]:
    """Each one left out, with its alternatives; and all of them stated by nobody who explains it."""
    uit = [] if g.soort.afgeschermd else [g.met(toegelicht=False)]
    for weg in g.soort.voorwaarden:
        over = [
            each for each in g.soort.voorwaarden if each != weg and (not weg.een_van or each.een_van != weg.een_van)
        ]
        uit.append(g.met(voorwaarden=tuple(each.code for each in over)))
    return uit


def _afgeschermd(g: Geval) -> list[Regel]:
    gebied: dict[str, Any] = {"gebied": een_plek(g.profiel)} if een_plek(g.profiel) else {}
    velden: dict[str, Any] = {
        "betrokkene": uuid4(),
        "meldingen": (uuid4(),),
        "overleg_id": uuid4(),
        "agendapunt_id": uuid4(),
    }
    return [g.met(**{veld: waarde}) for veld, waarde in {**velden, **gebied, "toegelicht": True}.items()]


def _zonder_verordening(g: Geval) -> list[Regel]:
    return [replace(g, soort=g.soort.model_copy(update={"verordening": None})).met()]


def _niet_te_verlengen(g: Geval) -> list[Regel]:
    return [] if g.soort.verlengbaar else [g.verlengd(verlengd=g.soort.verlengingen_hoogstens)]


def _totaal(g: Geval) -> list[Regel]:
    maanden = g.soort.totaal_maanden_hoogstens or 0
    return [g.verlengd(eindigt=BEGIN + (maanden * 30 + 5) * DAG, verlengd=1, dagen=3)]


BREUKEN: dict[str, Callable[[Geval], list[Regel]]] = {
    "bevoegd": lambda g: [g.met(door=rol) for rol in Rol if rol is not g.soort.bevoegd],
    "gezag": lambda g: [g.met(bevoegd_gezag="een-ander")],
    "grondslag": lambda g: [g.met(grondslag="een andere wet")],
    "gericht_op": _gericht_op,
    "termijn_hoogstens": lambda g: [g.met(eindigt=(g.wat.eindigt or BEGIN) + UUR / 60), g.met(eindigt=None)],
    "maanden_hoogstens": lambda g: [
        g.met(eindigt=BEGIN + (g.soort.maanden_hoogstens or 0) * 31 * DAG),
        g.met(eindigt=None),
    ],
    "einde_verplicht": lambda g: [g.met(eindigt=None)],
    "aaneengesloten": lambda g: [g.met(g.ander(g.soort.code, ingaande=BEGIN - UUR, eindigt=BEGIN))],
    "verlengbaar": _niet_te_verlengen,
    "verlengingen_hoogstens": _niet_te_verlengen,
    "verlenging_hoogstens": lambda g: [g.verlengd(dagen=(g.soort.verlenging_hoogstens or DAG) / DAG + 0.1)],
    "totaal_maanden_hoogstens": _totaal,
    "niet_samen_met": _niet_samen,
    "om_vooraf": lambda g: [g.met(om_geraadpleegd_op=None)],
    "driehoek_vooraf": lambda g: [g.met(driehoek_op=None)],
    "verordening_vereist": _zonder_verordening,
    "verordening": _zonder_verordening,
    "wijkt_voor": lambda g: [replace(g, kent=catalogus(g.profiel)).met()],
    "binnen": lambda g: [replace(g, rond=()).met()],
    "voorwaarden": _voorwaarden,
    "gebieden": lambda g: [g.met(gebied="elders"), g.met(gebied=None)],
    "gebied_verplicht": lambda g: [g.met(gebied=None)],
    "afgeschermd": _afgeschermd,
}
"""How each field of a row is broken."""
ALTIJD = ("bevoegd", "gezag", "grondslag", "gericht_op", "verlengbaar")


@pytest.mark.parametrize(("profiel", "soort"), RIJEN, ids=[f"{p.gemeente.code}-{s.code}" for p, s in RIJEN])
def test_elke_grens_van_de_catalogus_weigert_met_haar_regel(profiel: Profiel, soort: Maatregelsoort) -> None:
    """Within its limits a measure is imposed; each limit broken by itself is refused by the rule of that row."""
    goed = geval(profiel, soort)
    assert goed.met() is None
    gezet = (set(soort.model_dump(exclude_defaults=True)) - GEEN_GRENS) | set(ALTIJD)
    geweigerd = {veld: BREUKEN[veld](goed) for veld in sorted(gezet)}
    assert {veld: regels for veld, regels in geweigerd.items() if set(regels) - {soort.regel}} == {}
    assert [veld for veld, regels in geweigerd.items() if not regels and not (soort.verlengbaar)] == []


def test_geen_grens_zonder_geval() -> None:
    """Every limit that the schema can express has its way to be broken, and a shipped row that sets it."""
    assert set(Maatregelsoort.model_fields) - GEEN_GRENS == set(BREUKEN)
    gezet = {veld for _, soort in RIJEN for veld in soort.model_dump(exclude_defaults=True)}
    assert set(BREUKEN) - gezet == set()

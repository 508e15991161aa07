"""The catalogue of measures with their legal limits, and what can be asked of others."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from shared.profiel.schema.basis import Deel, MetRegel, Rol, Rollen
from shared.profiel.vormen import Code, Duur, Naam, Zin


class Voorwaarde(Deel):
    """Something that must be so before the measure may be taken; the authority states that it is, and explains it.

    Conditions with the same `een_van` are alternatives: at least one of them; each other one is required.
    """

    code: Code
    naam: Zin
    een_van: Code | None = None


class Maatregelsoort(MetRegel):
    """A measure of the catalogue with its legal limits. What it leaves open, no document limits."""

    code: Code
    naam: Naam
    aard: Literal["preventief", "repressief", "acuut"] = "repressief"
    bron: Zin | None = None
    """Where it stands, for who wants to read it."""
    uitleg: Zin | None = None
    bevoegd: Rol
    """Who imposes it here."""
    gezag: Code | None = None
    """Whose measure it is, where that is nobody with a role here (shopkeepers): `bevoegd` only records it."""
    grondslag: Naam
    gericht_op: tuple[Literal["persoon", "gebied", "groep"], ...]
    termijn_hoogstens: Duur | None = None
    maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
    einde_verplicht: bool = False
    aaneengesloten: bool = False
    """The longest term counts for what follows without a break in the same area (TB-3.3: twelve hours at a stretch)."""
    verlengbaar: bool = False
    """As often as needed, within the totals; else `verlengingen_hoogstens` times."""
    verlengingen_hoogstens: Annotated[int, Field(ge=0)] = 0
    verlenging_hoogstens: Duur | None = None
    """Of all extensions together."""
    totaal_maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
    niet_samen_met: tuple[Code, ...] = ()
    om_vooraf: bool = False
    driehoek_vooraf: bool = False
    verordening_vereist: bool = False
    verordening: Naam | None = None
    """The council's verordening that gives the power, where one is needed."""
    wijkt_voor: tuple[Code, ...] = ()
    """Not available in an area that one of these covers: the APV regulates it (TB-3.2)."""
    binnen: tuple[Code, ...] = ()
    """Only in an area that one of these designated, and only as long as that lasts (TB-3.3)."""
    voorwaarden: tuple[Voorwaarde, ...] = ()
    gebieden: tuple[Code, ...] = ()
    gebied_verplicht: bool = False
    afgeschermd: bool = False
    """Says something about somebody's health or home: no betrokkene, no area, no meldingen, and few may see it."""
    waarschuw_vooraf: Duur = timedelta(days=7)


class Verzoeksoort(MetRegel):
    """Something that another decides about: the municipality asks, they answer (LVS-0.1, LVS-0.2, TB-1.3)."""

    code: Code
    naam: Naam
    aan: Code
    """The partner that is asked."""
    door: Rollen = (Rol.BURGEMEESTER, Rol.OOV)
    antwoord_door: Rollen = (Rol.OOV, Rol.BURGEMEESTER)
    bron: Zin | None = None
    uitleg: Zin | None = None
    over_persoon: bool = False
    plan_vereist: bool = False
    """With a plan and a budget, or not at all (TB-1.3)."""


class Afspraken(MetRegel):
    """The afsprakenmatrix: when whoever does something is reminded, and when it is late."""

    herinner_vooraf: Duur = timedelta(days=2)


class Berichten(MetRegel):
    """Communication about meldingen (LVS-4): who must have been consulted before a message goes out."""

    raadplegen: tuple[Rol, ...] = (Rol.COA, Rol.POLITIE)


class Dossierkluis(MetRegel):
    """How long the reference to a case stays after the last measure on that betrokkene."""

    bewaren: Duur = timedelta(days=365)

"""`publiccode.yml` as a catalogue reads it: the keys of version 0.4 of the standard, and what it says is so."""

import re
import tomllib
from datetime import date
from typing import Annotated, Any, Literal

import yaml
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from tests.deploy.bestanden import ROOT

Tekst = Annotated[str, Field(min_length=1)]


CATEGORIEEN = {"collaboration", "communications", "data-collection", "digital-citizenship", "workflow-management"}
"""Of the vocabulary of the standard, what could fit."""
GEBIEDEN = {"emergency-services", "government", "local-authorities", "security", "society"}


class Deel(BaseModel):
    """A section: no key that the standard does not know."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)


class Beschrijving(Deel):
    """`description`, in one language."""

    localised_name: Tekst | None = None
    short_description: Annotated[str, Field(min_length=1, max_length=150)]
    long_description: Annotated[str, Field(min_length=150, max_length=10_000)]
    documentation: AnyHttpUrl | None = None
    features: Annotated[list[Tekst], Field(min_length=1)]


class Juridisch(Deel):
    """`legal`."""

    license: Literal["EUPL-1.2"]


class Contact(Deel):
    """Who maintains it."""

    name: Tekst
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None


class Onderhoud(Deel):
    """`maintenance`; a contact is asked for where it is not by contract."""

    type: Literal["internal", "community", "none"]
    contacts: Annotated[list[Contact], Field(min_length=1)]


class Talen(Deel):
    """`localisation`."""

    localisation_ready: bool
    available_languages: Annotated[list[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]], Field(min_length=1)]


class Doelgroep(Deel):
    """`intendedAudience`."""

    countries: list[Annotated[str, Field(pattern=r"^[a-z]{2}$")]]
    scope: list[Tekst]


class Nodig(Deel):
    """One piece of other software."""

    name: Tekst
    optional: bool = False
    version: str | None = None
    version_min: str | None = None
    version_max: str | None = None


class Publiccode(Deel):
    """The whole file."""

    publiccode_yml_version: Literal["0.4"]
    name: Tekst
    url: AnyHttpUrl
    software_version: Tekst
    release_date: date
    development_status: Literal["concept", "development", "beta", "stable", "obsolete"]
    software_type: Literal["standalone/web", "standalone/backend", "standalone/other", "addon", "library"]
    platforms: Annotated[list[Tekst], Field(min_length=1)]
    input_types: list[Annotated[str, Field(pattern=r"^\w+/[\w.+-]+$")]]
    output_types: list[Annotated[str, Field(pattern=r"^\w+/[\w.+-]+$")]]
    categories: Annotated[list[Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]], Field(min_length=1)]
    intended_audience: Doelgroep
    description: dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], Beschrijving]
    legal: Juridisch
    maintenance: Onderhoud
    localisation: Talen
    depends_on: dict[Literal["open", "proprietary", "hardware"], list[Nodig]]


def test_het_heeft_de_vorm_van_de_standaard_en_klopt_met_de_code() -> None:
    """Every key and limit of the standard; version, licence and languages are those of the code."""
    ruw: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    gelezen = Publiccode.model_validate(ruw)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert gelezen.software_version == project["version"]
    assert gelezen.legal.license == project["license"]
    assert set(gelezen.categories) <= CATEGORIEEN
    assert set(gelezen.intended_audience.scope) <= GEBIEDEN
    talen = {pad.stem for pad in (ROOT / "services" / "intake" / "teksten").glob("*.toml")}
    assert set(gelezen.localisation.available_languages) <= talen


def test_geen_bedacht_adres() -> None:
    """What nobody reads is a placeholder that looks like one: an address that was made up may be somebody's."""
    for naam in ("publiccode.yml", "SECURITY.md"):
        tekst = (ROOT / naam).read_text()
        assert set(re.findall(r"[\w.]+@([\w.-]+)", tekst)) == {"example.nl"}
        assert "placeholder" in tekst

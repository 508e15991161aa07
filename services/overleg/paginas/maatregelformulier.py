"""The form for a measure: it asks what the chosen kind needs, and nothing else.

The id that a request needs is made when the form is shown, so that sending it twice says the same twice.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.alias_generators import to_camel

from services.overleg.maatregel import Aanvraag, vraagt_gebied
from services.overleg.paginas.zinnen import als_lijst, moment
from services.overleg.vormen import Code
from shared.contracts.overleg import GerichtOp
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Maatregelsoort, Profiel

WOORDEN = {
    "voorwaarden": "Wat is hier aan de hand?",
    "dossier": "Zaaknummer van het dossier",
    "gebied": "Voor welk gebied?",
    "ingaande": "Gaat in op",
    "eindigt": "Eindigt op",
    "omGeraadpleegdOp": "Met het Openbaar Ministerie overlegd op",
    "driehoekOp": "In de driehoek overlegd op",
    "toelichting": "Toelichting",
    "soort": "Welke maatregel?",
}
Lijst = Annotated[tuple[Code, ...], BeforeValidator(als_lijst)]


class Maatregelformulier(BaseModel):
    """What the page sends; moments are those of the municipality's clocks."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)

    aanvraag: UUID
    gemeente: Code
    soort: Code
    gericht_op: GerichtOp
    dossier: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)] = ""
    gebied: Code | None = None
    ingaande: datetime
    eindigt: datetime | None = None
    om_geraadpleegd_op: datetime | None = None
    driehoek_op: datetime | None = None
    voorwaarden: Lijst = ()
    toelichting: Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)] = ""
    agendapunt_id: UUID | None = None
    overleg_id: UUID | None = None
    meldingen: Annotated[tuple[UUID, ...], BeforeValidator(als_lijst)] = ()

    def lees(self, profiel: Profiel, betrokkene: UUID | None) -> Aanvraag:
        """The request that the domain judges."""
        zone, ingaande = profiel.zone, moment(self.ingaande, profiel.zone)
        assert ingaande is not None  # noqa: S101  the field is required
        return Aanvraag(
            gericht_op=self.gericht_op,
            ingaande=ingaande,
            eindigt=moment(self.eindigt, zone),
            gebied=self.gebied,
            betrokkene=betrokkene,
            om_geraadpleegd_op=moment(self.om_geraadpleegd_op, zone),
            driehoek_op=moment(self.driehoek_op, zone),
            overleg_id=self.overleg_id,
            agendapunt_id=self.agendapunt_id,
            meldingen=self.meldingen,
            voorwaarden=self.voorwaarden,
            toegelicht=bool(self.toelichting),
        )


def keuzes(profiel: Profiel, soort: Maatregelsoort) -> dict[str, object]:
    """What the form offers and asks for one kind of measure."""
    gebieden = {gebied.code: gebied.naam for plek in profiel.locaties for gebied in plek.gebieden}
    doel = "persoon" if "persoon" in soort.gericht_op else soort.gericht_op[0]
    met_einde = soort.termijn_hoogstens or soort.maanden_hoogstens or soort.einde_verplicht
    return {
        "gemeente": profiel.gemeente.code,
        "soort": soort,
        "gericht_op": doel,
        "dossier": doel == "persoon" and not soort.afgeschermd,
        "gebieden": [] if soort.afgeschermd else [(code, naam) for code, naam in gebieden.items() if _mag(soort, code)],
        "gebied_verplicht": vraagt_gebied(soort),
        "einde_verplicht": bool(met_einde),
        "duur": _duur(soort),
        "gronden": gronden(soort),
        "aanvraag": uuid4(),
    }


def eis_alles(profiel: Profiel, soort: Maatregelsoort, velden: Mapping[str, object]) -> None:
    """Ask for every question of this kind.

    Raises:
        OngeldigeInvoer: some were left open; all of them at once.
    """
    kan = keuzes(profiel, soort)
    nodig = {
        "voorwaarden": bool(soort.voorwaarden),
        "dossier": kan["dossier"],
        "gebied": bool(kan["gebieden"]) and kan["gebied_verplicht"],
        "ingaande": True,
        "eindigt": kan["einde_verplicht"],
        "omGeraadpleegdOp": soort.om_vooraf,
        "driehoekOp": soort.driehoek_vooraf,
        "toelichting": bool(soort.voorwaarden) and not soort.afgeschermd,
    }
    if open_gelaten := [Fout(veld, "verplicht") for veld, moet in nodig.items() if moet and not velden.get(veld)]:
        raise OngeldigeInvoer(*open_gelaten)


def gronden(soort: Maatregelsoort) -> list[tuple[str, list[tuple[str, str]]]]:
    """The conditions to tick, under what the law asks of them: each one, or at least one of several."""
    los = [(each.code, each.naam) for each in soort.voorwaarden if each.een_van is None]
    groepen: dict[str, list[tuple[str, str]]] = {}
    for each in soort.voorwaarden:
        if each.een_van is not None:
            groepen.setdefault(each.een_van, []).append((each.code, each.naam))
    kop = "Dit moet zo zijn:" if len(los) == 1 else "Dit moet allemaal zo zijn:"
    minstens = "En daarbij minstens één hiervan:" if los else "Minstens één hiervan moet zo zijn:"
    return [*([(kop, los)] if los else []), *((minstens, deel) for deel in groepen.values())]


def _mag(soort: Maatregelsoort, gebied: str) -> bool:
    return not soort.gebieden or gebied in soort.gebieden


def _duur(soort: Maatregelsoort) -> str:
    if soort.maanden_hoogstens:
        keer, samen = soort.maanden_hoogstens, soort.totaal_maanden_hoogstens
        if samen and samen > keer:
            return f"Hoogstens {keer} maanden per keer. Met verlengingen mee hoogstens {samen} maanden."
        return f"Hoogstens {keer} maanden."
    if soort.termijn_hoogstens:
        uren = soort.termijn_hoogstens.total_seconds() / 3600
        return f"Hoogstens {uren:g} uur." if uren <= 48 else f"Hoogstens {uren / 24:g} dagen."
    return "Niet langer dan nodig." if soort.einde_verplicht else ""

"""What a shopkeeper filled in: read as a melding of the group, and what is wrong with it in words."""

from collections.abc import Iterable
from datetime import datetime

from services.intake.groep import Groep
from services.intake.opgave import MeldingOpgave, schoon
from services.intake.paginas.ingevuld import Ingevuld, Velden, lees_formulier
from services.intake.paginas.verbergen import bezwaar, lees_woorden, verborgen
from services.intake.paginas.woorden import ZONDER_DAGDEEL
from shared.facts import Fout
from shared.profiel import Profielen

VOLGORDE = ("thema", "datum", "tijd", "opvang", "toelichting", "aangifte", "verberg")
BESTUURT = ("sleutel", "code", "ga")
OPVANG = (("nee", "Nee, of dat weet ik niet"), ("ja", "Ja. Ik schrijf hieronder waarom"))
"""Whether there is a reason to think of the reception location; who says nothing says no."""


def lees_groepsmelding(groep: Groep, velden: Velden, profielen: Profielen, op: datetime) -> Ingevuld[MeldingOpgave]:
    """Read the form; what the group always says cannot be changed by it."""
    antwoorden = {naam: waarde for naam, waarde in velden.items() if naam not in (*BESTUURT, "verberg", "opvang")}
    if woorden := eigen_woorden(velden):
        antwoorden["toelichting"] = verborgen(tekst_in(velden), woorden)
    vast = groep.zegt(profielen.van(groep.gemeente), opvang=velden.get("opvang") == "ja")
    return lees_formulier({**antwoorden, **vast}, profielen, op)


def fouten_in(velden: Velden, ingevuld: Ingevuld[MeldingOpgave], bezwaren: Iterable[Fout]) -> dict[str, str]:
    """Say by field what cannot be taken: nothing chosen is no melding, and who thinks of the location says why."""
    eigen = {}
    if not velden.get("thema"):
        eigen["thema"] = "Kies wat er gebeurde."
    if velden.get("opvang", "") not in ("", *dict(OPVANG)):
        eigen["opvang"] = ZONDER_DAGDEEL("fout.aard")
    if velden.get("opvang") == "ja" and not tekst_in(velden):
        eigen["toelichting"] = "Schrijf hier waarom u aan de opvang denkt, of kies hierboven 'Nee'."
    if reden := bezwaar(tekst_in(velden), eigen_woorden(velden), ZONDER_DAGDEEL):
        eigen["verberg"] = reden
    gevonden = eigen | ingevuld.per_veld(bezwaren, ZONDER_DAGDEEL, ())
    plek = {veld: nummer for nummer, veld in enumerate(VOLGORDE)}
    return dict(sorted(gevonden.items(), key=lambda paar: plek.get(paar[0], len(plek))))


def tekst_in(velden: Velden) -> str:
    """Give the text as it was typed."""
    return schoon(str(velden.get("toelichting", "")))


def eigen_woorden(velden: Velden) -> list[str]:
    """Give the words that the shopkeeper wants hidden."""
    return lees_woorden(str(velden.get("verberg", "")))

"""The pages of the shopkeepers' form: its questions, its answers once more, and the asking for a code."""

from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import Ontvangst
from services.intake.groep import Groep
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.groepsmelding import OPVANG, eigen_woorden, tekst_in
from services.intake.paginas.ingevuld import Velden, nieuwe_sleutel
from services.intake.paginas.publiek.vragen import dag_van
from services.intake.paginas.verbergen import gevoelig, stukken
from services.intake.paginas.woorden import AANGIFTE, ZONDER_DAGDEEL, Woorden
from shared.profiel import Profielen
from shared.web import pagina

Fouten = Mapping[str, str]
GEEN: Fouten = {}
DRAAGT = ("sleutel", "code", "thema", "datum", "tijd", "opvang", "toelichting", "aangifte")
"""What travels along from the questions to the sending."""


class Groepsblad:
    """Shows the pages."""

    def __init__(self, profielen: Profielen, woorden: Woorden) -> None:
        self._profielen, self._woorden = profielen, woorden

    def vragen(
        self,
        request: Request,
        groep: Groep,
        velden: Velden,
        fouten: Fouten = GEEN,
        *,
        status: int = 200,
        ontvangst: Ontvangst | None = None,
    ) -> HTMLResponse:
        """Ask; nothing is chosen beforehand."""
        gegeven = {"themas": self._woorden.keuzes("themas", groep.gemeente), "aangiften": _aangiften()}
        return self._toon(
            request,
            "winkeliers",
            groep,
            velden,
            fouten,
            status,
            ontvangst=ontvangst,
            hoogstens=TEKST_HOOGSTENS,
            **gegeven,
        )

    def controle(
        self, request: Request, groep: Groep, velden: Velden, fouten: Fouten = GEEN, *, status: int = 200
    ) -> HTMLResponse:
        """Show every answer, and what will be made unrecognisable."""
        delen = stukken(tekst_in(velden), eigen_woorden(velden))
        weg = dict.fromkeys(stuk for stuk in delen if stuk.soort)
        antwoorden = self._antwoorden(groep, velden)
        tekst = {"delen": delen, "weg": weg, "gevoelig": gevoelig(delen)}
        return self._toon(request, "winkeliers_controle", groep, velden, fouten, status, antwoorden=antwoorden, **tekst)

    def _antwoorden(self, groep: Groep, velden: Velden) -> list[tuple[str, str]]:
        profiel = self._profielen.van(groep.gemeente)
        over = groep.zegt(profiel, opvang=velden.get("opvang") == "ja")
        return [
            ("Wat gebeurde er?", self._woorden.naam("thema", groep.gemeente, str(velden.get("thema", "")))),
            (
                "Wanneer",
                f"{dag_van({'datum': str(velden.get('datum'))})} {str(velden.get('tijd')).replace(':', '.')} uur",
            ),
            ("Gaat over", self._woorden.naam("locatie", groep.gemeente, over["locatie"])),
            ("Aangifte gedaan", dict(_aangiften()).get(str(velden.get("aangifte", "")), "Niet ingevuld")),
        ]

    def _toon(
        self,
        request: Request,
        blad: str,
        groep: Groep,
        velden: Velden,
        fouten: Fouten,
        status: int,
        **meer: object,
    ) -> HTMLResponse:
        buurt = groep.buurt(self._profielen.van(groep.gemeente))
        gegeven = {naam: velden[naam] for naam in DRAAGT if naam in velden}
        return pagina(
            request,
            f"intake/{blad}.html",
            status=status,
            t=ZONDER_DAGDEEL,
            groep=groep,
            velden=velden,
            stand={"sleutel": nieuwe_sleutel(), **gegeven, "verberg": velden.get("verberg", "")},
            fouten=fouten,
            plek=self._woorden.naam("locatie", groep.gemeente, groep.opzet.locatie),
            buurt=buurt.naam if buurt else "",
            opvang=OPVANG,
            **meer,
        )


def vraag_code(request: Request, reden: str = "", *, code: str = "", status: int = 200) -> HTMLResponse:
    """Ask for the code of a group. `code`: what was typed."""
    fouten = {"code": reden} if reden else {}
    return pagina(request, "intake/groepscode.html", status=status, velden={"code": code}, fouten=fouten)


def _aangiften() -> list[tuple[str, str]]:
    return [(aangifte.value, naam) for aangifte, naam in AANGIFTE.items()]

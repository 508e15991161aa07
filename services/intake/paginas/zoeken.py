"""Finding a melding: by its number, short or long, or by words in its masked text, as far as one may read that."""

from collections.abc import Sequence
from datetime import datetime

from services.intake.application import Inzage, Melding
from services.intake.application.herkenning import Herkenning
from services.intake.application.opzoeken import Opzoeker
from services.intake.paginas.woorden import NIETS, SOORTEN, Woorden
from shared.kortnummer import kortnummer
from shared.web import Wie, mag
from shared.zoeken import Vondst, Zoekvraag


class Meldingzoeker:
    """Looks for meldingen."""

    def __init__(self, opzoeker: Opzoeker, inzage: Inzage, herkenning: Herkenning, woorden: Woorden) -> None:
        self._opzoeker, self._inzage, self._herkenning, self._woorden = opzoeker, inzage, herkenning, woorden

    async def __call__(self, lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
        """Give what this reader may see of it."""
        if not mag(lezer, "melding.lezen"):
            return ()
        gevonden = await self._opzoeker.op_nummer(lezer, vraag.nummer) if vraag.nummer else []
        gevonden += await self._opzoeker.op_staart(lezer, vraag.staart) if vraag.staart else []
        gezegd = {woord: self._woorden.codes(woord) for woord in vraag.woorden}
        gevonden += await self._opzoeker.op_woorden(lezer, gezegd, nu)
        meldingen = [await self._inzage.een(nummer) for nummer in dict.fromkeys(gevonden)]
        teksten = await self._herkenning.teksten(lezer, meldingen)
        return [self._vondst(een, vraag, teksten.get(een.id, ())) for een in meldingen]

    def _vondst(self, een: Melding, vraag: Zoekvraag, teksten: Sequence[str]) -> Vondst:
        waar = [self._woorden.naam(veld, een.inhoud["gemeente"], een.inhoud[veld]) for veld in ("locatie", "gebied")]
        soort = f"{SOORTEN[een.soort]} {kortnummer(een.id)}"
        plek = ", ".join(naam for naam in waar if naam != NIETS)
        naam = self._woorden.kort(een.inhoud)
        return Vondst(soort, naam, f"/meldingen/{een.id}", toelichting=plek, fragment=vraag.fragment(teksten))

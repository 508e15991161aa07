"""The thread within overleg: from a melding to everything that followed, and from each of those back."""

import json
from typing import Any
from uuid import UUID

from services.overleg.application.rijen import lees_rijen
from services.overleg.application.zicht import Zicht
from services.overleg.store.filters import PUNT_GEHEIM, Deel
from services.overleg.werkbeelden import Draad, Schakel
from shared.ledger import Ledger
from shared.profiel import Profielen

_BRONNEN: dict[str, tuple[str, dict[str, str]]] = {
    "agendapunt": (
        "agendapunten x JOIN overleggen o ON o.overleg_id = x.overleg_id",
        {"id": "x.agendapunt_id", "op": "x.toegevoegd_op", "status": "x.status", "regel": "x.regel"}
        | {"overleg_id": "x.overleg_id", "agendapunt_id": "x.agendapunt_id", "wat": "o.reeks"},
    ),
    "afspraak": (
        "afspraken x LEFT JOIN overleggen o ON o.overleg_id = x.overleg_id",
        {"id": "x.afspraak_id", "op": "x.gemaakt_op", "status": "x.status", "regel": "x.regel"}
        | {"overleg_id": "x.overleg_id", "agendapunt_id": "x.agendapunt_id", "wat": "x.wie"},
    ),
    "maatregel": (
        "maatregelen x",
        {"id": "x.maatregel_id", "op": "x.opgelegd_op", "regel": "x.regel"}
        | {"overleg_id": "x.overleg_id", "agendapunt_id": "x.agendapunt_id", "wat": "x.soort"}
        | {
            "status": "CASE WHEN x.ingetrokken_op IS NOT NULL THEN 'ingetrokken' "
            "WHEN x.verlopen_op IS NOT NULL THEN 'verlopen' ELSE 'loopt' END"
        },
    ),
    "verzoek": (
        "verzoeken x",
        {"id": "x.verzoek_id", "op": "x.gedaan_op", "status": "COALESCE(x.uitkomst, 'open')", "regel": "x.regel"}
        | {"overleg_id": "x.overleg_id", "agendapunt_id": "x.agendapunt_id", "wat": "x.soort"},
    ),
    "bericht": (
        "berichten x",
        {"id": "x.bericht_id", "op": "x.opgesteld_op", "status": "x.stap", "regel": "'LVS-4'"}
        | {"overleg_id": "x.overleg_id", "agendapunt_id": "x.agendapunt_id", "wat": "''"},
    ),
}


class Draden:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._ledger, self._profielen = ledger, profielen

    async def draad(self, melding_id: UUID, zicht: Zicht, soorten: set[str]) -> Draad:
        """Everything about one melding that this reader may see, in order of time. `soorten`: of which kinds."""
        schakels = [
            schakel for soort in _BRONNEN if soort in soorten for schakel in await self._van(soort, melding_id, zicht)
        ]
        return Draad(melding_id=melding_id, schakels=sorted(schakels, key=lambda each: (each.op, str(each.id))))

    async def _van(self, soort: str, melding_id: UUID, zicht: Zicht) -> list[Schakel]:
        bron, kolommen = _BRONNEN[soort]
        alles = kolommen | {
            "meldingen": "x.meldingen",
            "gemeente": "o.gemeente" if soort == "agendapunt" else "x.gemeente",
        }
        waar = [("x.meldingen LIKE ?", (f"%{melding_id}%",)), *_grenzen(soort, zicht)]
        return [self._schakel(soort, rij) for rij in await lees_rijen(self._ledger, alles, bron, waar)]

    def _schakel(self, soort: str, rij: dict[str, Any]) -> Schakel:
        gemeente, wat = rij.pop("gemeente"), rij.pop("wat")
        woorden = self._woorden(soort, gemeente, wat)
        ids = json.loads(rij["meldingen"])
        return Schakel.model_validate({**rij, "soort": soort, "omschrijving": woorden, "meldingen": ids})

    def _woorden(self, soort: str, gemeente: str, code: str) -> str:
        profiel = self._profielen.van(gemeente) if gemeente in self._profielen else None
        zoek = {"agendapunt": "reeks", "afspraak": "partner", "maatregel": "maatregel", "verzoek": "verzoek"}.get(soort)
        deel = getattr(profiel, zoek)(code) if profiel and zoek else None
        naam = deel.naam if deel else code
        return {"agendapunt": f"Op de agenda: {naam}", "afspraak": f"Afspraak met {naam}"}.get(soort, naam) or "Bericht"


def _grenzen(soort: str, zicht: Zicht) -> list[Deel]:
    tabel = "o" if soort == "agendapunt" else "x"
    delen = [(f"{tabel}.{sql}", waarden) for sql, waarden in zicht.plek()]
    if soort in {"agendapunt", "afspraak"} and zicht.reeksen is not None:
        paren = " OR ".join("(o.gemeente = ? AND o.reeks = ?)" for _ in zicht.reeksen) or "1 = 0"
        delen.append((f"({paren})", tuple(waarde for paar in zicht.reeksen for waarde in paar)))
    if soort == "bericht" and zicht.reeksen is not None:
        delen.append(("x.stap NOT IN ('concept', 'vervallen')", ()))
    if soort == "agendapunt" and not zicht.vertrouwelijk:
        delen.append(("x.vertrouwelijk = 0", ()))
    if soort == "afspraak" and not zicht.vertrouwelijk:
        geheim = (
            "SELECT 1 FROM agendapunten p WHERE p.agendapunt_id = x.agendapunt_id "  # noqa: S608  our own names
            f"AND p.overleg_id = x.overleg_id AND {PUNT_GEHEIM} > 0"
        )
        delen.append((f"NOT EXISTS ({geheim})", ()))
    return delen

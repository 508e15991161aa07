"""Looking things up: what the lists, the detail and the follower of a volgcode are shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic.alias_generators import to_camel

from services.intake import volgcode
from services.intake.geheim import Geheim
from services.intake.store import TE_CORRIGEREN
from services.intake.store.agendas import VAN_AGENDA
from services.intake.store.melder import BESPROKEN_IN_OVERLEG
from shared.contracts.intake import Gezegd
from shared.facts import NietGevonden
from shared.ledger import Ledger, from_iso, iso
from shared.teksten import haal
from shared.wanneer import Gebeurd, gebeurd

KOLOMMEN = ", ".join(("id", "soort", "ontvangen_op", "status", "inhoud", *TE_CORRIGEREN))
HOOGSTENS_OP_AGENDA = 500
GEBEURD, ONTVANGEN = "gebeurd", "ontvangen"
_OP = {GEBEURD: "voorgevallen_op", ONTVANGEN: "ontvangen_op"}
_GEZEGD = {"wapen": Gezegd.ONBEKEND, "nogGaande": Gezegd.ONBEKEND}
_JA_NEE = ("publieke_taak", "gevolgen_openbare_orde")


@dataclass(frozen=True, slots=True)
class Melding:
    """One melding or incident as it stands. `inhoud`: the fields of its fact, in camelCase, as corrected since."""

    id: UUID
    soort: str
    ontvangen_op: datetime
    status: str
    inhoud: dict[str, Any]

    @property
    def gebeurd(self) -> Gebeurd:
        """When it happened, as exactly as is known."""
        return gebeurd(from_iso(self.inhoud["voorgevallenOp"]), self.inhoud["dagdeel"])

    def plek(self, volgorde: str) -> str:
        """Where it stands in a list, for the next page."""
        gebeurd = from_iso(self.inhoud["voorgevallenOp"])
        return f"{iso(self.ontvangen_op if volgorde == ONTVANGEN else gebeurd)}_{self.id}"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list: only what is given counts. `vanaf` and `tot` are about when it happened; `na`: behind this one."""

    gemeente: str | None = None
    locatie: str | None = None
    aard: str | None = None
    soort: str | None = None
    status: str | None = None
    vanaf: datetime | None = None
    tot: datetime | None = None
    na: str | None = None
    besproken: bool | None = None
    """Whether a meeting discussed it, and told so."""
    staart: str | None = None
    """How its id ends: what a short number says."""
    volgorde: str = GEBEURD
    """Of which moment the newest comes first; `na` is about the same."""

    @property
    def kolom(self) -> str:
        """Give the column of that moment."""
        return _OP[self.volgorde]

    def waar(self) -> tuple[str, tuple[object, ...]]:
        """Write the filter as SQL."""
        delen: list[tuple[str, Sequence[object]]] = [
            (f"{kolom} = ?", (waarde,))
            for kolom, waarde in (
                ("gemeente", self.gemeente),
                ("locatie", self.locatie),
                ("aard", self.aard),
                ("soort", self.soort),
                ("status", self.status),
                ("SUBSTR(id, 29)", self.staart),
            )
            if waarde is not None
        ]
        if self.vanaf is not None:
            delen.append(("voorgevallen_op >= ?", (iso(self.vanaf),)))
        if self.tot is not None:
            delen.append(("voorgevallen_op < ?", (iso(self.tot),)))
        if self.besproken is not None:
            delen.append((BESPROKEN_IN_OVERLEG if self.besproken else f"NOT {BESPROKEN_IN_OVERLEG}", ()))
        if self.na is not None:
            moment, _, melding_id = self.na.partition("_")
            erna = f"({self.kolom} < ? OR ({self.kolom} = ? AND id > ?))"
            delen.append((erna, (moment, moment, melding_id)))
        return " AND ".join(sql for sql, _ in delen) or "1 = 1", tuple(w for _, waarden in delen for w in waarden)


class Inzage:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger, geheim: Geheim) -> None:
        self._ledger, self._geheim = ledger, geheim

    async def pagina(self, filters: Filter, hoogstens: int) -> tuple[list[Melding], str | None]:
        """List the newest first, and say behind which the next page begins."""
        waar, waarden = filters.waar()
        sql = f"SELECT {KOLOMMEN} FROM meldingen WHERE {waar} ORDER BY {filters.kolom} DESC, id LIMIT ?"  # noqa: S608
        gevonden = [_melding(rij) for rij in await self._ledger.query(sql, (*waarden, hoogstens + 1))]
        verder = gevonden[hoogstens - 1].plek(filters.volgorde) if len(gevonden) > hoogstens else None
        return gevonden[:hoogstens], verder

    async def een(self, melding_id: UUID) -> Melding:
        """Return one melding.

        Raises:
            NietGevonden: there is none.
        """
        sql = f"SELECT {KOLOMMEN} FROM meldingen WHERE id = ?"  # noqa: S608
        rijen = await self._ledger.query(sql, (str(melding_id),))
        if not rijen:
            raise NietGevonden("Deze melding kennen we niet. Controleer het nummer.")
        return _melding(rijen[0])

    async def toelichting(self, melding: Melding) -> str | None:
        """Return its masked text, if there is one."""
        return await haal(self._ledger, melding.inhoud.get("tekstzegel"))

    async def op_agenda(self, overleg_id: UUID) -> list[tuple[UUID, bool]]:
        """Return what stands on an agenda, and whether only behind closed doors, in the order of its coming."""
        rijen = await self._ledger.query(VAN_AGENDA, (str(overleg_id), HOOGSTENS_OP_AGENDA))
        return [(UUID(melding_id), bool(vertrouwelijk)) for melding_id, vertrouwelijk in rijen]

    async def tekst(self, zegel: str) -> str | None:
        """Return a masked text by its seal: a reason, a question."""
        return await haal(self._ledger, zegel)

    async def volg(self, getypt: str) -> Melding:
        """Return the melding that a volgcode belongs to.

        A code with a typing error is looked up like any other: how long it takes says nothing about the code.

        Raises:
            NietGevonden: no melding has this code.
        """
        code = volgcode.lees(getypt)
        zegel = self._geheim.zegel_van_code(code)
        rijen = await self._ledger.query("SELECT melding_id FROM volgcodes WHERE zegel = ?", (zegel,))
        if not rijen:
            raise NietGevonden(
                "Bij deze code hoort geen melding."
                if volgcode.klopt(code)
                else "Deze code klopt niet. Kijk of u alle 20 tekens goed heeft overgenomen."
            )
        return await self.een(UUID(rijen[0][0]))


def _melding(rij: tuple[Any, ...]) -> Melding:
    inhoud = {"dagdeel": None} | json.loads(rij[4])  # an older fact says nothing of it, nor of what an incident has
    inhoud = (_GEZEGD if rij[1] == "incident" else {}) | inhoud
    for veld, waarde in zip(TE_CORRIGEREN, rij[5:], strict=True):
        if (naam := to_camel(veld)) in inhoud:
            inhoud[naam] = bool(waarde) if veld in _JA_NEE else waarde
    return Melding(UUID(rij[0]), rij[1], from_iso(rij[2]), rij[3], inhoud)

"""Looking up agreements, requests and messages."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.overleg.afspraak import AfspraakOnbekend
from services.overleg.application.rijen import lees_rijen, van
from services.overleg.application.zicht import Zicht
from services.overleg.bericht import BerichtOnbekend
from services.overleg.store.filters import PUNT_GEHEIM, Deel
from services.overleg.verzoek import VerzoekOnbekend
from services.overleg.werkbeelden import Afspraakbeeld, Berichtbeeld, Raadplegingbeeld, Verzoekbeeld
from shared.ledger import Ledger, iso
from shared.profiel import Profielen
from shared.zoeken import een_van

AFSPRAAK = {
    **van("a", "afspraak_id", "gemeente", "locatie", "wie", "uiterlijk", "status", "agendapunt_id", "overleg_id"),
    **van("a", "meldingen", "regel", "gemaakt_op", "herinnerd_op", "te_laat_op", "verzet_van", "afgesloten_op"),
    **van("o", "reeks", "aanvang"),
    "wat": "t.tekst",
    "uitkomst": "u.tekst",
}
AFSPRAKEN = (
    "afspraken a LEFT JOIN overleggen o ON o.overleg_id = a.overleg_id "
    "LEFT JOIN agendapunten p ON p.agendapunt_id = a.agendapunt_id AND p.overleg_id = a.overleg_id "
    "LEFT JOIN teksten t ON t.id = a.tekstzegel LEFT JOIN teksten u ON u.id = a.uitkomst"
)
KERN = {wat: AFSPRAAK[wat] for wat in ("afspraak_id", "wat", "uiterlijk", "verzet_van")}
VERZOEK = {
    **van("v", "verzoek_id", "gemeente", "locatie", "soort", "aan", "betrokkene", "begroting_euro", "overleg_id"),
    **van("v", "agendapunt_id", "meldingen", "regel", "gedaan_op", "uitkomst", "toegekend_euro", "beantwoord_op"),
    "ingetrokken_op": "v.ingetrokken_op",
    "toelichting": "t.tekst",
    "plan": "p.tekst",
    "antwoord": "a.tekst",
}
VERZOEKEN = (
    "verzoeken v LEFT JOIN teksten t ON t.id = v.tekstzegel LEFT JOIN teksten p ON p.id = v.planzegel "
    "LEFT JOIN teksten a ON a.id = v.antwoordzegel"
)
BERICHT = {
    **van("b", "bericht_id", "gemeente", "locatie", "versie", "stap", "publiek", "meldingen", "overleg_id"),
    **van("b", "agendapunt_id", "aan", "opgesteld_op", "voorgelegd_op", "goedgekeurd_op", "gepubliceerd_op", "spoed"),
    "onderwerp": "o.tekst",
    "tekst": "t.tekst",
    "spoedreden": "r.tekst",
}
BERICHTEN = (
    "berichten b LEFT JOIN teksten o ON o.id = b.onderwerpzegel LEFT JOIN teksten t ON t.id = b.tekstzegel "
    "LEFT JOIN teksten r ON r.id = b.redenzegel"
)
SORTEER = {
    "uiterlijk": "a.uiterlijk",
    "wie": "a.wie, a.uiterlijk",
    "gemaakt": "a.gemaakt_op DESC",
    "status": "a.status",
}


@dataclass(frozen=True, slots=True)
class Afspraakvraag:
    """What the matrix can be asked; only what is given counts."""

    gemeente: str | None = None
    locatie: str | None = None
    wie: str | None = None
    status: str | None = None
    overleg_id: UUID | None = None
    afspraak_id: UUID | None = None
    melding_id: UUID | None = None
    bevat: tuple[tuple[str, ...], ...] = ()
    """Per word the patterns of which one must fit."""
    sorteer: str = "uiterlijk"

    def delen(self, nu: datetime) -> list[Deel]:
        """The question as SQL."""
        gelijk = {"gemeente": self.gemeente, "locatie": self.locatie, "wie": self.wie}
        ids = {"overleg_id": self.overleg_id, "afspraak_id": self.afspraak_id}
        delen: list[Deel] = [(f"a.{k} = ?", (str(w),)) for k, w in (gelijk | ids).items() if w is not None]
        delen += een_van("t.tekst", self.bevat)
        if self.melding_id:
            delen.append(("a.meldingen LIKE ?", (f"%{self.melding_id}%",)))
        if self.status in {"open", "te-laat"}:
            teken = "<=" if self.status == "te-laat" else ">"
            delen.append((f"a.status = 'open' AND a.uiterlijk {teken} ?", (iso(nu),)))
        elif self.status is not None:
            delen.append(("a.status = ?", (self.status,)))
        return delen


class Overzicht:
    """Reads committed rows; never changes anything."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._ledger, self._profielen = ledger, profielen

    async def afspraken(
        self,
        vraag: Afspraakvraag,
        zicht: Zicht,
        eigen: Collection[str],
        nu: datetime,
        *,
        hoogstens: int = 500,
        sla_over: int = 0,
    ) -> list[Afspraakbeeld]:
        """The matrix. `eigen`: the partners that this reader is, whose agreements are theirs to see everywhere."""
        volgorde = SORTEER.get(vraag.sorteer, SORTEER["uiterlijk"])
        einde = f"ORDER BY {volgorde}, a.afspraak_id LIMIT {hoogstens:d} OFFSET {sla_over:d}"
        delen = [*vraag.delen(nu), *_zicht(zicht, eigen)]
        return [_afspraak(rij, nu) for rij in await lees_rijen(self._ledger, AFSPRAAK, AFSPRAKEN, delen, einde)]

    async def afspraak(self, afspraak_id: UUID, zicht: Zicht, eigen: Collection[str], nu: datetime) -> Afspraakbeeld:
        """One agreement.

        Raises:
            AfspraakOnbekend: there is none, or not for this reader.
        """
        for beeld in await self.afspraken(Afspraakvraag(afspraak_id=afspraak_id), zicht, eigen, nu):
            return beeld
        raise AfspraakOnbekend

    async def verzoeken(self, zicht: Zicht, delen: Sequence[Deel] = ()) -> list[Verzoekbeeld]:
        """Requests, the newest first."""
        waar = [*delen, *_plek(zicht, "v")]
        rijen = await lees_rijen(self._ledger, VERZOEK, VERZOEKEN, waar, "ORDER BY v.gedaan_op DESC LIMIT 500")
        return [self._verzoek(rij) for rij in rijen]

    async def verzoek(self, verzoek_id: UUID, zicht: Zicht) -> Verzoekbeeld:
        """One request.

        Raises:
            VerzoekOnbekend: there is none, or not for this reader.
        """
        for beeld in await self.verzoeken(zicht, [("v.verzoek_id = ?", (str(verzoek_id),))]):
            return beeld
        raise VerzoekOnbekend

    async def berichten(
        self, zicht: Zicht, delen: Sequence[Deel] = (), *, ook_concepten: bool = True
    ) -> list[Berichtbeeld]:
        """Messages, the newest first. Who is consulted sees no drafts."""
        waar = [*delen, *_plek(Zicht(gemeente=zicht.gemeente), "b")]
        if zicht.locatie is not None:
            waar.append(("b.locatie IN (?, 'alle')", (zicht.locatie,)))
        if not ook_concepten:
            waar.append(("b.stap NOT IN ('concept', 'vervallen')", ()))
        rijen = await lees_rijen(self._ledger, BERICHT, BERICHTEN, waar, "ORDER BY b.opgesteld_op DESC LIMIT 500")
        gezegd = await self._raadplegingen([rij["bericht_id"] for rij in rijen])
        return [_bericht(rij, gezegd.get(rij["bericht_id"], [])) for rij in rijen]

    async def bericht(self, bericht_id: UUID, zicht: Zicht, *, ook_concepten: bool = True) -> Berichtbeeld:
        """One message.

        Raises:
            BerichtOnbekend: there is none, or not for this reader.
        """
        een: Deel = ("b.bericht_id = ?", (str(bericht_id),))
        for beeld in await self.berichten(zicht, [een], ook_concepten=ook_concepten):
            return beeld
        raise BerichtOnbekend

    async def _raadplegingen(self, ids: Sequence[str]) -> dict[str, list[Raadplegingbeeld]]:
        kolommen = {**van("r", "bericht_id", "versie", "door", "instemming", "op"), "opmerking": "t.tekst"}
        een_van: Deel = (f"r.bericht_id IN ({', '.join('?' * len(ids)) or 'NULL'})", tuple(ids))
        bron = "raadplegingen r LEFT JOIN teksten t ON t.id = r.tekstzegel"
        gevonden: dict[str, list[Raadplegingbeeld]] = {}
        for rij in await lees_rijen(self._ledger, kolommen, bron, [een_van], "ORDER BY r.op"):
            gevonden.setdefault(rij.pop("bericht_id"), []).append(Raadplegingbeeld.model_validate(rij))
        return gevonden

    def _verzoek(self, rij: dict[str, Any]) -> Verzoekbeeld:
        gemeente = rij["gemeente"]
        soort = self._profielen.van(gemeente).verzoek(rij["soort"]) if gemeente in self._profielen else None
        status = "ingetrokken" if rij.pop("ingetrokken_op") else "beantwoord" if rij["uitkomst"] else "open"
        meer = {
            "naam": soort.naam if soort else rij["soort"],
            "status": status,
            "toelichting": rij["toelichting"] or "",
        }
        return Verzoekbeeld.model_validate({**rij, **meer, "meldingen": json.loads(rij["meldingen"])})


async def kernen(ledger: Ledger, ids: Collection[str], zicht: Zicht) -> dict[str, dict[str, Any]]:
    """What agreements on an agenda are about, by their ids; of one whose text is gone, or is not for this reader, none.

    Nobody's own role counts here: an agenda is for the whole table.
    """
    if not ids:
        return {}
    een_van: Deel = (f"a.afspraak_id IN ({', '.join('?' * len(ids))})", tuple(sorted(ids)))
    rijen = await lees_rijen(ledger, KERN, AFSPRAKEN, [een_van, *_zicht(zicht, ())], "")
    return {rij["afspraak_id"]: rij for rij in rijen if rij["wat"]}


def _afspraak(rij: dict[str, Any], nu: datetime) -> Afspraakbeeld:
    te_laat = rij.pop("te_laat_op") is not None or (rij["status"] == "open" and rij["uiterlijk"] <= iso(nu))
    status = "te-laat" if te_laat and rij["status"] == "open" else rij["status"]
    meer = {"status": status, "wat": rij["wat"] or "", "meldingen": json.loads(rij["meldingen"])}
    return Afspraakbeeld.model_validate({**rij, **meer})


def _bericht(rij: dict[str, Any], gezegd: list[Raadplegingbeeld]) -> Berichtbeeld:
    lijsten = {veld: json.loads(rij[veld]) for veld in ("publiek", "meldingen", "aan")}
    gehoord = {zei.door for zei in gezegd if zei.versie == rij["versie"]}
    meer = {
        "nog_niet_gehoord": [partner for partner in lijsten["aan"] if partner not in gehoord],
        "raadplegingen": gezegd,
        "onderwerp": rij["onderwerp"] or "",
        "tekst": rij["tekst"] or "",
    }
    return Berichtbeeld.model_validate({**rij, **lijsten, **meer})


def _plek(zicht: Zicht, tabel: str) -> list[Deel]:
    return [(f"{tabel}.{sql}", waarden) for sql, waarden in zicht.plek()]


def _zicht(zicht: Zicht, eigen: Collection[str]) -> list[Deel]:
    delen = _plek(zicht, "a")
    van_mij = f"a.wie IN ({', '.join('?' * len(eigen)) or 'NULL'})"
    if zicht.reeksen is not None:
        paren = [("(a.gemeente = ? AND o.reeks = ?)", paar) for paar in zicht.reeksen]
        sql = " OR ".join([*(deel for deel, _ in paren), van_mij])
        delen.append((f"({sql})", (*(waarde for _, paar in paren for waarde in paar), *eigen)))
    if not zicht.vertrouwelijk:
        delen.append((f"({PUNT_GEHEIM} = 0 OR {van_mij})", tuple(eigen)))
    return delen

"""How the LVOS of the demo is held: what is found, what is agreed, and what came of it a week later."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from meldketen.demo.client import Persoon
from meldketen.demo.scenario import LOCATIE
from meldketen.demo.teksten import AFSPRAKEN, BEVINDINGEN

Afspraak = tuple[datetime, Callable[[], object]]
"""Something that somebody will do, and when."""
DUUR = timedelta(hours=1)
TERMIJN, KORTE_TERMIJN = timedelta(days=8), timedelta(days=5)
"""Of what is agreed; who reports at the next meeting is in time with the first, and late with the other."""
VOOR_AANKOMST = "LVS-1.2"
"""The rule by which it is held before anybody lives there: not every week, so that an agreement cannot wait for it."""
OM_DE_ZOVEEL_KORT, OM_DE_ZOVEEL_OPEN = 5, 6
"""Every so many meetings an agreement is short; every so many meldingen one stays open."""


class Vergadering:
    """OOV holds the meetings, and the desk closes what was discussed. Blocking: call it from a thread."""

    def __init__(self, oov: Persoon, meldpunt: Persoon) -> None:
        self._oov, self._meldpunt = oov, meldpunt
        self._gehouden = 0

    def houd(self, overleg: dict[str, Any]) -> list[Afspraak]:
        """Return what is done for a meeting: opened when it begins, written down and closed an hour later."""
        pad, aanvang = f"/overleg/v1/overleggen/{overleg['overlegId']}", datetime.fromisoformat(overleg["aanvang"])
        stappen: list[Afspraak] = [(aanvang, lambda: self._oov.doe(f"{pad}/_open"))]
        if overleg["reeks"] == "lvos" and overleg["regel"] != VOOR_AANKOMST:
            stappen += [(aanvang, self._kom_na), (aanvang + DUUR, partial(self._bespreek, pad, aanvang))]
        elif overleg["reeks"] == "evaluatie":
            stappen.append((aanvang + DUUR, partial(self._besluit, overleg["overlegId"])))
        return [*stappen, (aanvang + DUUR, lambda: self._oov.doe(f"{pad}/_sluit"))]

    def _kom_na(self) -> None:
        """What was agreed the last time was done."""
        alle = [een for stand in ("open", "te-laat") for een in self._lopend(stand)]
        for afspraak in alle:
            self._oov.doe(f"/overleg/v1/afspraken/{afspraak['afspraakId']}/_kom-na")

    def _lopend(self, stand: str) -> list[dict[str, Any]]:
        afspraken: list[dict[str, Any]] = self._oov.lees("/overleg/v1/afspraken", status=stand)["afspraken"]
        return afspraken

    def _bespreek(self, pad: str, aanvang: datetime) -> None:
        """Write down what was found at the first item about meldingen, agree on something, and close what is done."""
        punten = [punt for punt in self._oov.lees(pad)["agendapunten"] if punt["soort"] == "melding"]
        if not punten:
            return
        eerste, nummer = punten[0], self._gehouden
        self._gehouden += 1
        bevinding = BEVINDINGEN[nummer % len(BEVINDINGEN)]
        notitie = {"agendapuntId": eerste["agendapuntId"], "bevinding": bevinding}
        self._oov.doe(f"{pad}/_noteer", {"notities": [notitie]})
        self._oov.doe("/overleg/v1/afspraken", _afspraak(eerste, nummer, aanvang))
        self._rond_af([melding for punt in punten for melding in punt["meldingen"]])

    def _rond_af(self, meldingen: list[str]) -> None:
        for nummer, melding in enumerate(meldingen):
            if nummer % OM_DE_ZOVEEL_OPEN:
                self._meldpunt.doe(f"/intake/v1/meldingen/{melding}/_sluit", {"reden": "afgehandeld"})

    def _besluit(self, overleg_id: str) -> None:
        """The evaluation decides that the weekly meeting goes on (LVS-1.3)."""
        inhoud = {"locatie": LOCATIE, "uitkomst": "doorgaan", "overlegId": overleg_id}
        self._oov.doe("/overleg/v1/reeksen/lvos/_besluit", inhoud)


def _afspraak(punt: dict[str, Any], nummer: int, aanvang: datetime) -> dict[str, Any]:
    wat, wie = AFSPRAKEN[nummer % len(AFSPRAKEN)]
    termijn = KORTE_TERMIJN if nummer % OM_DE_ZOVEEL_KORT == OM_DE_ZOVEEL_KORT - 1 else TERMIJN
    return {
        "wat": wat,
        "wie": wie,
        "uiterlijk": (aanvang + termijn).date().isoformat(),
        "agendapuntId": punt["agendapuntId"],
        "locatie": LOCATIE,
    }

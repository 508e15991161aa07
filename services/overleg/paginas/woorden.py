"""The words on screen for our codes. What a profile names, the profile words."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from services.overleg.beelden import Agenda, Maatregelbeeld, Meldingbeeld, Overlegbeeld, Puntbeeld
from services.overleg.overleg import TE_HOUDEN, VANZELF
from services.overleg.paginas.gehouden import gehouden, zonder_notitie
from services.overleg.paginas.waarom import waarom
from services.overleg.paginas.woorden_agenda import (
    delen,
    genummerd,
    heeft_melder,
    is_ingetrokken,
    kop,
    regels,
    sinds,
    stand,
    telling,
    toestand,
    vanzelf_besproken,
    voluit,
)
from services.overleg.werkbeelden import Afspraakbeeld, Berichtbeeld, Verzoekbeeld
from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel import Profiel, Profielen
from shared.profiel.regels import bronnen
from shared.wanneer import Gebeurd
from shared.woorden import AARDEN, ERNST, GERICHT_TEGEN, rolnaam

STATUSSEN = {
    "voorgesteld": "Voorgesteld",
    "gepland": "Gepland",
    "geopend": "Geopend",
    "gesloten": "Gesloten",
    "geannuleerd": "Geannuleerd",
}
MAATREGELEN = {"komt-nog": "Gaat nog in", "loopt": "Loopt", "verlopen": "Verlopen", "ingetrokken": "Ingetrokken"}
AFSPRAKEN = {"open": "Open", "te-laat": "Te laat", "nagekomen": "Nagekomen", "vervallen": "Vervallen"}
VERZOEKEN = {"open": "Wacht op antwoord", "beantwoord": "Beantwoord", "ingetrokken": "Ingetrokken"}
UITKOMSTEN = {"toegezegd": "Toegezegd", "deels": "Deels toegezegd", "afgewezen": "Afgewezen"}
STAPPEN = {
    "concept": "Concept",
    "voorgelegd": "Voorgelegd",
    "goedgekeurd": "Goedgekeurd",
    "gepubliceerd": "Gepubliceerd",
    "vervallen": "Vervallen",
}
PUBLIEKEN = {"inwoners": "Inwoners", "raad": "Gemeenteraad", "media": "Media"}
RAADGEVERS = {"coa": "COA", "politie": "Politie"}


class Woorden:
    """Words for every code of the loaded profiles; a code that left the profile since is shown as it is."""

    def __init__(self, profielen: Profielen) -> None:
        self._namen = {profiel.gemeente.code: _namen(profiel) for profiel in profielen.alle()}
        self._reeksen = {
            (profiel.gemeente.code, reeks.code): reeks for profiel in profielen.alle() for reeks in profiel.reeksen
        }

    def naam(self, veld: str, gemeente: str, code: str | None) -> str:
        """One code in words."""
        return self._namen.get(gemeente, {}).get((veld, code or ""), code or "–")

    def overleg(self, overleg: Overlegbeeld) -> dict[str, object]:
        """A meeting for a list."""
        return {
            "id": overleg.overleg_id,
            "gemeente": overleg.gemeente,
            "naam": overleg.naam,
            "locatie": self.naam("locatie", overleg.gemeente, overleg.locatie),
            "aanvang": overleg.aanvang,
            "status": STATUSSEN[overleg.status],
            "open_punten": overleg.open_punten,
            "voorlopig": overleg.voorlopig,
            "nog_te_sluiten": overleg.nog_te_sluiten,
        }

    def agenda(self, agenda: Agenda) -> dict[str, Any]:
        """A meeting with everything that its page shows."""
        overleg = agenda.overleg
        punten = [self.punt(punt, overleg.gemeente) for punt in agenda.agendapunten]
        return {
            **self.overleg(overleg),
            **self._tafel(overleg),
            **self._sluiten(overleg),
            **_uitkomst(agenda),
            "code": overleg.status.value,
            "begonnen": overleg.status not in TE_HOUDEN,
            "regel": overleg.regel,
            "reden": waarom(overleg, self._reeksen.get((overleg.gemeente, overleg.reeks))),
            "toelichting": agenda.toelichting,
            "reden_sluiten": agenda.reden_sluiten,
            "verzet_van": overleg.verzet_van,
            "gesloten_op": overleg.gesloten_op,
            "gehouden": gehouden(overleg),
            "bevindingen": agenda.bevindingen,
            "correcties": [
                {"op": each.op, "tekst": each.tekst, "bij": self._bij(punten, each.agendapunt_id)}
                for each in agenda.correcties
            ],
            "telling": telling(agenda.telling),
            "zonder_notitie": zonder_notitie(punten),
            "punten": punten,
            "delen": genummerd(delen(punten)),
            "bronnen": bronnen(regels(overleg, agenda.agendapunten)),
        }

    def punt(self, punt: Puntbeeld, gemeente: str) -> dict[str, object]:
        """An agenda item: what, when, of which kind, where."""
        soort = "melding" if punt.soort == "incident" else punt.soort
        return {
            "id": punt.agendapunt_id,
            "soort": soort,
            "kop": kop(punt),
            "wat": kop(punt),
            "status": stand(punt),
            "open": punt.status == "open",
            "naar": punt.naar_overleg_id,
            "van": punt.van_overleg_id,
            "regel": punt.regel,
            "geheim": punt.geheim,
            "vertrouwelijk": punt.vertrouwelijk,
            "toelichting": voluit(punt),
            "afspraak": punt.afspraak_id if punt.afspraak else None,
            "bevinding": punt.bevinding,
            "besluit": punt.besluit,
            "escalatie": punt.escalatie_id,
            "sinds": sinds(punt),
            "escalaties": punt.escalaties,
            "ingelicht": punt.ingelicht,
            "gekozen": punt.gekozen,
            "melder": heeft_melder(punt),
            "ingetrokken": is_ingetrokken(punt),
            "meldingen": [self.melding(melding, gemeente) for melding in punt.bekend],
            "onbekend": len(punt.meldingen) - len(punt.bekend) if punt.soort != "escalatie" else 0,
            "schuift": punt.soort not in VANZELF,
        }

    def _tafel(self, overleg: Overlegbeeld) -> dict[str, object]:
        """Who was asked to the table, who sat there, and who did not."""
        partners = {code: self.naam("partner", overleg.gemeente, code) for code in overleg.deelnemers}
        return {
            "deelnemers": list(partners.values()),
            "partners": partners,
            "aanwezig_codes": overleg.aanwezig or [],
            "aanwezig": [self.naam("partner", overleg.gemeente, code) for code in overleg.aanwezig or []],
            "afwezig": [self.naam("partner", overleg.gemeente, code) for code in overleg.afwezig or []],
        }

    def _sluiten(self, overleg: Overlegbeeld) -> dict[str, object]:
        """Before when a meeting that discusses meldingen is closed, and by which rule; for others nothing."""
        reeks = self._reeksen.get((overleg.gemeente, overleg.reeks))
        if reeks is None or not reeks.bespreekt_meldingen:
            return {"sluiten_voor": None}
        return {"sluiten_voor": overleg.aanvang + reeks.sluiten_binnen, "sluitregel": reeks.meldingen_regel}

    def _bij(self, punten: list[dict[str, object]], punt_id: UUID | None) -> object:
        return next((punt["kop"] for punt in punten if punt["id"] == punt_id), None)

    def melding(self, melding: Meldingbeeld, gemeente: str) -> dict[str, object]:
        """What an agenda says of a melding."""
        return {
            "id": melding.melding_id,
            "soort": "Incident (COA)" if melding.soort == "incident" else "Melding",
            "gebeurd": Gebeurd(melding.voorgevallen_op, melding.dagdeel),
            "aard": AARDEN[Aard(melding.aard)],
            "thema": self.naam("thema", gemeente, melding.thema),
            "plaats": self.naam("plaats", gemeente, melding.plaats),
            "locatie": self.naam("locatie", gemeente, melding.locatie),
            "gericht_tegen": GERICHT_TEGEN[GerichtTegen(melding.gericht_tegen)],
            "openbare_orde": bool(melding.gevolgen_openbare_orde),
            "ernst": f"{melding.ernst} van 4 ({ERNST[melding.ernst]})" if melding.ernst else "",
            "toestand": toestand(melding),
        }

    def maatregel(self, maatregel: Maatregelbeeld) -> dict[str, object]:
        """A measure for the list."""
        return {
            **maatregel.model_dump(by_alias=False),
            "gebied": self.naam("gebied", maatregel.gemeente, maatregel.gebied),
            "status": MAATREGELEN[maatregel.status],
            "code": maatregel.status,
        }

    def afspraak(self, afspraak: Afspraakbeeld) -> dict[str, object]:
        """An agreement for the matrix."""
        return {
            **afspraak.model_dump(by_alias=False),
            "wie": self.naam("partner", afspraak.gemeente, afspraak.wie),
            "overleg": self.naam("reeks", afspraak.gemeente, afspraak.reeks),
            "status": AFSPRAKEN[afspraak.status],
            "code": afspraak.status,
        }

    def verzoek(self, verzoek: Verzoekbeeld) -> dict[str, object]:
        """A request for the list."""
        return {
            **verzoek.model_dump(by_alias=False),
            "aan": self.naam("partner", verzoek.gemeente, verzoek.aan),
            "status": VERZOEKEN[verzoek.status],
            "code": verzoek.status,
            "uitkomst": UITKOMSTEN.get(verzoek.uitkomst or "", ""),
        }

    def bericht(self, bericht: Berichtbeeld) -> dict[str, object]:
        """A message, with what partners said about each version."""
        gezegd = [
            {**zei.model_dump(by_alias=False), "door": RAADGEVERS.get(zei.door, zei.door)}
            for zei in bericht.raadplegingen
        ]
        return {
            **bericht.model_dump(by_alias=False),
            "status": STAPPEN[bericht.stap],
            "publiek": ", ".join(PUBLIEKEN[each] for each in bericht.publiek),
            "nog_niet_gehoord": [RAADGEVERS.get(partner, partner) for partner in bericht.nog_niet_gehoord],
            "raadplegingen": gezegd,
            "locatie": self.naam("locatie", bericht.gemeente, bericht.locatie),
        }


def _uitkomst(agenda: Agenda) -> dict[str, object]:
    """Who decided about it, and how many items there are, were discussed and moved on.

    `vanzelf`: what the agenda found by itself, and of which nothing was noted: nobody says that it was discussed.
    """
    overleg = agenda.overleg
    door, open_ = overleg.besloten_door, sum(punt.status == "open" for punt in agenda.agendapunten)
    besproken = (overleg.besproken or 0) + sum(vanzelf_besproken(punt) for punt in agenda.agendapunten)
    return {
        "open_punten": open_,
        "besloten_door": rolnaam(door).lower() if door else "",
        "besloten_op": overleg.besloten_op,
        "besproken": besproken,
        "vanzelf": agenda.uitkomst.get("besproken", 0) - besproken,
        "doorgeschoven": agenda.uitkomst.get("doorgeschoven", 0),
    }


def _namen(profiel: Profiel) -> dict[tuple[str, str], str]:
    lijsten: dict[str, Iterable[object]] = {
        "locatie": profiel.locaties,
        "plaats": profiel.meldingen.plaatsen,
        "thema": profiel.meldingen.themas,
        "partner": profiel.partners,
        "reeks": profiel.reeksen,
        "gebied": _gebieden(profiel),
    }
    return {(veld, getattr(deel, "code")): getattr(deel, "naam") for veld, lijst in lijsten.items() for deel in lijst}  # noqa: B009


def _gebieden(profiel: Profiel) -> Sequence[object]:
    return [gebied for plek in profiel.locaties for gebied in plek.gebieden]

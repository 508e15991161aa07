"""Putting an agenda together: the items in their order, what is known of their meldingen, and what was noted."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.overleg.beelden import Escalatiebeeld, Groep, Meldingbeeld, Puntbeeld, Wijzigingsbeeld
from services.overleg.overleg import Agendapunt
from shared.contracts.intake import Gezegd
from shared.ledger import iso
from shared.profiel import Profiel

PUNT = (
    *("agendapunt_id", "overleg_id", "status", "regel", "vertrouwelijk", "escalatie_id", "van_overleg_id"),
    *("naar_overleg_id", "toegevoegd_op", "meldingen", "soort", "onderwerp", "afspraak_id", "maatregel_id"),
    *("tekstzegel", "plek", "bevinding", "bevinding_geheim", "besluit", "besluit_geheim"),
)
VOLGORDE = ("vast", "bevindingen", "escalatie", "verzoek", "melding", "incident", "afspraak", "maatregel")
LAATST = 1_000_000
ERNSTIG = 3
"""From this severity an incident is spoken of before nuisance."""

Rij = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gehoord:
    """What intake and escalatie told, each by melding."""

    bekend: Mapping[str, Meldingbeeld]
    wijzigingen: Mapping[str, list[Wijzigingsbeeld]]
    escalaties: Mapping[str, list[Rij]]


def rij_van(punt: Agendapunt, overleg_id: UUID, op: str) -> Rij:
    """An item that is not a fact yet, as a row like those that are."""
    leeg: Rij = dict.fromkeys(PUNT)
    wat = {"agendapunt_id": str(punt.id), "overleg_id": str(overleg_id), "status": "open", "toegevoegd_op": op}
    meer = {"regel": punt.regel, "vertrouwelijk": int(punt.vertrouwelijk), "meldingen": "[]", "soort": punt.soort}
    van = {"onderwerp": punt.onderwerp, "afspraak_id": punt.afspraak_id, "maatregel_id": punt.maatregel_id}
    return {**leeg, **wat, **meer, **van, "bevinding_geheim": 0, "besluit_geheim": 0}


def zegels(rijen: Iterable[Rij], *, geheim: bool) -> list[str | None]:
    """The seals of every text that this reader may see."""
    gevonden: list[str | None] = []
    for rij in rijen:
        gevonden.append(rij["tekstzegel"])
        gevonden += [rij[wat] for wat in ("bevinding", "besluit") if geheim or not rij[f"{wat}_geheim"]]
    return gevonden


def punten(
    rijen: Iterable[Rij], gehoord: Gehoord, teksten: Mapping[str, str], profiel: Profiel | None
) -> list[Puntbeeld]:
    """The items in order: as the chair put them, else by kind; fixed ones as in the profile, meldingen by time.

    Of the meldingen and incidents the grave ones come first, then those about which an escalation ran.
    """
    gemaakt = [(rij, _punt(rij, gehoord, teksten, profiel)) for rij in rijen]
    reeksen = profiel.reeksen if profiel else ()
    vast = {punt.code: nr for reeks in reeksen for nr, punt in enumerate(reeks.vaste_punten)}
    return [punt for _, punt in sorted(gemaakt, key=lambda paar: _sleutel(paar[0], paar[1], vast))]


def telling(alle: Iterable[Puntbeeld]) -> list[Groep]:
    """Meldingen and incidents counted by kind, never added together; what was withdrawn does not count."""
    telt = (punt for punt in alle if punt.soort in {"melding", "incident"} and not ingetrokken(punt))
    aantallen = Counter((melding.soort, melding.aard) for punt in telt for melding in punt.bekend)
    return [Groep(soort=soort, aard=aard, aantal=aantal) for (soort, aard), aantal in sorted(aantallen.items())]


def ingetrokken(punt: Puntbeeld) -> bool:
    """Whether what intake told last of it is that it was withdrawn."""
    stand = [each.naam for each in punt.wijzigingen if each.naam in {"MeldingIngetrokken", "MeldingHeropend"}]
    return stand[-1:] == ["MeldingIngetrokken"]


def bijgewerkt(melding: Meldingbeeld, wijzigingen: Sequence[Wijzigingsbeeld]) -> Meldingbeeld:
    """A melding as it stands after what intake told later."""
    velden: dict[str, Any] = {}
    for each in wijzigingen:
        if each.naam in {"MeldingGeclassificeerd", "MeldingGecorrigeerd"}:
            velden |= {veld: waarde for veld, waarde in each.velden.items() if veld in Meldingbeeld.model_fields}
            if "voorgevallen_op" in each.velden:
                velden["dagdeel"] = each.velden.get("dagdeel")  # none: the time is exact from then on
    return Meldingbeeld.model_validate({**melding.model_dump(by_alias=False), **velden}) if velden else melding


def _punt(rij: Rij, gehoord: Gehoord, teksten: Mapping[str, str], profiel: Profiel | None) -> Puntbeeld:
    ids: list[str] = json.loads(rij["meldingen"])
    bekend, wijzigingen = gehoord.bekend, gehoord.wijzigingen
    meer = {
        "meldingen": ids,
        "bekend": [bijgewerkt(bekend[id_], wijzigingen.get(id_, [])) for id_ in ids if id_ in bekend],
        "wijzigingen": [wijziging for id_ in ids for wijziging in wijzigingen.get(id_, [])],
        "escalaties": _escalaties(rij, [each for id_ in ids for each in gehoord.escalaties.get(id_, [])], profiel),
        "naam": _naam(rij, profiel),
        "toelichting": teksten.get(rij["tekstzegel"] or ""),
        "bevinding": teksten.get(rij["bevinding"] or ""),
        "besluit": teksten.get(rij["besluit"] or ""),
        "geheim": bool(rij["vertrouwelijk"] or rij["bevinding_geheim"] or rij["besluit_geheim"]),
    }
    return Puntbeeld.model_validate({**rij, **meer})


def _escalaties(rij: Rij, over: Iterable[Rij], profiel: Profiel | None) -> list[Escalatiebeeld]:
    """Those to discuss at this item: at one about an escalation, that is what it is about."""
    if rij["escalatie_id"]:
        return []
    naam = profiel.drempelnaam if profiel else str
    return [Escalatiebeeld.model_validate({**each, "naam": naam(each["drempel"])}) for each in over]


def zwaar(punt: Puntbeeld) -> bool:
    """Whether it is about a grave incident, or one with a weapon, that was not withdrawn."""
    erg = (each.wapen is Gezegd.JA or (each.ernst or 0) >= ERNSTIG for each in punt.bekend)
    return any(erg) and not ingetrokken(punt)


def _sleutel(rij: Rij, punt: Puntbeeld, vast: Mapping[str, int]) -> tuple[int, int, int, bool, bool, str, str]:
    plek = LAATST if rij["plek"] is None else int(rij["plek"])
    gebeurd = min((iso(melding.voorgevallen_op) for melding in punt.bekend), default=rij["toegevoegd_op"])
    samen = "melding" if punt.soort == "incident" else punt.soort
    rang = VOLGORDE.index(samen) if samen in VOLGORDE else len(VOLGORDE)
    nr = vast.get(rij["onderwerp"], len(vast)) if punt.soort == "vast" else 0
    return plek, rang, nr, not zwaar(punt), not punt.escalaties, gebeurd, str(punt.agendapunt_id)


def _naam(rij: Rij, profiel: Profiel | None) -> str:
    code = rij["onderwerp"]
    if profiel is None or not code:
        return str(code)
    onderwerpen = {
        each.code: each.naam for reeks in profiel.reeksen for each in (*reeks.vaste_punten, *reeks.verzoeken)
    }
    reeks, maatregel = profiel.reeks(code), profiel.maatregel(code)
    partner = profiel.partner(code)
    namen = {
        "escalatie": profiel.drempelnaam(code),
        "bevindingen": reeks.naam if reeks else code,
        "maatregel": maatregel.naam if maatregel else code,
        "afspraak": partner.naam if partner else code,
    }
    return str(namen.get(rij["soort"], onderwerpen.get(code, code)))

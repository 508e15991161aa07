"""What must fit between the parts of a profile: codes that exist, rules that are complete.

Looks at the raw TOML values, not at the models: a wrong value elsewhere must not hide what is wrong here. Values of
the wrong type are passed over, those are the schema's to report.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from shared.profiel.controle_doelen import MET_HERKOMST as MET_HERKOMST_DOELEN
from shared.profiel.controle_doelen import gebreken_in_doelen
from shared.profiel.controle_doorzetten import MET_HERKOMST, gebreken_in_doorzetten
from shared.profiel.controle_doorzetten import VERWIJZINGEN as VAN_DOORZETTEN
from shared.profiel.controle_drempels import VERWIJZINGEN as VAN_DREMPELS
from shared.profiel.controle_drempels import gebreken_in_drempels
from shared.profiel.controle_melder import MET_HERKOMST as MET_HERKOMST_MELDER
from shared.profiel.controle_melder import VERWIJZINGEN as VAN_MELDER
from shared.profiel.controle_melder import gebreken_bij_melder, gebreken_in_termijnen
from shared.profiel.controle_reeksen import VERWIJZINGEN as VAN_REEKSEN
from shared.profiel.controle_reeksen import gebreken_in_reeksen
from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen, teksten

Melding = tuple[Pad, str]
Ruw = dict[str, Any]

_VERWIJZINGEN = (
    *VAN_DREMPELS,
    ("reeksen.*.locaties.*", "locaties", "locaties"),
    ("reeksen.*.deelnemers.*", "partners", "partners"),
    *VAN_REEKSEN,
    *VAN_DOORZETTEN,
    *VAN_MELDER,
    ("dienstnummers.*.locatie", "locaties", "locaties"),
    ("roosters.*.lagen.*.diensten.*", "roosters.*.diensten", "diensten"),
    ("maatregelen.*.niet_samen_met.*", "maatregelen", "maatregelen"),
    ("maatregelen.*.wijkt_voor.*", "maatregelen", "maatregelen"),
    ("maatregelen.*.binnen.*", "maatregelen", "maatregelen"),
    ("verzoeken.*.aan", "partners", "partners"),
    ("maatregelen.*.gebieden.*", "locaties.*.gebieden", "gebieden"),
)
_MET_CODE = [
    "locaties",
    "partners",
    "reeksen",
    "drempels",
    "ladders",
    "maatregelen",
    "verzoeken",
    "speerpunten",
    "doelen",
]
_KEUZES = ["meldingen.kanalen", "meldingen.themas", "meldingen.plaatsen"]
_MET_HERKOMST = [
    "reeksen.*",
    "bespreken",
    "drempels.*",
    "ladders.*",
    "maatregelen.*",
    "verzoeken.*",
    "afspraken",
    "berichten",
    "dossierkluis",
    "roosters.*",
    "dienstnummers.*",
    "stilte",
    "audit",
    *MET_HERKOMST,
    *MET_HERKOMST_MELDER,
    *MET_HERKOMST_DOELEN,
]
_ADRESSEN = [
    *("kanalen.*.urls.*", "kanalen.*.gewoon.*", "kanalen.*.bij_storing.*", "roosters.*.diensten.*.urls.*"),
    *("terugkoppelen.mail", "terugkoppelen.sms"),
]
_UIT_OMGEVING = re.compile(r"\$\{[A-Z][A-Z0-9_]*\}")
_HOOGSTENS = 60_000
"""Bytes of JSON: the profile travels as one event, and an event is at most 64 KiB."""


def gebreken(profiel: Ruw, tekst: str) -> Iterator[Melding]:
    """Everything that does not fit, as (path, Dutch reason)."""
    if len(json.dumps(tekst)) > _HOOGSTENS:
        yield (), "het profiel is te groot; hoogstens ongeveer 55.000 tekens"
    for regel in _REGELS:
        yield from regel(profiel)


def _onbekend(profiel: Ruw) -> Iterator[Melding]:
    for patroon, lijst, wat in _VERWIJZINGEN:
        bekend = [code for _, code in teksten(profiel, f"{lijst}.*.code")]
        for pad, code in teksten(profiel, patroon):
            if code not in bekend:
                yield pad, f"'{code}' bestaat niet; bekende {wat}: {', '.join(bekend) or 'geen'}"


def _dubbel(profiel: Ruw) -> Iterator[Melding]:
    for patroon in [*(f"{lijst}.*.code" for lijst in (*_MET_CODE, *_KEUZES)), "kanalen.*.rol", "roosters.*.rol"]:
        gezien: set[str] = set()
        for pad, code in teksten(profiel, patroon):
            if code in gezien:
                yield pad, f"'{code}' staat er al; elke code komt één keer voor"
            gezien.add(code)


def _zonder_datum(profiel: Ruw) -> Iterator[Melding]:
    for patroon in _MET_HERKOMST:
        for pad, deel in tabellen(profiel, patroon):
            if deel.get("herkomst") == "gemeente" and "ingesteld_op" not in deel:
                yield pad, "ingesteld_op ontbreekt; herkomst is de gemeente, zeg dan ook sinds welke datum"


def _reeksen(profiel: Ruw) -> Iterator[Melding]:
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        fasen = tabellen(reeks, "fasen.*")
        if any(fase.get("ritme") == "wekelijks" for _, fase in fasen):
            for veld in ("weekdag", "tijd"):
                if veld not in reeks:
                    yield pad, f"{veld} ontbreekt; een wekelijks overleg heeft een vaste dag en tijd"
        for plek, fase in fasen:
            if fase.get("naam") == "eerste-maanden" and "maanden" not in fase:
                yield (*pad, *plek), "maanden ontbreekt; zeg hoe lang de eerste maanden duren"


def _bespreking(profiel: Ruw) -> Iterator[Melding]:
    bespreekt = [reeks for _, reeks in tabellen(profiel, "reeksen.*") if reeks.get("bespreekt_meldingen") is True]
    for pad, locatie in tabellen(profiel, "locaties.*"):
        code = locatie.get("code")
        hier = [str(reeks.get("code")) for reeks in bespreekt if code in [c for _, c in teksten(reeks, "locaties.*")]]
        if locatie.get("soort") == "opvanglocatie" and len(hier) != 1:
            wie = " en ".join(hier) or "geen enkele"
            yield pad, f"precies één reeks bespreekt de meldingen van '{code}' (bespreekt_meldingen = true); nu {wie}"


def _tweede_stap(profiel: Ruw) -> Iterator[Melding]:
    for pad, ladder in tabellen(profiel, "ladders.*"):
        gewaarschuwd = [rol for _, rol in teksten(ladder, "treden.*.rollen.*")]
        for plek, rol in teksten(ladder, "tweede_stap.door.*"):
            if rol not in gewaarschuwd:
                yield (*pad, *plek), f"'{rol}' staat op geen trede van deze ladder en kan dus niets bevestigen"


def _plaats(profiel: Ruw) -> Iterator[Melding]:
    for pad, meldingen in tabellen(profiel, "meldingen"):
        if meldingen.get("plaats_verplicht") is True and not meldingen.get("plaatsen"):
            yield (*pad, "plaats_verplicht"), "plaats is verplicht, maar er zijn geen plaatsen om uit te kiezen"


def _lagen(profiel: Ruw) -> Iterator[Melding]:
    for pad, laag in tabellen(profiel, "roosters.*.lagen.*"):
        if ("van" in laag) != ("tot" in laag):
            yield pad, "van en tot horen bij elkaar; geef ze allebei of geen van beide"


def _geheim(profiel: Ruw) -> Iterator[Melding]:
    """The profile becomes a fact on the bus: an address with a password in it may not stand here. Never repeated."""
    for pad, url in [adres for patroon in _ADRESSEN for adres in teksten(profiel, patroon)]:
        if not _UIT_OMGEVING.fullmatch(url):
            yield pad, "hier hoort alleen een naam uit de omgeving, zoals ${MELDKETEN_KANAAL_POLITIE}, geen adres"


_REGELS = (
    *(_onbekend, _dubbel, _zonder_datum, gebreken_in_drempels, _reeksen, _bespreking, _tweede_stap, _plaats),
    gebreken_in_reeksen,
    gebreken_in_doorzetten,
    gebreken_in_doelen,
    *(gebreken_bij_melder, gebreken_in_termijnen),
    *(_lagen, _geheim),
)

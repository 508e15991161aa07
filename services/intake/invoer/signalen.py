"""What Signalen exports: a list of signals as JSON, or the `signals.csv` of its warehouse beside `categories.csv`.

Either way a record has the columns of `KOLOMMEN`, for the veldkaart `signalen.toml` or one of the municipality's own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from services.intake.invoer.bestand import BestandFout, Gebroken, Gevonden, Rij, lees_bestand
from services.intake.invoer.veldkaart import Bestand, Veldkaart, laad_veldkaart
from services.intake.signalen import KAART, KOLOMMEN, record

CATEGORIEEN = "categories.csv"
BLOK = 1 << 16
OBJECT_HOOGSTENS = 1 << 20


def signalen_kaart(plaatsen: Iterable[str] = ()) -> Veldkaart:
    """Give the veldkaart that comes along; a place that the profile does not know is left out of it."""
    kaart = laad_veldkaart(KAART)
    standaard = {veld: code for veld, code in kaart.standaard.items() if veld != "plaats" or code in set(plaatsen)}
    return kaart.model_copy(update={"standaard": standaard})


def lees_signalen(pad: Path, vorm: Bestand) -> tuple[list[str], Iterator[Gevonden]]:
    """Give the columns, and the signals one by one.

    Raises:
        BestandFout: it cannot be read, or is a CSV without its categories.
    """
    lezer = _uit_csv if pad.suffix.lower() == ".csv" else _uit_json
    return list(KOLOMMEN), lezer(pad, vorm)


def _uit_json(pad: Path, _vorm: Bestand) -> Iterator[Gevonden]:
    try:
        with pad.open(encoding="utf-8-sig") as stroom:
            for nummer, object_ in enumerate(_objecten(stroom), start=1):
                ok = isinstance(object_, Mapping)
                yield Rij(nummer, record(object_)) if ok else Gebroken(nummer, str(object_), "is geen melding")
    except (OSError, UnicodeDecodeError) as fout:
        raise BestandFout(f"{pad.name}: dit bestand kan niet gelezen worden als JSON in UTF-8") from fout
    except json.JSONDecodeError as fout:
        raise BestandFout(f"{pad.name}: geen geldige JSON, bij teken {fout.pos} van een melding") from fout


def _objecten(stroom: TextIO) -> Iterator[Any]:
    """Read a list of objects, a page with `results`, or one object a line; one at a time, however long it is."""
    ontleder, rest, lijst, slot = json.JSONDecoder(), "", False, ""
    for blok in iter(lambda: stroom.read(BLOK), ""):
        lijst, slot = lijst or (not slot and blok.lstrip()[:1] == "["), blok.rstrip()[-1:] or slot
        rest += blok
        while rest := rest.lstrip(" \t\r\n,[]"):
            try:
                object_, einde = ontleder.raw_decode(rest)
            except json.JSONDecodeError:
                if len(rest) > OBJECT_HOOGSTENS and not rest.startswith('{"'):
                    raise
                break
            rest = rest[einde:]
            yield from object_["results"] if _is_bladzijde(object_) else [object_]
    if rest:
        yield from _laatste(ontleder, rest)
    if lijst and slot != "]":
        raise json.JSONDecodeError("the list was not closed", slot, 0)


def _laatste(ontleder: json.JSONDecoder, rest: str) -> Iterator[Any]:
    object_, _ = ontleder.raw_decode(rest)
    yield from object_["results"] if _is_bladzijde(object_) else [object_]


def _is_bladzijde(object_: Any) -> bool:
    return isinstance(object_, Mapping) and isinstance(object_.get("results"), list)


def _uit_csv(pad: Path, vorm: Bestand) -> Iterator[Gevonden]:
    kop, records = lees_bestand(pad, _lezing(vorm))
    soorten = None if "sub_slug" in kop else _categorieen(pad.with_name(CATEGORIEEN), vorm)
    for gevonden in records:
        if isinstance(gevonden, Gebroken):
            yield gevonden
            continue
        signaal: dict[str, str] = dict(zip(kop, gevonden.velden, strict=True))
        if soorten is not None:
            signaal |= soorten.get(signaal.get("category_assignment_id", ""), {})
        yield replace(gevonden, velden=record(signaal))


def _lezing(vorm: Bestand) -> Bestand:
    """Read their CSV as it is, however the veldkaart wants its times."""
    return Bestand(scheidingsteken=vorm.scheidingsteken, codering=vorm.codering)


def _categorieen(pad: Path, vorm: Bestand) -> dict[str, dict[str, str]]:
    if not pad.exists():
        raise BestandFout(
            f"Zet '{CATEGORIEEN}' van Signalen in dezelfde map: waar een melding over gaat, staat alleen daar."
        )
    kop, records = lees_bestand(pad, _lezing(vorm))
    rijen = (dict(zip(kop, rij.velden, strict=True)) for rij in records if isinstance(rij, Rij))
    return {rij["id"]: {naam: rij.get(naam, "") for naam in ("main_slug", "sub_slug")} for rij in rijen if "id" in rij}

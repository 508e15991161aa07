"""What is wrong with a form, as sentences that stand at the field and above the form."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from shared.facts import Fout

VRAAG = {
    "verplicht": "Vul ‘{}’ in.",
    "geen geldig tijdstip": "Vul bij ‘{}’ een dag en een tijd in, zoals 24-11-2026 14.30.",
}


def zinnen(fouten: Iterable[Fout], woorden: Mapping[str, str]) -> dict[str, str]:
    """One sentence for each field, with the words of its label; in the order of the labels."""
    gevonden = {fout.veld.partition(".")[0]: fout.reden for fout in reversed(list(fouten))}
    volgorde = [*woorden, *(veld for veld in gevonden if veld not in woorden)]
    return {veld: _zin(woorden.get(veld, ""), gevonden[veld]) for veld in volgorde if veld in gevonden}


def _zin(label: str, reden: str) -> str:
    if label.endswith("?") and reden.startswith("verplicht"):
        return f"Geef antwoord op de vraag: {label}"
    for begin, zin in VRAAG.items():
        if label and reden.startswith(begin):
            return zin.format(label)
    vol = _met_label(label, reden) if label else reden[:1].upper() + reden[1:]
    return vol if vol.endswith((".", "!", "?")) else f"{vol}."


def _met_label(label: str, reden: str) -> str:
    """Write a clause behind the label; a whole sentence behind a question needs no colon."""
    return f"{label} {reden}" if label.endswith("?") and reden[:1].isupper() else f"{label}: {reden}"


def moment(op_de_klok: datetime | None, zone: ZoneInfo) -> datetime | None:
    """A moment of a form, on the clocks of the municipality."""
    return op_de_klok if op_de_klok is None or op_de_klok.tzinfo else op_de_klok.replace(tzinfo=zone)


def als_lijst(waarde: object) -> object:
    """One ticked box comes alone, several as a list."""
    return [waarde] if isinstance(waarde, str) else waarde


def aangevinkt(velden: Mapping[str, object], veld: str) -> Sequence[str]:
    """Which boxes were ticked."""
    waarde = velden.get(veld, ())
    return [waarde] if isinstance(waarde, str) else [str(each) for each in waarde] if isinstance(waarde, list) else []

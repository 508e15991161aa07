"""The rehearsal in words, for a terminal. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from services.escalatie.regels import vindplaats
from services.escalatie.toets.proef import Proef
from services.escalatie.toets.vuur import Vuur
from services.escalatie.woorden import datum, duur, rol_naam
from shared.contracts.escalatie import Herkomst
from shared.profiel.regels import volgens
from shared.profiel.schema import Drempel, Ladder, Profiel
from shared.woorden import opsomming

NIETS_VERSTUURD = "Dit is een proef: er is niets verstuurd en niets opgeslagen."


def kop(proef: Proef, naam: str) -> Iterator[str]:
    """Say what was played."""
    profiel = proef.profiel
    yield f"Profiel {naam}: {profiel.gemeente.naam}, versie {profiel.versie}."
    if proef.van and proef.tot:
        van, tot = (datum(moment.astimezone(profiel.zone)) for moment in (proef.van, proef.tot))
        yield f"{_getal(proef.meldingen)} meldingen, van {van} tot en met {tot}."
    else:
        yield "Geen meldingen van deze gemeente."


def per_drempel(proef: Proef) -> Iterator[str]:
    """Say of each threshold how often, and whom it would have reached."""
    yield f"{'keer':>6} {'erbij':>7} {'onderdrukt':>11}  drempel"
    for drempel in proef.profiel.drempels:
        vuren = [vuur for vuur in proef.vuren if vuur.drempel.code == drempel.code]
        alarmen = [vuur for vuur in vuren if vuur.waarschuwt]
        erbij = sum(vuur.erbij for vuur in vuren)
        yield f"{len(alarmen):6} {_getal(erbij):>7} {len(vuren) - len(alarmen):11}  {drempel.omschrijving}"
        yield f"{'':27} {bron(drempel, proef.profiel)}"
        yield f"{'':27} {wie(proef.profiel.ladder(drempel.ladder))}"


def bron(drempel: Drempel, profiel: Profiel) -> str:
    """Say which rule it is and whose number."""
    woorden = volgens(drempel.regel, profiel)
    regel = f"{woorden[:1].upper()}{woorden[1:]} ({vindplaats(drempel.regel)})"
    if drempel.herkomst is Herkomst.DOCUMENT or drempel.ingesteld_op is None:
        return f"{regel}; zo staat het in het document."
    return f"{regel}; ingesteld door de gemeente op {drempel.ingesteld_op:%d-%m-%Y}."


def wie(ladder: Ladder | None) -> str:
    """Say who hears it, and who after them."""
    if ladder is None:
        return "Ladder ontbreekt."
    delen = []
    for nummer, trede in enumerate(ladder.treden):
        namen = opsomming([rol_naam(rol) for rol in trede.rollen])
        delen.append(f"na {duur(ladder.treden[nummer - 1].wacht)}: {namen}" if nummer else namen)
    return f"Eerst {'; '.join(delen)}."


def lijst(proef: Proef, hoogstens: int) -> Iterator[str]:
    """Say when each alarm would have gone off: the newest ones."""
    alarmen = [vuur for vuur in proef.vuren if vuur.waarschuwt]
    for vuur in alarmen[-hoogstens:]:
        yield regel(vuur, proef.profiel)
    if len(alarmen) > hoogstens:
        yield f"  … en {len(alarmen) - hoogstens} eerdere. Alles staat in het bestand van --uit."


def regel(vuur: Vuur, profiel: Profiel) -> str:
    """One alarm on one line."""
    plek = profiel.locatie(vuur.locatie)
    erbij = f", daarna {vuur.erbij} erbij" if vuur.erbij else ""
    vervolg = ", als vervolg" if vuur.vervolg else ""
    telling = f"{vuur.telling} van {vuur.drempel.grens}" if vuur.drempel.soort != "enkel-incident" else "1 incident"
    waar = plek.naam if plek else profiel.gemeente.naam
    return f"  {_tijd(vuur.moment, profiel.zone)}  {vuur.drempel.code:28} {waar}: {telling}{vervolg}{erbij}"


def naast_elkaar(proeven: Sequence[tuple[str, Proef]]) -> Iterator[str]:
    """Put the numbers of two profiles side by side."""
    namen = [naam[-14:] for naam, _ in proeven]
    yield f"{'drempel':40} " + " ".join(f"{naam:>14}" for naam in namen)
    keren = [Counter(vuur.drempel.code for vuur in proef.vuren if vuur.waarschuwt) for _, proef in proeven]
    for code in codes(proef.profiel for _, proef in proeven):
        heeft = [proef.profiel.drempel(code) is not None for _, proef in proeven]
        cellen = [f"{keer[code]:>14}" if er else f"{'-':>14}" for keer, er in zip(keren, heeft, strict=True)]
        anders = "  anders" if len(set(cellen)) > 1 else ""
        yield f"{code:40} {' '.join(cellen)}{anders}"


def codes(profielen: Iterable[Profiel]) -> list[str]:
    """Every threshold that one of them has, in the order of the first."""
    return list(dict.fromkeys(drempel.code for profiel in profielen for drempel in profiel.drempels))


def _tijd(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d-%m-%Y %H.%M}"


def _getal(waarde: int) -> str:
    return f"{waarde:,}".replace(",", ".")

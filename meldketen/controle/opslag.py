"""The stores: files, chains, views, and the places of what was applied (promises 5 and 9)."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from shared.dienst import Dienst
from shared.ledger import Ledger, Position
from shared.wisregister import RegisterFout, Wisregister, lees

HEEL = [("ok",)]


def keten_gebreken(ledger: Ledger, *, sqlite: bool) -> list[str]:
    """Say, in Dutch, what is wrong with the chain of a ledger: its first broken link; or else with its file."""
    breuk = ledger.verify()
    if breuk is not None:
        return [f"de keten breekt bij plaats {breuk.place}: {breuk.reden}"]
    gevonden = ledger.query_sync("PRAGMA integrity_check(1)") if sqlite else HEEL
    return [] if gevonden == HEEL else [f"het bestand is beschadigd: {gevonden[0][0]}"]


def dienst_gebreken(dienst: Dienst, bronnen: Mapping[str, Ledger]) -> Iterator[str]:
    """Say what is wrong with what a service made of the facts: its own, and those of the sound ledgers `bronnen`."""
    for overzicht in dienst.ledger.views_differ():
        yield f"overzicht '{overzicht}' is niet wat de feiten zeggen; herstel: meldketen herbouw {dienst.naam}"
    if dienst.verschillen is not None:
        yield from dienst.verschillen()
    for bron, positie in dienst.ledger.positions().items():
        if bron in bronnen and not staat_in(bronnen[bron], positie):
            yield f"heeft van {bron} verwerkt tot en met plaats {positie.place}, maar daar staat bij {bron} iets anders"


def register_gebreken(path: Path, ledgers: Iterable[Ledger]) -> list[str]:
    """Say what is wrong with the erasure register; one that is not there is filled by the next start."""
    register = Wisregister(path)
    try:
        regels = lees(path) if path.exists() else []
    except RegisterFout as fout:
        return [str(fout)]
    zonder = sum(register.ontbreekt(ledger) for ledger in ledgers)
    weg = "" if regels else f"'{path}' is er niet of is leeg; "
    return [f"{weg}{zonder} wissingen staan er niet in; herstel: start de keten, die vult het aan"] if zonder else []


def staat_in(ledger: Ledger, positie: Position) -> bool:
    """Say whether a ledger holds, at that place, that hash: then all before it is the same too."""
    if positie.place == 0:
        return True
    feiten = ledger.read(positie.place - 1, 1)
    return positie.chain_id == ledger.chain_id and bool(feiten) and feiten[0].hash == positie.hash

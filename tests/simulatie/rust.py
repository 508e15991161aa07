"""Peace in one world: all trouble ends, and everything must arrive, once; or say aloud that it cannot."""

from tests.simulatie.dienst import BRONNEN, Proces
from tests.simulatie.kopieen import zet_terug
from tests.simulatie.waarnemer import eis
from tests.simulatie.wereld import Wereld

RUST = 120.0
"""Virtual seconds in which all that is under way must have arrived once nothing goes wrong any more."""
LUID = 40.0
"""Virtual seconds in which what cannot go on must have said so."""


def kom_tot_rust(wereld: Wereld) -> None:
    """End all trouble; then everything must arrive, once.

    Raises:
        Geschonden: it does not.
    """
    _heel_alles(wereld)
    if wereld.gespleten:
        _blijft_gespleten(wereld)
        zet_terug(wereld)
        _heel_alles(wereld)
    if wereld.oude_stroom or _gat(wereld):
        _wordt_luid(wereld)
        wereld.wis()
    einde = wereld.lus.time() + RUST
    while not _stil(wereld):
        eis(wereld.lus.time() < einde, f"komt niet tot rust: {_stand(wereld)}")
        wereld.verloop(0.5)
    breuken = [proces.ledger.verify() for proces in wereld.processen]
    eis(not any(breuken), f"keten gebroken: {breuken}")


def _heel_alles(wereld: Wereld) -> None:
    wereld.server.overeind()
    wereld.server.traag, wereld.server.mishandel, wereld.knip_na_opslag = 0.0, 0, False
    wereld.haper.even = wereld.haper.fout = 0
    for proces in wereld.processen:
        proces.store.store.voor = proces.store.store.na = proces.store.store.lezen = 0
    wereld.begin_alles()


def _wordt_luid(wereld: Wereld) -> None:
    """Wait until everybody who cannot go on says so; those who can, go on."""
    einde = wereld.lus.time() + LUID
    while zwijgt := _zwijgt(wereld):
        eis(wereld.lus.time() < einde, f"stil over wat ontbreekt of vreemd is: {zwijgt}")
        wereld.verloop(1.0)


def _blijft_gespleten(wereld: Wereld) -> None:
    """New facts of the intake that was put back: nobody who heard the lost ones may take them, nor be silent."""
    einde = wereld.lus.time() + LUID
    while not _spleet_is_luid(wereld):
        eis(wereld.lus.time() < einde, f"stil over een teruggezet grootboek: {_stand(wereld)}")
        wereld.tel()
        wereld.verloop(1.0)


def _spleet_is_luid(wereld: Wereld) -> bool:
    zegt = [proces.outbox.state.gestopt for proces in wereld.processen if proces.dienst == "intake"]
    merkt = [proces.consumer.state.gestopt for proces in wereld.processen if proces.dienst != "intake"]
    return all(zegt) or all(merkt)


def _zwijgt(wereld: Wereld) -> list[str]:
    """Return who is neither done nor loud."""
    found = []
    for proces in wereld.processen:
        outbox, consumer = proces.outbox.state, proces.consumer.state
        if not outbox.gestopt and outbox.place != _feiten(wereld, proces):
            found.append(f"outbox van {proces.dienst}")
        if not consumer.gestopt and not _verwerkt(wereld, proces):
            found.append(f"afnemer van {proces.dienst}")
    return found


def _stil(wereld: Wereld) -> bool:
    return all(
        not proces.outbox.state.gestopt
        and not proces.consumer.state.gestopt
        and proces.outbox.state.place == _feiten(wereld, proces)
        and wereld.waarnemer.gepubliceerd(proces.dienst) == list(range(1, _feiten(wereld, proces) + 1))
        and _verwerkt(wereld, proces)
        for proces in wereld.processen
    )


def _feiten(wereld: Wereld, proces: Proces) -> int:
    return len(wereld.waarnemer.boeken[proces.dienst].bij())


def _verwerkt(wereld: Wereld, proces: Proces) -> bool:
    boeken = wereld.waarnemer.boeken
    return all(boeken[proces.dienst].tot(bron)[0] == len(boeken[bron].bij()) for bron in BRONNEN[proces.dienst])


def _stand(wereld: Wereld) -> list[str]:
    return [
        f"{proces.dienst}: {_feiten(wereld, proces)} feiten, op de stroom "
        f"{wereld.waarnemer.gepubliceerd(proces.dienst)}, {proces.outbox.state}, {proces.consumer.state}"
        for proces in wereld.processen
    ]


def _gat(wereld: Wereld, *diensten: str) -> bool:
    """Say whether something in the middle of the stream is missing."""
    op_de_stroom = [wereld.waarnemer.gepubliceerd(dienst) for dienst in diensten or BRONNEN]
    return any(places != list(range(1, len(places) + 1)) for places in op_de_stroom)

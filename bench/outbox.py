"""From the ledger to the stream, every message synced to disk before it is acknowledged."""

from time import perf_counter

from bench.bus import TEGELIJK, Bus, bus, publiceer
from bench.feiten import OIN, melding, vul
from bench.ronden import Rij, vergelijk
from bench.wachten import lopend, tot
from shared.bus import Source, to_headers, to_subject
from shared.ledger import Ledger, open_ledger
from shared.outbox import Outbox

FEITEN, LOS = 5_000, 1_500


def meet() -> list[Rij]:
    """Compare the relay with publishing the same messages one by one."""
    with bus() as bij:
        ledger = open_ledger(str(bij.folder), "intake", [type(melding(0))])
        try:
            return [_meet(bij, ledger)]
        finally:
            ledger.close()


def _meet(bij: Bus, ledger: Ledger) -> Rij:
    def doorgeven() -> float:
        eerste = ledger.last_place()
        vul(ledger, eerste, eerste + FEITEN)
        return bij.runner.run(geef_door(bij, ledger, FEITEN))

    def los() -> float:
        return bij.runner.run(_los(bij, ledger))

    doorgeven()  # a first round, not counted
    wat = f"outbox naar de stroom (feiten per seconde; basis: nats-py, {TEGELIJK} onderweg)"
    return vergelijk(wat, doel=5, waarde=doorgeven, basis=los)


async def geef_door(bij: Bus, ledger: Ledger, aantal: int) -> float:
    """Publish the last facts that were committed, and say how many a second."""
    outbox, laatste = Outbox(bij.nc, ledger, dienst="intake", oin=OIN), ledger.last_place()
    begin = perf_counter()
    async with lopend(outbox.run()):
        await tot(lambda: outbox.state.place == laatste)
        return aantal / (perf_counter() - begin)


async def _los(bij: Bus, ledger: Ledger) -> float:
    bron = Source("intake", OIN, ledger.chain_id)
    feiten = ledger.read(0, LOS)
    berichten = [(feit.data, {**to_headers(bron, feit), "Nats-Msg-Id": f"{perf_counter()}"}) for feit in feiten]
    begin = perf_counter()
    await publiceer(bij.nc, to_subject("basis", feiten[0]), berichten)
    return LOS / (perf_counter() - begin)

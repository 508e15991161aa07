"""What each key may do on the servers that an operator gets: its own work, and nothing else."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import nats
import pytest
from nats.aio.client import Client

from shared.bus import provision
from shared.bus.api import ApiError, ask
from shared.bus.client import NkeyClient
from shared.nkey import ACCOUNT, USER, GeenNkey, lees_creds, lees_seed, maak
from tests.faults.cluster import Cluster
from tests.wachten import wacht_tot_async

T = TypeVar("T")

DIENSTEN = ("intake", "overleg", "escalatie", "rapportage")
VOORTGANG = "verwerkt.escalatie"
NIEMAND = (
    "$JS.API.STREAM.DELETE.GEBEURTENISSEN",
    "$JS.API.STREAM.PURGE.GEBEURTENISSEN",
    "$JS.API.STREAM.UPDATE.GEBEURTENISSEN",
    "$JS.API.STREAM.MSG.DELETE.GEBEURTENISSEN",
    "$JS.API.STREAM.DELETE.COA",
    "coa.gm0637.rokkeveenseweg.incident",
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster") / "nats")
    cluster.start()
    yield cluster
    cluster.stop()


class Houder:
    """Somebody with a key, and what the server refused them."""

    def __init__(self, cluster: Cluster, wie: str) -> None:
        self.cluster, self.wie = cluster, wie
        self.geweigerd: list[str] = []
        self.nc: Client

    async def verbind(self, sleutel: Path) -> None:
        """Connect with this key."""

        async def hoor(error: Exception) -> None:
            self.geweigerd.append(str(error).lower())

        self.nc = NkeyClient()
        await self.nc.connect(
            self.cluster.urls.split(","),
            nkeys_seed=str(sleutel),
            tls=ssl.create_default_context(cafile=self.cluster.ca),
            inbox_prefix=f"_INBOX_{self.wie}".encode(),
            error_cb=hoor,
            allow_reconnect=False,
        )

    async def krijgt_antwoord(self, vraag: Callable[[], Awaitable[T]]) -> T:
        """Ask until a server answers, as the services do; a refusal ends it at once.

        A stream of three can be without a leader for a moment, and one of the servers may not know of it yet: then
        nobody answers, or nobody in time.
        """
        antwoord: list[T] = []

        async def gelukt() -> bool:
            with suppress(nats.errors.NoRespondersError, nats.errors.TimeoutError):
                antwoord.append(await vraag())
            assert self.geweigerd == []
            return bool(antwoord)

        await wacht_tot_async(gelukt, 30, op=f"een antwoord aan {self.wie}")
        return antwoord[0]

    async def wordt_geweigerd(self, onderwerp: str) -> None:
        """Wait until the server says so."""
        await wacht_tot_async(
            lambda: any("permissions violation" in each and onderwerp.lower() in each for each in self.geweigerd),
            op=f"weigering van {onderwerp} voor {self.wie}",
        )


@pytest.fixture(params=[*DIENSTEN, "keten"])
async def houder(cluster: Cluster, request: pytest.FixtureRequest) -> AsyncIterator[Houder]:
    houder = Houder(cluster, request.param)
    await houder.verbind(cluster.seed(request.param))
    yield houder
    await houder.nc.close()


async def test_a_process_can_do_its_work(houder: Houder) -> None:
    """It makes or checks the streams, and publishes its own events."""
    await houder.krijgt_antwoord(lambda: provision(houder.nc, replicas=3))
    eigen = f"gebeurtenis.{'intake' if houder.wie == 'keten' else houder.wie}.gm0637.alle.Geteld"
    bevestigd = await houder.krijgt_antwoord(lambda: houder.nc.request(eigen, b"{}", timeout=2))
    assert b"GEBEURTENISSEN" in bevestigd.data
    assert houder.geweigerd == []


async def test_nobody_erases_or_pretends(houder: Houder) -> None:
    """Not even a service: history stays, and nothing is said in the name of another."""
    vreemd = [f"gebeurtenis.{dienst}.gm0637.alle.Geteld" for dienst in DIENSTEN if houder.wie not in {dienst, "keten"}]
    for onderwerp in (*NIEMAND, *vreemd):
        await houder.nc.publish(onderwerp, b"{}")
        await houder.wordt_geweigerd(onderwerp)


async def test_nobody_listens_to_answers_for_another(houder: Houder) -> None:
    """Answers hold stored messages; events are read from the stream only."""
    for onderwerp in ("_INBOX.>", "_INBOX_ander.>", "gebeurtenis.>", ">", "coa.>"):
        with suppress(nats.errors.Error):
            await houder.nc.subscribe(onderwerp)
            await houder.nc.flush()
        await houder.wordt_geweigerd(onderwerp)


async def test_only_intake_empties_the_buffer_of_the_coa(houder: Houder) -> None:
    """What is erased there stands in intake's ledger; no other service can know that."""
    if houder.wie in {"intake", "keten"}:
        with pytest.raises(ApiError):  # nothing stands there to erase: the stream answers, the server did not refuse
            await houder.krijgt_antwoord(lambda: ask(houder.nc, "STREAM.MSG.DELETE.COA", {"seq": 1}))
        assert houder.geweigerd == []
        return
    await houder.nc.publish("$JS.API.STREAM.MSG.DELETE.COA", b"{}")
    await houder.wordt_geweigerd("$JS.API.STREAM.MSG.DELETE.COA")


async def test_only_escalatie_says_how_far_it_is(houder: Houder) -> None:
    """Intake lets reports in by it; the others have no business with it."""
    if houder.wie in {"escalatie", "keten"}:
        await houder.nc.publish(VOORTGANG, b"{}")
        await houder.nc.flush()
    else:
        await houder.nc.publish(VOORTGANG, b"{}")
        await houder.wordt_geweigerd(VOORTGANG)
    wel = houder.wie in {"intake", "keten"}
    eerder = len(houder.geweigerd)
    with suppress(nats.errors.Error):
        await houder.nc.subscribe("verwerkt.*")
        await houder.nc.flush()
    if wel:
        assert len(houder.geweigerd) == eerder
    else:
        await houder.wordt_geweigerd("verwerkt.*")


async def test_without_a_key_nobody_gets_in(cluster: Cluster, tmp_path: Path) -> None:
    """Nor with a key that the server does not know."""
    (tmp_path / "vreemd.nk").write_text(maak(USER).seed)
    vreemde = Houder(cluster, "vreemde")
    with pytest.raises(nats.errors.Error):
        await vreemde.verbind(tmp_path / "vreemd.nk")


@pytest.mark.parametrize(
    "inhoud",
    ["", "SUAA", "geen sleutel", maak(USER).publiek, maak(USER).seed[:-1] + "A7", maak(ACCOUNT).seed],
    ids=["leeg", "te kort", "tekst", "de openbare helft", "een letter anders", "van een account"],
)
def test_what_is_no_seed_is_refused(tmp_path: Path, inhoud: str) -> None:
    """The public half, or a seed with a typing error, is named as such instead of being tried."""
    (tmp_path / "x.nk").write_text(inhoud)
    with pytest.raises(GeenNkey, match="geen sleutel"):
        lees_seed(tmp_path / "x.nk")
    with pytest.raises(GeenNkey, match="geen bestand met toegang"):
        lees_creds(tmp_path / "x.nk")


def test_a_seed_reads_back_as_the_same_key(tmp_path: Path) -> None:
    """It looks as NATS writes it."""
    key = maak(USER)
    (tmp_path / "x.nk").write_text(f"{key.seed}\n")
    assert (key.seed[:2], key.publiek[:1], len(key.publiek)) == ("SU", "U", 56)
    assert lees_seed(tmp_path / "x.nk").publiek == key.publiek

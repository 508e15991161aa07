"""A view that stands still is seen, also when nobody says so (`test_metingen.py` has what `/gereed` makes of it)."""

from datetime import timedelta
from pathlib import Path

from nats.aio.client import Client

from meldketen.stilstand import Stilstand, langst_stil
from shared.bus import Inbox
from shared.bus.streams import provision
from tests.fixtures.opslag import MakeLedger
from tests.shared.busproef import NU, VERTELLER, Geteld, als_event, grootboeken, kijk, publiceer, tel

MINUUT = timedelta(minutes=1)


def test_wie_vooruitgaat_of_bij_is_staat_niet_stil() -> None:
    """Only who is twice seen at one place while there is more; a step forward begins anew."""
    stilstand = Stilstand()
    gezien = [(3, 5), (3, 6), (4, 6), (4, 9), (9, 9), (9, 9), (9, 10)]
    nu = [NU + MINUUT * nummer for nummer in range(len(gezien))]
    duren = [stilstand.kijk("intake", op=op, tot=tot, nu=moment) for (op, tot), moment in zip(gezien, nu, strict=True)]
    assert duren == [MINUUT * minuten for minuten in (0, 1, 0, 1, 0, 0, 1)]


async def test_een_afnemer_die_zwijgt_wordt_toch_gezien(nc: Client, make_ledger: MakeLedger, tmp_path: Path) -> None:
    """Nobody takes from the stream and nobody complains: the stream itself says that there is more."""
    verteller, luisteraar = grootboeken(make_ledger, tmp_path)
    inbox, stilstand = Inbox(luisteraar, klok=lambda: NU, handlers={Geteld: kijk}), Stilstand()
    await provision(nc)
    tel(verteller, 1)
    feit = verteller.read(0, 1)[0]
    await publiceer(nc, verteller, feit)

    async def stil(na: timedelta) -> timedelta:
        return await langst_stil(nc, stilstand, inbox, [VERTELLER, "overleg"], NU + na)

    assert [await stil(MINUUT * minuten) for minuten in (0, 2)] == [timedelta(), MINUUT * 2]
    await inbox.take([als_event(verteller, feit)])
    assert await stil(MINUUT * 3) == timedelta()

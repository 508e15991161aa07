"""One house for all tests of a file."""

from collections.abc import AsyncIterator
from contextlib import ExitStack

import pytest
import pytest_asyncio

from tests.toegang.huis import Huis, open_huis
from tests.toegang.inhoud import vul


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def huis(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Huis]:
    """The whole site with one of everything in it."""
    with ExitStack() as stack:
        huis = await open_huis(stack, tmp_path_factory.mktemp("huis"))
        await vul(huis)
        yield huis

"""Fixtures for every test: real databases and a real message server, started when first asked for."""

import gc

import pytest
from hypothesis import settings

from tests.fixtures.geheugen import keep_in_memory

pytest_plugins = ["tests.fixtures.nats", "tests.fixtures.opslag", "tests.fixtures.verdeling", "tests.fixtures.web"]

keep_in_memory()
settings.register_profile("meldketen", deadline=None)  # how fast is measured in bench; a busy machine is no mistake
settings.load_profile("meldketen")

GARBAGE = (100_000, 20, 100)
"""How much is made before the collector looks: it walked over all tests again and again, a tenth of a run."""
gc.set_threshold(*GARBAGE)  # before the tests are collected, since that makes more than anything after it


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave alone what stays: every test and every module."""
    gc.collect()
    gc.freeze()

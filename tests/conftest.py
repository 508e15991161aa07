"""Fixtures for every test: real databases and a real message server, started when first asked for."""

from tests.fixtures.geheugen import keep_in_memory

pytest_plugins = ["tests.fixtures.nats", "tests.fixtures.opslag", "tests.fixtures.web"]

keep_in_memory()

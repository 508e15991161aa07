"""Fixtures for every test: real databases and a real message server, started when first asked for."""

pytest_plugins = ["tests.fixtures.nats", "tests.fixtures.opslag", "tests.fixtures.web"]

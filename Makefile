# Everything one needs, from a fresh clone: Python 3.11 or newer and make. `make` alone lists the targets.

SHELL   := /bin/sh
PYTHON  ?= python3
N       ?= 2
VENV    := .venv
BIN     := $(VENV)/bin
RUN     := $(VENV)/.runtime
DEV     := $(VENV)/.dev
LOCKED  := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
           --no-compile
BYTES   := $(BIN)/python -m compileall -q -j 0 $(VENV)/lib
PROJECT := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
STIJL   := $(BIN)/python hatch_build.py
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --generate-hashes \
           --no-emit-index-url --upgrade --extra bouw --extra sporen

export PIP_NO_INPUT := 1
# Without compiled modules each of the hundred processes of a test run compiles them again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help hulp stijl sbom audit schemathesis spectral schermen setup demo start test faults check check-format check-lint check-types check-imports check-dead bench bench-groot simulatie lock \
        talen browser format clean

help:  ## This list
	@echo "Meldketen. Usage: make <target> [ARGS=\"…\"]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN)  ## Install what is needed and show the whole chain with an invented year (ARGS="--poort 8090")
	@$(STIJL)
	@exec $(BIN)/meldketen demo $(ARGS)

start: $(RUN)  ## Run the whole chain on the folder gegevens/ (ARGS="--data … --profiel …")
	@$(STIJL)
	@exec $(BIN)/meldketen start $(ARGS)

test: $(DEV) browser  ## Every test, installing what they need (ARGS="tests/intake -x", N=0 for one process)
	@$(STIJL)
	@$(BIN)/python -m pytest --numprocesses $(N) --dist loadfile $(ARGS)

schermen: $(DEV) browser  ## A picture of every page in every state, on a telephone and at a desk, in uitvoer/schermen
	@$(STIJL)
	@SCHERMEN=ja $(BIN)/python -m pytest tests/browser/test_paginas.py $(ARGS)

hulp: $(DEV) browser  ## Make the pictures of the guides in /hulp again, from the invented data of the tests
	@HULP=ja $(BIN)/python -m pytest -n 0 tests/browser/test_hulp.py $(ARGS)

faults: $(DEV)  ## What breaks on purpose, and every journey on both databases: kills, a cluster of three, full disks
	@$(STIJL)
	@$(BIN)/python -m pytest -m "lang or not lang" $(or $(ARGS),tests/faults tests/journeys)

check: check-format check-lint check-types check-imports check-dead  ## Format, lint, types, import rules, dead code

check-format: $(DEV)
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run 'make format'." >&2; exit 1; }

check-lint: $(DEV)
	@$(BIN)/ruff check --quiet .

check-types: $(DEV)
	@$(BIN)/mypy

check-imports: $(DEV)
	@$(BIN)/lint-imports --no-logo

check-dead: $(DEV)
	@$(BIN)/vulture

simulatie: $(RUN)  ## Whether growth and forecasts hold what they promise, on made-up years (ARGS="200" for fewer)
	@exec $(BIN)/python -m bench.simulatie $(ARGS)

bench: $(RUN)  ## The figures, each beside its baseline of the same run (ARGS="--vergelijk", "--bewaar", a part)
	@exec $(BIN)/python -m bench $(ARGS)

bench-groot: $(RUN)  ## What a long past costs: 10 million in the thresholds, a million in the ledger and the pictures (minutes)
	@exec $(BIN)/python -m bench --groot $(ARGS)

setup: $(DEV)  ## Only install: everything for working on it, from requirements-dev.lock
	@$(STIJL)

format: $(DEV)  ## Format the code and mend what the linter can mend itself
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

stijl: $(RUN)  ## Make the style sheet again, if it does not fit huisstijl/ and the templates
	@$(STIJL)

lock: $(DEV)  ## Pin the newest allowed versions again (the three requirements*.lock)
	@$(COMPILE) -o requirements.lock pyproject.toml
	@$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	@grep -A 2 '^pip==' requirements-dev.lock > requirements-pip.lock

talen: $(DEV)  ## Compile the words of the command line (meldketen/cli/talen)
	@$(BIN)/pybabel --quiet compile --domain meldketen --directory meldketen/cli/talen

schemathesis: $(DEV)  ## Many requests of every kind against the API of intake (N=400 for each operation)
	@MELDKETEN_SCHEMATHESIS=$(if $(filter 2,$(N)),400,$(N)) $(BIN)/python -m pytest -n 0 tests/intake/test_schema.py

sbom: $(DEV)  ## What it is made of, with hashes and licences (CycloneDX), in uitvoer/sbom.cdx.json
	@mkdir -p uitvoer
	@$(BIN)/python .ci/sbom.py uitvoer/sbom.cdx.json
	@echo "uitvoer/sbom.cdx.json"

audit: $(DEV)  ## Whether a package that runs has a known vulnerability; needs a network, and says so without one
	@$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off --requirement requirements.lock || \
	  { echo "Something was found, or the database of vulnerabilities did not answer: then nothing is known." >&2; exit 1; }

spectral: $(DEV)  ## The API descriptions against the NL API Design Rules (.spectral.yaml); fetches the linter once
	@.ci/spectral

clean:  ## Remove the environment and everything that tools made (never gegevens/)
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis \
	  huisstijl/node_modules shared/web/static/huisstijl.css

browser:
	@.ci/browser

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Meldketen needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make an environment here. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(LOCKED) -r requirements-pip.lock

# A stamp is newer than what it was made from: a second run installs nothing.
$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing (once; a minute or so)…"
	@$(LOCKED) -r requirements.lock
	@$(BYTES)
	@$(STIJL)
	@$(PROJECT)
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing for development (once; a minute or two)…"
	@$(LOCKED) -r requirements-dev.lock
	@$(BYTES)
	@$(STIJL)
	@$(PROJECT)
	@touch $(RUN) $@

# Each target does all its own set-up, inside this checkout; it needs make and Python >= 3.11.
# `make help` lists the targets.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OPERATION := examples/aleppo-2016/operation.yaml
DEMO := build/aleppo-2016

# The first Python on the path that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

# Compiled functions are kept here, so that test workers and commands share them.
export NUMBA_CACHE_DIR := $(CURDIR)/build/numba
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: help demo test coverage long bench lint format lock clean distclean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */\1\t/' | expand -t 12

# The set-up. Every file that pip fetches is checked against the hash in the lock; the build back-end is in
# the lock too, so that building the package itself fetches nothing.
$(READY): requirements.lock pyproject.toml
	@if [ -z "$(PYTHON)" ]; then echo "Korridor needs Python 3.11 or newer; none was found on the path." >&2; exit 1; fi
	@[ -x $(BIN)/python ] && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || \
		{ echo "Could not make $(VENV). On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## check, plan, rehearse and report the Aleppo operation of December 2016
	$(BIN)/korridor check $(OPERATION)
	$(BIN)/korridor plan $(OPERATION) -o $(DEMO)/first-window --objective most-out --until 2016-12-16T12:00+02:00
	$(BIN)/korridor plan $(OPERATION) -o $(DEMO)/all-windows --objective clearance
	$(BIN)/korridor rehearse $(DEMO)/first-window/plan.json -o $(DEMO)/first-window --runs 2000 --seed 7
	$(BIN)/korridor rehearse $(DEMO)/all-windows/plan.json -o $(DEMO)/all-windows --runs 2000 --seed 7
	$(BIN)/korridor report $(DEMO)/first-window/plan.json
	$(BIN)/korridor report $(DEMO)/all-windows/plan.json
	@echo
	@echo "How many can get out before the truce breaks at noon on 16 December:"
	@echo "    $(CURDIR)/$(DEMO)/first-window/report.html"
	@echo "How soon everyone can be out, with all windows:"
	@echo "    $(CURDIR)/$(DEMO)/all-windows/report.html"
	@echo "What may happen to each plan, rehearsed (also a part of the report):"
	@echo "    $(CURDIR)/$(DEMO)/first-window/rehearsal.html"
	@echo "    $(CURDIR)/$(DEMO)/all-windows/rehearsal.html"

lint: $(READY) ## style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Workers that take from one another's list end at the same time, and keep together what shares a fixture.
test: lint ## lint, then all tests but the long ones
	$(BIN)/python -m tests.compile_first
	$(BIN)/pytest -n auto --dist worksteal --durations=20

# Apart from `make test`: tracing costs a third more. The report is printed before pytest's closing line.
coverage: $(READY) ## the same tests, and which lines they run
	@mkdir -p build/coverage
	$(BIN)/python -m tests.compile_first
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term --cov-report=html

long: $(READY) ## the tests that take minutes, and more examples for each property
	KORRIDOR_PROFILE=long $(BIN)/pytest -n auto -m "long or not long"

bench: $(READY) ## the benchmarks: ratios measured in one run
	$(BIN)/python -m benchmarks

format: $(READY) ## put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# UPGRADE=--upgrade takes the newest versions; otherwise what is locked stays as far as it can.
lock: ## make requirements.lock again from pyproject.toml
	@[ -x $(BIN)/uv ] || { $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv; }
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--quiet $(UPGRADE) --output-file requirements.lock

clean: ## remove what was built
	rm -rf build dist .ruff_cache .hypothesis

distclean: clean ## remove the virtual environment too
	rm -rf $(VENV)

# The two commands of the README: `make demo` and `make test`. Everything else is for those who work on Tocsin.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv

.PHONY: help demo test check lint types architecture fuzz train lock docs
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check uv

# Run time only: what a user needs. The hashed lock file decides what is installed.
$(VENV)/.run: $(UV) requirements.lock pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run ## judge the example mailbox, print the verdicts, write the report
	$(BIN)/tocsin scan examples/mailbox --profile examples/profile.toml --html out/report.html

test: $(VENV)/.dev ## run every test that this machine can run
	$(BIN)/pytest

check: lint types architecture test ## what CI runs

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

architecture: $(VENV)/.dev
	$(BIN)/lint-imports

train: $(VENV)/.dev ## fit the shipped model anew
	$(BIN)/python -m training.fit

lock: $(UV) ## renew both lock files
	$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --all-extras --group dev pyproject.toml -o requirements-dev.lock

bench-%: $(VENV)/.dev ## run one benchmark of bench/ (FULL=1: the whole count)
	$(BIN)/python -m bench.$(subst -,_,$*)

# The two commands of the README: `make demo` and `make test`. Everything else is for those who work on Tocsin.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv

# One thread for linear algebra: more of them gain nothing here, wait for one another on a busy machine, and may round
# a fitted weight differently.
export OPENBLAS_NUM_THREADS := 1

.PHONY: help demo story test check lint types architecture fuzz fuzz-accounts train lock docs wheel
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

$(UV): requirements-build.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-build.lock
	@touch $@

# Run time only: what a user needs. The hashed lock file decides what is installed.
$(VENV)/.run: $(UV) requirements.lock pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

# Exit code 1 of a scan says that something bad was found, and the example mailbox holds attacks.
demo: $(VENV)/.run ## judge the example mailbox, write the report, start the console on the example organisation
	@$(BIN)/tocsin scan examples/mailbox --profile examples/profile.toml --report out/report.html || [ $$? -eq 1 ]
	@echo "Open out/report.html in a browser. Your own mail: $(BIN)/tocsin scan MAILBOX --report out/mine.html"
	@$(BIN)/python -m scripts.demo

story: $(VENV)/.run ## carry one example attack through the whole system, by the public commands
	@$(BIN)/python -m scripts.story

test: $(VENV)/.dev ## run every test that this machine can run
	$(BIN)/pytest -n 2 --dist loadfile

check: lint types architecture test ## what CI runs

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

architecture: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## write docs/reference anew from the code
	$(BIN)/python -m scripts.reference

fuzz: $(VENV)/.dev ## feed broken mail to the judge for SECONDS (3600)
	nice $(BIN)/python -m fuzz.fuzz_judge out/fuzz -max_total_time=$(or $(SECONDS),3600)

fuzz-accounts: $(VENV)/.dev ## feed broken logs and directories to their readers for SECONDS (3600)
	nice $(BIN)/python -m fuzz.fuzz_accounts out/fuzz-accounts -max_total_time=$(or $(SECONDS),3600)

wheel: $(UV) ## build dist/*.whl
	$(UV) build --quiet --wheel --no-build-isolation --python $(BIN)/python

train: $(VENV)/.dev ## fit the shipped model anew
	$(BIN)/python -m training.fit

lock: $(UV) ## renew the lock files
	$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --group build -o requirements-build.lock
	$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --all-extras --group dev pyproject.toml -o requirements-dev.lock

bench-%: $(VENV)/.dev ## run one benchmark of bench/ (FULL=1: the whole count)
	$(BIN)/python -m bench.$(subst -,_,$*)

trial-%: $(VENV)/.dev ## run the whole count of one benchmark and keep its result in docs/reference
	FULL=1 $(BIN)/python -m bench.$(subst -,_,$*) --out docs/reference/$*.json

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix audit bench faults

PYTHON ?= python3
BIN := .venv/bin
export DJANGO_SETTINGS_MODULE := wir.config.settings

help: ## List what you can do here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(BIN)/ready ## Prepare .venv, translations and front-end assets
	@$(BIN)/python -m wir.cli.main setup

run: setup ## Start everything at http://127.0.0.1:8000 (ARGS="--port 8001", ARGS=--smoke)
	@exec $(BIN)/wir run $(ARGS)

test: setup ## Run all tests; narrow with ARGS="-k spell"
	@$(BIN)/wir setup --system
	@exec $(BIN)/python -m pytest -n 2 $(ARGS)

check: setup ## All that is checked apart from the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy wir tests conftest.py
	$(BIN)/lint-imports
	$(BIN)/python -m django check --fail-level WARNING
	$(BIN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run
	$(BIN)/wir check translations

fix: setup ## Repair what can be repaired by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

audit: setup ## Ask for known vulnerabilities of the locked packages
	@$(BIN)/wir audit

bench: setup ## Measure speed and size; one area with AREA=people
	@exec $(BIN)/wir bench $(if $(AREA),--area $(AREA))

faults: setup ## Kill web process and database in the midst of writing (ARGS="--rounds 5")
	@exec $(BIN)/wir faults $(ARGS)

$(BIN)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with PYTHON=")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

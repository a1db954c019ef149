# make demo   set up and read the sample story
# make test   set up and run all tests
# make check  set up and run ruff, mypy and import-linter
# Python 3.11 or newer is found by itself; PYTHON=/path/to/python chooses another.

.PHONY: demo test check clean help
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# Without byte code for what is never imported: 40 MB less; Python compiles the rest at its first use.
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-compile

demo: $(VENV)/.core
	$(BIN)/herodotus brief samples/northsea -o dossier.html || test $$? -eq 3

test: $(VENV)/.test
	$(BIN)/python -m pytest -rs

check: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) dossier.html .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/.made:
	@python="$$(scripts/find-python $(PYTHON))" && "$$python" -m venv $(VENV)
	@touch $@

# Editable, so that what is changed in src/ is what runs; each stamp is renewed when pyproject.toml is.
$(VENV)/.core: pyproject.toml | $(VENV)/.made
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/.made
	$(PIP_INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/.core

$(VENV)/.check: pyproject.toml | $(VENV)/.made
	$(PIP_INSTALL) --editable '.[test,check]'
	@touch $@ $(VENV)/.test $(VENV)/.core

# Everything that people type. Needs make and Python 3.11 or newer, nothing else.

PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
# The first Python here that is new enough.
FIND_PYTHON := for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 || continue; \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && exit 0; done

.PHONY: run dev test lint format bench lock clean help

help:
	@echo 'make run     serve the journal on http://127.0.0.1:8000/ (PORT= for another port)'
	@echo 'make test    run the whole suite (ARGS= goes to pytest)'
	@echo 'make dev     the autoreloading server with debug pages'
	@echo 'make lint    style and import rules;  make format  applies the style'
	@echo 'make bench   the benchmark;  make lock  renews requirements/'
	@echo 'make clean   remove what can be made again; var/ with the journal stays'

run: $(VENV)/run.lock
	@exec $(BIN)/python manage.py serve --setup --port $(PORT)

dev: export SITE_URL ?= http://127.0.0.1:$(PORT)
dev: $(VENV)/run.lock
	@DJANGO_SETTINGS_MODULE=blog.settings.dev $(BIN)/python manage.py setup
	@DJANGO_SETTINGS_MODULE=blog.settings.dev exec $(BIN)/python manage.py runserver $(PORT)

test: $(VENV)/test.lock
	@$(BIN)/python -m tests -q -n 2 $(ARGS)

lint: $(VENV)/test.lock
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/lint-imports --no-cache
	@DJANGO_SETTINGS_MODULE=blog.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

format: $(VENV)/test.lock
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/test.lock
	@$(BIN)/python scripts/bench.py $(ARGS)

# The locks name no index, so the one of this machine is asked; the hashes hold anywhere.
lock: $(VENV)/test.lock
	@$(BIN)/pip install --quiet uv
	@for set in run test; do \
	$(BIN)/uv pip compile pyproject.toml $$([ $$set = test ] && echo --extra test) \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	--no-annotate --quiet --output-file requirements/$$set.txt $(UV) || exit 1; done

clean:
	rm -rf $(VENV) .ruff_cache .pytest_cache .import_linter_cache htmlcov .coverage bench.json
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A copy of the lock that was installed: nothing is installed while it is the same.
$(VENV)/run.lock: requirements/run.txt | $(VENV)/bin/python
	@cmp -s $< $@ || { echo 'Installing the dependencies …' && \
	$(BIN)/pip install -qq --no-compile --disable-pip-version-check --require-hashes -r $<; }
	@cp $< $@

$(VENV)/test.lock: requirements/test.txt | $(VENV)/bin/python
	@cmp -s $< $@ || { echo 'Installing the dependencies of the tests …' && \
	$(BIN)/pip install -qq --no-compile --disable-pip-version-check --require-hashes -r $<; }
	@cp $< $@

$(VENV)/bin/python:
	@python=$$($(FIND_PYTHON)); if [ -z "$$python" ]; then \
	echo 'No Python 3.11 or newer with its venv module is here: install one (on Debian: python3-venv).' >&2; \
	exit 1; fi; \
	echo "Making $(VENV) with $$($$python --version) …"; $$python -m venv $(VENV)

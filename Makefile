# make run opens the app; make test runs every check. Both set themselves up (packaging/bootstrap.py).
# ARGS goes on to the app or to pytest: make run ARGS="list", make test ARGS="-k money".

ifeq ($(OS),Windows_NT)
VENV_PYTHON := .venv/Scripts/python.exe
else
VENV_PYTHON := .venv/bin/python
endif

# The environment's own Python if there is one, else the first that starts: a name on PATH may be a shim that does not.
ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for python in $(VENV_PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c "import sys; sys.exit(sys.version_info < (3, 8))" >/dev/null 2>&1 && echo "$$python" && break; done)
endif

BOOTSTRAP = $(or $(PYTHON),$(error Python 3.11 to 3.14 is needed and was not found. Install it and try again)) packaging/bootstrap.py

# The parts whose every branch matters: what a person typed, and what is kept and printed of it.
COVERED := src/counteroffer/domain/*,src/counteroffer/editing/*,src/counteroffer/archive/*,src/counteroffer/documents/*

# The pictures of pages are compared in a process of their own: what other tests did to type and focus would show.
SCREENS := tests/ui/test_screens.py

.DEFAULT_GOAL := run
.PHONY: run test lint format cover torture bench golden screens pictures messages lock clean

run: ## open the app
	@$(BOOTSTRAP) run
	@$(VENV_PYTHON) -m counteroffer $(ARGS)

test: ## style, types, all tests, coverage
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) -m pytest -n auto --dist worksteal -m "not torture and not bench" --ignore $(SCREENS) --cov --cov-report= $(ARGS)
	$(VENV_PYTHON) -m pytest -m "not torture" -q $(SCREENS)
	$(VENV_PYTHON) -m coverage report --include="$(COVERED)" --skip-covered --show-missing --fail-under=95

lint: ## style and types only
	@$(BOOTSTRAP) lint
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m mypy

format: ## put the code in order
	@$(BOOTSTRAP) lint
	$(VENV_PYTHON) -m ruff check --fix
	$(VENV_PYTHON) -m ruff format

cover: ## coverage of everything, line by line in htmlcov/
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m pytest -n auto --dist worksteal -m "not torture and not bench" --cov --cov-report=term-missing:skip-covered --cov-report=html $(ARGS)

torture: ## the long sets
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m pytest -m torture $(ARGS)

bench: ## how fast it is, in figures
	@$(BOOTSTRAP) test
	$(VENV_PYTHON) -m pytest -m bench -s $(ARGS)

golden: ## renew the pictures of papers after a change that is meant to be seen; look at them before
	@$(BOOTSTRAP) test
	COUNTEROFFER_RENEW=golden $(VENV_PYTHON) -m pytest tests/documents/test_golden.py -q

screens: ## renew the small pictures of pages after a change that is meant to be seen; look at the pages before
	@$(BOOTSTRAP) test
	COUNTEROFFER_RENEW=screens $(VENV_PYTHON) -m pytest tests/ui/test_screens.py -q

pictures: ## the picture book in docs/pictures/: every page, window and paper of the sample, light and dark
	@$(BOOTSTRAP) test
	@$(VENV_PYTHON) packaging/pictures.py

messages: ## collect all visible texts and bring the translations up to date with them
	@$(BOOTSTRAP) lint
	@$(VENV_PYTHON) packaging/messages.py

lock: ## resolve the lock again; make lock ARGS=--upgrade takes newer versions
	@$(BOOTSTRAP) lint
	$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check "uv>=0.5"
	$(VENV_PYTHON) -m uv --no-config --quiet pip compile --universal --python-version 3.11 --generate-hashes \
		--only-binary :all: --extra dev --custom-compile-command "make lock" $(ARGS) \
		--output-file packaging/requirements.lock pyproject.toml packaging/requirements.in

clean: ## remove all that was made, the environment too
	rm -rf .venv build dist out htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

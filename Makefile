# Partnerspiegel. `make` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
HEADLESS ?= 0
OFFLINE ?= 0
# whole files, in the order of tests/conftest.py: what the tests of a file share is made once
BOTH := -n 2 --dist loadfile --no-loadscope-reorder

help:  ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/run.stamp $(VENV)/figures.stamp  ## set up and open the dashboard (PORT=8501, HEADLESS=1 opens no browser, OFFLINE=1 fetches no figures)
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless $(if $(filter 1 true yes,$(HEADLESS)),true,false) -- --local

test: $(VENV)/dev.stamp  ## set up and run all tests, the browser's too
	@CHROMIUM="$$(PYTHON=$(BIN)/python tools/find-browser)" && export CHROMIUM && \
	POSTGRES_BIN="$$(PYTHON=$(BIN)/python tools/find-postgres)" && export POSTGRES_BIN && \
	$(BIN)/python -m pytest $(BOTH)

check: $(VENV)/dev.stamp  ## the inner loop: the tests without browser, PDF and PostgreSQL
	$(BIN)/python -m pytest $(BOTH) -m "not browser and not pdf and not postgres"

test-long: $(VENV)/dev.stamp  ## the tests that take long: kills, load, fuzzing, nginx before two processes
	@CHROMIUM="$$(PYTHON=$(BIN)/python tools/find-browser)" && export CHROMIUM && \
	POSTGRES_BIN="$$(PYTHON=$(BIN)/python tools/find-postgres)" && export POSTGRES_BIN && \
	NGINX="$$(tools/find-nginx)" && export NGINX && \
	SOFFICE="$$(tools/find-libreoffice)" && export SOFFICE && \
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest tests/long

lint: $(VENV)/dev.stamp  ## ruff, mypy, and the arrows between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/dev.stamp  ## speed, as ratios against named peers in the same run
	@CHROMIUM="$$(PYTHON=$(BIN)/python tools/find-browser)" && export CHROMIUM && $(BIN)/python bench/run.py

screenshots: $(VENV)/dev.stamp  ## every page in all languages, widths and schemes into build/screenshots, and README's pictures
	@CHROMIUM="$$(PYTHON=$(BIN)/python tools/find-browser)" && export CHROMIUM && $(BIN)/python tools/screenshots.py

lock: $(VENV)/dev.stamp  ## pin requirements.txt anew with hashes; what is pinned stays unless it has to change
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements-lock.txt requirements.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) build .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(VENV)/base.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Python cannot make virtual environments; on Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.txt | $(VENV)/base.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

# once, while it is online anyway; a process of its own, which ends in a minute and whose end is nobody's error
$(VENV)/figures.stamp: | $(VENV)/run.stamp
ifeq ($(filter 1 true yes,$(OFFLINE)),)
	-@$(BIN)/python -m regional pull --setup
	@touch $@
endif

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt | $(VENV)/base.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp

.PHONY: help run test check test-long lint bench screenshots lock clean
.DEFAULT_GOAL := help

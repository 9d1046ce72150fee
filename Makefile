# make            this list
# make serve      build the site, show it, build again on every change
# make site       build the site into site/
# make test       every check and test of a submission
# make test-full  the same with the tests that take minutes
# make check      only the data: every problem at once
# make lint       ruff, mypy and tsc
# make format     let ruff put the code into shape
# make bench      measure sizes and starts in a real browser
# make setup      install what all of these need (each of them does so itself)
# make lock       write the lock files anew from requirements*.in and package.json
# make clean      remove what was built; the installed tools stay
.DEFAULT_GOAL := help
.PHONY: help setup site serve test test-full bench check lint format lock clean ready-site ready-test ready-bench
MAKEFLAGS += --no-print-directory
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# One language of messages and one text encoding on every machine.
export PYTHONUTF8 := 1
ARGS ?=
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-options

help:
	@sed -n 's/^# make/make/p' Makefile

ready-site ready-test ready-bench: ready-%:
	@.ci/setup $*

setup: ready-test

site: ready-site
	@mingbai build $(ARGS)

serve: ready-site
	@mingbai serve $(ARGS)

check: ready-site
	@mingbai check $(ARGS)

lint: ready-test
	@echo "ruff"
	@ruff check --quiet .
	@ruff format --quiet --check . || { echo "make format puts these into shape:"; ruff format --check .; exit 1; }
	@echo "mypy"
	@mypy --no-error-summary
	@echo "tsc"
	@tsc --project tsconfig.json

format: ready-test
	@ruff check --quiet --fix .
	@ruff format --quiet .

test: lint check site
	@echo "pytest"
	@pytest -n 2 $(ARGS)

test-full: lint check site
	@echo "pytest, the slow tests too"
	@pytest -n 2 -m "slow or not slow" $(ARGS)

bench: ready-bench
	@mingbai build
	@python -m bench $(ARGS)

lock: ready-test
	@for name in requirements requirements-dev requirements-node requirements-bench; do echo $$name; $(COMPILE) $$name.in -o $$name.txt || exit 1; done
	@echo "package-lock.json"
	@npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error >/dev/null
	@echo "bench/package-lock.json"
	@cd bench && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error >/dev/null

clean:
	@rm -rf site build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info quiz/*.egg-info

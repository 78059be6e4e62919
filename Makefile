# Everything a person does with Jotter, by one word. `make` alone lists the words.

PYTHON ?= python3
PORT ?= 8000
DATA ?= instance
BIN := .venv/bin
READY := .venv/.ready-to-run
READY_DEV := .venv/.ready-to-test
NODE_READY := node_modules/.ready

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test test-deep ready-to-test lint lint-python lint-js assets migration check-assets test-unit \
	test-unit-deep test-js test-gate test-browsers versions bench clean
export PYTHON
# Where this is set, every server that the tests start compiles each library anew: three seconds instead of one.
unexport PYTHONDONTWRITEBYTECODE
# Node.js may be .venv's own, where the machine has none that will do.
export PATH := $(CURDIR)/$(BIN):$(PATH)

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY_DEV) ## set up Python for running and testing
	@echo "Set up. Next: make run, or make test."

run: $(READY) ## serve the demo school at http://localhost:8000
	@echo "Jotter at http://localhost:$(PORT) - Ctrl+C stops it; README.md names the demo accounts."
	@$(BIN)/jotter serve --data $(DATA) --port $(PORT) --demo

test: ## run the gate: what must never break, in under ten minutes
	@scripts/stages.sh ready-to-test lint check-assets test-unit test-js test-gate

test-deep: ## run everything, in under half an hour
	@scripts/stages.sh ready-to-test lint check-assets test-unit-deep test-js test-browsers

ready-to-test: setup system-packages $(NODE_READY) versions

lint: lint-python lint-js ## check style, types and who may import whom

assets: $(NODE_READY) ## build webapp/static/dist from its sources
	@node scripts/build.js

migration: $(READY) ## write a migration for changed tables: make migration NAME="what changed"
	@test -n "$(NAME)" || { echo 'Say what changed: make migration NAME="pupils have a photo"' >&2; exit 2; }
	@$(BIN)/python scripts/write_migration.py "$(NAME)"

bench: setup system-packages $(NODE_READY) ## print the figures: speed, size, memory
	@$(BIN)/python -m bench

clean: ## remove what these commands made (not the data in instance/)
	rm -rf .venv node_modules build jotter.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache test-results

lint-python: $(READY_DEV)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

lint-js: $(NODE_READY)
	@node_modules/.bin/biome check --error-on-warnings

test-js: $(NODE_READY)
	@node --test --test-reporter=spec --test-reporter-destination=stdout \
		--test-reporter=./tests/jotter/counted.mjs --test-reporter-destination=stderr $$(find tests/jotter -name '*.test.js' | sort)

# The committed files are the ones a school runs: they must be what the sources say.
check-assets: $(NODE_READY)
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && node scripts/build.js --out "$$fresh/dist" \
	&& { diff -rq webapp/static/dist "$$fresh/dist" \
	|| { echo "webapp/static/dist is not what its sources build: run 'make assets' and commit." >&2; exit 1; }; }

# A process for each core; each has its own databases, on SQLite and on PostgreSQL.
# The gate plays the same random cases every time; the deep suite makes up others, the simulator's too, and says of
# which seeds.
UNIT_TESTS = $(BIN)/python -m pytest tests/unit --numprocesses auto --dist worksteal --durations 10 --hypothesis-seed
test-unit: $(READY_DEV)
	@$(UNIT_TESTS) 1

test-unit-deep: $(READY_DEV)
	@seed=$$(($$(od -An -N4 -tu4 /dev/urandom))) && JOTTER_SEEDS=$$(seq -s, $$seed $$((seed + 39))) $(UNIT_TESTS) $$seed

# Two at a time: the shell and Firefox leave room for it, and the full Chromium loses nothing by it.
test-gate: $(READY_DEV)
	@$(BIN)/python -m pytest tests/e2e --suite gate --numprocesses 2 --dist loadscope --durations 10

test-browsers: $(READY_DEV)
	@$(BIN)/python -m pytest tests/e2e --chromium full --numprocesses 2 --dist loadscope --durations 10

.PHONY: system-packages
system-packages:
	@scripts/system_packages.sh tests

# Browsers move under apt: a surprising failure often begins with a new number here.
versions:
	@dpkg-query --show --showformat '$${Package} $${Version}\n' chromium chromium-headless-shell firefox-esr 2>/dev/null; \
	echo "WebKitGTK $$(dpkg-query --show --showformat '$${Version}' webkit2gtk-driver 2>/dev/null)"; \
	echo "Node $$(node --version), $$($(BIN)/python --version)"

$(READY): pyproject.toml requirements.lock
	@scripts/make_environment.sh
	@echo "Installing what Jotter runs on (once)."
	@scripts/install_python.sh .
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what the tests need (once)."
	@scripts/install_python.sh '.[dev]'
	@touch $@

$(NODE_READY): package.json package-lock.json | $(READY)
	@scripts/install_node.sh
	@scripts/tries.sh npm ci --prefer-offline --loglevel=error
	@touch $@

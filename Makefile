# Every task of this repository. `make` alone lists them.
#
# Needed: git, make and Python >= 3.11; uv makes the installs quicker when it is there.
# The environment in .venv is made on demand and kept up to date with the lock files.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

VENV ?= .venv
BIN := $(VENV)/bin
UV ?= $(shell command -v uv 2>/dev/null)
# The first interpreter that runs and is new enough; a name alone proves nothing where version managers put shims.
PYTHON ?= $(shell for each in python3.13 python3.12 python3.11 python3; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$each" && break; done)

RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
BENCH := $(VENV)/.bench
ifneq ($(UV),)
# Trust what the machine trusts, as pip does: a company's own certificate is in the system's store.
export UV_SYSTEM_CERTS ?= true
INSTALL = $(UV) pip install --quiet --python $(BIN)/python
else
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

REDOCLY := @redocly/cli@2.77.0
SPECTRAL := @stoplight/spectral-cli@6.16.3

# More words for the command behind a target: make test ARGS="-k order_defect", make serve ARGS="--port 9000"
ARGS ?=

.PHONY: help
help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: serve
serve: $(RUNTIME) ## Run the service on 127.0.0.1:8000
	$(BIN)/sellervitals serve $(ARGS)

.PHONY: test
test: $(DEV) ## Run every test
	$(BIN)/pytest -n auto --maxprocesses 4 $(ARGS)

.PHONY: test-long
test-long: $(DEV) ## Try 10,000 examples of each property of the foresight; takes many minutes
	$(BIN)/pytest -n auto --maxprocesses 4 --hypothesis-profile=long tests/foresight tests/simulating tests/own/test_profiles.py $(ARGS)

.PHONY: check
check: lint types spec-lint container-lint config-lint ## Check style, types, the OpenAPI document, the Dockerfile and the settings

.PHONY: lint
lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(DEV)
	$(BIN)/mypy

.PHONY: spec-lint
spec-lint:
ifneq ($(shell command -v npm 2>/dev/null),)
	REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
		npm exec --yes --package=$(REDOCLY) -- redocly lint openapi.yaml
	npm exec --yes --package=$(SPECTRAL) -- spectral lint --fail-severity hint openapi.yaml
else
	@echo '************************************************************************' >&2
	@echo '** openapi.yaml was NOT linted: npm is missing. Install Node.js for it. **' >&2
	@echo '************************************************************************' >&2
endif

.PHONY: container-lint
container-lint: $(DEV)
	$(BIN)/hadolint Dockerfile

.PHONY: config-lint
config-lint: $(DEV)
	$(BIN)/pre-commit validate-config
	$(BIN)/towncrier build --draft --version next > /dev/null
	bash -n .ci/run

.PHONY: fmt
fmt: $(DEV) ## Format the code and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: docs
docs: $(RUNTIME) ## Write docs/rules again from the rules
	$(BIN)/python -m sellervitals.report.rule_pages docs/rules

.PHONY: spec
spec: $(DEV) ## Write openapi.yaml again from the code
	$(BIN)/python -m sellervitals.openapi > openapi.yaml.new
	mv openapi.yaml.new openapi.yaml

.PHONY: bench
bench: $(BENCH) ## Measure speed; fails below the promised ratios
	$(BIN)/python bench/run.py $(ARGS)

.PHONY: bench-forecast
bench-forecast: $(DEV) ## Measure the forecast of an account with a year of daily evaluations
	$(BIN)/python bench/forecast.py $(ARGS)

.PHONY: bench-history
bench-history: $(DEV) ## Measure what storing costs with 100,000 evaluations stored; takes minutes
	$(BIN)/python bench/history.py $(ARGS)

.PHONY: wheel
wheel: $(DEV) ## Build the source distribution and the wheel into dist/
	$(BIN)/python -m hatchling build

.PHONY: lock
lock: ## Resolve the lock files again (ARGS=--upgrade for newer versions); needs uv
ifeq ($(UV),)
	$(error make lock needs uv on the PATH)
endif
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) --group build --output-file requirements-build.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -c requirements-build.lock --output-file requirements-dev.lock
	$(LOCK) --group bench --output-file requirements-bench.lock

# Universal: one file for every platform and Python. No address of an index: each machine brings its own.
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' $(ARGS)

.PHONY: clean
clean: ## Remove everything that was made here
	rm -rf $(VENV) dist openapi.yaml.new .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'No Python >= 3.11 found; say which with make PYTHON=/path/to/python' >&2; exit 1; }
ifneq ($(UV),)
	$(UV) venv --quiet --clear --seed --python '$(PYTHON)' $(VENV)
else
	@'$(PYTHON)' -c 'import ensurepip' 2>/dev/null || { echo '$(PYTHON) cannot make an environment: it has no ensurepip.' \
		'On Debian and Ubuntu: apt install python3-venv; or put uv on the PATH.' >&2; exit 1; }
	'$(PYTHON)' -m venv --clear $(VENV)
endif

# The package itself is installed from its folder, with the build tool from its own lock.
PACKAGE = $(INSTALL) --require-hashes -r requirements-build.lock \
	&& $(INSTALL) --no-build-isolation --no-deps -e .

$(RUNTIME): $(BIN)/python requirements.lock requirements-build.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(PACKAGE)
	@touch $@

$(DEV): $(BIN)/python requirements-dev.lock requirements-build.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(PACKAGE)
	@touch $@

$(BENCH): $(DEV) requirements-bench.lock
	$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@

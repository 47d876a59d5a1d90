# Two commands for a newcomer: `make read` and `make test`. Everything else builds on them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# older pips build packages without a wheel inside .venv itself, where their tools are missing
INSTALL := $(PIP) install --use-pep517 -c constraints.txt

.PHONY: read setup setup-test test lint types imports check reanchor-check crash-check clean

read: setup ## open the sample library
	@$(BIN)/reader seeds

setup: $(VENV)/.ready ## .venv with the reader command in it

setup-test: $(VENV)/.ready-test ## what the tests and linters need

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[morphology]'
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	$(INSTALL) -e '.[morphology,test,lint]'
	@touch $@

test: setup-test ## all tests
	$(BIN)/python -m pytest -n auto

lint: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test
	$(BIN)/mypy

imports: setup-test
	$(BIN)/lint-imports

check: test lint types imports ## what CI runs

# lines and branches of the core; the screen and the command line are a figure of their own
FACES := reader/tui/*,reader/cli/*,reader/serve/*
.PHONY: coverage
coverage: setup-test ## all tests; fails under 90 % of the core's lines and branches
	$(BIN)/python -m pytest -n auto --cov --cov-report=
	@$(BIN)/coverage report --omit='$(FACES)' --fail-under=0
	@echo "screen and command line: $$($(BIN)/coverage report --include='$(FACES)' --format=total) %"
	@echo "core: $$($(BIN)/coverage report --omit='$(FACES)' --format=total) %"
	@$(BIN)/coverage report --omit='$(FACES)' --fail-under=90 > /dev/null \
		|| (echo "The core needs 90 %." && false)

reanchor-check: setup-test ## annotations in articles edited at random: figures
	$(BIN)/python -m tests.annotations.reanchor_check

crash-check: setup-test ## an annotator killed 200 times: figures
	$(BIN)/python -m tests.store.crash_check

.PHONY: typing-check
typing-check: setup-test ## an article annotated by typing in tmux, reopened, undone, exported
	$(BIN)/python scripts/annotate_in_terminal.py

clean:
	rm -rf $(VENV) .bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

.PHONY: bench bench-rivals .bench/baca .bench/epy
bench: setup-test bench-rivals ## speed beside named rivals, written to docs/benchmarks.md
	-$(INSTALL) flashtext==2.7
	DATA=$(DATA) $(BIN)/python -m benchmarks

# programs that benchmarks/ebooks.py starts; their pins differ from ours. GPL-3: never imported
bench-rivals: .bench/baca .bench/epy
.bench/baca: RIVAL = baca==0.1.17
.bench/epy: RIVAL = epy-reader==2023.6.11
.bench/baca .bench/epy:
	@$@/bin/python -c '' 2>/dev/null || { rm -rf $@; $(PYTHON) -m venv $@ \
		&& $@/bin/python -m pip --disable-pip-version-check -q install $(RIVAL); } \
		|| { rm -rf $@; echo "$(RIVAL) cannot be installed; the benchmark goes without it"; }

.PHONY: mutation
$(VENV)/.ready-mutation: $(VENV)/.ready-test
	$(INSTALL) -e '.[morphology,test,mutation]'
	@touch $@

mutation: $(VENV)/.ready-mutation ## faults put into the text engine and the anchors: share that tests notice
	nice -n 19 $(BIN)/python -m tests.mutation $(MUTATION)

.PHONY: conformance
conformance: setup-test ## UAX #9 test files: cases and passes of each implementation
	$(BIN)/python -m tests.arabic.conformance

# the translation package: training/README.md
DATA ?= ../shared/mt
TRANSLATION_WORK ?= .train/translation
.PHONY: setup-train train-translation evaluate-translation
setup-train: $(VENV)/.ready ## what training needs (torch and others)
	$(INSTALL) -e '.[morphology,train]'

train-translation: setup-train ## clean, train, export and pack the Arabic to English package
	OMP_WAIT_POLICY=passive nice -n 19 $(BIN)/python -m training.translation all \
		$(TRANSLATION_WORK) --data $(DATA) --exclude seeds/*.txt

evaluate-translation: $(VENV)/.ready ## BLEU, chrF, sentences per second and size of the package
	$(INSTALL) sacrebleu
	$(BIN)/python -m training.translation evaluate assets/*.argosmodel --data $(DATA)

# the name recogniser: assets/ENTITIES_CARD.md
.PHONY: train-entities evaluate-entities
train-entities evaluate-entities: DATA = ../shared/ner
train-entities: RAW = ../shared/mt
train-entities: setup-train ## train the name recogniser on DATA (corpora) and RAW (text)
	$(BIN)/python -m training.entities.train $(DATA) $(if $(RAW),--raw $(RAW))

evaluate-entities: setup-test ## score the shipped recogniser on the corpora of DATA
	$(BIN)/python -m training.entities.evaluate $(DATA)

.PHONY: check-terminals
check-terminals: setup-test ## xterm and a VTE terminal under Xvfb: does the screen show what was laid out?
	$(BIN)/python -m tests.terminals_xvfb

.PHONY: docs
docs: setup-test ## pages made from the program: keys, settings, man pages
	$(BIN)/python -m docs.generate

.PHONY: screenshot
screenshot: setup ## docs/reading.svg, the picture in the README
	$(BIN)/python -m docs.screenshot

.PHONY: check-browser
check-browser: setup-test ## the reader in headless Chromium (Debian: chromium fonts-dejavu-core)
	$(BIN)/python -m tests.browser_chromium

# Two commands do everything on a fresh Debian or Ubuntu with a Swift 6.2 toolchain: make demo, make test.
PREFIX ?= $(HOME)/.local
SWIFT ?= swift
DEMO := Audio/owned-failure-typical-faults
BINARY := .build/release/starpace
# The suites that listen and are typed at in real time: not beside those that compute, which would hold them up.
REAL_TIME := ^(CaptureTests|EquipmentTests|CommandTests)\.
# What StarPace is compared with, and the voices on which: kept, so that a second run is quick.
PEERS := .build/peers
VOICES := .build/held-out-voices
# What opens the HTML pages, what reads back what is written for other tools, and Spark, for its example alone.
BROWSER := .build/browser
READERS := .build/readers
SPARK := .build/spark
# The kernel that the sound drivers come from, for a virtual machine.
KERNEL := .build/kernel
# The program as `make test` builds it: other programs look at what it writes.
TESTED := .build/debug/starpace

.PHONY: demo build libraries lint install uninstall samples clean help \
	test test-browser test-formats test-kernel test-long test-many test-pulse test-spark tested \
	bench bench-words evaluate evaluate-words train

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: build ## Install what is missing, build, and report on a sample session
	$(BINARY) replay $(DEMO)

test: libraries ## Install what is missing and run all tests
	STARPACE_FAST_TESTS=1 $(SWIFT) build --build-tests
	@SWIFT=$(SWIFT) ./.ci/run-tests --skip '$(REAL_TIME)'
	@SWIFT=$(SWIFT) ./.ci/run-tests --filter '$(REAL_TIME)'

test-browser: tested $(BROWSER)/installed ## Open the HTML reports in Chromium: charts, sound, keyboard, print, accessibility
	$(BROWSER)/bin/python3 Tests/Browser/test_pages.py $(TESTED)

test-pulse: libraries ## Record through a private PulseAudio (needs pulseaudio, pulseaudio-utils, libasound2-plugins)
	STARPACE_FAST_TESTS=1 $(SWIFT) test --filter PulseAudioTests

test-formats: tested $(READERS)/installed ## Read what StarPace writes back with Praat, pyannote, webvtt-py and others (from PyPI)
	@[ ! -e $(READERS)/installed ] || PYTHONDONTWRITEBYTECODE=1 $(READERS)/bin/python3 Tests/Readers/read_back.py $(TESTED)

test-kernel: build ## Record from a real kernel's sound driver, in a virtual machine (some minutes)
	@./.ci/install-virtual-machine $(KERNEL)
	$(SWIFT) build -c release --product starpace-kernel
	Tests/Kernel/run-in-virtual-machine $(KERNEL) .build/release/starpace-kernel $(BINARY)

test-long: libraries ## Record for a minute on a busy machine, bit by bit
	STARPACE_FAST_TESTS=1 STARPACE_LONG_TESTS=1 $(SWIFT) test --filter LoadTests

test-many: tested ## Show that many recordings give the same lines however the work is cut (needs GNU parallel)
	@command -v parallel >/dev/null || ./.ci/install-packages parallel
	Tests/ManyRecordings/check.py $(TESTED)

test-spark: build $(SPARK)/installed ## Run the example for Spark on two local workers (pyspark from PyPI; needs Java 17)
	@[ ! -e $(SPARK)/installed ] || PYTHONDONTWRITEBYTECODE=1 $(SPARK)/bin/python3 Tests/ManyRecordings/check.py $(BINARY) spark

build: libraries ## Build the program for use
	$(SWIFT) build -c release --product starpace

# The C libraries, from Debian's or Ubuntu's packages; nothing is done, and nobody asked, where they are present.
libraries:
	@./.ci/install-libraries

tested: libraries
	@STARPACE_FAST_TESTS=1 $(SWIFT) build --product starpace

lint: ## Check the form of all Swift files
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

bench: build $(PEERS)/installed ## Speed and memory over generated hours and sessions and while recording; speed against WebRTC VAD, Silero VAD and Praat
	$(SWIFT) build -c release --product VirtualMicrophone
	$(SWIFT) run -c release starpace-bench

bench-words: libraries ## Speed of the search in words and of the choice of probes alone
	$(SWIFT) run -c release starpace-bench words

evaluate: build $(VOICES)/made ## Score against labels (the samples, FOLDERS); compare syllables and pitch with Praat
	$(SWIFT) run -c release starpace-evaluate $(FOLDERS) $$([ ! -e $(VOICES)/made ] || echo $(VOICES))
	@[ ! -e $(PEERS)/installed ] || $(PEERS)/bin/python3 Tests/Peers/compare_with_praat.py $(BINARY) $(VOICES)

evaluate-words: libraries ## Score what is found in the words of labelled answers alone
	$(SWIFT) run -c release starpace-evaluate words

$(BROWSER)/installed: Tests/Browser/requirements.txt
	@./.ci/install-browser $(BROWSER)

# None of these has to succeed: what cannot be had is named and left out.
$(PEERS)/installed: Tests/Peers/requirements.txt
	@./.ci/install-peers $(PEERS)

$(READERS)/installed: Tests/Readers/requirements.txt Tests/Readers/alone.txt
	@./.ci/install-readers $(READERS)

$(SPARK)/installed:
	@./.ci/install-spark $(SPARK)

$(VOICES)/made: $(PEERS)/installed Tests/Peers/held_out_voices.py Audio/answers.json
	@[ ! -e $(PEERS)/installed ] || $(PEERS)/bin/python3 Tests/Peers/held_out_voices.py $(VOICES)

train: libraries ## Train the speech detector anew, on synthetic voices and generated noise
	$(SWIFT) run -c release starpace-train Sources/SpeechTiming/DetectorWeights.swift

install: build ## Install the program, scenarios and samples below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/starpace
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/starpace
	rm -rf $(DESTDIR)$(PREFIX)/share/starpace/Scenarios $(DESTDIR)$(PREFIX)/share/starpace/Audio
	cp -R Scenarios Audio $(DESTDIR)$(PREFIX)/share/starpace/

uninstall: ## Remove what install installed; sessions stay
	rm -f $(DESTDIR)$(PREFIX)/bin/starpace
	rm -rf $(DESTDIR)$(PREFIX)/share/starpace

samples: ## Make the sample sessions again and compare them with those in Audio/
	Audio/make-samples --check

clean: ## Remove what was built
	$(SWIFT) package clean

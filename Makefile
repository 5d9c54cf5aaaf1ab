# Thin front door: each goal is a few calls of CMake and of the programs in tools/. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run serve build test sanitize coverage bench tidy format fuzz clean

jobs := $(shell nproc)
veer := build/release/veer
region ?= regions/haaglanden
out ?= out/$(notdir $(region))
port ?= 8072
serve_log ?= out/serve.log

# Where the tests are not configured yet they stay out, so that building the program asks for the packages of [run] only.
release_options = $(if $(wildcard build/release/CMakeCache.txt),,-DVEER_TESTS=OFF)

help:  ## list what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1 \t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

run: build  ## answer the main question for the shipped region: what fails when, whom it hits
	$(veer) study $(region) --out $(out)
	@echo "Open $(out)/report.html in a browser; the data lie beside it."
	@echo "To see it on a map, and try other lengths, seasons, back-ups and support points: make serve"

serve: build  ## start the web application for the shipped region on http://localhost:8072 (stop: Ctrl-C)
	@mkdir -p $(dir $(serve_log))
	$(veer) serve --region $(region) --port $(port) 2>>$(serve_log)

build:  ## build the program and the web application: build/release/veer, web/dist
	tools/setup run
	cmake --preset release $(release_options)
	cmake --build --preset release --parallel $(jobs) --target veer
	tools/web build

test:  ## build everything and run all tests
	tools/setup run test mpi
	command -v npm >/dev/null || tools/setup web
	cd tests/api && npm ci --silent --no-audit --no-fund --ignore-scripts
	cmake --preset release -DVEER_TESTS=ON
	cmake --build --preset release --parallel $(jobs)
	ctest --preset release --parallel $(jobs)

sanitize:  ## unit, property and corpus tests under the address and undefined sanitizers; what starts threads under its own
	tools/sanitize asan tsan

coverage:  ## line coverage of src by the unit, property, corpus and scenario tests
	tools/setup run test mpi
	tools/coverage

bench: build  ## time the program; docs/performance.md explains the figures
	tools/setup bench
	bench/run

tidy:  ## clang-tidy over src
	tools/setup run dev
	tools/tidy

format:  ## format all C++ files
	tools/setup dev
	tools/format

fuzz:  ## run each fuzz target for a minute (seconds=N for another time)
	tools/setup run dev
	tools/fuzz $(seconds)

clean:  ## remove what was built and what was written
	rm -rf build out

# Everything that can be done with this project, one target each.
# Building and running need Go alone; Node.js and the browsers are for the tests.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

# Recipes share web/dist and the two cores that a laptop has; one at a time.
.NOTPARALLEL:

NODE_MODULES := web/test/node_modules/.package-lock.json

.PHONY: build
build: ## build the page and the module into web/dist
	go run ./web/tool build

.PHONY: run
run: build ## build, and serve the page on loopback
	go run ./web/tool serve

.PHONY: lint
lint: ## formatting and static analysis
	@files=$$(gofmt -l core wasm web/tool web/test/testdata testdata); \
	if [ -n "$$files" ]; then echo "not formatted: $$files"; exit 1; fi
	go tool staticcheck ./... ./testdata/leaks ./testdata/capture
	@# The bridge exists under js/wasm only, where ./... did not see it. What it
	@# exports looks unused: the tool does not know of go:wasmexport.
	staticcheck=$$(go tool -n staticcheck); GOOS=js GOARCH=wasm "$$staticcheck" -checks inherit,-U1000 ./wasm

.PHONY: test
test: test-go test-wasm test-web ## everything, natively and in both browsers

.PHONY: test-go
test-go: ## vet and unit tests, natively
	go vet ./... ./testdata/leaks ./testdata/capture
	GOOS=js GOARCH=wasm go vet ./wasm
	go test ./... ./testdata/leaks ./testdata/capture

.PHONY: test-wasm
test-wasm: browsers ## the core's tests as WebAssembly in a browser
	web/test/wasm.sh ./core/...

.PHONY: test-web
test-web: build browsers $(NODE_MODULES) types ## the page, end to end, in Chromium and Firefox
	@# Two files at a time: each starts browsers, and waits for them most of the time.
	cd web/test && node --test --test-concurrency=2 --test-reporter=spec *.test.js

.PHONY: types
types: $(NODE_MODULES) ## check the JavaScript's types
	web/test/node_modules/.bin/tsc -p web/tsconfig.json
	web/test/node_modules/.bin/tsc -p web/tsconfig.worker.json

.PHONY: bench
bench: build browsers $(NODE_MODULES) ## the engine against a JavaScript pipeline that does nothing, what the page itself takes, and each stage natively and in the browser
	node web/test/bench.js
	node web/test/bench-page.js
	@echo
	@# One processor: the garbage collector's work counts, as it does in a worker.
	go test -run '^$$' -bench Stages -benchtime 3x -cpu 1 ./core
	@echo
	web/test/wasm.sh -run '^$$' -bench Stages -benchtime 5x ./core

.PHONY: bench-large
bench-large: build browsers $(NODE_MODULES) ## one entry of 300 MB, and a capture of 2 GB, in Chromium: works, and within its memory
	node web/test/large.js

.PHONY: leaks
leaks: ## the labelled leak bench: what is left readable, what is lost
	go run ./testdata/leaks

.PHONY: corpus
corpus: ## the core over the real captures in HAR_CORPUS; HAR_EDITS=folder lists every edit there
	@[ -n "$$HAR_CORPUS" ] || { echo 'set HAR_CORPUS to a folder of .har files'; exit 1; }
	HAR_CORPUS=$$(cd "$$HAR_CORPUS" && pwd) HAR_EDITS=$${HAR_EDITS:+$$(cd "$$HAR_EDITS" && pwd)} go test -count=1 -v -run TestCorpus ./core

.PHONY: screenshots
screenshots: build browsers $(NODE_MODULES) ## a picture of every state of the page
	node web/test/screenshots.js

# npm ci removes what is there; so only when the lock file is newer.
$(NODE_MODULES): web/test/package-lock.json
	cd web/test && npm ci --no-fund --no-audit
	@touch $@

# The system's own browsers: the tests drive what people have.
.PHONY: browsers
browsers:
	@missing=; \
	command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=' chromium'; \
	command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing+=' firefox-esr'; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
		else \
			echo "missing:$$missing; install it, for example: sudo apt-get install$$missing"; exit 1; \
		fi; \
	fi

.PHONY: clean
clean: ## remove what was built
	rm -rf web/dist web/screenshots web/test/node_modules

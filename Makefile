# Thin entrances; each line is a command that can be run by hand.
NATS_SERVER = QUOTEWIRE_NATS_SERVER="$$(scripts/get-nats-server)"

.PHONY: help run test check schema golden evaluate train chaos poison gazetteer-bench static

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: ## broker, worker and sample feed; shows each record
	cargo build --release --locked
	$(NATS_SERVER) ./target/release/quotewire demo

test: ## every test, the broker ones against a real nats-server
	$(NATS_SERVER) cargo test --locked

check: ## format and lints, as CI asks for them
	cargo fmt --all --check
	cargo clippy --all-targets --locked -- -D warnings

schema: ## write schema/ from the types
	cargo run --quiet --locked -- schema input > schema/article.v1.json
	cargo run --quiet --locked -- schema output > schema/record.v1.json
	cargo run --quiet --locked -- schema asyncapi > schema/asyncapi.json

golden: ## write the golden records again; read their diff
	UPDATE_GOLDEN=1 cargo test --locked --test contract golden

evaluate: ## quality of every profile on the corpora beside the repository, into README
	scripts/quality-table

train: ## train the networks of models/ anew (hours on two cores; goes on where it was stopped)
	training/run

chaos: ## 10,000 messages, 20 kill -9 of the worker
	$(NATS_SERVER) QUOTEWIRE_CHAOS_MESSAGES=10000 QUOTEWIRE_CHAOS_KILLS=20 cargo test --locked --test worker chaos -- --nocapture

poison: ## 2,000 broken messages among 8,000 good ones
	$(NATS_SERVER) QUOTEWIRE_POISON_GOOD=8000 QUOTEWIRE_POISON_BAD=2000 cargo test --locked --test worker poison -- --nocapture

gazetteer-bench: ## load, memory and cost of a gazetteer of a million made-up names
	scripts/gazetteer-bench

static: ## one static binary (wants the musl target, rustup target add, and musl-gcc)
	cargo build --release --locked --target "$$(uname -m)-unknown-linux-musl"

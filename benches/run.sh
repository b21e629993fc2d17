#!/usr/bin/env bash
# Runs all measurements of BENCHMARKS.md and prints its tables.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo bench --quiet --package benches --bench ratios
echo
cargo bench --quiet --package benches --features response --bench responses
echo
cargo run --quiet --release --package benches --bin count
echo
cargo run --quiet --release --package benches --bin size
echo
benches/build.sh

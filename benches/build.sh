#!/usr/bin/env bash
# Measures the builds of obs-codes and of its alternatives, and prints tables of ratios. `ROUNDS` is the number of builds of each crate.
# Every round builds all of them, so that other load on the machine slows all of them alike.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-10}

for tool in hyperfine:hyperfine /usr/bin/time:time; do
    if ! command -v "${tool%:*}" > /dev/null; then
        echo "benches/build.sh needs ${tool%:*}: apt-get install ${tool#*:}" >&2
        exit 1
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Standard output is for the tables; everything else goes to standard error.
exec 3>&1 1>&2
# The settings of the caller must not change these builds.
unset CARGO_TARGET_DIR CARGO_INCREMENTAL RUSTFLAGS

# Runs a command once and adds its time to those of the same name.
measure() { # name prepare command
    hyperfine --runs 1 --style none --export-csv "$work/run.csv" --prepare "$2" "$3"
    # command,mean,stddev,median,user,system,min,max, and a command may have commas
    tail -n 1 "$work/run.csv" | awk -F, '{ print $(NF - 4) }' >> "$work/$1.times"
}

median() { # name
    sort -g "$work/$1.times" | awk '{ times[NR] = $1 } END { print (times[int((NR + 1) / 2)] + times[int(NR / 2) + 1]) / 2 }'
}

ratio() { # name other
    awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { printf "%.2f", a / b }'
}

echo "== packages, as they are published"
cargo package --quiet --package obs-codes-macros --package obs-codes --allow-dirty --no-verify --target-dir "$work/package"
for package in "$work"/package/package/*.crate; do
    tar --extract --file "$package" --directory "$work"
done
packed() { # name
    find "$work" -maxdepth 1 -name "$1-[0-9]*" -print -quit
}

# An empty crate with one dependency, in the version that this workspace uses.
user_crate() { # name dependency
    mkdir -p "$work/$1/src"
    touch "$work/$1/src/lib.rs"
    cp Cargo.lock "$work/$1"
    cat > "$work/$1/Cargo.toml" << TOML
[package]
name = "user-of-$1"
edition = "2024"

[dependencies]
$2

[workspace]
TOML
    if [ "$1" = obs-codes ]; then
        cat >> "$work/$1/Cargo.toml" << TOML

[patch.crates-io]
obs-codes.path = "$(packed obs-codes)"
obs-codes-macros.path = "$(packed obs-codes-macros)"
TOML
    fi
    # Completes Cargo.lock and downloads what is missing, so that the measured builds work offline.
    cargo build --quiet --manifest-path "$work/$1/Cargo.toml"
}

crates="obs-codes required thiserror strum num_enum"
user_crate obs-codes 'obs-codes = "*"'
# The main dependencies of obs-codes-macros, with the same features.
user_crate required "$(sed -n -E '/^\[dependencies\]/,/^\[dev/{ /^(syn|quote|proc-macro2|toml)[ .]/p }' obs-codes-macros/Cargo.toml)"
user_crate thiserror 'thiserror = "*"'
user_crate strum 'strum = { version = "*", features = ["derive"] }'
user_crate num_enum 'num_enum = "*"'

echo "== cold builds"
for _ in $(seq "$rounds"); do
    for crate in $crates; do
        manifest="--manifest-path $work/$crate/Cargo.toml"
        # Cargo builds packages of a registry without incremental compilation. It would build those of obs-codes with it, because they come
        # from a folder.
        measure "cold-$crate" "cargo clean --quiet $manifest" "CARGO_INCREMENTAL=0 cargo build --quiet --offline $manifest"
    done
done

echo "== rebuilds of obs-codes"
mkdir "$work/workspace"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from - --ignore-failed-read |
    tar --extract --directory "$work/workspace"
workspace="--manifest-path $work/workspace/Cargo.toml"
cargo build --quiet --offline $workspace --package obs-codes
row='\n[error.AddedByBenchmark%s]\nstatus = 404\ndescription = "It was added."\nremedy = "Take it away."\n'
for round in $(seq "$rounds"); do
    build="cargo build --quiet --offline $workspace --package obs-codes"
    measure rebuild-lib "echo >> $work/workspace/obs-codes/src/lib.rs" "$build"
    measure rebuild-table "printf '$row' $round >> $work/workspace/codes.toml" "$build"
done

echo "== large tables"
cargo build --quiet --release --manifest-path "$work/obs-codes/Cargo.toml"
libraries=$work/obs-codes/target/release/deps
library=$(find "$libraries" -name 'libobs_codes-*.rlib' -print -quit)
sizes="100 1000 10000"
for size in $sizes; do
    mkdir "$work/table-$size"
    cargo run --quiet --package benches --bin table -- "$size" > "$work/table-$size/codes.toml"
    echo '::obs_codes::codes!("codes.toml");' > "$work/table-$size/lib.rs"
done
for _ in $(seq "$rounds"); do
    for size in $sizes; do
        folder=$work/table-$size
        compile="rustc -O --edition 2024 --crate-type lib --crate-name table --out-dir $folder --extern obs_codes=$library"
        compile="CARGO_MANIFEST_DIR=$folder /usr/bin/time --format %M --output $folder/memory $compile -L dependency=$libraries"
        measure "table-$size" true "$compile $folder/lib.rs"
        cat "$folder/memory" >> "$work/table-$size.memory"
    done
done

exec 1>&3
echo "Cold build, as a multiple of another's:"
echo
echo "| | thiserror | strum | num_enum |"
echo "| --- | --- | --- | --- |"
for crate in obs-codes required; do
    name=$crate
    [ "$crate" = obs-codes ] || name="syn, quote, proc-macro2 and toml alone"
    echo "| $name | $(ratio "cold-$crate" cold-thiserror) | $(ratio "cold-$crate" cold-strum) | $(ratio "cold-$crate" cold-num_enum) |"
done
echo
echo "Rebuild of obs-codes after a row is added to \`codes.toml\`, as a multiple of the rebuild after an empty edit of \`lib.rs\` (goal: under 1.5):"
echo
echo "| table / lib.rs |"
echo "| --- |"
echo "| $(ratio rebuild-table rebuild-lib) |"
echo
echo "\`rustc -O\` on a crate with its own table (goals for 10000 codes: at most 4 s, under 500 MB, and at most 10 times the time for 1000 codes):"
echo
echo "| codes | time / time at 1000 | time / 4 s | peak memory in MB |"
echo "| --- | --- | --- | --- |"
echo 4 > "$work/goal.times"
for size in $sizes; do
    memory=$(sort -g "$work/table-$size.memory" | tail -n 1)
    echo "| $size | $(ratio "table-$size" table-1000) | $(ratio "table-$size" goal) | $((memory * 1024 / 1000000)) |"
done

//! Compares README.md with the crate.

const README: &str = include_str!("../../README.md");

/// The cells of each row of the table whose heading begins with `heading`.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let table = README.lines().skip_while(|line| !line.starts_with(&format!("| {heading} |")));
    table
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn its_features_are_those_of_the_crate() {
    let manifest: toml::Table = include_str!("../../obs-codes/Cargo.toml").parse().expect("the manifest is TOML");
    let features: Vec<&str> = manifest["features"].as_table().expect("there are features").keys().map(String::as_str).collect();
    let mut listed: Vec<&str> = rows("feature").iter().map(|row| row[0].trim_matches('`')).collect();
    listed.sort_unstable();
    assert_eq!(listed, features);
}

#[test]
fn its_rust_version_is_that_of_the_workspace() {
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().expect("the manifest is TOML");
    let version = manifest["workspace"]["package"]["rust-version"].as_str().expect("there is a version");
    assert!(README.contains(&format!("Rust {version} or newer")), "{version}");
}

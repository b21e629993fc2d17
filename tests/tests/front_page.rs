//! The front page of the documentation against what there is.

const PAGE: &str = include_str!("../../obs-codes/src/lib.rs");

#[test]
fn it_lists_the_features_of_the_crate() {
    let manifest: toml::Table = include_str!("../../obs-codes/Cargo.toml").parse().expect("the manifest is TOML");
    let features: Vec<&str> = manifest["features"].as_table().expect("there are features").keys().map(String::as_str).collect();
    let table = PAGE.lines().skip_while(|line| !line.starts_with("//! | feature |")).skip(2);
    let rows = table.map_while(|line| line.strip_prefix("//! | `"));
    let mut listed: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
    listed.sort_unstable();
    assert_eq!(listed, features);
}

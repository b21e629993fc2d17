mod codes {
    obs_codes::codes!("codes.toml", "more.toml");
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

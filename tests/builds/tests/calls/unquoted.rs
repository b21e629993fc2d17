mod codes {
    obs_codes::codes!(codes.toml);
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

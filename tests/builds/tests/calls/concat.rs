mod codes {
    obs_codes::codes!(concat!("codes", ".toml"));
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

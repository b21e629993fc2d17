mod codes {
    obs_codes::codes!();
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

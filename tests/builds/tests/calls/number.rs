mod codes {
    obs_codes::codes!(42);
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

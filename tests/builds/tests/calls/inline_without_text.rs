mod codes {
    obs_codes::codes! { toml: "status = 404" }
}

fn main() {
    println!("{}", codes::StatusCode::NotFound);
}

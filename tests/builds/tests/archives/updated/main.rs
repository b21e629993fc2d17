//! Prints its own rows, then the codes and statuses that it is asked for. It names every variant of its own, so that it does not compile if
//! one is missing.

obs_codes::codes!("codes.toml");

fn main() {
    for status in [StatusCode::ImATeapot, StatusCode::Lost] {
        println!("{status:?} {status}");
    }
    let StatusCode::ImATeapot = StatusCode::from_u16(418).unwrap() else { panic!("418 has another variant") };
    println!("{} {:?} {}", StatusCode::ImATeapot.description(), StatusCode::ImATeapot.remedy(), StatusCode::ImATeapot.retry());
    for cause in [Cause::NoCoffee, Cause::BadgeExpired, Cause::ClockSkew] {
        assert_eq!(cause.as_str().parse(), Ok(cause));
        println!("{cause:?} {} {cause} {:?}", cause.status(), cause.remedy());
    }
    for code in [ErrorCode::TapeOnLoan, ErrorCode::BadgeRefused] {
        assert_eq!(ErrorCode::from_code(code.as_str()), Some(code));
        println!("{code:?} {code} {:?} {:?} {:?}", code.statuses(), code.causes(), code.confidence());
        println!("{} {:?} {}", code.description(), code.remedy(), code.retry());
    }
    let [case] = ErrorCode::TapeOnLoan.cases() else { panic!("the list of cases is replaced as a whole") };
    println!("{:?} {case} {:?} {:?}", case.conditions(), case.remedy(), case.causes());
    println!("{}", ErrorCode::NoSuchKey.description());
    assert!(obs_codes::ErrorCode::ALL.iter().all(|code| obs_codes::ErrorCode::try_from(ErrorCode::from(*code)) == Ok(*code)));
    assert!(obs_codes::Cause::ALL.iter().all(|cause| obs_codes::Cause::try_from(Cause::from(*cause)) == Ok(*cause)));
    for asked in std::env::args().skip(1) {
        if let Some(code) = ErrorCode::from_code(&asked) {
            let cases: Vec<_> = code.cases().iter().map(|case| case.causes()).collect();
            println!("{asked} {code:?} {:?} {:?} {cases:?}", code.statuses(), code.causes());
        } else if let Some(status) = asked.parse().ok().and_then(StatusCode::from_u16) {
            println!("{asked} {status:?} {:?}", status.causes());
        }
    }
}

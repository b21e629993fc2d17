//! A crate adds rows to the shipped table, and an update of `obs-codes` brings rows with the same keys: the crate still compiles, and its
//! rows keep their values.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::process::Command;

use crate::unpacked::Unpacked;

/// What the crate prints about its own rows, with any shipped table.
const OWN: &str = r#"ImATeapot 418 I'm a teapot
Lost 404 Lost
The machine makes tea. Some("Ask for tea.") fix
NoCoffee 418 I'm a teapot Coffee was asked for. Some("Ask for tea.")
BadgeExpired 403 Forbidden The badge has expired. Some("Renew it at the gate.")
ClockSkew 403 Forbidden The clocks differ. Some("Set the clock.")
TapeOnLoan TapeOnLoan [ImATeapot, Forbidden] [BadgeExpired, NoCoffee, ClockSkew] Likely
Another reader has the tape. Some("Ask the archive.") sign-again
BadgeRefused Badge.Refused [Forbidden] [BadgeExpired] Certain
The gate did not open. Some("Go to the gate.") fix
[Condition { fact: "message", patterns: ["It returns on <day>."] }] The archive knows when it returns. Some("Wait for that day.") Some([NoCoffee])
The tape has no such file.
"#;

/// The rows that are added to the shipped table, the keys that the crate is asked for, and its answer.
const UPDATES: &[(&str, &str, &[&str], &str)] = &[
    (
        "none",
        "",
        &["TapeOnLoan"],
        "TapeOnLoan TapeOnLoan [ImATeapot, Forbidden] [BadgeExpired, NoCoffee, ClockSkew] [Some([NoCoffee])]\n",
    ),
    (
        "the same error code with other values",
        r#"
            [error.TapeOnLoan]
            status = 404
            causes = ["ObjectNotFound"]
            variant = "TapeAway"
            description = "a"
            remedy = "b"
            retry = "backoff"
            documented = "current"

            [[error.TapeOnLoan.cases]]
            message = "d"
            description = "e"
            causes = ["ObjectNotFound"]

            [[error.TapeOnLoan.cases]]
            description = "f"
        "#,
        &[],
        "",
    ),
    (
        "the same error code with a case of a status that the own row does not list",
        r#"
            [error."Badge.Refused"]
            status = 404
            causes = ["ObjectNotFound"]
            description = "a"

            [[error."Badge.Refused".cases]]
            description = "b"
            causes = ["ObjectNotFound"]
        "#,
        &["Badge.Refused"],
        "Badge.Refused BadgeRefused [Forbidden] [BadgeExpired] [None]\n",
    ),
    (
        "the same status and the same causes with other values",
        r#"
            [status.418]
            reason = "Kettle"
            variant = "Pot"
            description = "a"
            remedy = "b"
            retry = "backoff"

            [status.418.causes]
            NoCoffee = "c"
            NoTea = "d"

            [status.403.causes.BadgeExpired]
            description = "e"
            remedy = "f"

            [error.OutOfTea]
            status = 418
            causes = ["NoTea", "NoCoffee"]
            description = "g"
        "#,
        &["418", "OutOfTea"],
        "418 ImATeapot [NoCoffee, NoTea]\nOutOfTea OutOfTea [ImATeapot] [NoTea, NoCoffee] []\n",
    ),
    (
        "a column with the name of an own one, and a column with another name",
        r#"
            [columns.error.source]
            type = "integer"
            default = 7

            [columns.error.weight]
            type = "integer"
            default = 7
        "#,
        &[],
        "",
    ),
    (
        "an error code that signals a cause that the own file has reworded",
        r#"
            [error.WatchStopped]
            status = 403
            causes = ["ClockSkew"]
            description = "a"
        "#,
        &["WatchStopped"],
        "WatchStopped WatchStopped [Forbidden] [ClockSkew] []\n",
    ),
];

#[test]
fn new_shipped_rows_with_the_keys_of_own_ones_neither_break_the_crate_nor_change_its_rows() {
    let unpacked = Unpacked::new();
    unpacked.add("updated", r#"obs-codes = "*""#, include_str!("updated/main.rs"), include_str!("updated/codes.toml"));
    let shipped = fs::read_to_string(unpacked.path("obs-codes/codes.toml")).unwrap();
    for (what, rows, asked, answer) in UPDATES {
        fs::write(unpacked.path("obs-codes/codes.toml"), format!("{shipped}\n{rows}")).unwrap();
        unpacked.cargo(&["build"], "updated");
        let program = unpacked.path("target/debug").join(format!("updated{EXE_SUFFIX}"));
        let output = Command::new(program).args(*asked).output().unwrap();
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{OWN}{answer}"), "{what}");
    }
}

//! Codes of diagnostics on the command line, and the way from a finding to its explanation.

use crate::command::{Finished, Folder, GOOD};
use std::process::Command;

/// How `cargo xtask codegen` ends with these arguments alone.
fn codegen(arguments: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    Finished::of(&command.arg("codegen").args(arguments).output().unwrap())
}

#[test]
fn a_code_is_explained_with_what_its_example_shows() {
    let finished = codegen(&["--explain", "SW0020"]);
    assert_eq!(finished.status, Some(0));
    let told = finished.out;
    assert!(
        told.starts_with("## SW0020: a $ref leads nowhere"),
        "{told}"
    );
    assert!(told.contains("error[SW0020]: "), "{told}");
}

#[test]
fn a_code_that_does_not_exist_is_a_usage_error_with_a_near_one() {
    for option in ["--explain", "--allow", "--warn", "--deny"] {
        for code in ["sw0020", "SW020", "E0020"] {
            let finished = codegen(&[option, code]);
            assert_eq!(finished.status, Some(2), "{option} {code}");
            finished.mentions("did you mean `SW0020`?");
        }
    }
}

#[test]
fn the_way_to_the_explanations_is_told_once() {
    let folder = Folder::new();
    let faulty = GOOD.replace("definitions/Pet\"", "definitions/Dog\"");
    folder.put("api.json", faulty.replace("\"host\"", "\"hots\""));
    let told = folder.run("api.json").err;
    let hint = "for more about an error, run `cargo xtask codegen --explain SW0020`";
    assert_eq!(told.matches(hint).count(), 1, "{told}");
    let mut json = folder.command("api.json");
    let json = json.args(["--message-format", "json"]).output().unwrap();
    assert!(!Finished::of(&json).err.contains("--explain"));
}

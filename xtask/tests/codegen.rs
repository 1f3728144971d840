//! `cargo xtask codegen` as scripts see it: exit status, what is written where, and what is left alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const PETS: &str = r##"{
  "swagger": "2.0",
  "info": {"title": "Pet Store", "version": "1"},
  "host": "pets.example",
  "paths": {
    "/pets": {
      "get": {
        "operationId": "Pets_List",
        "responses": {"200": {"description": "All.", "schema": {"$ref": "#/definitions/Pet"}}}
      }
    }
  },
  "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}
}
"##;

/// Runs `codegen` with `arguments` in `folder`.
fn codegen(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("codegen")
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap()
}

fn folder_with(spec: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pets.json"), spec).unwrap();
    folder
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn manifest(crate_folder: &Path) -> String {
    fs::read_to_string(crate_folder.join("Cargo.toml")).unwrap()
}

#[test]
fn a_document_becomes_a_crate_named_by_its_title() {
    let folder = folder_with(PETS);
    let output = codegen(&folder, &["--spec", "pets.json", "--out", "client"]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    assert!(
        out(&output).contains("1 operation, 1 model, 0 warnings"),
        "{}",
        out(&output)
    );
    let client = folder.path().join("client");
    assert!(manifest(&client).contains("name = \"pet-store\""));
    assert!(client.join("src/generated/mod.rs").exists());
}

#[test]
fn a_manifest_that_was_there_is_told_what_it_lacks() {
    let folder = folder_with(PETS);
    let client = folder.path().join("client");
    let generate = || codegen(&folder, &["--spec", "pets.json", "--out", "client"]);
    generate();
    let complete = manifest(&client);
    let bytes = complete.lines().find(|line| line.starts_with("bytes"));
    let lacking = complete.replace(bytes.unwrap(), "");
    fs::write(client.join("Cargo.toml"), &lacking).unwrap();
    let output = generate();
    assert_eq!(status(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("SW0134"), "{}", err(&output));
    assert!(err(&output).contains(bytes.unwrap()), "{}", err(&output));
    assert_eq!(manifest(&client), lacking);

    fs::write(client.join("Cargo.toml"), &complete).unwrap();
    let output = generate();
    assert!(!err(&output).contains("SW0134"), "{}", err(&output));
}

#[test]
fn a_name_goes_before_the_configuration_and_that_before_the_title() {
    let folder = folder_with(PETS);
    fs::write(
        folder.path().join("codegen.toml"),
        "crate-name = \"configured\"\n",
    )
    .unwrap();
    let base = ["--spec", "pets.json", "--config", "codegen.toml"];
    codegen(&folder, &[&base[..], &["--out", "a"]].concat());
    codegen(
        &folder,
        &[&base[..], &["--out", "b", "--name", "given"]].concat(),
    );
    assert!(manifest(&folder.path().join("a")).contains("name = \"configured\""));
    assert!(manifest(&folder.path().join("b")).contains("name = \"given\""));
}

#[test]
fn g34_check_tells_drift_by_status_one_and_writes_nothing() {
    let folder = folder_with(PETS);
    let write = ["--spec", "pets.json", "--out", "my client"];
    let check = [&write[..], &["--check"]].concat();
    assert_eq!(status(&codegen(&folder, &check)), 1);
    assert!(!folder.path().join("my client").exists());
    assert_eq!(status(&codegen(&folder, &write)), 0);
    assert_eq!(status(&codegen(&folder, &check)), 0);

    let model = folder.path().join("my client/src/generated/models/pet.rs");
    let edited = fs::read_to_string(&model).unwrap() + "// edited\n";
    fs::write(&model, &edited).unwrap();
    let output = codegen(&folder, &check);
    assert_eq!(status(&output), 1);
    assert!(out(&output).contains("\n-// edited\n"), "{}", out(&output));
    let command = "run `cargo xtask codegen --spec pets.json --out 'my client'`";
    assert!(out(&output).contains(command), "{}", out(&output));
    assert_eq!(fs::read_to_string(&model).unwrap(), edited);
}

#[test]
fn g33_the_output_is_the_same_from_any_folder() {
    let folder = folder_with(PETS);
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    let given = ["--spec", "pets.json", "--out", "client"];
    assert_eq!(status(&codegen(&folder, &given)), 0);
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--check", "--spec", "../pets.json", "--out"])
        .arg(folder.path().join("client"))
        .current_dir(folder.path().join("elsewhere"))
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("TZ", "Asia/Kathmandu")
        .output()
        .unwrap();
    assert_eq!(status(&output), 0, "{}", out(&output));
}

#[test]
fn wrong_arguments_are_status_two() {
    let folder = folder_with(PETS);
    for arguments in [
        &["--spec", "pets.json"][..],
        &["--nonsense"],
        &["--spec", "pets.json", "--out", "c", "--name", "1 2"],
        &["--spec", "pets.json", "--out", "c", "--deny", "SW9999"],
        &[
            "--spec",
            "pets.json",
            "--out",
            "c",
            "--message-format",
            "xml",
        ],
    ] {
        let output = codegen(&folder, arguments);
        assert_eq!(status(&output), 2, "{arguments:?}: {}", err(&output));
    }
    assert!(!folder.path().join("c").exists());
}

#[test]
fn an_error_in_the_document_is_status_three_and_leaves_the_old_output() {
    let folder = folder_with(PETS);
    let write = ["--spec", "pets.json", "--out", "client"];
    codegen(&folder, &write);
    fs::write(
        folder.path().join("pets.json"),
        PETS.replace("definitions/Pet\"", "definitions/Dog\""),
    )
    .unwrap();
    let output = codegen(&folder, &write);
    assert_eq!(status(&output), 3);
    assert!(
        err(&output).starts_with("error[SW0020]: "),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("pets.json:9:"), "{}", err(&output));
    assert!(
        err(&output).contains("nothing is written"),
        "{}",
        err(&output)
    );
    assert!(
        folder
            .path()
            .join("client/src/generated/models/pet.rs")
            .exists()
    );
}

#[test]
fn levels_of_the_command_line_go_over_those_of_the_configuration() {
    let folder = folder_with(&PETS.replace("definitions/Pet\"", "definitions/Dog\""));
    fs::write(
        folder.path().join("codegen.toml"),
        "[diagnostics]\nSW0020 = \"allow\"\n",
    )
    .unwrap();
    let base = [
        "--spec",
        "pets.json",
        "--out",
        "client",
        "--config",
        "codegen.toml",
    ];
    let run = |more: &[&str]| codegen(&folder, &[&base[..], more].concat());
    assert_eq!(status(&run(&[])), 0);
    assert_eq!(status(&run(&["--deny", "SW0020"])), 3);
    let warned = run(&["--warn", "SW0020"]);
    assert_eq!(status(&warned), 0);
    assert!(out(&warned).contains("1 warning,"), "{}", out(&warned));
    assert_eq!(status(&run(&["--warn", "SW0020", "--deny", "warnings"])), 3);
}

#[test]
fn diagnostics_are_one_json_object_a_line() {
    let folder = folder_with(&PETS.replace("definitions/Pet\"", "definitions/Dog\""));
    let arguments = [
        "--spec",
        "pets.json",
        "--out",
        "c",
        "--message-format",
        "json",
    ];
    let output = codegen(&folder, &arguments);
    assert_eq!(status(&output), 3);
    let lines: Vec<serde_json::Value> = err(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(
        lines
            .iter()
            .any(|line| line["code"] == "SW0020" && line["line"] == 9),
        "{lines:?}"
    );
}

#[test]
fn a_wrong_configuration_is_status_three_with_its_place() {
    let folder = folder_with(PETS);
    fs::write(
        folder.path().join("codegen.toml"),
        "crate-name = \"x\"\ncolour = 1\n",
    )
    .unwrap();
    let base = [
        "--spec",
        "pets.json",
        "--out",
        "client",
        "--config",
        "codegen.toml",
    ];
    let output = codegen(&folder, &base);
    assert_eq!(status(&output), 3);
    assert!(
        err(&output).starts_with("error[SW0013]: "),
        "{}",
        err(&output)
    );
    assert!(
        err(&output).contains("codegen.toml:2:1"),
        "{}",
        err(&output)
    );
    let output = codegen(
        &folder,
        &[&base[..], &["--message-format", "json"]].concat(),
    );
    let line: serde_json::Value = serde_json::from_str(&err(&output)).unwrap();
    assert_eq!(
        (&line["code"], &line["line"]),
        (&"SW0013".into(), &2.into())
    );
}

#[test]
fn what_cannot_be_read_or_written_is_status_four() {
    let folder = folder_with(PETS);
    fs::write(folder.path().join("file"), "").unwrap();
    for (arguments, named) in [
        (
            &["--spec", "absent.json", "--out", "client"][..],
            "absent.json",
        ),
        (&["--spec", ".", "--out", "client"], "."),
        (
            &[
                "--spec",
                "pets.json",
                "--out",
                "client",
                "--config",
                "absent.toml",
            ],
            "absent.toml",
        ),
        (
            &[
                "--spec",
                "pets.json",
                "--out",
                "client",
                "--overlay",
                "absent.yaml",
            ],
            "absent.yaml",
        ),
        (&["--spec", "pets.json", "--out", "file"], "file"),
        (&["--spec", "pets.json", "--out", "file", "--check"], "file"),
    ] {
        let output = codegen(&folder, arguments);
        assert_eq!(status(&output), 4, "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(named), "{}", err(&output));
        assert_eq!(
            err(&output).matches("error[").count(),
            1,
            "{}",
            err(&output)
        );
    }
    assert!(!folder.path().join("client").exists());
}

#[test]
fn g31_a_document_over_the_limit_is_refused() {
    let folder = folder_with(PETS);
    let arguments = [
        "--spec",
        "pets.json",
        "--out",
        "client",
        "--max-bytes",
        "100",
    ];
    let output = codegen(&folder, &arguments);
    assert_eq!(status(&output), 3);
    assert!(err(&output).contains("SW0005"), "{}", err(&output));
}

#[test]
fn notes_are_counted_and_shown_on_request() {
    let folder = folder_with(&PETS.replace("\"host\"", "\"x-mine\": 1, \"host\""));
    let base = ["--spec", "pets.json", "--out", "client"];
    assert_eq!(
        err(&codegen(&folder, &base)),
        "1 note (shown by --verbose)\n"
    );
    let told = err(&codegen(&folder, &[&base[..], &["--verbose"]].concat()));
    assert!(told.starts_with("note[SW0033]: "), "{told}");
}

#[test]
fn a_reader_that_has_gone_is_no_panic() {
    let folder = folder_with(PETS);
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args([
            "codegen",
            "--spec",
            "pets.json",
            "--out",
            "client",
            "--check",
        ])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

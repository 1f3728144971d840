//! Rows G32 to G34: the output folder, the machine that the command runs on, and drift.

use crate::command::{Finished, Folder, GOOD, Tree};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

/// A folder with the client of the good document.
fn generated() -> Folder {
    let folder = Folder::new();
    folder.put("api.json", GOOD);
    assert_eq!(folder.run("api.json").status, Some(0));
    folder
}

/// Another document, whose client differs in each file.
fn changed() -> String {
    GOOD.replace(
        "name\": {\"type\"",
        "name\": {\"description\": \"Its name.\", \"type\"",
    )
    .replace("/pets\"", "/all-pets\"")
}

fn check(folder: &Folder, spec: &str) -> Finished {
    Finished::of(&folder.command(spec).arg("--check").output().unwrap())
}

#[test]
fn g32_an_output_that_is_a_file() {
    let folder = Folder::new();
    folder.put("api.json", GOOD);
    folder.put("out", "mine");
    let finished = folder.run("api.json");
    assert_eq!(finished.status, Some(4), "{finished:?}");
    assert_eq!(fs::read(folder.out()).unwrap(), b"mine");
}

#[test]
#[cfg(unix)]
fn g32_an_output_that_is_a_symbolic_link() {
    let folder = Folder::new();
    folder.put("api.json", GOOD);
    folder.put("elsewhere/kept", "kept");
    fs::create_dir(folder.out()).unwrap();
    std::os::unix::fs::symlink(folder.path().join("elsewhere"), folder.out().join("src")).unwrap();
    let finished = folder.run("api.json");
    assert_eq!(finished.status, Some(4), "{finished:?}");
    let left: Vec<_> = fs::read_dir(folder.path().join("elsewhere"))
        .unwrap()
        .collect();
    assert_eq!(left.len(), 1);
}

#[test]
fn g32_a_file_that_was_not_generated() {
    let folder = generated();
    folder.put("out/src/generated/models/pet.rs", "// mine\n");
    let before = folder.tree();
    let finished = folder.run("api.json");
    assert_eq!(finished.status, Some(4), "{finished:?}");
    finished.mentions("models/pet.rs");
    assert_eq!(folder.tree(), before);
}

#[test]
fn g32_killed_at_any_moment() {
    let folder = generated();
    let old = folder.tree();
    folder.put("changed.json", changed());
    assert_eq!(folder.run("changed.json").status, Some(0));
    let new = folder.tree();
    assert_ne!(old, new);
    for milliseconds in (0..60).step_by(4) {
        let spec = ["api.json", "changed.json"][milliseconds / 4 % 2];
        let mut child = folder
            .command(spec)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(milliseconds as u64));
        // It may be done already.
        let _ = child.kill();
        child.wait().unwrap();
        assert_old_or_new(&folder.tree(), &old, &new);
    }
    // What a run left lately may belong to one that still goes on.
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    for path in folder.tree().keys().filter(|path| !old.contains_key(*path)) {
        let leftover = File::options().append(true).open(folder.out().join(path));
        leftover.unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(folder.run("api.json").status, Some(0));
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    let left = folder.tree();
    assert_eq!(paths(&left), paths(&old), "leftovers of killed runs stay");
    assert!(left == old, "a file is not what the document gives");
}

/// Asserts that each file is one of both, whatever half-written files lie beside them.
#[track_caller]
fn assert_old_or_new(tree: &Tree, old: &Tree, new: &Tree) {
    for path in old.keys() {
        let bytes = tree.get(path);
        assert!(bytes.is_some(), "{} is gone", path.display());
        let whole = bytes == old.get(path) || bytes == new.get(path);
        assert!(whole, "{} is half written", path.display());
    }
}

#[test]
fn g33_a_second_run_changes_nothing() {
    let folder = generated();
    let model = folder.out().join("src/generated/models/pet.rs");
    let written = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let before = written(&model);
    let finished = folder.run("api.json");
    assert_eq!(finished.status, Some(0));
    assert!(finished.out.contains("0 written"), "{}", finished.out);
    assert_eq!(written(&model), before);
    assert_eq!(check(&folder, "api.json").status, Some(0));
}

#[test]
fn g33_a_windows_checkout() {
    let folder = generated();
    folder.put("api.json", GOOD.replace('\n', "\r\n"));
    for (path, bytes) in folder.tree() {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        fs::write(folder.out().join(path), text).unwrap();
    }
    let finished = check(&folder, "api.json");
    assert_eq!(finished.status, Some(0), "{finished:?}");
}

/// The document that the project ships, generated in two surroundings that have nothing in common.
#[test]
fn g33_another_machine() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let spec = spec.canonicalize().unwrap();
    let generate = |folder: &Folder, given: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(["codegen", "--out", "out", "--spec"])
            .arg(given.join("containerregistry.json"))
            .arg("--overlay")
            .arg(given.join("overlay.yaml"))
            .current_dir(folder.path());
        command
    };
    let (here, there) = (Folder::new(), Folder::new());
    let output = generate(&here, &spec).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    fs::create_dir(there.path().join(".git")).unwrap();
    for name in ["containerregistry.json", "overlay.yaml"] {
        let text = fs::read_to_string(spec.join(name)).unwrap();
        there.put(&format!("spec/{name}"), text.replace('\n', "\r\n"));
    }
    let output = generate(&there, Path::new("spec"))
        .env_clear()
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("HOME", "/nonexistent")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(!here.tree().is_empty());
    assert_eq!(here.tree(), there.tree());
}

#[test]
fn g34_drift() {
    let folder = generated();
    let model = "out/src/generated/models/pet.rs";
    let text = fs::read_to_string(folder.path().join(model)).unwrap();
    folder.put(model, text.replace("pub struct Pet", "pub struct Dog"));
    folder.put(
        "out/src/generated/models/stale.rs",
        "// @generated by hand\n",
    );
    fs::remove_file(folder.path().join("out/src/generated/client.rs")).unwrap();
    let before = folder.tree();
    let finished = check(&folder, "api.json");
    assert_eq!(finished.status, Some(1), "{finished:?}");
    for expected in [
        "-pub struct Dog",
        "+pub struct Pet",
        "src/generated/models/stale.rs",
        "src/generated/client.rs",
        "cargo xtask codegen",
    ] {
        assert!(
            finished.out.contains(expected),
            "{expected}: {}",
            finished.out
        );
    }
    assert_eq!(folder.tree(), before);
}

//! `SCENARIOS.md`: each scenario with its test, or why there is none.

use super::cannot;
use super::report::{self, Category, Scenarios};
use super::summary::Summary;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Reads the list of scenarios, with why some are given up.
pub(super) fn scenarios(package: &Path) -> Result<Scenarios, String> {
    let path = package.join("scenarios.json");
    let text = fs::read_to_string(&path).map_err(cannot("read", &path))?;
    report::scenarios(&text).map_err(cannot("read", &path))
}

/// Writes the table.
pub(super) fn write(package: &Path, summary: &Summary) -> Result<(), String> {
    let path = package.join(FILE);
    fs::write(&path, table(summary)).map_err(cannot("write", &path))
}

/// Fails when the table in the checkout is not the one that would be written.
pub(super) fn compare(package: &Path, summary: &Summary) -> Result<(), String> {
    let path = package.join(FILE);
    let text = fs::read_to_string(&path).map_err(cannot("read", &path))?;
    // However the checkout ends its lines.
    if text.lines().eq(table(summary).lines()) {
        Ok(())
    } else {
        Err(format!(
            "{FILE} is not up to date: run `cargo xtask conformance`"
        ))
    }
}

const FILE: &str = "SCENARIOS.md";

fn table(summary: &Summary) -> String {
    let mut text = format!("{HEAD}\n`{}`\n", summary.line());
    for category in Category::ALL {
        let _ = write!(text, "\n## {}\n\n{TABLE_HEAD}", category.name());
        for (name, state) in summary.scenarios(category) {
            let tests = summary.results.of(name).iter();
            let tests: Vec<String> = tests.map(|test| format!("`{}`", test.test)).collect();
            let _ = writeln!(text, "| {name} | {} | {state} |", tests.join(", "));
        }
    }
    text
}

const HEAD: &str = "# Scenarios

Written by `cargo xtask conformance`; do not edit. The tests are in `tests/scenarios/`, the reasons in `scenarios.json`.
";

const TABLE_HEAD: &str = "| scenario | test | |\n|---|---|---|\n";

#[cfg(test)]
mod tests {
    #[test]
    fn the_readme_has_the_figure_of_the_table() {
        let table = include_str!("../../../tests/conformance/SCENARIOS.md");
        let figure = table.lines().find(|line| line.starts_with("`vanilla"));
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(figure.expect("the table has a figure")));
    }
}

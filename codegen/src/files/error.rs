//! Why an output folder cannot be written or compared.

use crate::diagnostics::{Code, Diagnostic, code};
use std::path::{Path, PathBuf};
use std::{error, fmt, io};

/// A file or folder that stopped the run. Nothing was replaced or removed unless [`Problem::Io`] struck half-way.
#[derive(Debug)]
pub struct FileError {
    path: PathBuf,
    problem: Problem,
}

/// What is the matter with it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// The operating system refuses.
    Io(io::Error),
    /// A file without the generator's mark stands where the generator would write or clean up.
    NotGenerated,
    /// A symbolic link stands on the way, so the text would land somewhere else.
    Symlink,
    /// A path to be written is not a plain path below the output folder, or its text lacks the mark.
    Unplanned,
}

impl FileError {
    /// The file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is the matter with it.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The error as a diagnostic, with what to do.
    pub fn to_diagnostic(&self) -> Diagnostic {
        Diagnostic::general(self.code(), self.to_string()).help(self.problem.help())
    }

    pub(super) fn new(path: impl Into<PathBuf>, problem: Problem) -> Self {
        Self {
            path: path.into(),
            problem,
        }
    }

    /// Names the path of an error of the operating system.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::new(path, Problem::Io(error))
    }

    fn code(&self) -> Code {
        match self.problem {
            Problem::Io(_) => code::OUTPUT_FAILED,
            Problem::NotGenerated => code::OUTPUT_NOT_GENERATED,
            Problem::Symlink => code::OUTPUT_SYMLINK,
            Problem::Unplanned => code::OUTPUT_UNPLANNED,
        }
    }
}

impl Problem {
    fn help(&self) -> &'static str {
        match self {
            Self::Io(_) => {
                "give a folder that can be written with `--out`, or make this one writable"
            }
            Self::NotGenerated => {
                "move the file out of `src/generated/`, which belongs to the generator, or delete it, and run again"
            }
            Self::Symlink => {
                "give the real folder with `--out`, or replace the link by what it leads to"
            }
            Self::Unplanned => {
                "this is a mistake in the generator: please report it with the document"
            }
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            Problem::Io(error) => write!(formatter, "`{path}`: {error}"),
            Problem::NotGenerated => write!(
                formatter,
                "`{path}` does not begin with `{}`, so it is not replaced or removed",
                super::MARK
            ),
            Problem::Symlink => write!(
                formatter,
                "`{path}` is a symbolic link, which is not followed"
            ),
            Problem::Unplanned => write!(
                formatter,
                "`{path}` is not a file that the generator may write"
            ),
        }
    }
}

// The text of an error of the operating system is in `Display`, so there is no source to repeat it.
impl error::Error for FileError {}

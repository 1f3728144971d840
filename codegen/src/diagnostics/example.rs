//! The example in the explanation of a code, and what is said about it.
//!
//! Invariant: an example is complete, so that what is shown for it is what its reader sees.

use super::{Code, Color, Diagnostics, render_human, render_json, render_notes};
use crate::config::Config;
use crate::source::Sources;

/// A document, and what stands beside it.
#[derive(Clone, Copy, Debug)]
pub struct Example<'a> {
    /// The name and the text of the document.
    pub document: (&'a str, &'a str),
    /// The text of `overlay.yaml`.
    pub overlay: Option<&'a str>,
    /// The text of `codegen.toml`.
    pub config: Option<&'a str>,
}

/// What is said about an example.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The findings; none when the configuration is wrong, which is found before any document is read.
    pub diagnostics: Diagnostics,
    /// As a person reads them who asked for notes too.
    pub human: String,
    /// As a program reads them.
    pub json: String,
}

impl Code {
    /// The example in the explanation; `None` where no document can raise the code.
    pub fn example(&self) -> Option<Example<'static>> {
        let mut found = Example {
            document: ("api.yaml", ""),
            overlay: None,
            config: None,
        };
        for fence in self.explanation.split("\n```").skip(1).step_by(2) {
            let (info, text) = fence.split_once('\n')?;
            match info {
                "yaml overlay.yaml" => found.overlay = Some(text),
                "toml codegen.toml" => found.config = Some(text),
                "json" => found.document = ("api.json", text),
                _ => found.document = ("api.yaml", text),
            }
        }
        (!found.document.1.is_empty()).then_some(found)
    }
}

impl Example<'_> {
    /// Generates a client of the document, in memory.
    pub fn findings(&self) -> Findings {
        let config = match Config::from_toml(self.config.unwrap_or_default()) {
            Ok(config) => config,
            Err(error) => {
                let text = self.config.unwrap_or_default();
                return Findings {
                    diagnostics: Diagnostics::default(),
                    human: error.render_human("codegen.toml", text, Color::Never),
                    json: error.render_json("codegen.toml", text),
                };
            }
        };
        let mut diagnostics = Diagnostics::default();
        let overlay = self.overlay.map(|text| ("overlay.yaml", text));
        let (name, text) = self.document;
        let sources = Sources::from_text(name, text, overlay, &mut diagnostics);
        let config = Config {
            crate_name: "pets".to_owned(),
            ..config
        };
        crate::generate(&sources, &config, &mut diagnostics);
        let human = render_human(&diagnostics, &sources, Color::Never)
            + &render_notes(&diagnostics, &sources, Color::Never);
        Findings {
            human,
            json: render_json(&diagnostics, &sources),
            diagnostics,
        }
    }
}

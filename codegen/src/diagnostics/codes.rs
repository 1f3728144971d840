//! The register of codes: one constant for each kind of finding, never renumbered, never reused.

use super::Level;

/// A kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name, such as `SW0012`.
    pub id: &'static str,
    /// The level when nothing else is configured.
    pub level: Level,
    /// What kind of finding it is, in a few words.
    pub title: &'static str,
}

macro_rules! register {
    ($($name:ident = $id:literal $level:ident $title:literal;)*) => {
        /// The codes by name.
        pub mod code {
            use super::{Code, Level};
            $(#[doc = concat!(" `", $id, "`: ", $title, ".")]
            pub const $name: Code = Code { id: $id, level: Level::$level, title: $title };)*
            /// All codes, in the order of their ids.
            pub const ALL: &[Code] = &[$($name),*];
        }
    };
}

register! {
    UNREADABLE_FILE = "SW0001" Error "a file cannot be read";
    NOT_JSON_OR_YAML = "SW0002" Error "the text is neither JSON nor YAML";
    DUPLICATE_KEY = "SW0003" Error "a key stands twice in one object";
    TOO_DEEP = "SW0004" Error "nesting is deeper than the limit";
    TOO_LARGE = "SW0005" Error "the document is larger than the limit";
    NUMBER_OUT_OF_RANGE = "SW0006" Error "a number does not fit";
    UNSUPPORTED_VERSION = "SW0007" Error "not a Swagger 2.0 document";
    OVERLAY_MALFORMED = "SW0010" Error "the overlay is malformed";
    OVERLAY_NO_MATCH = "SW0011" Error "an overlay action matches nothing";
    OVERLAY_BAD_TARGET = "SW0012" Error "an overlay target is not a JSONPath query";
    CONFIG_MALFORMED = "SW0013" Error "the configuration is malformed";
    DANGLING_REFERENCE = "SW0020" Error "a $ref leads nowhere";
    REFERENCE_REFUSED = "SW0021" Error "an external reference is refused";
    REFERENCE_CYCLE = "SW0022" Error "references form a cycle";
    REFERENCE_WRONG_KIND = "SW0023" Error "a $ref leads to another kind of object";
    REFERENCE_SIBLINGS = "SW0024" Note "keys beside a $ref are ignored";
    WRONG_TYPE = "SW0030" Error "a value has the wrong JSON type";
    MISSING_KEY = "SW0031" Error "a required key is missing";
    UNKNOWN_KEY = "SW0032" Note "a key is unknown here";
    UNKNOWN_EXTENSION = "SW0033" Note "an extension is not interpreted";
    INVALID_VALUE = "SW0034" Error "a value is not one of those allowed";
    NUMBER_AS_STRING = "SW0035" Warning "a number stands where a string is meant";
    OUTPUT_FAILED = "SW0130" Error "the output cannot be read or written";
    OUTPUT_NOT_GENERATED = "SW0131" Error "a file that was not generated is in the way";
    OUTPUT_SYMLINK = "SW0132" Error "the output leads through a symbolic link";
    OUTPUT_UNPLANNED = "SW0133" Error "a path that the generator must not write";
}

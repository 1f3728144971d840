//! The register of codes: one constant for each kind of finding, never renumbered, never reused.

use super::Level;
use crate::nearest::nearest;
use std::fmt;

/// A kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name, such as `SW0012`.
    pub id: &'static str,
    /// The level when nothing else is configured.
    pub level: Level,
    /// What kind of finding it is, in a few words.
    pub title: &'static str,
    /// The page about it in Markdown: what is wrong, what the generator does, what to do, and an example.
    pub explanation: &'static str,
}

impl Code {
    /// The code with this id.
    ///
    /// # Errors
    ///
    /// When there is none: says which one may be meant.
    pub fn find(id: &str) -> Result<Self, UnknownCode> {
        let found = code::ALL.iter().find(|code| code.id == id);
        found.copied().ok_or_else(|| UnknownCode(id.to_owned()))
    }
}

/// A code of diagnostics that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode(String);

impl UnknownCode {
    /// The code of the same number, or else the one that is written nearly alike.
    fn meant(&self) -> Option<&'static str> {
        let ids = || code::ALL.iter().map(|code| code.id);
        let number = number(&self.0);
        let same = ids().find(|id| number.is_some() && number == self::number(id));
        same.or_else(|| nearest(&self.0.to_uppercase(), ids()))
    }
}

fn number(id: &str) -> Option<u16> {
    let digits = id.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    digits.parse().ok()
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.0;
        write!(formatter, "there is no diagnostic with the code `{id}`; ")?;
        match self.meant() {
            Some(meant) => write!(formatter, "did you mean `{meant}`?"),
            None => formatter.write_str("codes look like `SW0020` and stand in each message"),
        }
    }
}

impl std::error::Error for UnknownCode {}

macro_rules! register {
    ($($name:ident = $id:literal $level:ident $title:literal;)*) => {
        /// The codes by name.
        pub mod code {
            use super::{Code, Level};
            $(#[doc = concat!(" `", $id, "`: ", $title, ".")]
            pub const $name: Code = Code {
                id: $id,
                level: Level::$level,
                title: $title,
                explanation: include_str!(concat!("explanations/", $id, ".md")),
            };)*
            /// All codes, in the order of their ids.
            pub const ALL: &[Code] = &[$($name),*];
        }
    };
}

register! {
    UNREADABLE_FILE = "SW0001" Error "a file cannot be read";
    NOT_JSON_OR_YAML = "SW0002" Error "the text is neither JSON nor YAML";
    DUPLICATE_KEY = "SW0003" Warning "a key stands twice in one object";
    TOO_DEEP = "SW0004" Error "nesting is deeper than the limit";
    TOO_LARGE = "SW0005" Error "the document is larger than the limit";
    NUMBER_OUT_OF_RANGE = "SW0006" Error "a number does not fit";
    UNSUPPORTED_VERSION = "SW0007" Error "neither a Swagger 2.0 nor an OpenAPI 3.0 document";
    OVERLAY_MALFORMED = "SW0010" Error "the overlay is malformed";
    OVERLAY_NO_MATCH = "SW0011" Error "an overlay action matches nothing";
    OVERLAY_BAD_TARGET = "SW0012" Error "an overlay target is not a JSONPath query";
    CONFIG_MALFORMED = "SW0013" Error "the configuration is malformed";
    DANGLING_REFERENCE = "SW0020" Error "a $ref leads nowhere";
    REFERENCE_REFUSED = "SW0021" Error "an external reference is refused";
    REFERENCE_CYCLE = "SW0022" Error "references form a cycle";
    REFERENCE_WRONG_KIND = "SW0023" Error "a $ref leads to another kind of object";
    REFERENCE_SIBLINGS = "SW0024" Note "keys beside a $ref are ignored";
    UNDECLARED_DISCRIMINATOR = "SW0028" Warning "a discriminator looks like another property's name";
    WRONG_TYPE = "SW0030" Error "a value has the wrong JSON type";
    MISSING_KEY = "SW0031" Error "a required key is missing";
    UNKNOWN_KEY = "SW0032" Note "a key is unknown here";
    UNKNOWN_EXTENSION = "SW0033" Note "an extension is not interpreted";
    INVALID_VALUE = "SW0034" Error "a value is not one of those allowed";
    NUMBER_AS_STRING = "SW0035" Warning "a number stands where a string is meant";
    WRONG_TYPE_REPAIRED = "SW0036" Warning "a value of the wrong JSON type is read as another";
    MISSING_KEY_REPAIRED = "SW0037" Warning "a required key is missing and a default is taken";
    INVALID_VALUE_REPAIRED = "SW0038" Warning "a value that is not Swagger 2.0 is read as its equivalent";
    REFERENCE_NOT_TEXT = "SW0039" Error "a $ref is no text";
    METHOD_IN_CAPITALS = "SW0040" Warning "a method is not written in small letters";
    UNKNOWN_METHOD = "SW0041" Warning "an operation of an unknown method is left out";
    UNKNOWN_FORMAT = "SW0050" Note "a format is unknown";
    UNKNOWN_TYPE = "SW0051" Warning "a type is unknown";
    ARRAY_WITHOUT_ITEMS = "SW0052" Warning "an array does not say what it holds";
    SEVERAL_TYPES = "SW0053" Warning "a schema has several types";
    RECURSIVE_ALIAS = "SW0054" Warning "a type consists of lists or maps of itself alone";
    EMPTY_ENUM = "SW0055" Warning "an enum has no values";
    DUPLICATE_ENUM_VALUE = "SW0056" Warning "an enum has a value twice";
    MIXED_ENUM = "SW0057" Warning "the values of an enum are of several kinds";
    ENUM_CONFLICT = "SW0058" Error "two enums of one name differ";
    ALL_OF_PART = "SW0059" Warning "a part of allOf is no object";
    REQUIRED_UNKNOWN = "SW0060" Warning "a required property is not declared";
    POLYMORPHISM = "SW0061" Warning "a discriminator is not interpreted";
    DISCRIMINATOR_VALUE_ALONE = "SW0062" Warning "a discriminator value has no discriminator";
    DISCRIMINATOR_VALUE_TWICE = "SW0063" Warning "two subtypes have one discriminator value";
    FILE_IN_SCHEMA = "SW0064" Warning "a file stands where there is no body";
    MISSING_OPERATION_ID = "SW0065" Warning "an operation has no operationId";
    DUPLICATE_OPERATION_ID = "SW0066" Warning "two operations have one operationId";
    DUPLICATE_OPERATION = "SW0067" Error "two operations have one method and path";
    PATH_TEMPLATE = "SW0068" Error "a path template is malformed";
    PATH_FRAGMENT = "SW0069" Note "the fragment of a path is not sent";
    UNDECLARED_PATH_PARAMETER = "SW0070" Warning "a path parameter is not declared";
    OPTIONAL_PATH_PARAMETER = "SW0071" Warning "a path parameter is not required";
    UNUSED_PATH_PARAMETER = "SW0072" Warning "a path parameter is not in the path";
    DUPLICATE_PARAMETER = "SW0073" Error "a parameter is declared twice";
    CONFLICTING_BODIES = "SW0074" Error "an operation has two bodies";
    UNSUPPORTED_PARAMETER_TYPE = "SW0075" Warning "a parameter's type cannot be written outside a body";
    UNSUPPORTED_MEDIA_TYPE = "SW0076" Warning "a media type is not supported yet";
    UNSUPPORTED_EXTENSION = "SW0077" Note "an extension is not supported yet";
    BODY_NOT_ALLOWED = "SW0078" Note "a reply of this status or method has no body";
    HEADER_CONFLICT = "SW0079" Warning "replies disagree about the type of a header";
    UNKNOWN_SECURITY_SCHEME = "SW0080" Warning "a security scheme is not defined";
    HOST_TEMPLATE = "SW0081" Error "the host template is malformed";
    HOST_MALFORMED = "SW0082" Error "the host is malformed";
    PAGING_IGNORED = "SW0083" Warning "an operation is not paged";
    PAGING_REPAIRED = "SW0084" Warning "the next page of a list is asked for in another way";
    // SW0085 is not to be used again: early versions had it for lists that nothing followed yet.
    BAD_CLIENT_DEFAULT = "SW0086" Warning "a default does not fit its parameter";
    PATH_NOT_KEPT = "SW0087" Warning "a path has segments that are not kept on the way";
    FINAL_STATE = "SW0088" Warning "the result of a long-running operation is looked for elsewhere";
    HOST_NOT_PLAIN = "SW0089" Warning "the host is more than a name and a port";
    NOT_GENERATED = "SW0090" Note "nothing is generated from a part of OpenAPI 3.0";
    CHOICE_AS_ANY = "SW0091" Note "a choice of schemas is taken as any JSON value";
    MEDIA_TYPE_LEFT_OUT = "SW0092" Note "a media type with a schema of its own is left out";
    SERVER_IGNORED = "SW0093" Warning "a server of single operations is not used";
    PARAMETER_REPEATED = "SW0094" Warning "a parameter is declared twice alike";
    FILE_NEEDS_MULTIPART = "SW0095" Warning "a file stands in a form that cannot hold it";
    XML_WITHOUT_FORM = "SW0096" Warning "a body has no form in XML";
    XML_PLACE = "SW0097" Warning "a value cannot be an attribute or a text";
    ENUMS_JOINED = "SW0098" Warning "two enums of one name are taken as one";
    ENUM_NAME_TAKEN = "SW0099" Warning "an enum cannot have the name that the document gives it";
    NAME_COLLISION = "SW0100" Error "two things are to have one name";
    NAME_CHANGED = "SW0101" Note "a name is taken, so another was made";
    PINNED_NAME_UNUSED = "SW0102" Warning "a pinned name names nothing";
    PINNED_NAME_UNUSABLE = "SW0103" Error "a pinned name is not usable";
    UNPRINTABLE_CODE = "SW0110" Error "a bug of the generator: it made code that is no Rust";
    OUTPUT_FAILED = "SW0130" Error "the output cannot be read or written";
    OUTPUT_NOT_GENERATED = "SW0131" Error "a file that was not generated is in the way";
    OUTPUT_SYMLINK = "SW0132" Error "the output leads through a symbolic link";
    OUTPUT_UNPLANNED = "SW0133" Error "a path that the generator must not write";
    DEPENDENCY_MISSING = "SW0134" Warning "the crate's manifest lacks a dependency";
    PATTERN_NOT_CHECKED = "SW0140" Warning "a pattern is not checked";
    DISCRIMINATOR_VALUES = "SW0141" Warning "a schema has several discriminator values";
    RANGE_NOT_USED = "SW0142" Warning "a range of statuses is not used";
    HTTP_SCHEME_UNKNOWN = "SW0143" Warning "a security scheme of HTTP is not known";
    NOTHING_REACHED = "SW0144" Note "nothing is reached through a flattened property";
    FLATTENED_TOO_FAR = "SW0145" Note "flattening ends at a limit";
    CREDENTIAL_ASSUMED = "SW0150" Warning "no security scheme of an operation is defined";
    MAPPING_DANGLING = "SW0151" Warning "a discriminator value leads nowhere";
    ADDRESS = "SW0152" Warning "an address is none that requests can go to as it is written";
    WIRE_NAME = "SW0153" Warning "no header or cookie can have a name";
    NO_MEDIA_TYPE = "SW0154" Warning "a media type is none";
    SHOWN_SECRET = "SW0160" Warning "a secret of this type is shown in `Debug`";
}

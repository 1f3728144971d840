//! XML bodies: a small tree of elements, read with `quick-xml` and written by hand, and two traits by which models turn
//! into elements and back.
//!
//! Invariant: reading knows the predefined entities and character references alone, no document type, and a limit of
//! depth; writing lets no value become markup. What does not fit is an error that names the elements on the way to it.

mod body;
mod element;
mod error;
mod list;
mod name;
mod read;
mod text;
mod value;
mod write;

pub use self::body::{decode_xml, decode_xml_nonempty};
pub use self::element::XmlElement;
pub use self::error::XmlError;
pub use self::list::{FromXmlList, ToXmlList};
pub use self::name::XmlName;
pub use self::value::{FromXml, ToXml};

//! The types that have a name of their own.

use super::{Bounds, Docs, Id, Type, WireName};
use crate::source::Location;

/// The place of a model in [`Api::models`](super::Api::models).
pub type ModelId = Id<Model>;

/// A named type.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the naming stage makes the type's name of.
    pub name: NameHint,
    /// Whose choice these words are.
    pub choice: NameChoice,
    /// Where the schema stands.
    pub origin: Location,
    /// What it is.
    pub docs: Docs,
    /// What it holds.
    pub shape: Shape,
    /// Where values of it come from.
    pub usage: Usage,
    /// What is in values of it, however deep.
    pub contents: Contents,
}

/// What is in the values of a model, however deep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Whether the document says of something in it that it is a secret. What is read of such a type and not understood
    /// must not be shown, and what is sent of it not be written down.
    pub secrets: Secrets,
    /// How much of it stands in one place.
    pub size: Size,
}

/// Whether there are secrets in a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Secrets {
    /// There are none.
    #[default]
    None,
    /// There are some.
    Some,
}

/// How large a value is beside others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// It has few fields.
    #[default]
    Small,
    /// It has many.
    Large,
}

/// The words that a name is made of: `["Pet"]` for a definition, `["Pet", "status"]` for the enum of its property.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameHint(pub Vec<String>);

/// Whose choice the words of a name are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameChoice {
    /// Nobody's: they are keys of the document.
    Derived,
    /// The document's, by `x-ms-enum.name`, `x-ms-client-name` and their like.
    Chosen,
}

/// What a named type holds.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A JSON object with known properties.
    Struct(Struct),
    /// An object of one of several types, told apart by one of its properties.
    Union(Union),
    /// One of several values.
    Enum(Enum),
    /// Another name of a type; never (indirectly) of itself.
    Alias(Type),
}

/// A JSON object with known properties.
#[derive(Clone, Debug)]
pub struct Struct {
    /// The properties, inherited ones first, then in document order. Wire names are distinct.
    pub fields: Vec<Field>,
    /// The type of all other properties, where the document allows them by a schema or by `true`.
    pub additional: Option<Type>,
    /// The models whose fields were flattened in by `allOf`.
    pub parents: Vec<ModelId>,
    /// The property that tells the object from its relatives; it is none of `fields`.
    pub tag: Option<Tag>,
    /// The union whose variant for objects of no subtype this is.
    pub base: Option<ModelId>,
    /// The properties of flattened objects, which this one gives as well; those that are nearer come first.
    pub reached: Vec<Reached>,
}

/// A property that an object gives besides its own: one of an object that it has and flattens (`x-ms-client-flatten`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The flattened properties on the way, outermost first. Never empty.
    pub through: Vec<FieldId>,
    /// The property.
    pub field: FieldId,
}

/// The place of a field in the struct that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldId {
    /// The struct.
    pub model: ModelId,
    /// Its place in [`Struct::fields`].
    pub index: usize,
}

/// A property that has the same value in all objects of a type, so that readers know the type by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name of the property on the wire.
    pub property: WireName,
    /// Its value.
    pub value: String,
}

/// An object of one of several types: a schema with a `discriminator`, or below one, that has subtypes. An object
/// without the property is of the schema itself; an object of none of the types is kept as it is.
#[derive(Clone, Debug)]
pub struct Union {
    /// The property that tells the types apart.
    pub property: WireName,
    /// The schema itself, where objects can be of it alone, and everything that inherits from it, parents first. Where two
    /// have one value, it is read as the first.
    pub variants: Vec<Variant>,
    /// The schemas below this one that are unions themselves.
    pub unions: Vec<SubUnion>,
}

/// A union below another one, each of whose objects is one of that other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubUnion {
    /// The union below.
    pub union: ModelId,
    /// Another union below, nearer to the other one, which it is one of: it becomes that first. `None` where it has none.
    pub through: Option<ModelId>,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The schema, which may be a union itself: it names the variant.
    pub schema: ModelId,
    /// The struct of its own objects, which has a [`Tag`].
    pub object: ModelId,
    /// The value of that tag.
    pub value: String,
    /// Other values by which an object is known to be of this type.
    pub aliases: Vec<String>,
}

impl Variant {
    /// All values by which an object is known to be of this type, that of the tag first.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(String::as_str);
        std::iter::once(self.value.as_str()).chain(aliases)
    }
}

/// A property.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name on the wire.
    pub wire: WireName,
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// Where the schema of the property stands.
    pub origin: Location,
    /// What it is.
    pub docs: Docs,
    /// The type of a value that is there.
    pub ty: Type,
    /// What a value is held to beside its type.
    pub bounds: Option<Box<Bounds>>,
    /// Whether it has to be there.
    pub presence: Presence,
    /// In which direction it travels.
    pub mutability: Mutability,
}

/// Whether a property has to be there, and whether `null` counts as being there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Always there, never null.
    Required,
    /// Always there, maybe null: absent in the type is sent as `null`.
    RequiredNullable,
    /// May be absent; null on the wire is read as absent, absent is not sent.
    Optional,
    /// May be absent, and null means something else: in the type, absent, null and a value are three things.
    OptionalNullable,
}

/// `readOnly` and `x-ms-mutability`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mutability {
    /// Sent and received.
    ReadWrite,
    /// Received, never sent.
    ReadOnly,
    /// Sent, never received.
    WriteOnly,
}

/// One of several values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The JSON type of the values.
    pub base: EnumBase,
    /// The values, without duplicates, in document order. Never empty.
    pub values: Vec<EnumValue>,
    /// Whether values that the document does not know are kept.
    pub openness: Openness,
}

/// The JSON type of an enum's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnumBase {
    /// Text.
    String,
    /// Integers.
    Int,
    /// Numbers, compared by their text.
    Float,
    /// `true` and `false`.
    Bool,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire; its kind is that of the enum's base.
    pub wire: Scalar,
    /// `x-ms-enum.values[].name`.
    pub client_name: Option<String>,
    /// What it means.
    pub docs: Docs,
}

/// A value that is no array and no object.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// Text.
    String(String),
    /// An integer.
    Int(i64),
    /// A number, as text.
    Float(String),
    /// `true` or `false`.
    Bool(bool),
}

/// Whether an enum keeps values that the document does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Openness {
    /// Unknown values are kept.
    Open,
    /// Unknown values are an error (`x-ms-enum.modelAsString: false`).
    Closed,
}

/// Where values of a model come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Usage {
    /// A caller builds it: it is part of a request.
    pub input: bool,
    /// A server builds it: it is part of a reply.
    pub output: bool,
}

//! The document as its authors wrote it: operations with their parameters, replies and examples.
//!
//! Nothing here knows how the generator reads a document; only the overlay is applied by it, so that both start from
//! the same corrections.

use std::path::Path;
use std::sync::LazyLock;

use codegen::diagnostics::Diagnostics;
use codegen::source::{LoadOptions, Loader};
use serde_json::{Map, Value};

/// The corrected document.
pub(crate) static DOCUMENT: LazyLock<Document> = LazyLock::new(Document::read);

/// A Swagger 2.0 document.
pub(crate) struct Document(Value);

impl Document {
    fn read() -> Self {
        let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
        let mut diagnostics = Diagnostics::default();
        let sources = Loader::new(LoadOptions::default()).load(
            &spec.join("containerregistry.json"),
            Some(&spec.join("overlay.yaml")),
            &mut diagnostics,
        );
        assert!(
            !diagnostics.has_errors(),
            "the document should be readable: {diagnostics:?}"
        );
        Self(sources.entry().value.clone())
    }

    /// All operations, in the order of the document.
    pub(crate) fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        ["paths", "x-ms-paths"]
            .into_iter()
            .flat_map(|section| members(&self.0[section]))
            .flat_map(|(path, item)| {
                let methods = members(item).filter(|(key, _)| *key != "parameters");
                methods.map(|(method, own)| Operation {
                    document: self,
                    path,
                    method,
                    item,
                    own,
                })
            })
    }

    /// The operation of this id.
    pub(crate) fn operation(&self, id: &str) -> Operation<'_> {
        self.operations()
            .find(|operation| operation.id() == id)
            .unwrap_or_else(|| panic!("the document has no operation `{id}`"))
    }

    /// The value, or what it refers to.
    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(reference) => self
                .0
                .pointer(reference.trim_start_matches('#'))
                .unwrap_or_else(|| panic!("`{reference}` refers to nothing")),
            None => value,
        }
    }
}

/// An operation of the document.
pub(crate) struct Operation<'a> {
    document: &'a Document,
    /// The key in `paths` or `x-ms-paths`, which may hold a query.
    pub(crate) path: &'a str,
    /// The method in lower case.
    pub(crate) method: &'a str,
    item: &'a Value,
    own: &'a Value,
}

impl<'a> Operation<'a> {
    /// The `operationId`.
    pub(crate) fn id(&self) -> &'a str {
        text(&self.own["operationId"])
    }

    /// The parameters that are sent with a request, in the order of the document.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = Parameter<'a>> {
        let of_item = elements(&self.item["parameters"]);
        let own = elements(&self.own["parameters"]);
        of_item
            .chain(own)
            .map(|parameter| Parameter(self.document.resolve(parameter)))
    }

    /// The parameter of this name.
    pub(crate) fn parameter(&self, name: &str) -> Option<Parameter<'a>> {
        self.parameters().find(|parameter| parameter.name() == name)
    }

    /// The parameters of the host, which are the client's.
    pub(crate) fn host_parameters(&self) -> impl Iterator<Item = Parameter<'a>> {
        elements(&self.document.0["x-ms-parameterized-host"]["parameters"])
            .map(|parameter| Parameter(self.document.resolve(parameter)))
    }

    /// The media types of a request's body.
    pub(crate) fn consumes(&self) -> Vec<&'a str> {
        elements(self.inherited("consumes")).map(text).collect()
    }

    /// The media types of a reply's body.
    pub(crate) fn produces(&self) -> Vec<&'a str> {
        elements(self.inherited("produces")).map(text).collect()
    }

    /// Whether the operation asks for a credential.
    pub(crate) fn is_protected(&self) -> bool {
        elements(self.inherited("security")).next().is_some()
    }

    /// What the document says about the reply of this status.
    pub(crate) fn reply(&self, status: &str) -> &'a Value {
        let reply = &self.own["responses"][status];
        assert!(reply.is_object(), "{} has no reply {status}", self.id());
        reply
    }

    /// The names of the headers that the replies of success have; some have several of them.
    pub(crate) fn success_headers(&self) -> impl Iterator<Item = &'a str> {
        members(&self.own["responses"])
            .filter(|(status, _)| status.starts_with('2'))
            .flat_map(|(_, reply)| members(&reply["headers"]))
            .map(|(name, _)| name)
    }

    /// The examples.
    pub(crate) fn examples(&self) -> impl Iterator<Item = Example<'a>> {
        members(&self.own["x-ms-examples"]).map(|(name, example)| Example {
            name,
            parameters: example["parameters"].as_object().expect("parameters"),
            replies: members(&example["responses"]).collect(),
        })
    }

    /// What the operation says, else what the document says for all.
    fn inherited(&self, key: &str) -> &'a Value {
        self.own.get(key).unwrap_or(&self.document.0[key])
    }
}

/// A parameter, not a reference to one.
#[derive(Clone, Copy)]
pub(crate) struct Parameter<'a>(&'a Value);

impl<'a> Parameter<'a> {
    /// The name on the wire.
    pub(crate) fn name(self) -> &'a str {
        text(&self.0["name"])
    }

    /// `path`, `query`, `header`, `formData` or `body`.
    pub(crate) fn place(self) -> &'a str {
        text(&self.0["in"])
    }

    /// Whether every request has it.
    pub(crate) fn is_required(self) -> bool {
        self.0["required"] == true
    }

    /// Whether it is sent as it is given.
    pub(crate) fn is_raw(self) -> bool {
        self.0["x-ms-skip-url-encoding"] == true
    }

    /// Whether a body is bytes rather than JSON.
    pub(crate) fn is_file(self) -> bool {
        self.0["schema"]["format"] == "file"
    }

    /// The type, of a parameter that is no body.
    pub(crate) fn kind(self) -> &'a str {
        text(&self.0["type"])
    }

    /// How the elements of an array are written.
    pub(crate) fn collection_format(self) -> &'a str {
        self.0["collectionFormat"].as_str().unwrap_or("csv")
    }
}

/// An example of `x-ms-examples`.
pub(crate) struct Example<'a> {
    /// What it shows.
    pub(crate) name: &'a str,
    /// Parameters by their name on the wire.
    pub(crate) parameters: &'a Map<String, Value>,
    /// Replies by their status.
    pub(crate) replies: Vec<(&'a str, &'a Value)>,
}

/// The members of an object; none of what is absent.
pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), value))
}

fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("`{value}` should be a string"))
}

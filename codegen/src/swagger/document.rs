//! The Swagger Object (specification, section "Swagger Object") and its small parts.

use super::extensions::{DocumentExtensions, InfoExtensions};
use super::object::{ObjectReader, report_unknown};
use super::read::{Dialect, Readable, Reader};
use super::version;
use super::{
    Header, Parameter, PathItem, RefOr, Response, Schema, SecurityRequirement, SecurityScheme,
};
use crate::openapi::{self, RequestBody, Server};
use crate::source::Location;
use indexmap::IndexMap;
use serde_json::Value;

/// The whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it stands: the root of the entry document.
    pub location: Location,
    /// `info`.
    pub info: Info,
    /// `host`, without scheme and path.
    pub host: Option<String>,
    /// `basePath`.
    pub base_path: Option<String>,
    /// `schemes`, in order.
    pub schemes: Vec<String>,
    /// `servers` of version 3.
    pub servers: Vec<Server>,
    /// `consumes` for operations without their own.
    pub consumes: Vec<String>,
    /// `produces` for operations without their own.
    pub produces: Vec<String>,
    /// `paths`, then `x-ms-paths`, each in document order. The key is the path template as written.
    pub paths: Vec<PathItem>,
    /// `definitions`, or `components/schemas`.
    pub definitions: IndexMap<String, Schema>,
    /// `parameters`.
    pub parameters: IndexMap<String, Parameter>,
    /// `responses`.
    pub responses: IndexMap<String, Response>,
    /// `components/requestBodies` of version 3.
    pub request_bodies: IndexMap<String, RequestBody>,
    /// `components/headers` of version 3.
    pub headers: IndexMap<String, Header>,
    /// `securityDefinitions`, or `components/securitySchemes`.
    pub security_definitions: IndexMap<String, RefOr<SecurityScheme>>,
    /// `security` for operations without their own.
    pub security: Vec<SecurityRequirement>,
    /// `tags`.
    pub tags: Vec<Tag>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `x-ms-parameterized-host` and others.
    pub extensions: DocumentExtensions,
}

/// The Info Object.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `description`.
    pub description: Option<String>,
    /// `termsOfService`.
    pub terms_of_service: Option<String>,
    /// `contact`.
    pub contact: Option<Contact>,
    /// `license`.
    pub license: Option<License>,
    /// `version`: the version of the API.
    pub version: String,
    /// `x-ms-code-generation-settings` and others.
    pub extensions: InfoExtensions,
}

/// The Contact Object.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// `name`.
    pub name: Option<String>,
    /// `url`.
    pub url: Option<String>,
    /// `email`.
    pub email: Option<String>,
}

/// The License Object.
#[derive(Clone, Debug, Default)]
pub struct License {
    /// `name`.
    pub name: Option<String>,
    /// `url`.
    pub url: Option<String>,
}

/// The External Documentation Object.
#[derive(Clone, Debug)]
pub struct ExternalDocs {
    /// `url`.
    pub url: String,
    /// `description`.
    pub description: Option<String>,
}

/// The Tag Object.
#[derive(Clone, Debug)]
pub struct Tag {
    /// `name`.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
}

impl Readable for Document {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        version::check(value, location, reader)?;
        if reader.dialect == Dialect::OpenApi3 {
            return openapi::read_document(value, location, reader);
        }
        let mut object = reader.object(value, location)?;
        object.ignore(&["swagger", "openapi"]);
        let document = Self {
            location: location.clone(),
            info: take_info(&mut object),
            host: object.optional("host"),
            base_path: object.optional("basePath"),
            schemes: object.texts("schemes").unwrap_or_default(),
            servers: Vec::new(),
            consumes: object.texts("consumes").unwrap_or_default(),
            produces: object.texts("produces").unwrap_or_default(),
            paths: take_paths(&mut object),
            definitions: object.collection("definitions"),
            parameters: object.collection("parameters"),
            responses: object.collection("responses"),
            request_bodies: IndexMap::new(),
            headers: IndexMap::new(),
            security_definitions: object.collection("securityDefinitions"),
            security: object.collection("security"),
            tags: object.collection("tags"),
            external_docs: object.documentation("externalDocs"),
            extensions: DocumentExtensions::take(&mut object),
        };
        object.finish();
        Some(document)
    }
}

const DEFAULT_TITLE: &str = "API";
const DEFAULT_VERSION: &str = "0.0.0";

pub(crate) fn take_info(object: &mut ObjectReader<'_, '_, '_>) -> Info {
    if let Some(info) = object.optional("info") {
        return info;
    }
    let repair = format!("the title is `{DEFAULT_TITLE}`, the version `{DEFAULT_VERSION}`");
    object.missing("info", &repair);
    Info {
        title: DEFAULT_TITLE.to_owned(),
        version: DEFAULT_VERSION.to_owned(),
        ..Info::default()
    }
}

pub(crate) fn take_paths(object: &mut ObjectReader<'_, '_, '_>) -> Vec<PathItem> {
    let paths = object.present("paths");
    let extension_paths = object.present("x-ms-paths");
    if paths.is_none() && extension_paths.is_none() {
        object.missing("paths", "there is no operation");
    }
    let mut items = Vec::new();
    for (section, value) in [("paths", paths), ("x-ms-paths", extension_paths)] {
        let location = object.at(section);
        match value {
            None => {}
            Some(Value::Object(members)) => {
                for (template, item) in members {
                    if item.is_null() {
                        let location = location.key(template);
                        object
                            .reader()
                            .repaired_type(item, &location, "it is left out");
                        continue;
                    }
                    if template.starts_with("x-") {
                        report_unknown(template, &location, &[], object.reader());
                    } else {
                        let location = location.key(template);
                        items.extend(PathItem::read(item, &location, object.reader()));
                    }
                }
            }
            Some(other) => object.reader().wrong_type("an object", other, &location),
        }
    }
    items
}

impl Readable for Info {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let info = Self {
            title: object.text_or("title", DEFAULT_TITLE),
            description: object.prose("description"),
            terms_of_service: object.prose("termsOfService"),
            contact: object.documentation("contact"),
            license: object.documentation("license"),
            version: object.text_or("version", DEFAULT_VERSION),
            extensions: InfoExtensions::default(),
        };
        object.finish();
        Some(info)
    }
}

impl Readable for Contact {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let contact = Self {
            name: object.prose("name"),
            url: object.prose("url"),
            email: object.prose("email"),
        };
        object.finish();
        Some(contact)
    }
}

impl Readable for License {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let license = Self {
            name: object.prose("name"),
            url: object.prose("url"),
        };
        object.finish();
        Some(license)
    }
}

impl Readable for ExternalDocs {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let description = object.prose("description");
        let url = object.prose("url");
        if url.is_none() {
            object.missing("url", "the reference to documentation is left out");
        }
        object.finish();
        Some(Self {
            url: url?,
            description,
        })
    }
}

impl Readable for Tag {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::String(name) = value {
            reader.repaired_type(value, location, "it is read as the name of a tag");
            return Some(Self {
                name: name.clone(),
                description: None,
                external_docs: None,
            });
        }
        let mut object = reader.object(value, location)?;
        let description = object.prose("description");
        let external_docs = object.documentation("externalDocs");
        let name = object.prose("name");
        if name.is_none() {
            object.missing("name", "the tag is left out");
        }
        object.finish();
        Some(Self {
            name: name?,
            description,
            external_docs,
        })
    }
}

//! Documents that are all right but for what things are called in them, in both versions of the specification.

#[path = "odd_names.rs"]
mod odd_names;

use odd_names::{NAMES, TEXTS};
use proptest::collection::{hash_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Which specification a document follows.
#[derive(Clone, Copy, Debug)]
enum Version {
    Two,
    Three,
}

/// A schema that refers to the definition with this index, when there are definitions.
#[derive(Clone, Debug)]
enum Shape {
    Plain(&'static str, Option<&'static str>),
    Enum(Vec<String>),
    Reference(Index),
    List(Box<Shape>),
    Map(Box<Shape>),
    Object(Vec<(String, Shape)>, Vec<Index>),
    Child(Index, Vec<(String, Shape)>),
    Choice(Vec<Index>, Option<String>),
}

/// A parameter, or a field of a form.
#[derive(Clone, Debug)]
struct Argument {
    name: String,
    place: &'static str,
    shape: Shape,
    required: bool,
}

/// An operation.
#[derive(Clone, Debug)]
struct Call {
    path: Vec<String>,
    method: &'static str,
    id: Option<String>,
    arguments: Vec<Argument>,
    body: Option<Shape>,
    reply: Option<Shape>,
    headers: Vec<String>,
    text: &'static str,
}

/// Any such document.
pub(crate) fn well_shaped_document() -> impl Strategy<Value = Value> {
    let definitions = hash_set(name(), 1..7).prop_flat_map(|names| {
        let names: Vec<String> = names.into_iter().collect();
        let shapes = vec((shape(), select(TEXTS)), names.len());
        shapes.prop_map(move |shapes| names.iter().cloned().zip(shapes).collect::<Vec<_>>())
    });
    let version = select(&[Version::Two, Version::Three][..]);
    let schemes = hash_set(name(), 0..3);
    let parts = (
        version,
        definitions,
        vec(call(), 1..5),
        schemes,
        select(TEXTS),
    );
    parts.prop_map(|(version, definitions, calls, schemes, text)| {
        let names: Vec<&str> = definitions.iter().map(|(name, _)| name.as_str()).collect();
        let writer = Writer {
            version,
            names: &names,
        };
        writer.document(
            &definitions,
            &calls,
            &schemes.into_iter().collect::<Vec<_>>(),
            text,
        )
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![6 => select(NAMES).prop_map(str::to_owned), 1 => "\\PC{1,6}"]
}

fn shape() -> impl Strategy<Value = Shape> {
    let types = select(&["string", "integer", "number", "boolean"][..]);
    let formats = select(
        &[
            "byte",
            "date",
            "date-time",
            "password",
            "int32",
            "unixtime",
            "odd",
        ][..],
    );
    let leaf = prop_oneof![
        3 => (types, option::of(formats)).prop_map(|(name, format)| Shape::Plain(name, format)),
        2 => vec(name(), 1..6).prop_map(Shape::Enum),
        3 => any::<Index>().prop_map(Shape::Reference),
        1 => (vec(any::<Index>(), 1..4), option::of(name())).prop_map(|(of, tag)| Shape::Choice(of, tag)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let fields = vec((name(), inner.clone()), 0..5).boxed();
        prop_oneof![
            4 => (fields.clone(), vec(any::<Index>(), 0..3)).prop_map(|(fields, required)| Shape::Object(fields, required)),
            2 => (any::<Index>(), fields).prop_map(|(parent, fields)| Shape::Child(parent, fields)),
            1 => inner.clone().prop_map(|items| Shape::List(Box::new(items))),
            1 => inner.prop_map(|values| Shape::Map(Box::new(values))),
        ]
    })
}

fn argument() -> impl Strategy<Value = Argument> {
    let types = select(&["string", "integer", "number", "boolean"][..]);
    let shape = prop_oneof![
        types.prop_map(|name| Shape::Plain(name, None)),
        vec(name(), 1..4).prop_map(Shape::Enum),
        vec(name(), 1..4).prop_map(|values| Shape::List(Box::new(Shape::Enum(values)))),
    ];
    let places = select(&["query", "header", "path", "cookie", "form"][..]);
    (name(), places, shape, any::<bool>()).prop_map(|(name, place, shape, required)| Argument {
        name,
        place,
        shape,
        required,
    })
}

fn call() -> impl Strategy<Value = Call> {
    let methods = select(
        &[
            "get", "put", "post", "delete", "head", "patch", "options", "trace",
        ][..],
    );
    let segments = vec(name(), 0..3);
    let replies = (option::of(shape()), vec(name(), 0..3));
    let parts = (
        methods,
        option::of(name()),
        segments,
        vec(argument(), 0..5),
        option::of(shape()),
        replies,
        select(TEXTS),
    );
    parts.prop_map(
        |(method, id, path, arguments, body, (reply, headers), text)| Call {
            path,
            method,
            id,
            arguments,
            body,
            reply,
            headers,
            text,
        },
    )
}

/// Writes parts of a document.
struct Writer<'n> {
    version: Version,
    names: &'n [&'n str],
}

impl Writer<'_> {
    fn document(
        &self,
        definitions: &[(String, (Shape, &str))],
        calls: &[Call],
        schemes: &[String],
        text: &str,
    ) -> Value {
        let definitions = definitions
            .iter()
            .enumerate()
            .map(|(number, (name, (shape, text)))| {
                let mut schema = self.schema(shape, number);
                if schema.get("$ref").is_none() {
                    schema["description"] = json!(text);
                }
                (name.clone(), schema)
            });
        let definitions = Value::Object(definitions.collect());
        let mut paths = json!({});
        for call in calls {
            paths[path(call)][call.method] = self.operation(call, schemes);
        }
        let info = json!({"title": text, "version": "1", "description": text});
        let key = |name: &String| {
            let scheme =
                json!({"type": "apiKey", "in": "header", "name": "X-Key", "description": text});
            (name.clone(), scheme)
        };
        let schemes: Map<String, Value> = schemes.iter().map(key).collect();
        match self.version {
            Version::Two => json!({
                "swagger": "2.0", "info": info, "host": "example.com", "paths": paths,
                "definitions": definitions, "securityDefinitions": schemes,
            }),
            Version::Three => json!({
                "openapi": "3.0.3", "info": info, "servers": [{"url": "https://example.com"}], "paths": paths,
                "components": {"schemas": definitions, "securitySchemes": schemes},
            }),
        }
    }

    fn operation(&self, call: &Call, schemes: &[String]) -> Value {
        let places = match self.version {
            Version::Two => &["query", "header", "path"][..],
            Version::Three => &["query", "header", "path", "cookie"],
        };
        let all = places.iter().flat_map(|place| arguments(call, place));
        let mut parameters: Vec<Value> = all.map(|it| self.parameter(it, it.place)).collect();
        let reply = call
            .reply
            .as_ref()
            .map(|shape| self.schema(shape, self.names.len()));
        let body = call
            .body
            .as_ref()
            .map(|shape| self.schema(shape, self.names.len()));
        let security: Vec<Value> = schemes.iter().map(|name| json!({name: []})).collect();
        let mut operation =
            json!({"summary": call.text, "description": call.text, "security": security});
        if let Some(id) = &call.id {
            operation["operationId"] = json!(id);
        }
        let headers = call.headers.iter();
        let mut response = json!({"description": call.text});
        match self.version {
            Version::Two => {
                response["headers"] = headers
                    .map(|name| (name.clone(), json!({"type": "string"})))
                    .collect();
                response["schema"] = reply.unwrap_or_else(|| json!({"type": "object"}));
                if let Some(body) = body {
                    parameters.push(json!({"name": "body", "in": "body", "schema": body}));
                } else {
                    parameters
                        .extend(arguments(call, "form").map(|it| self.parameter(it, "formData")));
                }
            }
            Version::Three => {
                let header = |name: &String| (name.clone(), json!({"schema": {"type": "string"}}));
                response["headers"] = headers.map(header).collect();
                response["content"] =
                    json!({"application/json": {"schema": reply.unwrap_or(json!({}))}});
                let fields = arguments(call, "form");
                let fields = fields.map(|it| (it.name.clone(), self.schema(&it.shape, 0)));
                let fields: Map<String, Value> = fields.collect();
                operation["requestBody"] = match body {
                    Some(body) => json!({"content": {"application/json": {"schema": body}}}),
                    None => {
                        json!({"content": {"multipart/form-data": {"schema": {"type": "object", "properties": fields}}}})
                    }
                };
            }
        }
        operation["parameters"] = json!(parameters);
        operation["responses"] = json!({"200": response});
        operation
    }

    fn parameter(&self, argument: &Argument, place: &str) -> Value {
        let schema = self.schema(&argument.shape, 0);
        let mut parameter = match self.version {
            Version::Two => schema,
            Version::Three => json!({"schema": schema}),
        };
        parameter["name"] = json!(argument.name);
        parameter["in"] = json!(place);
        parameter["required"] = json!(argument.required || place == "path");
        parameter
    }

    /// `shape` in the definition `number`: it inherits from definitions before that one alone.
    fn schema(&self, shape: &Shape, number: usize) -> Value {
        match shape {
            Shape::Plain(name, None) => json!({"type": name}),
            Shape::Plain(name, Some(format)) => json!({"type": name, "format": format}),
            Shape::Enum(values) => json!({"type": "string", "enum": values}),
            Shape::Reference(index) => match number {
                // An alias of itself is none.
                0 => {
                    json!({"type": "array", "items": self.reference(index.index(self.names.len()))})
                }
                _ => self.reference(index.index(number.min(self.names.len()))),
            },
            Shape::List(items) => json!({"type": "array", "items": self.schema(items, number)}),
            Shape::Map(values) => {
                json!({"type": "object", "additionalProperties": self.schema(values, number)})
            }
            Shape::Object(fields, required) => {
                let names: Vec<&String> = fields.iter().map(|(name, _)| name).collect();
                let required = required.iter().filter(|_| !names.is_empty());
                let required: Vec<_> = required.map(|index| index.get(&names)).collect();
                json!({"type": "object", "properties": self.fields(fields, number), "required": required})
            }
            Shape::Child(_, fields) if number == 0 => {
                json!({"type": "object", "properties": self.fields(fields, number), "discriminator": self.discriminator("kind")})
            }
            Shape::Child(parent, fields) => json!({
                "allOf": [self.reference(parent.index(number.min(self.names.len())))],
                "properties": self.fields(fields, number),
            }),
            Shape::Choice(choices, tag) => match self.version {
                Version::Two => json!({"type": "object"}),
                Version::Three => {
                    let below = number.min(self.names.len()).max(1);
                    let choices = choices.iter().filter(|_| number > 0);
                    let choices = choices.map(|index| self.reference(index.index(below)));
                    let mut schema = json!({"oneOf": choices.collect::<Vec<_>>()});
                    if let Some(tag) = tag {
                        schema["discriminator"] = self.discriminator(tag);
                    }
                    schema
                }
            },
        }
    }

    fn fields(&self, fields: &[(String, Shape)], number: usize) -> Map<String, Value> {
        let fields = fields.iter();
        fields
            .map(|(name, shape)| (name.clone(), self.schema(shape, number)))
            .collect()
    }

    fn discriminator(&self, property: &str) -> Value {
        match self.version {
            Version::Two => json!(property),
            Version::Three => json!({"propertyName": property}),
        }
    }

    fn reference(&self, number: usize) -> Value {
        let name = self.names[number]
            .replace('~', "~0")
            .replace('/', "~1")
            .replace('%', "%25");
        let section = match self.version {
            Version::Two => "definitions",
            Version::Three => "components/schemas",
        };
        json!({"$ref": format!("#/{section}/{name}")})
    }
}

fn path(call: &Call) -> String {
    let is_plain = |name: &&String| !name.contains(['{', '}', '/', '?', '#']) && !name.is_empty();
    let literals = call
        .path
        .iter()
        .filter(|name| !name.contains(['{', '}', '?', '#']));
    let literals = literals.map(|name| format!("/{name}"));
    let names = arguments(call, "path").map(|argument| &argument.name);
    let names = names.filter(is_plain).map(|name| format!("/{{{name}}}"));
    format!("/p{}", literals.chain(names).collect::<String>())
}

fn arguments<'c>(call: &'c Call, place: &'static str) -> impl Iterator<Item = &'c Argument> {
    let mut seen = Vec::new();
    let of_place = move |argument: &&Argument| argument.place == place;
    call.arguments
        .iter()
        .filter(of_place)
        .filter(move |argument| {
            let is_new = !seen.contains(&&argument.name);
            seen.push(&argument.name);
            is_new
        })
}

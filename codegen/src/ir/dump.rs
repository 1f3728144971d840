//! The IR as compact text: one line for each field, parameter and reply. For tests, and for people who want to see what
//! was decided about a document.

mod bounds;
mod operation;

use super::{
    Api, Auth, Body, Collection, Enum, Field, FormEncoding, HostSegment, MediaTypes, Model,
    ModelId, Mutability, Openness, Operation, Param, ParamIdx, ParamOwner, ParamPlace,
    PathEncoding, PathTemplate, PayloadDefaults, Presence, ReplyBody, Requirement, Scalar, Segment,
    Server, Shape, Success, Type, Union, Usage,
};
use std::fmt::{self, Display, Formatter};

/// Writes all of an API. Types are named by the words of their [`NameHint`](super::NameHint), joined by dots.
#[derive(Clone, Copy)]
pub struct Dump<'a>(pub &'a Api);

impl Display for Dump<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.server(out)?;
        for param in self.0.client_params.values() {
            writeln!(out, "client {}", self.param(param))?;
        }
        for (id, model) in self.0.models.iter() {
            self.model(out, id, model)?;
        }
        for group in &self.0.groups {
            for id in &group.operations {
                let name = group.name.as_ref().map_or("-", |name| name.as_str());
                self.operation(out, name, &self.0.operations[*id])?;
            }
        }
        Ok(())
    }
}

impl Dump<'_> {
    /// The operation `id` alone.
    pub fn operation_named(self, id: &str) -> String {
        struct One<'a>(Dump<'a>, &'a Operation);
        impl Display for One<'_> {
            fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
                self.0.operation(out, "-", self.1)
            }
        }
        let mut operations = self.0.operations.values();
        let found = operations.find(|operation| operation.id.as_str() == id);
        found.map_or_else(String::new, |operation| One(self, operation).to_string())
    }

    fn server(self, out: &mut Formatter<'_>) -> fmt::Result {
        let param = |id| self.0.client_params[id].wire.to_string();
        match &self.0.server {
            Server::Fixed(url) => writeln!(out, "server {url}"),
            Server::Given(None) => writeln!(out, "server given"),
            Server::Given(Some(id)) => writeln!(out, "server given as {}", param(*id)),
            Server::Template(segments) => {
                let parts = segments.iter().map(|segment| match segment {
                    HostSegment::Literal(text) => text.clone(),
                    HostSegment::Param(id) => format!("{{{}}}", param(*id)),
                });
                writeln!(out, "server {}", parts.collect::<String>())
            }
        }
    }

    fn model(self, out: &mut Formatter<'_>, id: ModelId, model: &Model) -> fmt::Result {
        write!(out, "model {}{}", self.name(id), usage(model.usage))?;
        match &model.shape {
            Shape::Alias(ty) => writeln!(out, " = {}", self.ty(ty)),
            Shape::Enum(enumeration) => writeln!(out, " {}", values(enumeration)),
            Shape::Union(union) => self.union(out, union),
            Shape::Struct(object) => {
                let parents = object.parents.iter().map(|id| self.name(*id));
                for (index, parent) in parents.enumerate() {
                    write!(out, "{}{parent}", if index == 0 { " : " } else { ", " })?;
                }
                if let Some(tag) = &object.tag {
                    write!(out, " where {} == {}", tag.property, tag.value)?;
                }
                writeln!(out)?;
                let xml = self.0.xml.get(id);
                for (index, field) in object.fields.iter().enumerate() {
                    let place = xml.and_then(|xml| xml.places.get(index));
                    let place = place.map(|place| format!(" as {place}"));
                    let place = place.unwrap_or_default();
                    writeln!(out, "  {}{place}", self.field(field))?;
                }
                if let Some(ty) = &object.additional {
                    writeln!(out, "  *: {}", self.ty(ty))?;
                }
                for reached in &object.reached {
                    writeln!(out, "  reaches {}", self.0.path_of(reached))?;
                }
                Ok(())
            }
        }
    }

    fn union(self, out: &mut Formatter<'_>, union: &Union) -> fmt::Result {
        writeln!(out, " union by {}", union.property)?;
        for variant in &union.variants {
            write!(out, "  {}", variant.value)?;
            for alias in &variant.aliases {
                write!(out, " | {alias}")?;
            }
            writeln!(out, ": {}", self.name(variant.object))?;
        }
        Ok(())
    }

    fn field(self, field: &Field) -> String {
        let name = renamed(field.wire.as_str(), field.client_name.as_ref());
        let presence = match field.presence {
            Presence::Required => "",
            Presence::RequiredNullable => " | null",
            Presence::Optional => "?",
            Presence::OptionalNullable => "? | null",
        };
        let mutability = match field.mutability {
            Mutability::ReadWrite => "",
            Mutability::ReadOnly => " read-only",
            Mutability::WriteOnly => " write-only",
        };
        let bounds = bounds::text(field.bounds.as_deref());
        format!(
            "{name}: {}{presence}{mutability}{bounds}",
            self.ty(&field.ty)
        )
    }

    fn param(self, param: &Param) -> String {
        let name = renamed(param.wire.as_str(), param.client_name.as_ref());
        let place = match param.place {
            ParamPlace::Path(PathEncoding::Segment) => "path".to_owned(),
            ParamPlace::Path(PathEncoding::List(collection)) => format!("path {collection:?}"),
            ParamPlace::Path(PathEncoding::Raw) => "raw path".to_owned(),
            ParamPlace::Query(collection) => format!("query{}", list(collection)),
            ParamPlace::QueryObject(style) => format!("query {style:?} object"),
            ParamPlace::RawQuery => "raw query".to_owned(),
            ParamPlace::Header(collection) => format!("header{}", list(collection)),
            ParamPlace::Cookie(collection) => format!("cookie{}", list(collection)),
            ParamPlace::Form(collection) => format!("form{}", list(collection)),
            ParamPlace::Body => "body".to_owned(),
            ParamPlace::Host => "host".to_owned(),
            ParamPlace::Group => "its members".to_owned(),
        };
        let requirement = match &param.requirement {
            Requirement::Required => String::new(),
            Requirement::Optional => "?".to_owned(),
            Requirement::RequestId => " or a new id".to_owned(),
            Requirement::Constant(value) => format!(" == {}", scalar(value)),
            Requirement::Default(value) => format!(" default {}", scalar(value)),
        };
        let owner = match param.owner {
            ParamOwner::Method => "",
            ParamOwner::Client(_) => ", of the client",
            ParamOwner::Group(_) => ", of a group",
        };
        let bounds = bounds::text(param.bounds.as_deref());
        format!(
            "{name}: {}{requirement} in {place}{owner}{bounds}",
            self.ty(&param.ty)
        )
    }

    fn success(self, success: &Success) -> Vec<String> {
        match success {
            Success::Uniform { statuses, body } => {
                vec![format!("{} {}", any_or_codes(statuses), self.reply(body))]
            }
            Success::Optional {
                with_body,
                without_body,
                body,
            } => vec![
                format!("{} {}", any_or_codes(with_body), self.reply(body)),
                format!("{} or nothing", codes(without_body)),
            ],
            Success::ByStatus(replies) => replies
                .iter()
                .map(|reply| format!("{} differs: {}", reply.status, self.reply(&reply.body)))
                .collect(),
        }
    }

    fn reply(self, body: &ReplyBody) -> String {
        match body {
            ReplyBody::Empty => "empty".to_owned(),
            ReplyBody::Found => "found".to_owned(),
            ReplyBody::Json(ty) => format!("json {}", self.ty(ty)),
            ReplyBody::Xml(ty, root) => format!("xml {} in {root}", self.ty(ty)),
            ReplyBody::Bytes => "bytes".to_owned(),
            ReplyBody::Text => "text".to_owned(),
        }
    }

    fn auth(self, auth: &Auth) -> String {
        let alternatives = auth.0.iter().map(|schemes| {
            let schemes = schemes.iter().map(|used| {
                let mut words = vec![self.0.security[used.scheme].name.to_string()];
                words.extend(used.scopes.iter().cloned());
                words.join(" ")
            });
            schemes.collect::<Vec<_>>().join(" and ")
        });
        let text = alternatives.collect::<Vec<_>>().join(" or ");
        if text.is_empty() {
            "none".to_owned()
        } else {
            text
        }
    }

    fn ty(self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".to_owned(),
            Type::Int(width) => format!("{width:?}").to_lowercase(),
            Type::Float(width) => format!("{width:?}").to_lowercase(),
            Type::String => "text".to_owned(),
            Type::Bytes(encoding) => format!("{encoding:?}").to_lowercase(),
            Type::Time(format) => format!("{format:?}").to_lowercase(),
            Type::Secret => "secret".to_owned(),
            Type::Any => "any".to_owned(),
            Type::Binary => "binary".to_owned(),
            Type::File => "file".to_owned(),
            Type::List(inner) => format!("[{}]", self.ty(inner)),
            Type::Map(inner) => format!("{{{}}}", self.ty(inner)),
            Type::Nullable(inner) => format!("{} | null", self.ty(inner)),
            Type::Model(id) => self.name(*id),
            Type::Boxed(id) => format!("box {}", self.name(*id)),
        }
    }

    fn name(self, id: ModelId) -> String {
        self.0.models[id].name.0.join(".")
    }
}

fn usage(usage: Usage) -> &'static str {
    match (usage.input, usage.output) {
        (false, false) => " (unused)",
        (true, false) => " (in)",
        (false, true) => " (out)",
        (true, true) => " (in, out)",
    }
}

fn values(enumeration: &Enum) -> String {
    let values = enumeration
        .values
        .iter()
        .map(|value| match &value.client_name {
            Some(name) => format!("{} as {name}", scalar(&value.wire)),
            None => scalar(&value.wire),
        });
    let openness = match enumeration.openness {
        Openness::Open => "open",
        Openness::Closed => "closed",
    };
    format!("{openness} enum {}", values.collect::<Vec<_>>().join(", "))
}

fn path(template: &PathTemplate, operation: &Operation) -> String {
    let parts = template.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Param(param) => format!("{{{}}}", wire(*param, operation)),
    });
    let query = template.query.as_ref().map(|query| format!("?{query}"));
    parts.chain(query).collect()
}

fn body_text(body: &Body, operation: &Operation) -> String {
    let of = |form: &str, param: ParamIdx, media_types: &MediaTypes| {
        format!(
            "{form} of {} as {}",
            wire(param, operation),
            media_types.0.join(", ")
        )
    };
    match body {
        Body::Json { param, media_types } => of("json", *param, media_types),
        Body::Bytes { param, media_types } => of("bytes", *param, media_types),
        Body::Text { param, media_types } => of("text", *param, media_types),
        Body::Payload {
            param,
            media_types,
            defaults,
        } => {
            let PayloadDefaults { json, text, bytes } = defaults;
            let payload = of("payload", *param, media_types);
            format!("{payload}; by default {json}, {text}, {bytes}")
        }
        Body::Xml {
            param,
            media_types,
            root,
        } => format!("{} in {root}", of("xml", *param, media_types)),
        Body::Form(FormEncoding::UrlEncoded) => "urlencoded form".to_owned(),
        Body::Form(FormEncoding::Multipart) => "multipart form".to_owned(),
    }
}

fn wire(param: ParamIdx, operation: &Operation) -> &str {
    operation
        .params
        .get(param.0)
        .map_or("?", |param| param.wire.as_str())
}

fn renamed(wire: &str, client_name: Option<&String>) -> String {
    client_name.map_or_else(|| wire.to_owned(), |name| format!("{wire} as {name}"))
}

fn list(collection: Collection) -> &'static str {
    match collection {
        Collection::Csv => "",
        Collection::Ssv => " by spaces",
        Collection::Tsv => " by tabs",
        Collection::Pipes => " by pipes",
        Collection::Multi => " repeated",
    }
}

fn any_or_codes(statuses: &[u16]) -> String {
    if statuses.is_empty() {
        return "2xx".to_owned();
    }
    codes(statuses)
}

fn codes(statuses: &[u16]) -> String {
    let texts: Vec<_> = statuses.iter().map(u16::to_string).collect();
    texts.join(", ")
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::String(text) => format!("{text:?}"),
        Scalar::Int(number) => number.to_string(),
        Scalar::Float(text) => text.clone(),
        Scalar::Bool(value) => value.to_string(),
    }
}

//! What a document lowers to, as far as names depend on it: the shortest way to one thing of each kind.

use codegen::ir::{
    Api, Arena, Auth, Checks, Contents, Docs, Enum, EnumBase, EnumValue, Field, FieldId, Group,
    Header, Method, Model, Mutability, NameChoice, NameHint, Openness, Operation, Param,
    ParamOwner, ParamPlace, PathEncoding, PathTemplate, Presence, Reached, Redirects, Replies,
    Reply, ReplyBody, Requirement, Scalar, Server, Shape, Struct, Success, Type, Usage, Visibility,
    WireName, XmlModels,
};
use codegen::source::{DocumentId, Location, Pointer};

pub(crate) fn at(keys: &[&str]) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: keys
            .iter()
            .fold(Pointer::root(), |pointer, key| pointer.key(key)),
    }
}

pub(crate) fn wire(text: &str) -> WireName {
    WireName(text.to_owned())
}

pub(crate) fn definition(name: &str, shape: Shape) -> Model {
    Model {
        name: NameHint(vec![name.to_owned()]),
        choice: NameChoice::Derived,
        origin: at(&["definitions", name]),
        docs: Docs::default(),
        shape,
        usage: Usage::default(),
        contents: Contents::default(),
    }
}

pub(crate) fn fields(names: &[&str]) -> Shape {
    let fields = names.iter().map(|name| Field {
        wire: wire(name),
        client_name: None,
        origin: at(&["definitions", "Pet", "properties", name]),
        docs: Docs::default(),
        ty: Type::String,
        bounds: None,
        presence: Presence::Optional,
        mutability: Mutability::ReadWrite,
    });
    Shape::Struct(Struct {
        fields: fields.collect(),
        additional: None,
        parents: Vec::new(),
        tag: None,
        base: None,
        reached: Vec::new(),
    })
}

/// Lets the first model reach the fields of the second, both structs, through the first of its own.
pub(crate) fn flatten(api: &mut Api) {
    let mut ids = api.models.ids();
    let (outer, inner) = ids.next().zip(ids.next()).expect("there are two models");
    let count = match &api.models[inner].shape {
        Shape::Struct(object) => object.fields.len(),
        Shape::Union(_) | Shape::Enum(_) | Shape::Alias(_) => 0,
    };
    if let Shape::Struct(object) = &mut api.models[outer].shape {
        let through = FieldId {
            model: outer,
            index: 0,
        };
        let fields = (0..count).map(|index| FieldId {
            model: inner,
            index,
        });
        object.reached = fields
            .map(|field| Reached {
                through: vec![through],
                field,
            })
            .collect();
    }
}

pub(crate) fn values(names: &[&str]) -> Shape {
    let values = names.iter().map(|name| EnumValue {
        wire: Scalar::String((*name).to_owned()),
        client_name: None,
        docs: Docs::default(),
    });
    Shape::Enum(Enum {
        base: EnumBase::String,
        values: values.collect(),
        openness: Openness::Open,
    })
}

pub(crate) fn query(name: &str) -> Param {
    Param {
        wire: wire(name),
        client_name: None,
        origin: at(&["parameters", name]),
        docs: Docs::default(),
        ty: Type::String,
        bounds: None,
        place: ParamPlace::Path(PathEncoding::Segment),
        requirement: Requirement::Required,
        owner: ParamOwner::Method,
    }
}

pub(crate) fn operation(id: &str, name: &str, params: &[&str]) -> Operation {
    Operation {
        id: wire(id),
        name: name.to_owned(),
        origin: at(&["paths", id, "get"]),
        docs: Docs::default(),
        deprecated: false,
        visibility: Visibility::Public,
        method: Method::Get,
        path: PathTemplate {
            segments: Vec::new(),
            query: None,
        },
        params: params.iter().map(|name| query(name)).collect(),
        body: None,
        accept: Vec::new(),
        replies: Replies {
            success: Success::ByStatus(
                [200, 202, 299]
                    .map(|status| Reply {
                        status,
                        docs: Docs::default(),
                        body: ReplyBody::Empty,
                    })
                    .into(),
            ),
            headers: params.iter().map(|name| header(name)).collect(),
            errors: Vec::new(),
        },
        auth: Auth(Vec::new()),
        redirects: Redirects::Fail,
        paging: None,
        poll: None,
    }
}

pub(crate) fn header(name: &str) -> Header {
    Header {
        wire: wire(name),
        client_name: None,
        origin: at(&["headers", name]),
        docs: Docs::default(),
        ty: Type::String,
        collection: codegen::ir::Collection::Csv,
    }
}

pub(crate) fn api(models: Vec<Model>, operations: Vec<(Option<&str>, Operation)>) -> Api {
    let mut api = Api {
        title: String::new(),
        version: String::new(),
        docs: Docs::default(),
        server: Server::Given(None),
        client_params: Arena::new(),
        xml: XmlModels::default(),
        models: Arena::new(),
        operations: Arena::new(),
        groups: Vec::new(),
        security: Arena::new(),
        service_errors: Vec::new(),
        checks: Checks::Off,
    };
    for model in models {
        api.models.push(model);
    }
    for (group, operation) in operations {
        let id = api.operations.push(operation);
        let group = group.map(wire);
        match api.groups.iter_mut().find(|known| known.name == group) {
            Some(known) => known.operations.push(id),
            None => api.groups.push(Group {
                name: group,
                operations: vec![id],
            }),
        }
    }
    api
}

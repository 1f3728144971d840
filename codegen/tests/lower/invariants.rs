//! What the doc comments of the IR promise, checked on any API.

use codegen::ir::{
    Api, Body, MediaTypes, Model, ModelId, NextLink, NextRequest, Operation, ParamIdx, ParamOwner,
    ParamPlace, ReplyBody, Segment, Server, Shape, Struct, Success, Type,
};
use std::collections::BTreeSet;

/// Fails when `api` breaks a promise of the IR.
pub(crate) fn check(api: &Api) {
    for (id, model) in api.models.iter() {
        check_model(api, id, model);
        if let (Some(xml), Shape::Struct(object)) = (api.xml.get(id), &model.shape) {
            assert_eq!(xml.places.len(), object.fields.len(), "{:?}", model.name);
        }
    }
    let ids: BTreeSet<_> = api.operations.values().map(|op| op.id.as_str()).collect();
    assert_eq!(ids.len(), api.operations.len(), "ids are distinct");
    let grouped: usize = api.groups.iter().map(|group| group.operations.len()).sum();
    assert_eq!(
        grouped,
        api.operations.len(),
        "each operation is in one group"
    );
    for operation in api.operations.values() {
        check_operation(api, operation);
    }
    if let Server::Fixed(url) = &api.server {
        assert!(url.starts_with("http") && !url.ends_with('/'), "{url}");
    }
}

fn check_model(api: &Api, id: ModelId, model: &Model) {
    assert!(!model.name.0.is_empty(), "a model has a name");
    match &model.shape {
        Shape::Enum(enumeration) => {
            assert!(!enumeration.values.is_empty(), "{:?}", model.name);
            for (index, value) in enumeration.values.iter().enumerate() {
                let others = enumeration.values.iter().skip(index + 1);
                assert!(others.into_iter().all(|other| other.wire != value.wire));
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                let Shape::Struct(object) = &api.models[variant.object].shape else {
                    panic!("a variant is a struct: {:?}", model.name);
                };
                let tag = object.tag.as_ref().expect("a variant has a tag");
                assert_eq!(
                    (&tag.property, &tag.value),
                    (&union.property, &variant.value)
                );
            }
        }
        Shape::Alias(ty) => {
            check_type(ty);
            assert_ends(api, id);
        }
        Shape::Struct(object) => {
            for field in &object.fields {
                check_type(&field.ty);
            }
            let names: BTreeSet<_> = object.fields.iter().map(|field| &field.wire).collect();
            assert_eq!(names.len(), object.fields.len(), "{:?}", model.name);
            if let Some(tag) = &object.tag {
                assert!(!names.contains(&tag.property), "{:?}", model.name);
            }
            assert_finite(api, id);
            check_reached(api, id, object);
        }
    }
}

/// Each way begins in the struct itself, goes on where a field leads, and never through one struct twice.
fn check_reached(api: &Api, id: ModelId, object: &Struct) {
    for reached in &object.reached {
        let mut seen = BTreeSet::new();
        let mut at = id;
        for step in &reached.through {
            assert!(
                step.model == at && seen.insert(at),
                "{:?}",
                api.models[id].name
            );
            let field = api.field(*step).expect("a step is a field");
            at = single_or_boxed(&field.ty).expect("a step leads to a model");
            while let Shape::Alias(Type::Model(next)) = &api.models[at].shape {
                at = *next;
            }
        }
        assert!(!seen.is_empty() && reached.field.model == at);
        assert!(api.field(reached.field).is_some());
    }
}

fn single_or_boxed(ty: &Type) -> Option<ModelId> {
    match ty {
        Type::Model(id) | Type::Boxed(id) => Some(*id),
        _ => None,
    }
}

/// No raw bytes inside another type.
fn check_type(ty: &Type) {
    match ty {
        Type::Binary | Type::File => panic!("raw bytes are only the whole of a body or a part"),
        Type::List(inner) | Type::Map(inner) => match &**inner {
            Type::Nullable(inner) => check_type(inner),
            inner => check_type(inner),
        },
        Type::Nullable(_) => panic!("null stands only in lists and maps"),
        _ => {}
    }
}

/// An alias leads to something that is none.
fn assert_ends(api: &Api, id: ModelId) {
    let mut seen = BTreeSet::new();
    let mut current = Some(id);
    while let Some(id) = current {
        assert!(
            seen.insert(id),
            "an alias of itself: {:?}",
            api.models[id].name
        );
        current = match &api.models[id].shape {
            Shape::Alias(ty) => inner_model(ty),
            Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => None,
        };
    }
}

fn inner_model(ty: &Type) -> Option<ModelId> {
    match ty {
        Type::Model(id) | Type::Boxed(id) => Some(*id),
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => inner_model(inner),
        _ => None,
    }
}

/// A struct does not contain itself without a pointer between.
fn assert_finite(api: &Api, root: ModelId) {
    let mut seen = BTreeSet::new();
    let mut pending = vec![root];
    while let Some(id) = pending.pop() {
        let held: Vec<ModelId> = match &api.models[id].shape {
            Shape::Struct(object) => object.fields.iter().filter_map(|f| single(&f.ty)).collect(),
            Shape::Union(union) => union.variants.iter().map(|v| v.object).collect(),
            Shape::Alias(ty) => single(ty).into_iter().collect(),
            Shape::Enum(_) => Vec::new(),
        };
        assert!(
            !held.contains(&root),
            "infinite: {:?}",
            api.models[root].name
        );
        pending.extend(held.into_iter().filter(|id| seen.insert(*id)));
    }
}

fn single(ty: &Type) -> Option<ModelId> {
    match ty {
        Type::Model(id) => Some(*id),
        _ => None,
    }
}

fn check_operation(api: &Api, operation: &Operation) {
    let id = &operation.id;
    match operation.path.segments.first() {
        Some(Segment::Literal(text)) => assert!(text.starts_with('/'), "{id}"),
        other => panic!("{id}: a path begins with a slash, not with {other:?}"),
    }
    for segment in &operation.path.segments {
        if let Segment::Param(param) = segment {
            assert!(
                matches!(place(operation, *param), ParamPlace::Path(_)),
                "{id}"
            );
        }
    }
    for param in &operation.params {
        // What is written as JSON, or made of it, may be of any type.
        if !matches!(param.place, ParamPlace::Body | ParamPlace::QueryObject(_)) {
            let is_header = matches!(param.place, ParamPlace::Header(_));
            assert!(
                !matches!(param.ty, Type::Any) && (is_header || !matches!(param.ty, Type::Map(_))),
                "{id}: {}",
                param.wire
            );
            assert!(param.place != ParamPlace::Host, "{id}: {}", param.wire);
        }
        if let ParamOwner::Client(client) = param.owner {
            let owned = &api.client_params[client];
            assert_eq!(
                (&owned.wire, &owned.requirement),
                (&param.wire, &param.requirement)
            );
        }
    }
    check_body(operation);
    for error in &operation.replies.errors {
        assert!(api.service_errors.contains(&error.ty), "{id}");
    }
    check_paging(api, operation);
}

fn check_body(operation: &Operation) {
    let id = &operation.id;
    let forms = operation
        .params
        .iter()
        .filter(|p| matches!(p.place, ParamPlace::Form(_)));
    match &operation.body {
        None => assert_eq!(forms.count(), 0, "{id}"),
        Some(Body::Form(_)) => assert!(forms.count() > 0, "{id}"),
        Some(
            Body::Json { param, media_types }
            | Body::Payload {
                param, media_types, ..
            }
            | Body::Xml {
                param, media_types, ..
            }
            | Body::Bytes { param, media_types }
            | Body::Text { param, media_types },
        ) => {
            assert_eq!(place(operation, *param), ParamPlace::Body, "{id}");
            let MediaTypes(names) = media_types;
            assert!(
                !names.is_empty() && names.iter().all(|name| !name.contains('*')),
                "{id}"
            );
        }
    }
}

fn place(operation: &Operation, param: ParamIdx) -> ParamPlace {
    operation
        .params
        .get(param.0)
        .expect("a parameter of the operation")
        .place
}

fn check_paging(api: &Api, operation: &Operation) {
    let Some(paging) = &operation.paging else {
        return;
    };
    let (Success::Uniform {
        body: ReplyBody::Json(Type::Model(page)),
        ..
    }
    | Success::Optional {
        body: ReplyBody::Json(Type::Model(page)),
        ..
    }) = operation.outcome()
    else {
        panic!("{}: a page is a struct", operation.id);
    };
    let Shape::Struct(object) = &api.models[*page].shape else {
        panic!("{}: a page is a struct", operation.id);
    };
    assert!(has_field(object, paging.items.as_str()), "{}", operation.id);
    if let NextLink::Field(name) = &paging.next {
        assert!(has_field(object, name.as_str()), "{}", operation.id);
    }
    if let NextRequest::Operation(next) = &paging.request {
        let params = &api.operations[next.operation].params;
        assert_eq!(next.values.len(), params.len(), "{}", operation.id);
    }
}

fn has_field(object: &Struct, name: &str) -> bool {
    object
        .fields
        .iter()
        .any(|field| field.wire.as_str() == name)
}

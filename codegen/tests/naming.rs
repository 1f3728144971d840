//! Names: what documents may call their things, and what becomes of it.

use codegen::config::Config;
use codegen::diagnostics::{Diagnostics, Level};
use codegen::ir::{
    Api, Arena, Auth, Docs, Enum, EnumBase, EnumValue, Field, Group, Header, Method, Model,
    Mutability, NameHint, Openness, Operation, Param, ParamOwner, ParamPlace, PathEncoding,
    PathTemplate, Presence, Redirects, Replies, Reply, ReplyBody, Requirement, Scalar, Server,
    Shape, Struct, Success, Type, Usage, Visibility, WireName,
};
use codegen::naming::{Names, name};
use codegen::source::{DocumentId, Location, Pointer};
use proptest::prelude::*;
use quote::ToTokens;
use std::collections::BTreeSet;

fn at(keys: &[&str]) -> Location {
    Location {
        document: DocumentId::ENTRY,
        pointer: keys
            .iter()
            .fold(Pointer::root(), |pointer, key| pointer.key(key)),
    }
}

fn wire(text: &str) -> WireName {
    WireName(text.to_owned())
}

fn definition(name: &str, shape: Shape) -> Model {
    Model {
        name: NameHint(vec![name.to_owned()]),
        origin: at(&["definitions", name]),
        docs: Docs::default(),
        shape,
        usage: Usage::default(),
    }
}

fn fields(names: &[&str]) -> Shape {
    let fields = names.iter().map(|name| Field {
        wire: wire(name),
        client_name: None,
        origin: at(&["definitions", "Pet", "properties", name]),
        docs: Docs::default(),
        ty: Type::String,
        presence: Presence::Optional,
        mutability: Mutability::ReadWrite,
    });
    Shape::Struct(Struct {
        fields: fields.collect(),
        additional: None,
        parents: Vec::new(),
    })
}

fn values(names: &[&str]) -> Shape {
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

fn query(name: &str) -> Param {
    Param {
        wire: wire(name),
        client_name: None,
        origin: at(&["parameters", name]),
        docs: Docs::default(),
        ty: Type::String,
        place: ParamPlace::Path(PathEncoding::Segment),
        requirement: Requirement::Required,
        owner: ParamOwner::Method,
    }
}

fn operation(id: &str, name: &str, params: &[&str]) -> Operation {
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
    }
}

fn header(name: &str) -> Header {
    Header {
        wire: wire(name),
        client_name: None,
        origin: at(&["headers", name]),
        docs: Docs::default(),
        ty: Type::String,
        collection: codegen::ir::Collection::Csv,
    }
}

fn api(models: Vec<Model>, operations: Vec<(Option<&str>, Operation)>) -> Api {
    let mut api = Api {
        title: String::new(),
        version: String::new(),
        docs: Docs::default(),
        server: Server::Given(None),
        client_params: Arena::new(),
        models: Arena::new(),
        operations: Arena::new(),
        groups: Vec::new(),
        security: Arena::new(),
        service_errors: Vec::new(),
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

/// The names of `api`, and the codes that were reported on the way.
fn named_with(api: &Api, config: &Config) -> (Names, Vec<&'static str>) {
    let mut diagnostics = Diagnostics::default();
    let names = name(api, config, &mut diagnostics);
    let codes = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.level > Level::Note)
        .map(|diagnostic| diagnostic.code.id)
        .collect();
    (names, codes)
}

fn named(api: &Api) -> Names {
    named_with(api, &Config::default()).0
}

fn types(api: &Api) -> Vec<String> {
    let names = named(api);
    let ids = api.models.ids();
    ids.map(|id| names.model(id).type_name.to_string())
        .collect()
}

fn first_model(names: &Names, api: &Api) -> codegen::naming::ModelNames {
    let id = api.models.ids().next().expect("the test has a model");
    names.model(id).clone()
}

fn texts<T: ToString>(names: &[T]) -> Vec<String> {
    names.iter().map(T::to_string).collect()
}

#[test]
fn types_keep_clear_of_each_other_and_of_what_code_uses() {
    let wishes = [
        "a-b",
        "a_b",
        "A B",
        "String",
        "Option",
        "Self",
        "Error",
        "1a",
        "\u{1F600}",
    ];
    let models = wishes.map(|wish| definition(wish, fields(&[]))).into();
    assert_eq!(
        types(&api(models, Vec::new())),
        [
            "AB",
            "AB2",
            "AB3",
            "StringModel",
            "OptionModel",
            "SelfModel",
            "ErrorModel",
            "N1a",
            "U1F600"
        ]
    );
}

#[test]
fn fields_are_legal_whatever_the_wire_says() {
    let wishes = [
        "type",
        "self",
        "a-b",
        "a_b",
        "+1",
        "-1",
        "os.version",
        "",
        "additionalProperties",
    ];
    let api = api(vec![definition("Pet", fields(&wishes))], Vec::new());
    let model = first_model(&named(&api), &api);
    assert_eq!(
        texts(&model.fields),
        [
            "r#type",
            "self_",
            "a_b",
            "a_b2",
            "plus1",
            "minus1",
            "os_version",
            "empty",
            "additional_properties"
        ]
    );
    assert_eq!(model.additional.to_string(), "additional_properties2");
}

#[test]
fn variants_leave_unknown_to_the_unknown() {
    let wishes = [
        "asc", "-asc", "unknown", "self", "", "<=", "1.5", "15", "a\nb",
    ];
    let api = api(vec![definition("Order", values(&wishes))], Vec::new());
    let model = first_model(&named(&api), &api);
    assert_eq!(
        texts(&model.variants),
        [
            "Asc",
            "MinusAsc",
            "UnknownValue",
            "SelfValue",
            "Empty",
            "LessOrEqual",
            "N1_5",
            "N15",
            "AB"
        ]
    );
    assert_eq!(model.unknown.to_string(), "Unknown");
}

#[test]
fn operations_are_called_after_their_group() {
    let api = api(
        vec![definition("PetList", fields(&[]))],
        vec![
            (
                Some("Pet"),
                operation("Pet_List", "List", &["send", "client", "a-b", "a_b"]),
            ),
            (Some("Pet"), operation("Pet_clone", "clone", &[])),
            (None, operation("pet", "pet", &[])),
        ],
    );
    let names = named(&api);
    let operations: Vec<_> = api.operations.ids().map(|id| names.operation(id)).collect();
    let requests = operations.iter().map(|names| names.request.to_string());
    assert_eq!(
        requests.collect::<Vec<_>>(),
        ["PetListRequest", "PetClone", "Pet"]
    );
    let methods = operations.iter().map(|names| names.method.to_string());
    assert_eq!(
        methods.collect::<Vec<_>>(),
        ["list", "clone_request", "pet_request"]
    );
    let list = operations[0];
    let params = list
        .params()
        .iter()
        .map(|param| format!("{}/{}", param.field, param.setter));
    assert_eq!(
        params.collect::<Vec<_>>(),
        [
            "send/with_send",
            "client_param/client_param",
            "a_b/a_b",
            "a_b2/a_b2"
        ]
    );
    let by_status = list.by_status.as_ref().expect("the replies differ");
    assert_eq!(by_status.type_name.to_string(), "PetListRequestReply");
    assert_eq!(texts(&by_status.variants), ["Ok", "Accepted", "Status299"]);
    let groups: Vec<_> = names.groups().iter().map(|group| &group.client).collect();
    let pet = groups[0].as_ref().expect("it has a name");
    assert_eq!(pet.accessor.to_string(), "pet");
    assert_eq!(pet.type_name.to_string(), "PetClient");
    assert!(groups[1].is_none());
}

#[test]
fn modules_are_files_on_every_system() {
    let models = ["Con", "Mod", "type", "Serde", "models"]
        .map(|wish| definition(wish, fields(&[])))
        .into();
    let api = api(models, Vec::new());
    let names = named(&api);
    let modules = api
        .models
        .ids()
        .map(|id| names.model(id).module.to_string());
    assert_eq!(
        modules.collect::<Vec<_>>(),
        [
            "con_model",
            "mod_model",
            "type_model",
            "serde_model",
            "models_model"
        ]
    );
}

#[test]
fn explicit_names_that_collide_are_an_error() {
    let mut shape = fields(&["a", "b"]);
    if let Shape::Struct(fields) = &mut shape {
        fields.fields[0].client_name = Some("b".to_owned());
    }
    let api = api(vec![definition("Pet", shape)], Vec::new());
    let (names, codes) = named_with(&api, &Config::default());
    assert_eq!(codes, ["SW0100"]);
    assert_eq!(texts(&first_model(&names, &api).fields), ["b", "b2"]);
}

#[test]
fn pinned_names_are_taken_or_reported() {
    let api = api(vec![definition("Pet", fields(&["x"]))], Vec::new());
    let pins = [
        ("/definitions/Pet", "Animal"),
        ("/definitions/Pet/properties/x", "why"),
        ("/definitions/Gone", "Gone"),
        ("/definitions/Evil", "T{}fn evil"),
    ];
    let config = Config {
        pinned_names: pins
            .map(|(at, name)| (at.to_owned(), name.to_owned()))
            .into(),
        ..Config::default()
    };
    let (names, codes) = named_with(&api, &config);
    let model = first_model(&names, &api);
    assert_eq!(model.type_name.to_string(), "Animal");
    assert_eq!(texts(&model.fields), ["why"]);
    assert_eq!(codes, ["SW0103", "SW0102"]);
}

#[test]
fn ten_thousand_equal_names_are_no_trouble() {
    let wishes: Vec<String> = (0..10_000)
        .map(|count| "-".repeat(count % 7) + "a")
        .collect();
    let wishes: Vec<&str> = wishes.iter().map(String::as_str).collect();
    let api = api(vec![definition("Order", values(&wishes))], Vec::new());
    let model = first_model(&named(&api), &api);
    let distinct: BTreeSet<_> = model.variants.iter().collect();
    assert_eq!(distinct.len(), 10_000);
}

/// Fails unless `names` are distinct identifiers.
fn check_scope<T: ToString + ToTokens>(names: &[T]) -> Result<(), TestCaseError> {
    for name in names {
        let text = name.to_string();
        prop_assert!(syn::parse_str::<syn::Ident>(&text).is_ok(), "{text}");
        prop_assert!(text.is_ascii());
    }
    let distinct: BTreeSet<String> = names.iter().map(T::to_string).collect();
    prop_assert_eq!(distinct.len(), names.len());
    Ok(())
}

/// Words that collide, and any text.
fn words() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        prop::sample::select(
            &[
                "a",
                "A",
                "a-b",
                "a_b",
                "aB",
                "self",
                "Self",
                "type",
                "Error",
                "ErrorModel",
                "_",
                "",
                "unknown",
                "other",
                "a2",
                "a 2",
                "send",
                "client",
                "new",
                "mod",
                "con",
                "1",
                "+1"
            ][..]
        )
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(word, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_are_distinct_identifiers_and_stable(words in words(), added in any::<String>()) {
        let build = |words: &[String]| {
            let texts: Vec<&str> = words.iter().map(String::as_str).collect();
            let models = texts.iter().enumerate().map(|(index, word)| {
                definition(word, if index % 2 == 0 { fields(&texts) } else { values(&texts) })
            });
            let operations = texts.iter().enumerate().map(|(index, word)| {
                ((index % 2 == 0).then_some(*word), operation(word, word, &texts))
            });
            api(models.collect(), operations.collect())
        };
        let api = build(&words);
        let names = named(&api);
        prop_assert_eq!(format!("{names:?}"), format!("{:?}", named(&api)));

        let models: Vec<_> = api.models.ids().map(|id| names.model(id)).collect();
        check_scope(&models.iter().map(|model| model.module.clone()).collect::<Vec<_>>())?;
        let operations: Vec<_> = api.operations.ids().map(|id| names.operation(id)).collect();
        let mut types: Vec<_> = models.iter().map(|model| model.type_name.clone()).collect();
        types.extend(operations.iter().map(|operation| operation.request.clone()));
        types.extend(names.groups().iter().filter_map(|group| Some(group.client.as_ref()?.type_name.clone())));
        check_scope(&types)?;
        for model in models {
            check_scope(&model.fields)?;
            check_scope(&model.variants)?;
        }
        for operation in operations {
            let params = operation.params();
            check_scope(&params.iter().map(|param| param.field.clone()).collect::<Vec<_>>())?;
            check_scope(&params.iter().map(|param| param.setter.clone()).collect::<Vec<_>>())?;
            check_scope(&operation.headers.as_ref().map(|headers| headers.fields.clone()).unwrap_or_default())?;
        }

        let more: Vec<String> = words.iter().cloned().chain([added]).collect();
        let longer = build(&more);
        let longer = named(&longer);
        for id in api.models.ids() {
            prop_assert_eq!(&names.model(id).type_name, &longer.model(id).type_name);
            prop_assert!(longer.model(id).fields.starts_with(&names.model(id).fields));
            prop_assert!(longer.model(id).variants.starts_with(&names.model(id).variants));
        }
    }
}

//! Names: what documents may call their things, and what becomes of it.

mod document;
mod properties;

use codegen::config::Config;
use codegen::diagnostics::{Diagnostics, Level};
use codegen::ir::{Api, Body, MediaTypes, ParamIdx, Shape};
use codegen::naming::{Names, name};
use document::{api, definition, fields, flatten, operation, values};
use std::collections::BTreeSet;

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
fn what_is_reached_is_called_as_its_field_even_when_that_is_pinned() {
    let models = vec![
        definition("Holder", fields(&["properties", "name", "x"])),
        definition("Pet", fields(&["name", "hash", "y"])),
    ];
    let mut api = api(models, Vec::new());
    flatten(&mut api);
    let config = Config {
        pinned_names: [("/definitions/Pet/properties/y", "x")]
            .map(|(at, name)| (at.to_owned(), name.to_owned()))
            .into(),
        ..Config::default()
    };
    let (names, codes) = named_with(&api, &config);
    let reached = texts(&first_model(&names, &api).reached);
    assert_eq!(
        reached,
        ["properties_name", "properties_hash", "properties_x"]
    );
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn media_types_that_differ_only_in_what_is_dropped_stay_apart() {
    let mut put = operation("Pets_Put", "Put", &[]);
    put.body = Some(Body::Json {
        param: ParamIdx(0),
        media_types: MediaTypes(
            ["application/vnd.pet", "application/pet", "text/pet"]
                .map(str::to_owned)
                .into(),
        ),
    });
    let api = api(Vec::new(), vec![(Some("Pets"), put)]);
    let names = named(&api);
    let id = api.operations.ids().next().expect("there is one");
    let content_type = names.operation(id).content_type.as_ref();
    assert_eq!(
        texts(&content_type.expect("there are several").variants),
        ["Pet", "ApplicationPet", "TextPet"]
    );
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

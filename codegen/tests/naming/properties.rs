//! Names of any words: distinct identifiers in each scope, whatever the document says.

use super::document::{api, definition, fields, flatten, operation, values};
use super::named;
use codegen::naming::FieldName;
use proptest::prelude::*;
use quote::ToTokens;
use std::collections::BTreeSet;

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
            let holder = definition("Holder", fields(&texts));
            let models = texts.iter().enumerate().map(|(index, word)| {
                definition(word, if index % 2 == 0 { fields(&texts) } else { values(&texts) })
            });
            let operations = texts.iter().enumerate().map(|(index, word)| {
                ((index % 2 == 0).then_some(*word), operation(word, word, &texts))
            });
            let mut api = api([holder].into_iter().chain(models).collect(), operations.collect());
            flatten(&mut api);
            api
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
            check_scope(&model.reached)?;
            let fields: BTreeSet<&str> = model.fields.iter().map(FieldName::as_str).collect();
            prop_assert!(!model.reached.iter().any(|name| fields.contains(name.as_str())));
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

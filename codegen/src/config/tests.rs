//! Tests of what may stand in `codegen.toml` and what is said about the rest.

use super::{Config, CrateName, Head, Validation};
use crate::diagnostics::{Color, Level, code};

fn fault(text: &str) -> String {
    Config::from_toml(text)
        .expect_err("the text is faulty")
        .render_human("codegen.toml", text, Color::Never)
}

#[test]
fn every_setting_is_read() {
    let config = Config::from_toml(
        "crate-name = \"acr\"\nhead-as-boolean = true\nvalidate = true\n[names]\n\"/definitions/X\" = \"Y\"\n[diagnostics]\nSW0012 = \"warn\"\nSW0024 = \"deny\"\n",
    )
    .unwrap();
    assert_eq!(config.crate_name, "acr");
    assert_eq!(config.head, Head::AsksWhetherThere);
    assert_eq!(config.validation, Validation::Checked);
    assert_eq!(config.pinned_names["/definitions/X"], "Y");
    assert_eq!(
        config.levels.level_of(code::OVERLAY_BAD_TARGET),
        Level::Warning
    );
    assert_eq!(
        config.levels.level_of(code::REFERENCE_SIBLINGS),
        Level::Error
    );
}

#[test]
fn an_empty_text_is_the_default() {
    let config = Config::from_toml("").unwrap();
    assert_eq!(config.crate_name, "");
    assert!(config.pinned_names.is_empty());
    assert_eq!(config.head, Head::Fails);
    assert_eq!(config.validation, Validation::Documented);
}

#[test]
fn an_unknown_key_is_an_error_with_its_place() {
    let text = "crate-name = \"acr\"\n\nfrobnicate = true\n";
    let error = Config::from_toml(text).unwrap_err();
    assert_eq!(error.line_and_column(text), (3, 1));
    let rendered = fault(text);
    assert!(
        rendered.starts_with("error[SW0013]: unknown field `frobnicate`"),
        "{rendered}"
    );
    assert!(rendered.contains("codegen.toml:3:1"), "{rendered}");
    assert!(rendered.contains("frobnicate = true"), "{rendered}");
}

#[test]
fn an_unknown_code_is_an_error_with_its_place() {
    let text = "[diagnostics]\nSW9999 = \"warn\"\n";
    assert!(fault(text).contains("codegen.toml:2:1"), "{}", fault(text));
    assert!(fault(text).contains("no diagnostic with the code `SW9999`"));
}

#[test]
fn an_unknown_level_is_an_error_with_its_place() {
    let text = "[diagnostics]\nSW0012 = \"maybe\"\n";
    assert!(fault(text).contains("codegen.toml:2:10"), "{}", fault(text));
}

#[test]
fn a_name_that_is_no_identifier_is_an_error() {
    for name in ["", "type", "a b", "T{} fn evil", "é"] {
        let text = format!("[names]\n\"/definitions/X\" = \"{name}\"\n");
        assert!(fault(&text).contains("cannot be a name in Rust"), "{name}");
    }
    assert!(fault("[names]\n\"definitions\" = \"Y\"\n").contains("not a JSON pointer"));
}

#[test]
fn text_that_is_not_toml_is_an_error_with_its_place() {
    let text = "crate-name = \n";
    let error = Config::from_toml(text).unwrap_err();
    assert_eq!(error.line_and_column(text).0, 1);
    let json: serde_json::Value =
        serde_json::from_str(&error.render_json("codegen.toml", text)).unwrap();
    assert_eq!(json["code"], "SW0013");
    assert_eq!(json["line"], 1);
}

#[test]
fn a_title_gives_a_crate_name_that_cargo_takes() {
    let cases = [
        ("Azure Container Registry", "azure-container-registry"),
        (
            "Swagger Petstore - OpenAPI 2.0",
            "swagger-petstore-open-api-2-0",
        ),
        ("2Captcha", "captcha"),
        ("HTTP", "http-client"),
        ("type", "type-client"),
        ("服务", "client"),
        ("\"); evil(); (\"", "evil"),
        ("", "client"),
        ("Con", "con-client"),
        (
            "A title that goes on and on for far longer than any registry of crates takes",
            "a-title-that-goes-on-and-on-for-far-longer-than-any-regis",
        ),
    ];
    for (title, expected) in cases {
        let name = CrateName::from_title(title).to_string();
        assert_eq!(name, expected, "{title}");
        assert!(CrateName::new(&name).is_ok(), "{name}");
    }
}

#[test]
fn a_crate_name_is_no_way_into_the_manifest() {
    for name in ["a\"\n[x]", "", "1a", "a b", "../a", "self", "é"] {
        assert!(CrateName::new(name).is_err(), "{name}");
    }
}

#[test]
fn a_crate_has_a_name_that_cargo_and_registries_take() {
    for name in ["con", "NUL", "com1", "lpt9", &"a".repeat(65)] {
        assert!(CrateName::new(name).is_err(), "{name}");
    }
    for name in ["cone", "com", "com10", &"a".repeat(64)] {
        assert!(CrateName::new(name).is_ok(), "{name}");
    }
}

//! The Security Scheme and Security Requirement Objects.

use crate::{read, read_clean};
use codegen::swagger::{OAuth2Flow, SecurityRequirement, SecurityScheme, SecuritySchemeKind};

#[test]
fn kinds_of_schemes() {
    let basic: SecurityScheme = read_clean("{type: basic, description: d}");
    assert_eq!(basic.kind, SecuritySchemeKind::Basic);
    let header: SecurityScheme = read_clean("{type: apiKey, in: header, name: Authorization}");
    let key = SecuritySchemeKind::ApiKeyHeader("Authorization".to_owned());
    assert_eq!(header.kind, key);
    let query: SecurityScheme = read_clean("{type: apiKey, in: query, name: key}");
    assert_eq!(
        query.kind,
        SecuritySchemeKind::ApiKeyQuery("key".to_owned())
    );
    let oauth: SecurityScheme = read_clean(
        "{type: oauth2, flow: implicit, authorizationUrl: https://example.org, scopes: {read: r}}",
    );
    let SecuritySchemeKind::OAuth2 {
        flow,
        authorization_url,
        token_url,
        scopes,
    } = oauth.kind
    else {
        panic!("it is OAuth 2");
    };
    assert_eq!(flow, OAuth2Flow::Implicit);
    assert_eq!(authorization_url.as_deref(), Some("https://example.org"));
    assert_eq!(token_url, None);
    assert_eq!(scopes["read"], "r");
}

#[test]
fn other_kinds_are_errors() {
    let cases = [
        ("{}", "error[SW0031] : the key `type` is missing"),
        (
            "{type: http, scheme: bearer}",
            "error[SW0034] /type: `type` cannot be `http`; the security scheme is left out (write one of: basic, apiKey, oauth2)",
        ),
        (
            "{type: apikey, in: header, name: n}",
            "error[SW0034] /type: `type` cannot be `apikey`; the security scheme is left out (did you mean `apiKey`?)",
        ),
        (
            "{type: apiKey, in: cookie, name: n}",
            "error[SW0034] /in: `in` cannot be `cookie`; the security scheme is left out (write one of: header, query)",
        ),
        (
            "{type: apiKey, in: query}",
            "error[SW0031] : the key `name` is missing",
        ),
        (
            "{type: oauth2}",
            "error[SW0031] : the key `flow` is missing",
        ),
    ];
    for (text, expected) in cases {
        let (scheme, findings) = read::<SecurityScheme>(text);
        assert!(scheme.is_none(), "{text}");
        assert_eq!(findings, [expected]);
    }
}

#[test]
fn requirement() {
    let requirement: SecurityRequirement = read_clean("{basic: [], oauth: [read, write]}");
    assert_eq!(requirement.schemes["oauth"], ["read", "write"]);
    assert!(requirement.schemes["basic"].is_empty());
}

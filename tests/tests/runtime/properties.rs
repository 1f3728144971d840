//! Whatever the values are, a request goes to the endpoint, to its own path, and can be read back.

use http::Method;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use tests::listener::{Listener, Script};
use tests::runtime::{Core, ErrorKind, Request};

use super::{SERVICE, core, operation, request};

/// What a property test sends through: one connection for all cases.
struct Wire {
    executor: tokio::runtime::Runtime,
    server: Listener,
    core: Core,
}

impl Wire {
    fn new() -> Self {
        let executor = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let server = executor.block_on(Listener::start([]));
        let core = core(&server.url());
        Self {
            executor,
            server,
            core,
        }
    }

    /// The target of a request on the wire, or `None` when a parameter was refused and nothing was sent.
    fn target(&self, fill: impl FnOnce(&mut Request)) -> Option<String> {
        self.server.push(Script::with(200, "", ""));
        let before = self.server.requests().len();
        let mut get = request(&self.core, operation(Method::GET));
        fill(&mut get);
        let result = self
            .executor
            .block_on(async { get.send(SERVICE).await?.empty::<()>().await });
        let requests = self.server.requests();
        match result {
            Ok(_) => {
                assert_eq!(requests.len(), before + 1);
                Some(requests.last()?.target().to_owned())
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::BadParameter, "{error:?}");
                assert_eq!(requests.len(), before, "a refused request was sent");
                None
            }
        }
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// No file of former failures: they become examples in the suite of targets.
fn cases() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(512)
    }
}

/// Values made of what matters in a URL.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("/"),
        Just("."),
        Just(".."),
        Just("%2e"),
        Just("%2F"),
        Just("\\"),
        Just("?"),
        Just("#"),
        Just("@"),
        Just(":"),
        Just("//"),
        Just("http://"),
        Just("127.0.0.1"),
        Just("evil.example"),
        Just(" "),
        Just("\r\n"),
        Just("\t"),
        Just("&"),
        Just("="),
        Just("%"),
        Just("+"),
        Just("a"),
        Just("é"),
        Just("\u{202e}"),
        Just("\0"),
    ];
    prop_oneof![
        proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

#[test]
fn a_segment_is_one_segment() {
    let wire = Wire::new();
    proptest!(cases(), |(value in tricky())| {
        let target = wire.target(|get| {
            get.path("/v2/");
            get.segment("name", &value);
            get.path("/tags");
        });
        if let Some(target) = target {
            let segment = target.strip_prefix("/v2/").unwrap().strip_suffix("/tags").unwrap();
            prop_assert!(!segment.contains(['/', '?', '#', ' ']));
            prop_assert_eq!(decoded(segment), value);
        }
    });
}

#[test]
fn a_raw_path_stays_at_the_endpoint() {
    let wire = Wire::new();
    proptest!(cases(), |(value in tricky())| {
        let target = wire.target(|get| {
            get.path("/");
            get.raw_path("link", &value);
        });
        if let Some(target) = target {
            let path = target.split('?').next().unwrap();
            prop_assert!(path.starts_with('/'));
            prop_assert!(!decoded(path).split('/').any(|part| part == "." || part == ".."));
            if value.is_ascii() && !value.contains("://") && !value.contains(['\'', '"', '<', '>', '`', '{', '}']) {
                let sent = format!("/{}", value.strip_prefix('/').unwrap_or(&value));
                prop_assert_eq!(target.trim_end_matches('?'), sent.trim_end_matches('?'));
            }
        }
    });
}

#[test]
fn a_query_value_is_one_value() {
    let wire = Wire::new();
    proptest!(cases(), |(value in tricky())| {
        let target = wire.target(|get| {
            get.path("/thing");
            get.query("a", &value);
            get.query("b", &"1");
        });
        let target = target.expect("every value can be sent in a query");
        let value_sent = target.strip_prefix("/thing?a=").unwrap().strip_suffix("&b=1").unwrap();
        prop_assert!(!value_sent.contains('&'));
        prop_assert_eq!(decoded(value_sent), value);
    });
}

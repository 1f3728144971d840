//! Long-running operations that come to nothing.

use http::Method;
use tests::listener::Listener;
use tests::runtime::{ErrorKind, FinalState};

use super::polling::{MONITOR, outcome, reply};

const OTHER_MONITOR: &str = "Operation-Location: /status";

#[tokio::test]
async fn a_failure_says_why() {
    for (body, code) in [
        (
            r#"{"status":"Failed","error":{"code":"part"}}"#,
            Some("part"),
        ),
        (r#"{"status":"FAILED","code":"whole"}"#, Some("whole")),
        (r#"{"status":"canceled"}"#, None),
        (r#"{"status":"Cancelled"}"#, None),
    ] {
        for header in [MONITOR, OTHER_MONITOR] {
            let scripts = [reply(202, &[header], ""), reply(200, &[], body)];
            let (result, _) = outcome(Method::POST, FinalState::ByMethod, scripts).await;
            let error = result.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::LongRunning);
            assert_eq!(error.service().map(|service| service.code.as_str()), code);
            assert_eq!(error.raw_body(), body.as_bytes());
            assert!(error.to_string().starts_with("Thing_Do: the service says"));
        }
    }
    let states = [
        reply(
            201,
            &[],
            r#"{"properties":{"provisioningState":"Created"}}"#,
        ),
        reply(200, &[], r#"{"properties":{"provisioningState":"Failed"}}"#),
    ];
    let (result, _) = outcome(Method::PUT, FinalState::ByMethod, states).await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::LongRunning);
}

#[tokio::test]
async fn a_reply_that_says_nothing_is_an_error() {
    let accepted = || reply(202, &[MONITOR], "");
    for (scripts, kind) in [
        (vec![reply(202, &[], "")], ErrorKind::Decode),
        (vec![accepted(), reply(200, &[], "{}")], ErrorKind::Decode),
        (vec![accepted(), reply(200, &[], "")], ErrorKind::Decode),
        (
            vec![accepted(), reply(200, &[], r#"{"status":"#)],
            ErrorKind::Decode,
        ),
        (
            vec![accepted(), reply(200, &[], r#"{"status":1}"#)],
            ErrorKind::Decode,
        ),
        (
            vec![accepted(), reply(400, &[], r#"{"code":"x"}"#)],
            ErrorKind::Service,
        ),
        (vec![accepted(), reply(404, &[], "")], ErrorKind::Service),
        (vec![reply(409, &[], "")], ErrorKind::Service),
    ] {
        let requests = scripts.len();
        let (result, sent) = outcome(Method::POST, FinalState::ByMethod, scripts).await;
        assert_eq!(result.unwrap_err().kind(), kind);
        assert_eq!(sent.len(), requests);
    }
    let broken = [reply(200, &[], r#"{"properties":"#)];
    let (result, _) = outcome(Method::PUT, FinalState::ByMethod, broken).await;
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_service_that_leads_elsewhere_is_not_followed() {
    let other = Listener::start([]).await;
    for link in [
        other.url() + "/status",
        "//evil.example/status".to_owned(),
        "https://evil.example/".to_owned(),
        other.url().replace("http://", "http://user@"),
        "\\\\evil.example".to_owned(),
        "file:///etc/passwd".to_owned(),
    ] {
        for header in ["Location", "Azure-AsyncOperation", "Operation-Location"] {
            let begin = reply(202, &[&format!("{header}: {link}")], "");
            let (result, sent) = outcome(Method::POST, FinalState::ByMethod, [begin]).await;
            assert_eq!(
                result.unwrap_err().kind(),
                ErrorKind::Untrusted,
                "{header}: {link}"
            );
            assert_eq!(sent.len(), 1);
        }
        let scripts = [
            reply(202, &[MONITOR, &format!("Location: {link}")], ""),
            reply(200, &[], r#"{"status":"Succeeded"}"#),
        ];
        let (result, _) = outcome(Method::POST, FinalState::ByMethod, scripts).await;
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Untrusted);
    }
    assert_eq!(other.connections(), 0);
}

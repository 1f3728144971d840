//! The scenarios of `body-byte.json`.

use body_byte_client::{Base64, Client, ErrorKind};
use conformance::{scenario, server};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn non_ascii() -> Base64 {
    Base64::from(vec![255, 254, 253, 252, 251, 250, 249, 248, 247, 246])
}

#[test]
fn get_null() {
    scenario("getByteNull", async {
        let error = client().byte().get_null().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_empty() {
    scenario("getByteEmpty", async {
        let reply = client().byte().get_empty().send().await?;
        assert_eq!(reply.body(), &Base64::default());
        Ok(())
    });
}

#[test]
fn get_non_ascii() {
    scenario("getByteNonAscii", async {
        let reply = client().byte().get_non_ascii().send().await?;
        assert_eq!(reply.body(), &non_ascii());
        Ok(())
    });
}

#[test]
fn put_non_ascii() {
    scenario("putByteNonAscii", async {
        client().byte().put_non_ascii(non_ascii()).send().await?;
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getByteInvalid", async {
        let error = client().byte().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

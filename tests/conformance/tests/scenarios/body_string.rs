//! The scenarios of `body-string.json`.

use body_string_client::models::{
    ColorConstant, Colors, RefColorConstant, StringGetEmptyResponse, StringPutEmptyStringBody,
    StringPutMbcsStringBody, StringPutWhitespaceStringBody,
};
use body_string_client::{Base64, Base64Url, Client, ErrorKind};
use conformance::{scenario, server};

const MULTI_BYTE: &str = "啊齄丂狛狜\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}\u{fa29}ˊ〞〡￤℡㈱‐ー﹡﹢﹫、〓ⅰⅹ⒈€㈠㈩ⅠⅫ！￣ぁんァヶΑ︴АЯаяāɡㄅㄩ─╋︵﹄︻︱︳︴ⅰⅹɑ\u{e7c7}ɡ〇〾⿻⺁\u{e843}䜣\u{e864}€";

const WHITE_SPACE: &str =
    "    Now is the time for all good men to come to the aid of their country    ";

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

#[test]
fn get_null() {
    scenario("getStringNull", async {
        let reply = client().string().get_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn put_null() {
    scenario("putStringNull", async {
        client().string().put_null().send().await?;
        Ok(())
    });
}

#[test]
fn get_empty() {
    scenario("getStringEmpty", async {
        let reply = client().string().get_empty().send().await?;
        assert_eq!(reply.body(), &StringGetEmptyResponse::Empty);
        Ok(())
    });
}

#[test]
fn put_empty() {
    scenario("putStringEmpty", async {
        client()
            .string()
            .put_empty(StringPutEmptyStringBody::Empty)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_mbcs() {
    scenario("getStringMultiByteCharacters", async {
        let reply = client().string().get_mbcs().send().await?;
        assert_eq!(reply.body().as_str(), MULTI_BYTE);
        Ok(())
    });
}

#[test]
fn put_mbcs() {
    scenario("putStringMultiByteCharacters", async {
        client()
            .string()
            .put_mbcs(MULTI_BYTE.parse::<StringPutMbcsStringBody>()?)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_whitespace() {
    scenario("getStringWithLeadingAndTrailingWhitespace", async {
        let reply = client().string().get_whitespace().send().await?;
        assert_eq!(reply.body().as_str(), WHITE_SPACE);
        Ok(())
    });
}

#[test]
fn put_whitespace() {
    scenario("putStringWithLeadingAndTrailingWhitespace", async {
        client()
            .string()
            .put_whitespace(WHITE_SPACE.parse::<StringPutWhitespaceStringBody>()?)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_not_provided() {
    scenario("getStringNotProvided", async {
        let error = client()
            .string()
            .get_not_provided()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_base64() {
    scenario("getStringBase64Encoded", async {
        let reply = client().string().get_base64_encoded().send().await?;
        assert_eq!(
            reply.body(),
            &Base64::from(b"a string that gets encoded with base64".to_vec())
        );
        Ok(())
    });
}

#[test]
fn get_base64_url() {
    scenario("getStringBase64UrlEncoded", async {
        let reply = client().string().get_base64_url_encoded().send().await?;
        assert_eq!(
            reply.body(),
            &Base64Url::from(b"a string that gets encoded with base64url".to_vec())
        );
        Ok(())
    });
}

#[test]
fn put_base64_url() {
    scenario("putStringBase64UrlEncoded", async {
        client()
            .string()
            .put_base64_url_encoded(Base64Url::from(
                b"a string that gets encoded with base64url".to_vec(),
            ))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_null_base64_url() {
    scenario("getStringNullBase64UrlEncoding", async {
        let reply = client()
            .string()
            .get_null_base64_url_encoded()
            .send()
            .await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_enum() {
    scenario("getEnumNotExpandable", async {
        let reply = client().r#enum().get_not_expandable().send().await?;
        assert_eq!(reply.body(), &Colors::RedColor);
        Ok(())
    });
}

#[test]
fn put_enum() {
    scenario("putEnumNotExpandable", async {
        client()
            .r#enum()
            .put_not_expandable(Colors::RedColor)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_referenced_enum() {
    scenario("getEnumReferenced", async {
        let reply = client().r#enum().get_referenced().send().await?;
        assert_eq!(reply.body(), &Colors::RedColor);
        Ok(())
    });
}

#[test]
fn put_referenced_enum() {
    scenario("putEnumReferenced", async {
        client()
            .r#enum()
            .put_referenced(Colors::RedColor)
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_referenced_constant() {
    scenario("getEnumReferencedConstant", async {
        let reply = client().r#enum().get_referenced_constant().send().await?;
        assert_eq!(reply.body().color_constant, ColorConstant::GreenColor);
        assert_eq!(reply.body().field1.as_deref(), Some("Sample String"));
        Ok(())
    });
}

#[test]
fn put_referenced_constant() {
    scenario("putEnumReferencedConstant", async {
        client()
            .r#enum()
            .put_referenced_constant(RefColorConstant::default())
            .send()
            .await?;
        Ok(())
    });
}

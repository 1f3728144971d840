//! Objects: their elements, attributes and text, and JSON in a service of XML.

use super::client;
use bytes::Bytes;
use conformance::scenario;
use time::macros::datetime;
use xml_service_client::DateTime;
use xml_service_client::models::{
    Banana, ComplexTypeNoMeta, ComplexTypeWithMeta, JsonInput, ModelWithByteProperty,
    ModelWithUrlProperty, RootWithRefAndMeta, RootWithRefAndNoMeta,
};

fn banana() -> Banana {
    Banana {
        name: Some("Unknown Banana".to_owned()),
        flavor: Some(String::new()),
        expiration: Some(DateTime(datetime!(2012-02-24 00:53:52.789 UTC))),
    }
}

fn named_after_property() -> RootWithRefAndNoMeta {
    RootWithRefAndNoMeta {
        ref_to_model: Some(ComplexTypeNoMeta {
            id: Some("myid".to_owned()),
        }),
        something: Some("else".to_owned()),
    }
}

fn named_after_type() -> RootWithRefAndMeta {
    RootWithRefAndMeta {
        ref_to_model: Some(ComplexTypeWithMeta {
            id: Some("myid".to_owned()),
        }),
        something: Some("else".to_owned()),
    }
}

fn bytes() -> ModelWithByteProperty {
    ModelWithByteProperty {
        bytes: Some(Bytes::from_static(b"Hello world").into()),
    }
}

fn url() -> ModelWithUrlProperty {
    ModelWithUrlProperty {
        url: Some("https://myaccount.blob.core.windows.net/".to_owned()),
    }
}

#[test]
fn get_empty_child_element() {
    scenario("GetXMLEmptyNode", async {
        let reply = client().xml().get_empty_child_element().send().await?;
        assert_eq!(reply.body(), &banana());
        Ok(())
    });
}

#[test]
fn put_empty_child_element() {
    scenario("PutXMLEmptyNode", async {
        client()
            .xml()
            .put_empty_child_element(banana())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_complex_type_ref_no_meta() {
    scenario("GetRootWithRefAndNoMetaXML", async {
        let reply = client().xml().get_complex_type_ref_no_meta().send().await?;
        assert_eq!(reply.body(), &named_after_property());
        Ok(())
    });
}

#[test]
fn put_complex_type_ref_no_meta() {
    scenario("PutRootWithRefAndNoMetaXML", async {
        client()
            .xml()
            .put_complex_type_ref_no_meta(named_after_property())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_complex_type_ref_with_meta() {
    scenario("GetRootWithRefAndMetaXML", async {
        let reply = client()
            .xml()
            .get_complex_type_ref_with_meta()
            .send()
            .await?;
        assert_eq!(reply.body(), &named_after_type());
        Ok(())
    });
}

#[test]
fn put_complex_type_ref_with_meta() {
    scenario("PutRootWithRefAndMetaXML", async {
        client()
            .xml()
            .put_complex_type_ref_with_meta(named_after_type())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_text_with_attribute() {
    scenario("GetWithXMsText", async {
        let reply = client().xml().get_xms_text().send().await?;
        assert_eq!(reply.body().language.as_deref(), Some("english"));
        assert_eq!(reply.body().content.as_deref(), Some("I am text"));
        Ok(())
    });
}

#[test]
fn get_bytes() {
    scenario("XmlGetBytes", async {
        let reply = client().xml().get_bytes().send().await?;
        assert_eq!(reply.body(), &bytes());
        Ok(())
    });
}

#[test]
fn put_bytes() {
    scenario("XmlPutBytes", async {
        client().xml().put_binary(bytes()).send().await?;
        Ok(())
    });
}

#[test]
fn get_url() {
    scenario("XmlGetUrl", async {
        let reply = client().xml().get_uri().send().await?;
        assert_eq!(reply.body(), &url());
        Ok(())
    });
}

#[test]
fn put_url() {
    scenario("XmlPutUrl", async {
        client().xml().put_uri(url()).send().await?;
        Ok(())
    });
}

#[test]
fn json_input() {
    scenario("jsonInputInXMLSwagger", async {
        client()
            .xml()
            .json_input(JsonInput { id: Some(42) })
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn json_output() {
    scenario("jsonOutputInXMLSwagger", async {
        let reply = client().xml().json_output().send().await?;
        assert_eq!(reply.body().id, Some(42));
        Ok(())
    });
}

//! The scenarios of `model-flattening.json`.

use conformance::{scenario, server};
use model_flattening_client::Client;
use model_flattening_client::models::{
    FlattenParameterGroup, FlattenedProduct, FlattenedProductProperties, ProductUrl, Resource,
    ResourceCollection, SimpleProduct, SimpleProductProperties,
};
use std::collections::BTreeMap;

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn tags() -> BTreeMap<String, String> {
    let tags = [("tag1", "value1"), ("tag2", "value3")];
    tags.map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into()
}

fn product(location: &str, name: &str) -> FlattenedProduct {
    FlattenedProduct {
        location: Some(location.to_owned()),
        properties: Some(FlattenedProductProperties {
            p_name: Some(name.to_owned()),
            r#type: Some("Flat".to_owned()),
            ..FlattenedProductProperties::default()
        }),
        ..FlattenedProduct::default()
    }
}

fn tagged(location: &str, name: &str) -> FlattenedProduct {
    FlattenedProduct {
        tags: Some(tags()),
        ..product(location, name)
    }
}

fn dictionary() -> BTreeMap<String, FlattenedProduct> {
    BTreeMap::from([
        ("Resource1".to_owned(), tagged("West US", "Product1")),
        ("Resource2".to_owned(), product("Building 44", "Product2")),
    ])
}

fn collection() -> ResourceCollection {
    ResourceCollection {
        productresource: Some(product("India", "Azure")),
        arrayofresources: Some(vec![
            tagged("West US", "Product1"),
            product("East US", "Product2"),
        ]),
        dictionaryofresources: Some(dictionary()),
    }
}

fn simple(generic: Option<&str>) -> SimpleProduct {
    let details = SimpleProductProperties {
        max_product_image: Some(ProductUrl {
            generic_value: generic.map(str::to_owned),
            odata_value: Some("http://foo".to_owned()),
        }),
        ..SimpleProductProperties::new("max name")
    };
    SimpleProduct {
        description: Some("product description".to_owned()),
        details: Some(details),
        ..SimpleProduct::new("123")
    }
}

#[test]
fn get_array() {
    scenario("getModelFlattenArray", async {
        let reply = client().get_array().send().await?;
        assert_eq!(
            reply.body().first().and_then(FlattenedProduct::p_name),
            Some("Product1")
        );
        assert_eq!(reply.body().len(), 3);
        Ok(())
    });
}

#[test]
fn put_array() {
    scenario("putModelFlattenArray", async {
        client()
            .put_array()
            .resource_array(vec![
                Resource {
                    location: Some("West US".to_owned()),
                    tags: Some(tags()),
                    ..Resource::default()
                },
                Resource {
                    location: Some("Building 44".to_owned()),
                    ..Resource::default()
                },
            ])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_dictionary() {
    scenario("getModelFlattenDictionary", async {
        let reply = client().get_dictionary().send().await?;
        assert_eq!(
            reply
                .body()
                .get("Product1")
                .and_then(FlattenedProduct::p_name),
            Some("Product1")
        );
        Ok(())
    });
}

#[test]
fn put_dictionary() {
    scenario("putModelFlattenDictionary", async {
        client()
            .put_dictionary()
            .resource_dictionary(dictionary())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_resource_collection() {
    scenario("getModelFlattenResourceCollection", async {
        let reply = client().get_resource_collection().send().await?;
        let array = reply.into_body().arrayofresources.expect("an array");
        assert_eq!(
            array.first().and_then(FlattenedProduct::p_name),
            Some("Product4")
        );
        Ok(())
    });
}

#[test]
fn put_resource_collection() {
    scenario("putModelFlattenResourceCollection", async {
        client()
            .put_resource_collection()
            .resource_complex_object(collection())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn put_simple_product() {
    scenario("putModelFlattenCustomBase", async {
        let reply = client()
            .put_simple_product()
            .simple_body_product(simple(Some("https://generic")))
            .send()
            .await?;
        assert_eq!(reply.body(), &simple(Some("https://generic")));
        Ok(())
    });
}

#[test]
fn post_flattened_simple_product() {
    scenario("postModelFlattenCustomParameter", async {
        let reply = client()
            .post_flattened_simple_product()
            .simple_body_product(simple(None))
            .send()
            .await?;
        assert_eq!(reply.body(), &simple(None));
        Ok(())
    });
}

#[test]
fn put_simple_product_with_grouping() {
    scenario("putModelFlattenCustomGroupedParameter", async {
        let reply = client()
            .put_simple_product_with_grouping(FlattenParameterGroup::new("groupproduct"))
            .simple_body_product(simple(None))
            .send()
            .await?;
        assert_eq!(reply.body(), &simple(None));
        Ok(())
    });
}

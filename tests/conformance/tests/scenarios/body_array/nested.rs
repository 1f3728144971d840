//! Arrays of objects, arrays and dictionaries.

use super::client;
use body_array_client::ErrorKind;
use body_array_client::models::Product;
use conformance::scenario;
use std::collections::BTreeMap;

fn product(integer: i64, string: &str) -> Product {
    Product {
        integer: Some(integer),
        string: Some(string.to_owned()),
    }
}

fn products() -> Vec<Product> {
    vec![product(1, "2"), product(3, "4"), product(5, "6")]
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn arrays() -> Vec<Vec<String>> {
    vec![
        texts(&["1", "2", "3"]),
        texts(&["4", "5", "6"]),
        texts(&["7", "8", "9"]),
    ]
}

fn dictionary(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|&(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

fn dictionaries() -> [BTreeMap<String, String>; 3] {
    [
        dictionary(&[("1", "one"), ("2", "two"), ("3", "three")]),
        dictionary(&[("4", "four"), ("5", "five"), ("6", "six")]),
        dictionary(&[("7", "seven"), ("8", "eight"), ("9", "nine")]),
    ]
}

#[test]
fn get_complex_null() {
    scenario("getArrayComplexNull", async {
        let error = client()
            .array()
            .get_complex_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_complex_empty() {
    scenario("getArrayComplexEmpty", async {
        let reply = client().array().get_complex_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_complex_item_null() {
    scenario("getArrayComplexItemNull", async {
        let reply = client().array().get_complex_item_null().send().await?;
        let expected = [Some(product(1, "2")), None, Some(product(5, "6"))];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn get_complex_item_empty() {
    scenario("getArrayComplexItemEmpty", async {
        let reply = client().array().get_complex_item_empty().send().await?;
        let expected = [product(1, "2"), Product::default(), product(5, "6")];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn get_complex() {
    scenario("getArrayComplexValid", async {
        let reply = client().array().get_complex_valid().send().await?;
        assert_eq!(reply.body(), &products());
        Ok(())
    });
}

#[test]
fn put_complex() {
    scenario("putArrayComplexValid", async {
        client()
            .array()
            .put_complex_valid(products())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_array_null() {
    scenario("getArrayArrayNull", async {
        let error = client().array().get_array_null().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_array_empty() {
    scenario("getArrayArrayEmpty", async {
        let reply = client().array().get_array_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_array_item_null() {
    scenario("getArrayArrayItemNull", async {
        let reply = client().array().get_array_item_null().send().await?;
        let expected = [
            Some(texts(&["1", "2", "3"])),
            None,
            Some(texts(&["7", "8", "9"])),
        ];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn get_array_item_empty() {
    scenario("getArrayArrayItemEmpty", async {
        let reply = client().array().get_array_item_empty().send().await?;
        let expected = [texts(&["1", "2", "3"]), Vec::new(), texts(&["7", "8", "9"])];
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn get_array() {
    scenario("getArrayArrayValid", async {
        let reply = client().array().get_array_valid().send().await?;
        assert_eq!(reply.body(), &arrays());
        Ok(())
    });
}

#[test]
fn put_array() {
    scenario("putArrayArrayValid", async {
        client().array().put_array_valid(arrays()).send().await?;
        Ok(())
    });
}

#[test]
fn get_dictionary_null() {
    scenario("getArrayDictionaryNull", async {
        let error = client()
            .array()
            .get_dictionary_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_dictionary_empty() {
    scenario("getArrayDictionaryEmpty", async {
        let reply = client().array().get_dictionary_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_dictionary_item_null() {
    scenario("getArrayDictionaryItemNull", async {
        let reply = client().array().get_dictionary_item_null().send().await?;
        let [first, _, last] = dictionaries();
        assert_eq!(reply.body(), &[Some(first), None, Some(last)]);
        Ok(())
    });
}

#[test]
fn get_dictionary_item_empty() {
    scenario("getArrayDictionaryItemEmpty", async {
        let reply = client().array().get_dictionary_item_empty().send().await?;
        let [first, _, last] = dictionaries();
        assert_eq!(reply.body(), &[first, BTreeMap::new(), last]);
        Ok(())
    });
}

#[test]
fn get_dictionary() {
    scenario("getArrayDictionaryValid", async {
        let reply = client().array().get_dictionary_valid().send().await?;
        assert_eq!(reply.body(), &dictionaries());
        Ok(())
    });
}

#[test]
fn put_dictionary() {
    scenario("putArrayDictionaryValid", async {
        client()
            .array()
            .put_dictionary_valid(dictionaries().to_vec())
            .send()
            .await?;
        Ok(())
    });
}

//! Dictionaries of objects, arrays and dictionaries.

use super::{client, dictionary, numbered};
use body_dictionary_client::ErrorKind;
use body_dictionary_client::models::Widget;
use conformance::scenario;
use std::collections::BTreeMap;

fn widget(integer: i64, string: &str) -> Widget {
    Widget {
        integer: Some(integer),
        string: Some(string.to_owned()),
    }
}

fn widgets() -> BTreeMap<String, Widget> {
    numbered([widget(1, "2"), widget(3, "4"), widget(5, "6")])
}

fn texts(texts: [&str; 3]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

fn arrays() -> BTreeMap<String, Vec<String>> {
    numbered([
        texts(["1", "2", "3"]),
        texts(["4", "5", "6"]),
        texts(["7", "8", "9"]),
    ])
}

fn dictionaries() -> [BTreeMap<String, String>; 3] {
    let words = [
        [("1", "one"), ("2", "two"), ("3", "three")],
        [("4", "four"), ("5", "five"), ("6", "six")],
        [("7", "seven"), ("8", "eight"), ("9", "nine")],
    ];
    words.map(|pairs| dictionary(pairs.map(|(key, value)| (key, value.to_owned()))))
}

#[test]
fn get_complex_null() {
    scenario("getDictionaryComplexNull", async {
        let reply = client().dictionary().get_complex_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_complex_empty() {
    scenario("getDictionaryComplexEmpty", async {
        let reply = client().dictionary().get_complex_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_complex_item_null() {
    scenario("getDictionaryComplexItemNull", async {
        let reply = client().dictionary().get_complex_item_null().send().await?;
        let expected = [Some(widget(1, "2")), None, Some(widget(5, "6"))];
        assert_eq!(reply.body(), &numbered(expected));
        Ok(())
    });
}

#[test]
fn get_complex_item_empty() {
    scenario("getDictionaryComplexItemEmpty", async {
        let reply = client()
            .dictionary()
            .get_complex_item_empty()
            .send()
            .await?;
        let expected = [widget(1, "2"), Widget::default(), widget(5, "6")];
        assert_eq!(reply.body(), &numbered(expected));
        Ok(())
    });
}

#[test]
fn get_complex() {
    scenario("getDictionaryComplexValid", async {
        let reply = client().dictionary().get_complex_valid().send().await?;
        assert_eq!(reply.body(), &widgets());
        Ok(())
    });
}

#[test]
fn put_complex() {
    scenario("putDictionaryComplexValid", async {
        client()
            .dictionary()
            .put_complex_valid(widgets())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_array_null() {
    scenario("getDictionaryArrayNull", async {
        let reply = client().dictionary().get_array_null().send().await?;
        assert_eq!(reply.body(), &None);
        Ok(())
    });
}

#[test]
fn get_array_empty() {
    scenario("getDictionaryArrayEmpty", async {
        let reply = client().dictionary().get_array_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_array_item_null() {
    scenario("getDictionaryArrayItemNull", async {
        let reply = client().dictionary().get_array_item_null().send().await?;
        let expected = [
            Some(texts(["1", "2", "3"])),
            None,
            Some(texts(["7", "8", "9"])),
        ];
        assert_eq!(reply.body(), &numbered(expected));
        Ok(())
    });
}

#[test]
fn get_array_item_empty() {
    scenario("getDictionaryArrayItemEmpty", async {
        let reply = client().dictionary().get_array_item_empty().send().await?;
        let expected = [texts(["1", "2", "3"]), Vec::new(), texts(["7", "8", "9"])];
        assert_eq!(reply.body(), &numbered(expected));
        Ok(())
    });
}

#[test]
fn get_array() {
    scenario("getDictionaryArrayValid", async {
        let reply = client().dictionary().get_array_valid().send().await?;
        assert_eq!(reply.body(), &arrays());
        Ok(())
    });
}

#[test]
fn put_array() {
    scenario("putDictionaryArrayValid", async {
        client()
            .dictionary()
            .put_array_valid(arrays())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_dictionary_null() {
    scenario("getDictionaryDictionaryNull", async {
        let error = client()
            .dictionary()
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
    scenario("getDictionaryDictionaryEmpty", async {
        let reply = client().dictionary().get_dictionary_empty().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn get_dictionary_item_null() {
    scenario("getDictionaryDictionaryItemNull", async {
        let reply = client()
            .dictionary()
            .get_dictionary_item_null()
            .send()
            .await?;
        let [first, _, last] = dictionaries();
        assert_eq!(reply.body(), &numbered([Some(first), None, Some(last)]));
        Ok(())
    });
}

#[test]
fn get_dictionary_item_empty() {
    scenario("getDictionaryDictionaryItemEmpty", async {
        let reply = client()
            .dictionary()
            .get_dictionary_item_empty()
            .send()
            .await?;
        let [first, _, last] = dictionaries();
        assert_eq!(reply.body(), &numbered([first, BTreeMap::new(), last]));
        Ok(())
    });
}

#[test]
fn get_dictionary() {
    scenario("getDictionaryDictionaryValid", async {
        let reply = client().dictionary().get_dictionary_valid().send().await?;
        assert_eq!(reply.body(), &numbered(dictionaries()));
        Ok(())
    });
}

#[test]
fn put_dictionary() {
    scenario("putDictionaryDictionaryValid", async {
        client()
            .dictionary()
            .put_dictionary_valid(numbered(dictionaries()))
            .send()
            .await?;
        Ok(())
    });
}

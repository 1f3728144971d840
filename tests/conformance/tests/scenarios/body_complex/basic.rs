//! Objects, their arrays and dictionaries, and inheritance.

use super::client;
use body_complex_client::models::{
    ArrayWrapper, Basic, CmykColors, DictionaryWrapper, Dog, ReadonlyObj, Siamese,
};
use body_complex_client::{ErrorKind, Json};
use conformance::scenario;
use std::collections::BTreeMap;

fn siamese() -> Siamese {
    let dog = |food: &str, id, name: &str| Dog {
        food: Some(food.to_owned()),
        id: Some(id),
        name: Some(name.to_owned()),
    };
    Siamese {
        breed: Some("persian".to_owned()),
        color: Some("green".to_owned()),
        hates: Some(vec![
            dog("tomato", 1, "Potato"),
            dog("french fries", -1, "Tomato"),
        ]),
        id: Some(2),
        name: Some("Siameeee".to_owned()),
    }
}

/// What the document does not allow, a null in the array, can be sent as raw text.
const ARRAY: &[u8] =
    br#"{"array":["1, 2, 3, 4","",null,"&S#$(*Y","The quick brown fox jumps over the lazy dog"]}"#;

const DICTIONARY: &[u8] =
    br#"{"defaultProgram":{"txt":"notepad","bmp":"mspaint","xls":"excel","exe":"","":null}}"#;

#[test]
fn get_valid() {
    scenario("getComplexBasicValid", async {
        let reply = client().basic().get_valid().send().await?;
        let expected = Basic {
            id: Some(2),
            name: Some("abc".to_owned()),
            color: Some(CmykColors::Yellow),
        };
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn put_valid() {
    scenario("putComplexBasicValid", async {
        client()
            .basic()
            .put_valid(Basic {
                id: Some(2),
                name: Some("abc".to_owned()),
                color: Some(CmykColors::Magenta),
            })
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_invalid() {
    scenario("getComplexBasicInvalid", async {
        let error = client().basic().get_invalid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_empty() {
    scenario("getComplexBasicEmpty", async {
        let reply = client().basic().get_empty().send().await?;
        assert_eq!(reply.body(), &Basic::default());
        Ok(())
    });
}

#[test]
fn get_null() {
    scenario("getComplexBasicNull", async {
        let reply = client().basic().get_null().send().await?;
        assert_eq!(reply.body(), &Basic::default());
        Ok(())
    });
}

#[test]
fn get_not_provided() {
    scenario("getComplexBasicNotProvided", async {
        let error = client()
            .basic()
            .get_not_provided()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_array_valid() {
    scenario("getComplexArrayValid", async {
        let error = client().array().get_valid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_array_valid() {
    scenario("putComplexArrayValid", async {
        client().array().put_valid(Json::raw(ARRAY)).send().await?;
        Ok(())
    });
}

#[test]
fn get_array_empty() {
    scenario("getComplexArrayEmpty", async {
        let reply = client().array().get_empty().send().await?;
        let expected = ArrayWrapper {
            array: Some(Vec::new()),
        };
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn put_array_empty() {
    scenario("putComplexArrayEmpty", async {
        client()
            .array()
            .put_empty(ArrayWrapper {
                array: Some(Vec::new()),
            })
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_array_not_provided() {
    scenario("getComplexArrayNotProvided", async {
        let reply = client().array().get_not_provided().send().await?;
        assert_eq!(reply.body(), &ArrayWrapper::default());
        Ok(())
    });
}

#[test]
fn get_dictionary_valid() {
    scenario("getComplexDictionaryValid", async {
        let error = client().dictionary().get_valid().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn put_dictionary_valid() {
    scenario("putComplexDictionaryValid", async {
        client()
            .dictionary()
            .put_valid(Json::raw(DICTIONARY))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_dictionary_empty() {
    scenario("getComplexDictionaryEmpty", async {
        let reply = client().dictionary().get_empty().send().await?;
        let expected = DictionaryWrapper {
            default_program: Some(BTreeMap::new()),
        };
        assert_eq!(reply.body(), &expected);
        Ok(())
    });
}

#[test]
fn put_dictionary_empty() {
    scenario("putComplexDictionaryEmpty", async {
        client()
            .dictionary()
            .put_empty(DictionaryWrapper {
                default_program: Some(BTreeMap::new()),
            })
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_dictionary_null() {
    scenario("getComplexDictionaryNull", async {
        let reply = client().dictionary().get_null().send().await?;
        assert_eq!(reply.body(), &DictionaryWrapper::default());
        Ok(())
    });
}

#[test]
fn get_dictionary_not_provided() {
    scenario("getComplexDictionaryNotProvided", async {
        let reply = client().dictionary().get_not_provided().send().await?;
        assert_eq!(reply.body(), &DictionaryWrapper::default());
        Ok(())
    });
}

#[test]
fn get_inheritance_valid() {
    scenario("getComplexInheritanceValid", async {
        let reply = client().inheritance().get_valid().send().await?;
        assert_eq!(reply.body(), &siamese());
        Ok(())
    });
}

#[test]
fn put_inheritance_valid() {
    scenario("putComplexInheritanceValid", async {
        client().inheritance().put_valid(siamese()).send().await?;
        Ok(())
    });
}

#[test]
fn get_readonly_valid() {
    scenario("getComplexReadOnlyPropertyValid", async {
        let reply = client().readonlyproperty().get_valid().send().await?;
        assert_eq!(reply.body().size, Some(2));
        Ok(())
    });
}

#[test]
fn put_readonly_valid() {
    scenario("putComplexReadOnlyPropertyValid", async {
        client()
            .readonlyproperty()
            .put_valid(ReadonlyObj {
                id: Some("not sent".to_owned()),
                size: Some(2),
            })
            .send()
            .await?;
        Ok(())
    });
}

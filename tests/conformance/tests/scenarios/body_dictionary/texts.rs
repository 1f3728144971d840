//! Dictionaries of texts.

use super::{client, numbered};
use body_dictionary_client::ErrorKind;
use conformance::scenario;

#[test]
fn get_string() {
    scenario("getDictionaryStringValid", async {
        let reply = client().dictionary().get_string_valid().send().await?;
        assert_eq!(
            reply.body(),
            &numbered(["foo1", "foo2", "foo3"].map(str::to_owned))
        );
        Ok(())
    });
}

#[test]
fn put_string() {
    scenario("putDictionaryStringValid", async {
        client()
            .dictionary()
            .put_string_valid(numbered(["foo1", "foo2", "foo3"].map(str::to_owned)))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_string_with_null() {
    scenario("getDictionaryStringWithNull", async {
        let error = client()
            .dictionary()
            .get_string_with_null()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_string_with_number() {
    scenario("getDictionaryStringWithNumber", async {
        let error = client()
            .dictionary()
            .get_string_with_invalid()
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        Ok(())
    });
}

#[test]
fn get_duration() {
    scenario("getDictionaryDurationValid", async {
        let reply = client().dictionary().get_duration_valid().send().await?;
        assert_eq!(
            reply.body(),
            &numbered(["P123DT22H14M12.011S", "P5DT1H"].map(str::to_owned))
        );
        Ok(())
    });
}

#[test]
fn put_duration() {
    scenario("putDictionaryDurationValid", async {
        client()
            .dictionary()
            .put_duration_valid(numbered(
                ["P123DT22H14M12.011S", "P5DT1H"].map(str::to_owned),
            ))
            .send()
            .await?;
        Ok(())
    });
}

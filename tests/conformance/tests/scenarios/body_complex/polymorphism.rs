//! Objects whose `fishtype` says which subtype they are, also in each other.

use super::client;
use body_complex_client::models::{
    Fish, Goblinshark, PlainSalmon, PlainShark, Salmon, Sawshark, SmartSalmon,
};
use conformance::scenario;
use serde_json::json;

fn shark() -> PlainShark {
    PlainShark {
        age: Some(6),
        species: Some("predator".to_owned()),
        ..PlainShark::new(20.0, "2012-01-05T01:00:00Z".parse().expect("a time"))
    }
}

fn sawshark() -> Sawshark {
    Sawshark {
        age: Some(105),
        species: Some("dangerous".to_owned()),
        picture: Some(vec![255, 255, 255, 255, 254].into()),
        ..Sawshark::new(10.0, "1900-01-05T01:00:00Z".parse().expect("a time"))
    }
}

/// Its color is none of those that the document lists.
fn goblin() -> Goblinshark {
    Goblinshark {
        age: Some(1),
        species: Some("scary".to_owned()),
        jawsize: Some(5),
        color: Some("pinkish-gray".into()),
        ..Goblinshark::new(30.0, "2015-08-08T00:00:00Z".parse().expect("a time"))
    }
}

fn siblings() -> Vec<Fish> {
    vec![shark().into(), sawshark().into(), goblin().into()]
}

fn salmon() -> PlainSalmon {
    PlainSalmon {
        location: Some("alaska".to_owned()),
        iswild: Some(true),
        species: Some("king".to_owned()),
        siblings: Some(siblings()),
        ..PlainSalmon::new(1.0)
    }
}

fn smart_salmon() -> SmartSalmon {
    let additional = [
        ("additionalProperty1", json!(1)),
        ("additionalProperty2", json!(false)),
        ("additionalProperty3", json!("hello")),
        ("additionalProperty4", json!({ "a": 1, "b": 2 })),
        ("additionalProperty5", json!([1, 3])),
    ];
    SmartSalmon {
        location: Some("alaska".to_owned()),
        iswild: Some(true),
        species: Some("king".to_owned()),
        siblings: Some(siblings()),
        additional_properties: additional
            .map(|(key, value)| (key.to_owned(), value))
            .into(),
        ..SmartSalmon::new(1.0)
    }
}

/// A fish four levels deep.
fn recursive() -> PlainSalmon {
    let childless = Sawshark {
        siblings: Some(Vec::new()),
        ..sawshark()
    };
    let coho = PlainSalmon {
        location: Some("atlantic".to_owned()),
        iswild: Some(true),
        species: Some("coho".to_owned()),
        siblings: Some(vec![shark().into(), sawshark().into()]),
        ..PlainSalmon::new(2.0)
    };
    let predator = PlainShark {
        siblings: Some(vec![coho.into(), childless.clone().into()]),
        ..shark()
    };
    PlainSalmon {
        siblings: Some(vec![predator.into(), childless.into()]),
        ..salmon()
    }
}

#[test]
fn get_valid() {
    scenario("getComplexPolymorphismValid", async {
        let reply = client().polymorphism().get_valid().send().await?;
        assert_eq!(reply.body(), &Fish::from(salmon()));
        Ok(())
    });
}

#[test]
fn put_valid() {
    scenario("putComplexPolymorphismValid", async {
        client()
            .polymorphism()
            .put_valid(Fish::from(salmon()))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_complicated() {
    scenario("getComplexPolymorphismComplicated", async {
        let reply = client().polymorphism().get_complicated().send().await?;
        assert_eq!(reply.body(), &Salmon::from(smart_salmon()));
        Ok(())
    });
}

#[test]
fn put_complicated() {
    scenario("putComplexPolymorphismComplicated", async {
        client()
            .polymorphism()
            .put_complicated(Salmon::from(smart_salmon()))
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn without_discriminator_in_the_reply() {
    scenario("putComplexPolymorphismNoDiscriminator", async {
        let reply = client()
            .polymorphism()
            .put_missing_discriminator(Salmon::from(salmon()))
            .send()
            .await?;
        assert_eq!(reply.body(), &Salmon::from(salmon()));
        Ok(())
    });
}

#[test]
fn get_recursive() {
    scenario("getComplexPolymorphicRecursiveValid", async {
        let reply = client().polymorphicrecursive().get_valid().send().await?;
        assert_eq!(reply.body(), &Fish::from(recursive()));
        Ok(())
    });
}

#[test]
fn put_recursive() {
    scenario("putComplexPolymorphicRecursiveValid", async {
        client()
            .polymorphicrecursive()
            .put_valid(Fish::from(recursive()))
            .send()
            .await?;
        Ok(())
    });
}

//! Subtypes by `fish.type`, whose dot is part of the name.

use super::client;
use body_complex_client::models::{DotFish, DotSalmon};
use conformance::scenario;

/// Where a salmon comes from, and whether it is wild.
fn origin(salmon: &DotSalmon) -> (Option<&str>, Option<bool>) {
    (salmon.location.as_deref(), salmon.iswild)
}

/// The same of a fish that is a salmon.
fn salmon(fish: &DotFish) -> Option<(Option<&str>, Option<bool>)> {
    match fish {
        DotFish::DotSalmon(salmon) => Some(origin(salmon)),
        _ => None,
    }
}

/// The species of a fish that does not say which it is.
fn plain(fish: &DotFish) -> Option<&str> {
    match fish {
        DotFish::DotFish(fish) => fish.species.as_deref(),
        _ => None,
    }
}

const SALMONS: [(Option<&str>, Option<bool>); 2] = [
    (Some("sweden"), Some(false)),
    (Some("atlantic"), Some(true)),
];

#[test]
fn get_dot_syntax() {
    scenario("getComplexPolymorphismDotSyntax", async {
        let reply = client().polymorphism().get_dot_syntax().send().await?;
        assert_eq!(salmon(reply.body()), Some((Some("sweden"), Some(true))));
        Ok(())
    });
}

#[test]
fn composed_with_discriminator() {
    scenario("getComposedWithDiscriminator", async {
        let reply = client()
            .polymorphism()
            .get_composed_with_discriminator()
            .send()
            .await?;
        let market = reply.body();
        let sample = market.sample_salmon.as_ref().map(origin);
        assert_eq!(sample, Some((Some("sweden"), Some(false))));
        let salmons = market.salmons.iter().flatten().map(origin);
        assert!(salmons.eq(SALMONS));
        let sample = market.sample_fish.as_ref().and_then(salmon);
        assert_eq!(sample, Some((Some("australia"), Some(false))));
        let fishes = market.fishes.iter().flatten().map(salmon);
        assert!(fishes.eq([
            Some((Some("australia"), Some(false))),
            Some((Some("canada"), Some(true))),
        ]));
        Ok(())
    });
}

#[test]
fn composed_without_discriminator() {
    scenario("getComposedWithoutDiscriminator", async {
        let reply = client()
            .polymorphism()
            .get_composed_without_discriminator()
            .send()
            .await?;
        let market = reply.body();
        let sample = market.sample_salmon.as_ref().map(origin);
        assert_eq!(sample, Some((Some("sweden"), Some(false))));
        let salmons = market.salmons.iter().flatten().map(origin);
        assert!(salmons.eq(SALMONS));
        assert_eq!(market.sample_fish.as_ref().and_then(plain), Some("king"));
        let fishes = market.fishes.iter().flatten().map(plain);
        assert!(fishes.eq([Some("king"), Some("king")]));
        Ok(())
    });
}

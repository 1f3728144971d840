//! The scenarios of `multiple-inheritance.json`.

use conformance::{scenario, server};
use multiple_inheritance_client::Client;
use multiple_inheritance_client::models::{Cat, Feline, Horse, Kitten, Pet};

fn client() -> Client {
    Client::builder()
        .endpoint(server())
        .build()
        .expect("a client")
}

fn cat(name: &str, likes_milk: bool, meows: bool, hisses: bool) -> Cat {
    Cat {
        likes_milk: Some(likes_milk),
        meows: Some(meows),
        hisses: Some(hisses),
        ..Cat::new(name)
    }
}

fn kitten(name: &str, likes_milk: bool, hisses: bool, eats_mice_yet: bool) -> Kitten {
    Kitten {
        likes_milk: Some(likes_milk),
        meows: Some(true),
        hisses: Some(hisses),
        eats_mice_yet: Some(eats_mice_yet),
        ..Kitten::new(name)
    }
}

fn horse(name: &str, is_a_show_horse: bool) -> Horse {
    Horse {
        is_a_show_horse: Some(is_a_show_horse),
        ..Horse::new(name)
    }
}

fn feline(meows: bool) -> Feline {
    Feline {
        meows: Some(meows),
        hisses: Some(true),
    }
}

#[test]
fn get_pet() {
    scenario("MultipleInheritancePetGet", async {
        let reply = client().get_pet().send().await?;
        assert_eq!(reply.body(), &Pet::new("Peanut"));
        Ok(())
    });
}

#[test]
fn put_pet() {
    scenario("MultipleInheritancePetPut", async {
        let reply = client().put_pet(Pet::new("Butter")).send().await?;
        assert_eq!(reply.body(), &"Pet was correct!");
        Ok(())
    });
}

#[test]
fn get_horse() {
    scenario("MultipleInheritanceHorseGet", async {
        let reply = client().get_horse().send().await?;
        assert_eq!(reply.body(), &horse("Fred", true));
        Ok(())
    });
}

#[test]
fn put_horse() {
    scenario("MultipleInheritanceHorsePut", async {
        let reply = client().put_horse(horse("General", false)).send().await?;
        assert_eq!(reply.body(), &"Horse was correct!");
        Ok(())
    });
}

#[test]
fn get_feline() {
    scenario("MultipleInheritanceFelineGet", async {
        let reply = client().get_feline().send().await?;
        assert_eq!(reply.body(), &feline(true));
        Ok(())
    });
}

#[test]
fn put_feline() {
    scenario("MultipleInheritanceFelinePut", async {
        let reply = client().put_feline(feline(false)).send().await?;
        assert_eq!(reply.body(), &"Feline was correct!");
        Ok(())
    });
}

#[test]
fn get_cat() {
    scenario("MultipleInheritanceCatGet", async {
        let reply = client().get_cat().send().await?;
        assert_eq!(reply.body(), &cat("Whiskers", true, true, true));
        Ok(())
    });
}

#[test]
fn put_cat() {
    scenario("MultipleInheritanceCatPut", async {
        let reply = client()
            .put_cat(cat("Boots", false, true, false))
            .send()
            .await?;
        assert_eq!(reply.body(), &"Cat was correct!");
        Ok(())
    });
}

#[test]
fn get_kitten() {
    scenario("MultipleInheritanceKittenGet", async {
        let reply = client().get_kitten().send().await?;
        assert_eq!(reply.body(), &kitten("Gatito", true, true, false));
        Ok(())
    });
}

#[test]
fn put_kitten() {
    scenario("MultipleInheritanceKittenPut", async {
        let reply = client()
            .put_kitten(kitten("Kitty", false, false, true))
            .send()
            .await?;
        assert_eq!(reply.body(), &"Kitten was correct!");
        Ok(())
    });
}

//! Lists, wrapped and bare, in an object and at the root.

use super::client;
use conformance::scenario;
use time::macros::datetime;
use xml_service_client::DateTime;
use xml_service_client::models::{AppleBarrel, Banana, Slide, Slideshow};

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn slideshow() -> Slideshow {
    let wonder_widgets = Slide {
        r#type: Some("all".to_owned()),
        title: Some("Wake up to WonderWidgets!".to_owned()),
        ..Slide::default()
    };
    let overview = Slide {
        r#type: Some("all".to_owned()),
        title: Some("Overview".to_owned()),
        items: Some(texts([
            "Why WonderWidgets are great",
            "",
            "Who buys WonderWidgets",
        ])),
    };
    Slideshow {
        title: Some("Sample Slide Show".to_owned()),
        date: Some("Date of publication".to_owned()),
        author: Some("Yours Truly".to_owned()),
        slides: Some(vec![wonder_widgets, overview]),
    }
}

fn barrel() -> AppleBarrel {
    AppleBarrel {
        good_apples: Some(texts(["Fuji", "Gala"])),
        bad_apples: Some(texts(["Red Delicious"])),
    }
}

fn empty_barrel() -> AppleBarrel {
    AppleBarrel {
        good_apples: Some(Vec::new()),
        bad_apples: Some(Vec::new()),
    }
}

fn banana(name: &str, flavor: &str) -> Banana {
    Banana {
        name: Some(name.to_owned()),
        flavor: Some(flavor.to_owned()),
        expiration: Some(DateTime(datetime!(2018-02-28 00:40:00.123 UTC))),
    }
}

fn bananas() -> Vec<Banana> {
    vec![banana("Cavendish", "Sweet"), banana("Plantain", "Savory")]
}

#[test]
fn get_simple() {
    scenario("GetSimpleXML", async {
        let reply = client().xml().get_simple().send().await?;
        assert_eq!(reply.body(), &slideshow());
        Ok(())
    });
}

#[test]
fn put_simple() {
    scenario("PutSimpleXML", async {
        client().xml().put_simple(slideshow()).send().await?;
        Ok(())
    });
}

#[test]
fn get_wrapped_lists() {
    scenario("GetWrappedXMLList", async {
        let reply = client().xml().get_wrapped_lists().send().await?;
        assert_eq!(reply.body(), &barrel());
        Ok(())
    });
}

#[test]
fn put_wrapped_lists() {
    scenario("PutWrappedXMLList", async {
        client().xml().put_wrapped_lists(barrel()).send().await?;
        Ok(())
    });
}

#[test]
fn get_empty_list() {
    scenario("GetEmptyXMLList", async {
        let reply = client().xml().get_empty_list().send().await?;
        assert_eq!(reply.body(), &Slideshow::default());
        Ok(())
    });
}

#[test]
fn put_empty_list() {
    scenario("PutEmptyXMLList", async {
        let empty = Slideshow {
            slides: Some(Vec::new()),
            ..Slideshow::default()
        };
        client().xml().put_empty_list(empty).send().await?;
        Ok(())
    });
}

#[test]
fn get_empty_wrapped_lists() {
    scenario("GetEmptyWrappedXMLList", async {
        let reply = client().xml().get_empty_wrapped_lists().send().await?;
        assert_eq!(reply.body(), &empty_barrel());
        Ok(())
    });
}

#[test]
fn put_empty_wrapped_lists() {
    scenario("PutEmptyWrappedXMLList", async {
        client()
            .xml()
            .put_empty_wrapped_lists(empty_barrel())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_root_list() {
    scenario("GetXMLListAtRoot", async {
        let reply = client().xml().get_root_list().send().await?;
        assert_eq!(reply.body(), &bananas());
        Ok(())
    });
}

#[test]
fn put_root_list() {
    scenario("PutXMLListAtRoot", async {
        client().xml().put_root_list(bananas()).send().await?;
        Ok(())
    });
}

#[test]
fn get_root_list_single_item() {
    scenario("GetXMLListAtRootSingle", async {
        let reply = client().xml().get_root_list_single_item().send().await?;
        assert_eq!(reply.body(), &[banana("Cavendish", "Sweet")]);
        Ok(())
    });
}

#[test]
fn put_root_list_single_item() {
    scenario("PutXMLListAtRootSingle", async {
        client()
            .xml()
            .put_root_list_single_item(vec![banana("Cavendish", "Sweet")])
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_empty_root_list() {
    scenario("GetEmptyXMLListAtRoot", async {
        let reply = client().xml().get_empty_root_list().send().await?;
        assert!(reply.body().is_empty());
        Ok(())
    });
}

#[test]
fn put_empty_root_list() {
    scenario("PutEmptyXMLListAtRoot", async {
        client()
            .xml()
            .put_empty_root_list(Vec::new())
            .send()
            .await?;
        Ok(())
    });
}

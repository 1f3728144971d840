//! What a storage service lists and is set to.
//!
//! The lists of containers and blobs lack properties that the document requires.

use super::client;
use conformance::scenario;
use time::macros::datetime;
use xml_service_client::models::{
    AccessPolicy, Logging, Metrics, RetentionPolicy, SignedIdentifier, StorageServiceProperties,
};
use xml_service_client::{DateTime, ErrorKind};

fn retention() -> RetentionPolicy {
    RetentionPolicy {
        days: Some(7),
        ..RetentionPolicy::new(true)
    }
}

fn metrics(include_apis: bool) -> Metrics {
    Metrics {
        version: Some("1.0".to_owned()),
        include_apis: Some(include_apis),
        retention_policy: Some(retention()),
        ..Metrics::new(true)
    }
}

fn properties() -> StorageServiceProperties {
    StorageServiceProperties {
        logging: Some(Logging::new("1.0", true, false, true, retention())),
        hour_metrics: Some(metrics(false)),
        minute_metrics: Some(metrics(true)),
        ..StorageServiceProperties::default()
    }
}

fn identifiers() -> Vec<SignedIdentifier> {
    let policy = AccessPolicy::new(
        DateTime(datetime!(2009-09-28 08:49:37.123 UTC)),
        DateTime(datetime!(2009-09-29 08:49:37.123 UTC)),
        "rwd",
    );
    let id = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";
    vec![SignedIdentifier::new(id, policy)]
}

#[test]
fn list_containers() {
    scenario("StorageListContainersXML", async {
        let error = client().xml().list_containers().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(format!("{error:?}").contains("Prefix"), "{error:?}");
        Ok(())
    });
}

#[test]
fn list_blobs() {
    scenario("StorageListBlobsXML", async {
        let error = client().xml().list_blobs().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(format!("{error:?}").contains("Prefix"), "{error:?}");
        Ok(())
    });
}

#[test]
fn get_service_properties() {
    scenario("StorageGetServicePropertiesXML", async {
        let reply = client().xml().get_service_properties().send().await?;
        assert_eq!(reply.body(), &properties());
        Ok(())
    });
}

#[test]
fn put_service_properties() {
    scenario("StoragePutServicePropertiesXML", async {
        client()
            .xml()
            .put_service_properties(properties())
            .send()
            .await?;
        Ok(())
    });
}

#[test]
fn get_acls() {
    scenario("StorageGetContainerACLXML", async {
        let reply = client().xml().get_acls().send().await?;
        assert_eq!(reply.body(), &identifiers());
        Ok(())
    });
}

#[test]
fn put_acls() {
    scenario("StoragePutContainerACLXML", async {
        client().xml().put_acls(identifiers()).send().await?;
        Ok(())
    });
}

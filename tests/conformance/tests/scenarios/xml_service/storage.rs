//! What a storage service lists and is set to.

use super::client;
use conformance::scenario;
use time::macros::datetime;
use xml_service_client::models::{
    AccessPolicy, BlobType, Logging, Metrics, PublicAccessType, RetentionPolicy, SignedIdentifier,
    StorageServiceProperties,
};
use xml_service_client::{DateTime, HttpDate};

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
        let list = client().xml().list_containers().send().await?.into_body();
        let containers = list.containers.unwrap_or_default();
        let names: Vec<_> = containers.iter().map(|container| &container.name).collect();
        assert_eq!(names, ["audio", "images", "textfiles"]);
        let access = containers[0].properties.public_access.as_ref();
        assert_eq!(access, Some(&PublicAccessType::Container));
        let modified = datetime!(2016-10-26 20:39:39 UTC);
        assert_eq!(containers[2].properties.last_modified, HttpDate(modified));
        assert_eq!((list.max_results, list.next_marker.as_str()), (3, "video"));
        Ok(())
    });
}

#[test]
fn list_blobs() {
    scenario("StorageListBlobsXML", async {
        let list = client().xml().list_blobs().send().await?.into_body();
        let blobs = list.blobs.blob.unwrap_or_default();
        assert_eq!(blobs.len(), 5);
        assert_eq!(blobs[0].snapshot, None);
        let snapshot = blobs[1].snapshot.as_deref();
        assert_eq!(snapshot, Some("2009-09-09T09:20:03.0427659Z"));
        let last = &blobs[4];
        assert_eq!(last.name, "blob3.txt");
        assert_eq!(last.properties.content_length, Some(16384));
        assert_eq!(last.properties.blob_type, Some(BlobType::PageBlob));
        let metadata = last.metadata.as_ref().expect("metadata");
        assert_eq!(metadata["Color"], "yellow");
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

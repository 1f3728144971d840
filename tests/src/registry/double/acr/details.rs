//! The JSON that Azure writes about repositories, tags and manifests.

use serde_json::{Value, json};

use super::super::state::{Registry, Repository};
use super::{Attributes, Route};

/// One repository, ready to be described.
pub(super) struct Details<'a> {
    host: &'a str,
    name: &'a str,
    pub(super) repository: &'a Repository,
}

impl<'a> Details<'a> {
    pub(super) fn of(registry: &'a Registry, name: &'a str) -> Option<Self> {
        let repository = registry.repositories.get(name)?;
        let host = registry.host();
        Some(Self {
            host,
            name,
            repository,
        })
    }

    /// The reply to a GET of attributes.
    pub(super) fn body(&self, route: Route<'_>) -> Option<Value> {
        match route {
            Route::Repository { .. } => Some(self.whole()),
            Route::Tag { tag, .. } => Some(self.with("tag", &self.tag(tag)?)),
            Route::Manifest { digest, .. } => Some(self.with("manifest", &self.manifest(digest)?)),
            Route::Catalog | Route::Tags { .. } | Route::Manifests { .. } => None,
        }
    }

    /// A list; Azure writes `null` for an empty one.
    pub(super) fn list(&self, key: &str, entries: Vec<Value>) -> Value {
        let entries = Some(entries).filter(|entries| !entries.is_empty());
        self.with(key, &json!(entries))
    }

    pub(super) fn tag(&self, name: &str) -> Option<Value> {
        let tag = self.repository.tags.get(name)?;
        let entry = json!({"name": name, "digest": tag.digest, "signed": false});
        Some(with_attributes(entry, &tag.attributes))
    }

    pub(super) fn manifest(&self, digest: &str) -> Option<Value> {
        let manifest = self.repository.manifests.get(digest)?;
        let document = &manifest.document;
        let tags: Vec<_> = self.repository.tags_of(digest).collect();
        let entry = json!({
            "digest": digest,
            "imageSize": image_size(document),
            "architecture": "amd64",
            "os": "linux",
            "mediaType": manifest.media_type,
            "configMediaType": document["config"]["mediaType"],
            "tags": Some(tags).filter(|tags| !tags.is_empty()),
        });
        Some(with_attributes(entry, &manifest.attributes))
    }

    fn whole(&self) -> Value {
        let entry = json!({
            "registry": self.host,
            "imageName": self.name,
            "manifestCount": self.repository.manifests.len(),
            "tagCount": self.repository.tags.len(),
        });
        with_attributes(entry, &self.repository.attributes)
    }

    fn with(&self, key: &str, value: &Value) -> Value {
        json!({"registry": self.host, "imageName": self.name, key: value})
    }
}

fn with_attributes(mut entry: Value, attributes: &Attributes) -> Value {
    entry["createdTime"] = json!(attributes.created);
    entry["lastUpdateTime"] = json!(attributes.updated);
    entry["changeableAttributes"] = json!(attributes.changeable);
    entry
}

/// The sizes that a manifest names, together.
fn image_size(document: &Value) -> i64 {
    let size = |part: &Value| part["size"].as_i64().unwrap_or_default();
    let layers = document["layers"].as_array();
    let layers = layers.into_iter().flatten().map(size).sum::<i64>();
    size(&document["config"]) + layers
}

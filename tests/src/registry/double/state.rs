//! What the registry holds. Nothing here knows of HTTP.

use std::collections::{BTreeMap, HashMap};

use bytes::{Bytes, BytesMut};
use serde_json::Value;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use super::acr::Attributes;
use super::oauth2::Tokens;
use super::{Locations, Options};
use crate::digest::sha256;

/// All that a registry knows.
pub(super) struct Registry {
    pub(super) options: Options,
    /// `http://host:port`.
    pub(super) url: String,
    pub(super) storage_url: String,
    pub(super) repositories: BTreeMap<String, Repository>,
    /// The uploads under way, by their id.
    pub(super) uploads: HashMap<String, Upload>,
    /// The tokens given out.
    pub(super) tokens: Tokens,
    clock: i64,
}

/// One repository.
pub(super) struct Repository {
    /// The blobs that can be read through this repository, by digest.
    pub(super) blobs: BTreeMap<String, Bytes>,
    /// The manifests by digest.
    pub(super) manifests: BTreeMap<String, Manifest>,
    pub(super) tags: BTreeMap<String, Tag>,
    /// Tags were there at some time, so that a list of them can be asked for.
    pub(super) was_tagged: bool,
    pub(super) attributes: Attributes,
}

/// One manifest.
pub(super) struct Manifest {
    pub(super) media_type: String,
    pub(super) bytes: Bytes,
    pub(super) document: Value,
    pub(super) attributes: Attributes,
}

/// One tag.
pub(super) struct Tag {
    pub(super) digest: String,
    pub(super) attributes: Attributes,
}

/// A blob that is being uploaded.
pub(super) struct Upload {
    pub(super) repository: String,
    pub(super) bytes: BytesMut,
}

impl Registry {
    pub(super) fn new(options: Options, url: &str, storage_url: &str) -> Self {
        Self {
            options,
            url: url.to_owned(),
            storage_url: storage_url.to_owned(),
            repositories: BTreeMap::new(),
            uploads: HashMap::new(),
            tokens: Tokens::default(),
            clock: 0,
        }
    }

    /// `host:port`: what Azure calls the registry and the token service.
    pub(super) fn host(&self) -> &str {
        self.url.trim_start_matches("http://")
    }

    /// A `Location` as the options ask for it.
    pub(super) fn location(&self, path: &str) -> String {
        match self.options.locations {
            Locations::Relative => path.to_owned(),
            Locations::Absolute => format!("{}{path}", self.url),
        }
    }

    /// A number that was not given out before.
    pub(super) fn next_serial(&mut self) -> i64 {
        self.clock += 1;
        self.clock
    }

    /// The registry's own time: each change is one second later than the one before, whatever the machine's clock says.
    pub(super) fn now(&mut self) -> String {
        let start = OffsetDateTime::UNIX_EPOCH + Duration::days(20_000);
        // Seven digits after the point, as Azure writes them.
        let change = Duration::new(self.next_serial(), 953_124_800);
        (start + change)
            .format(&Rfc3339)
            .expect("a time in the range of RFC 3339")
    }

    /// An id in the form of a UUID.
    pub(super) fn new_id(&mut self) -> String {
        let serial = self.next_serial();
        let digest = sha256(format!("{}#{serial}", self.url).as_bytes());
        let hex = |range| digest.get(range).unwrap_or_default();
        [
            hex(7..15),
            hex(15..19),
            hex(19..23),
            hex(23..27),
            hex(27..39),
        ]
        .join("-")
    }

    /// The repository of that name, made when it is not there.
    pub(super) fn repository_mut(&mut self, name: &str) -> &mut Repository {
        if !self.repositories.contains_key(name) {
            let repository = Repository::new(Attributes::new(self.now()));
            self.repositories.insert(name.to_owned(), repository);
        }
        self.repositories
            .get_mut(name)
            .expect("the repository that was just made")
    }

    /// A blob, when the repository can read it.
    pub(super) fn blob(&self, name: &str, digest: &str) -> Option<&Bytes> {
        self.repositories.get(name)?.blobs.get(digest)
    }
}

impl Repository {
    fn new(attributes: Attributes) -> Self {
        Self {
            blobs: BTreeMap::new(),
            manifests: BTreeMap::new(),
            tags: BTreeMap::new(),
            was_tagged: false,
            attributes,
        }
    }

    /// The digest that a tag or a digest stands for.
    pub(super) fn resolve(&self, reference: &str) -> Option<&str> {
        match self.tags.get(reference) {
            Some(tag) => Some(&tag.digest),
            None => self
                .manifests
                .get_key_value(reference)
                .map(|(digest, _)| digest.as_str()),
        }
    }

    /// The tags of a manifest.
    pub(super) fn tags_of<'a>(&'a self, digest: &'a str) -> impl Iterator<Item = &'a str> {
        self.tags
            .iter()
            .filter(move |(_, tag)| tag.digest == digest)
            .map(|(name, _)| name.as_str())
    }
}

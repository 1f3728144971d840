//! XML bodies of requests and replies.

use super::super::body::Body;
use super::super::error::{Error, Failure};
use super::super::headers::FromHeaders;
use super::super::reply::{Reply, read};
use super::super::request::Request;
use super::super::response::Response;
use super::element::XmlElement;
use super::error::XmlError;
use super::list::{FromXmlList, ToXmlList};
use super::name::XmlName;
use super::read as text;
use super::value::{FromXml, ToXml};
use super::write::write;

impl Request {
    /// Sets an XML body with a root of this name.
    pub fn xml(&mut self, media_type: &str, root: impl Into<XmlName>, body: &dyn ToXml) {
        self.xml_root(media_type, &XmlElement::of(root.into(), body));
    }

    /// Sets an XML body whose root has an element for each value.
    pub fn xml_list(
        &mut self,
        media_type: &str,
        root: impl Into<XmlName>,
        item: impl Into<XmlName>,
        body: &dyn ToXmlList,
    ) {
        let mut root = XmlElement::new(root.into());
        root.items(item, body);
        self.xml_root(media_type, &root);
    }

    fn xml_root(&mut self, media_type: &str, root: &XmlElement) {
        match write(root) {
            Ok(text) => self.draft.body(media_type, Body::from(text)),
            Err(error) => self.draft.note(Err(error.into_parameter_failure())),
        }
    }
}

impl<E> Reply<E> {
    /// Reads the body as XML with a root of this name. A byte order mark in front of it is accepted.
    ///
    /// # Errors
    ///
    /// Those of [`json`](Self::json).
    pub async fn xml<T: FromXml, H: FromHeaders>(
        self,
        root: impl Into<XmlName>,
    ) -> Result<Response<T, H>, Error<E>> {
        let root = root.into();
        let whole = read(self.raw).await?;
        Ok(whole.into_response(|body| decode(body, &root, T::from_xml))?)
    }

    /// Reads the body as XML whose root has an element for each value.
    ///
    /// # Errors
    ///
    /// Those of [`json`](Self::json).
    pub async fn xml_list<L: FromXmlList, H: FromHeaders>(
        self,
        root: impl Into<XmlName>,
        item: impl Into<XmlName>,
    ) -> Result<Response<L, H>, Error<E>> {
        let (root, item) = (root.into(), item.into());
        let whole = read(self.raw).await?;
        Ok(whole.into_response(|body| decode(body, &root, |root| root.take_items(item)))?)
    }
}

/// Reads an XML text, for the error bodies of a service: `None` when it is not what the document describes. The root
/// may have any name, since documents seldom tell that of an error.
pub fn decode_xml<T: FromXml>(body: &[u8]) -> Option<T> {
    T::from_xml(&mut text::read(body).ok()?).ok()
}

/// Like [`decode_xml`], for a type whose fields may all be absent: `None` as well when nothing of it is there.
pub fn decode_xml_nonempty<T: FromXml + Default + PartialEq>(body: &[u8]) -> Option<T> {
    let mut root = text::read(body).ok().filter(|root| !root.is_blank())?;
    let value = T::from_xml(&mut root).ok()?;
    (value != T::default()).then_some(value)
}

fn decode<T>(
    body: &[u8],
    name: &XmlName,
    from_root: impl FnOnce(&mut XmlElement) -> Result<T, XmlError>,
) -> Result<T, Failure> {
    let mut root = root(body, name).map_err(XmlError::into_decode_failure)?;
    let local = root.name.local.clone();
    from_root(&mut root).map_err(|error| error.within(&local).into_decode_failure())
}

/// The root, if it has this name.
fn root(body: &[u8], name: &XmlName) -> Result<XmlElement, XmlError> {
    let root = text::read(body)?;
    if name.is_element(&root.name) {
        return Ok(root);
    }
    let message = format!("the root is no `{}`", name.local);
    Err(XmlError::new(message))
}

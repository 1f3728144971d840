//! Lists that come in pages: where the items are, and how the next page is found and asked for.

use super::{OperationId, ParamIdx, WireName};

/// A reply that is a page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// The property of the reply that holds the items: the reply's body is a struct model, this field is a list.
    pub items: WireName,
    /// Where the next page is found.
    pub next: NextLink,
    /// How it is asked for; means nothing where there is one page.
    pub request: NextRequest,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextRequest {
    /// By a `GET` of the link.
    Get,
    /// By the method and the body of the first request, sent to the link.
    Repeat,
    /// By another operation, which gives the same page.
    Operation(NextOperation),
}

/// An operation that gives the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextOperation {
    /// The operation: it has no body.
    pub operation: OperationId,
    /// Where the value of each of its parameters comes from, by their places.
    pub values: Vec<NextValue>,
}

/// Where an operation that gives the next page gets a value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextValue {
    /// From this parameter of the operation that gives the first page, which has the same type.
    First(ParamIdx),
    /// From itself: a constant, or a property of the client.
    Own,
    /// It is the link, in the path.
    Link,
    /// From nowhere: it is left out.
    Absent,
}

/// Where the link to the next page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextLink {
    /// An RFC 8288 `rel="next"` link in this header.
    Header(WireName),
    /// A string field of the reply's body.
    Field(WireName),
    /// Nowhere: there is one page.
    None,
}

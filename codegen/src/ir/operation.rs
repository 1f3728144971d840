//! The operations: what is sent, where, and what may come back.

use super::{
    Body, Bounds, ClientParamId, Docs, FormEncoding, Id, LongRunning, Paging, Scalar, SchemeId,
    Type, WireName, XmlRoot,
};
use crate::source::Location;

pub use crate::swagger::Method;

/// The place of an operation in [`Api::operations`](super::Api::operations).
pub type OperationId = Id<Operation>;

/// The place of a parameter in [`Operation::params`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParamIdx(pub usize);

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, or what was derived for it; distinct within the API.
    pub id: WireName,
    /// The words of its name within its group: what follows the first `_` of the id, or `x-ms-client-name`.
    pub name: String,
    /// Where it stands.
    pub origin: Location,
    /// What it does.
    pub docs: Docs,
    /// Whether the document calls it deprecated.
    pub deprecated: bool,
    /// Who may call it.
    pub visibility: Visibility,
    /// The HTTP method.
    pub method: Method,
    /// The path below the endpoint.
    pub path: PathTemplate,
    /// Everything that a request of it carries, in document order: path-level first.
    pub params: Vec<Param>,
    /// The body, if it has one.
    pub body: Option<Body>,
    /// The media types of `Accept`, in order of preference; empty when it is not sent.
    pub accept: Vec<String>,
    /// What may come back.
    pub replies: Replies,
    /// What it needs to be allowed.
    pub auth: Auth,
    /// Whether a 3xx with `Location` may be followed.
    pub redirects: Redirects,
    /// Whether its reply is a page.
    pub paging: Option<Paging>,
    /// Whether it goes on when it was answered.
    pub poll: Option<LongRunning>,
}

impl Operation {
    /// What its caller waits for: the result of a long-running operation, or the reply.
    pub fn outcome(&self) -> &Success {
        match &self.poll {
            Some(poll) => &poll.result,
            None => &self.replies.success,
        }
    }

    /// Whether its body is a form with files.
    pub fn body_is_multipart(&self) -> bool {
        matches!(self.body, Some(Body::Form(FormEncoding::Multipart)))
    }
}

/// Who may call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The hand-written part of the crate (`x-ms-internal`).
    Crate,
}

/// The operations whose ids begin with the same word before `_`.
#[derive(Clone, Debug)]
pub struct Group {
    /// That word; `None` for the operations without one.
    pub name: Option<WireName>,
    /// Its operations, in document order.
    pub operations: Vec<OperationId>,
}

/// A path as literal text and parameters, and the literal query behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    /// The parts, in order. Literals are already percent-encoded as they are sent; the first begins with `/`.
    pub segments: Vec<Segment>,
    /// The literal query without `?`, sent as written: `mode=resumable`.
    pub query: Option<String>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that is sent as it is.
    Literal(String),
    /// The value of a parameter of the operation, whose place is [`ParamPlace::Path`].
    Param(ParamIdx),
}

/// How a value is written into a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathEncoding {
    /// Percent-encoded as one segment; `.`, `..` and empty segments are refused.
    Segment,
    /// A list, each element percent-encoded and joined; refused as a whole as a segment is.
    List(Collection),
    /// As it is given (`x-ms-skip-url-encoding`): it may bring slashes and a query, never another origin.
    Raw,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// The name on the wire.
    pub wire: WireName,
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// Where it stands.
    pub origin: Location,
    /// What it is.
    pub docs: Docs,
    /// The type of one value that is given. For the body it repeats the type of [`Body`].
    pub ty: Type,
    /// What a value is held to beside its type.
    pub bounds: Option<Box<Bounds>>,
    /// Where in the request it goes.
    pub place: ParamPlace,
    /// Who gives the value.
    pub requirement: Requirement,
    /// Whose argument it is.
    pub owner: ParamOwner,
}

/// Where in a request a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamPlace {
    /// Into the path template.
    Path(PathEncoding),
    /// Into the query.
    Query(Collection),
    /// Into the query as it is given (`x-ms-skip-url-encoding`): it may bring further pairs. The type is no list.
    RawQuery,
    /// An object, into the query.
    QueryObject(ObjectStyle),
    /// Into a cookie.
    Cookie(Collection),
    /// Into a header. The name of a map is the beginning of the names of its headers.
    Header(Collection),
    /// Into the form.
    Form(Collection),
    /// It is the body.
    Body,
    /// Into the host template.
    Host,
    /// Into the places of the members of the group that it is; its type is a struct with their values.
    Group,
}

/// How an object is written into a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObjectStyle {
    /// Each property a pair of its own.
    Form,
    /// All properties in one value, names and values joined by commas.
    Joined,
    /// Each property a pair whose name is `parameter[property]`.
    Deep,
    /// As JSON; the value need not be an object.
    Json,
}

/// How a list is written where there is no JSON. Means nothing for a type that is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Collection {
    /// Joined by a comma.
    Csv,
    /// Joined by a space.
    Ssv,
    /// Joined by a tab.
    Tsv,
    /// Joined by `|`.
    Pipes,
    /// The name repeated for each element.
    Multi,
}

/// Who gives the value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Requirement {
    /// The caller, always.
    Required,
    /// The caller, or nobody: then it is not sent.
    Optional,
    /// Nobody: the document knows the only value.
    Constant(Scalar),
    /// The caller, or else the run-time, which makes a new id for each request (`x-ms-client-request-id`).
    RequestId,
    /// The caller, or else the client (`x-ms-client-default`, the `api-version` of the document).
    Default(Scalar),
}

/// Whose argument a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamOwner {
    /// An argument or a setter of the method.
    Method,
    /// A property of the client, set when the client is built.
    Client(ClientParamId),
    /// A field of the struct that is given for this parameter of the same operation, under its name on the wire.
    Group(ParamIdx),
}

/// What may come back.
#[derive(Clone, Debug)]
pub struct Replies {
    /// The replies that mean success.
    pub success: Success,
    /// The headers of all successful replies together, wire names distinct regardless of case.
    pub headers: Vec<Header>,
    /// The replies that mean failure and have a body that the document describes. Every status that is no success is
    /// a failure, described or not.
    pub errors: Vec<ErrorReply>,
}

/// The replies that mean success.
#[derive(Clone, Debug)]
pub enum Success {
    /// All of these mean the same to the caller.
    Uniform {
        /// The statuses; empty for any 2xx (only `default` is documented, or nothing at all).
        statuses: Vec<u16>,
        /// The body.
        body: ReplyBody,
    },
    /// Some of these bring the body, some bring none, or the body may be `null`: it is optional.
    Optional {
        /// The statuses with the body; empty for all other 2xx.
        with_body: Vec<u16>,
        /// The statuses that never bring it; none where only `null` makes it optional.
        without_body: Vec<u16>,
        /// The body.
        body: ReplyBody,
    },
    /// They really differ: an enum by status. Statuses are distinct.
    ByStatus(Vec<Reply>),
}

/// One reply of several that differ.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// What it means.
    pub docs: Docs,
    /// The body.
    pub body: ReplyBody,
}

/// The body of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyBody {
    /// None; whatever comes is read to its end and dropped.
    Empty,
    /// None, and the status says whether the thing is there: by 404 that it is not. Only of `HEAD`, the same for all
    /// successful statuses, which are named and include 404.
    Found,
    /// A JSON text.
    Json(Type),
    /// An XML text.
    Xml(Type, XmlRoot),
    /// Bytes, streamed.
    Bytes,
    /// Text.
    Text,
}

/// A header of a reply; always optional for the caller, whatever the document says.
#[derive(Clone, Debug)]
pub struct Header {
    /// The name on the wire, as written. That of a map is the beginning of the names of its headers.
    pub wire: WireName,
    /// `x-ms-client-name`.
    pub client_name: Option<String>,
    /// Where it stands.
    pub origin: Location,
    /// What it is.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Type,
    /// How a list is written.
    pub collection: Collection,
}

/// A reply that means failure.
#[derive(Clone, Debug)]
pub struct ErrorReply {
    /// Which statuses.
    pub status: StatusMatch,
    /// The type of the body: an element of [`Api::service_errors`](super::Api::service_errors).
    pub ty: Type,
    /// How the body is written.
    pub format: ErrorFormat,
}

/// How the body of a failure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorFormat {
    /// As JSON.
    Json,
    /// As XML, with a root of any name. The type is no list.
    Xml,
}

/// Which statuses a reply is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusMatch {
    /// This one.
    Code(u16),
    /// Those with this first digit that are not named themselves: `4` for 400 to 499.
    Range(u16),
    /// All that are not named otherwise.
    Default,
}

/// What an operation needs to be allowed: one of these, each all of its schemes. Empty: no credential is sent. One
/// empty alternative beside others: a credential may be sent and may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth(pub Vec<Vec<SchemeUse>>);

/// A security scheme with the scopes that are asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeUse {
    /// The scheme.
    pub scheme: SchemeId,
    /// Its scopes.
    pub scopes: Vec<String>,
}

/// Whether a documented 3xx is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Redirects {
    /// None is documented: a 3xx is a failure.
    Fail,
    /// A 3xx with `Location` is documented: the run-time follows under its safety rules, which depend on the method.
    Follow,
}

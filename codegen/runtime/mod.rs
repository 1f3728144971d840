//! The run-time: everything that is equal for all operations of an API and for all APIs.
//!
//! It sends what generated code puts together and reads what comes back, under rules that do not depend on the API:
//! credentials and bodies go to the endpoint's origin only, transfers have time-outs and limits, and errors show no
//! secrets.

mod binary;
mod body;
mod bounds;
mod charset;
mod cookie;
mod core;
mod credential;
mod date;
mod date_time;
mod encode;
mod error;
mod headers;
mod http_date;
mod idle;
mod incoming;
mod json;
mod link;
mod multipart;
mod next_page;
mod object_query;
mod operation;
mod options;
mod origin;
mod paging;
mod patch;
mod payload;
mod place;
mod poll_answer;
mod poll_token;
mod poller;
mod polling;
mod raw_query;
mod redirect;
mod reply;
mod request;
mod request_id;
mod response;
mod retry;
mod secret;
mod send;
mod stream;
mod tagged;
mod target;
mod time;
mod unix_time;
mod wire;
mod without_query;
mod xml;

pub use self::binary::{Base64, Base64Url};
pub use self::body::Body;
pub use self::bounds::Bound;
pub use self::core::{Core, Endpoint, HostPart, host_template};
pub use self::credential::{
    ApiKey, Authorization, BasicCredential, BearerToken, BoxFuture, Credential, CredentialError,
    Need,
};
pub use self::date::Date;
pub use self::date_time::DateTime;
pub use self::error::{BoxError, Error, ErrorKind, Failure};
pub use self::headers::{FromHeaders, HeaderError, ReplyHeaders};
pub use self::http_date::HttpDate;
pub use self::json::{Json, decode_json, decode_json_nonempty};
pub use self::multipart::{FilePart, Multipart};
pub use self::object_query::ObjectStyle;
pub use self::operation::{
    Collection, FinalState, Operation, ReadError, Redirects, SchemeUse, SecurityScheme,
    SecuritySchemeKind,
};
pub use self::options::ClientOptions;
pub use self::paging::{Items, Pages, ReadPage};
pub use self::patch::Patch;
pub use self::payload::{Payload, PayloadTypes};
pub use self::poller::{PollStatus, Poller, Polling};
pub use self::reply::Reply;
pub use self::request::Request;
pub use self::response::Response;
pub use self::retry::Retries;
pub use self::secret::Secret;
pub use self::stream::ByteStream;
pub use self::tagged::TaggedObject;
pub use self::time::ParseTimeError;
pub use self::unix_time::UnixTime;
pub use self::wire::{FromWire, Wire, WireList};
pub use self::without_query::WithoutQuery;
pub use self::xml::{
    FromXml, FromXmlList, ToXml, ToXmlList, XmlElement, XmlError, XmlName, decode_xml,
    decode_xml_nonempty,
};

//! The scenarios, one module per document.

mod body_boolean;
mod body_byte;
mod body_date;
mod body_datetime;
mod body_datetime_rfc1123;
mod body_duration;
mod body_integer;
mod body_number;
mod body_string;
mod body_time;
mod header;
mod url;
mod url_multi_collection_format;

//! Who a URL belongs to. Everything that a service hands out is compared with these functions before anything is sent
//! there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Whether two URLs have the same scheme, host and port. Case, punycode and default ports are normalized by `url`; the
/// dot that may end a host name here.
pub(super) fn same_origin(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && host_name(one) == host_name(other)
        && one.port_or_known_default() == other.port_or_known_default()
}

fn host_name(url: &Url) -> Option<&str> {
    url.host_str()
        .map(|host| host.strip_suffix('.').unwrap_or(host))
}

/// Whether a URL carries a user name or a password.
pub(super) fn has_userinfo(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// Whether the host is this machine or an address of a private network, where a redirect from outside has no business.
/// Names are not resolved.
pub(super) fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_private_v4(address),
        Some(Host::Ipv6(address)) => is_private_v6(address),
        Some(Host::Domain(name)) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            name == "localhost" || name.ends_with(".localhost")
        }
        None => true,
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let shared = matches!(address.octets(), [100, 64..=127, ..]);
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.octets()[0] == 0
        || shared
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_private_v4(address),
        IpAddr::V6(address) => {
            address.is_loopback()
                || address.is_unspecified()
                || address.is_unique_local()
                || address.is_unicast_link_local()
        }
    }
}

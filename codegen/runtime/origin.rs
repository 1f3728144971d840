//! Who a URL belongs to. Everything that a service hands out is compared with these functions before anything is sent
//! there.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::error::{ErrorKind, Failure};

/// Whether two URLs have the same scheme, host and port. Case, punycode and default ports are normalized by `url`; the
/// dot that may end a host name here.
pub(super) fn same_origin(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && host_name(one) == host_name(other)
        && one.port_or_known_default() == other.port_or_known_default()
}

/// Where a link of a service leads, if that is at the endpoint's origin. `what` names the link in the error.
///
/// Unlike a raw path, a link is resolved as browsers do it: services put `'` and spaces into links, and refusing them would
/// end lists that can be read.
pub(super) fn own_url(
    endpoint: &Url,
    base: &Url,
    link: &str,
    what: &'static str,
) -> Result<Url, Failure> {
    let untrusted = |problem| Failure::new(ErrorKind::Untrusted, format!("{what} {problem}"));
    if link.contains(|c: char| c.is_control() || c == '\\') {
        return Err(untrusted("has a control character or a backslash"));
    }
    let mut target = base
        .join(link)
        .map_err(|error| untrusted("is no URL").caused_by(error))?;
    target.set_fragment(None);
    if !same_origin(&target, endpoint) || has_userinfo(&target) {
        return Err(untrusted("leads to another origin than the endpoint"));
    }
    Ok(target)
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
    let is_special = match address.octets() {
        // "This" network, the space that providers share, protocol assignments, benchmarks, multicast and reserved.
        [0 | 224..=255, ..] | [100, 64..=127, ..] | [192, 0, 0, _] | [198, 18..=19, ..] => true,
        _ => false,
    };
    is_special || address.is_loopback() || address.is_private() || address.is_link_local()
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = inner_v4(address) {
        return is_private_v4(inner);
    }
    // NAT64 of a local network, site-local.
    let is_special = matches!(
        address.segments(),
        [0x64, 0xff9b, 1, ..] | [0xfec0..=0xfeff, ..]
    );
    is_special
        || address.is_multicast()
        || address.is_unique_local()
        || address.is_unicast_link_local()
}

/// The address to which a gateway or the system translates: mapped, IPv4-compatible (`::` and `::1` among them), NAT64
/// and 6to4.
fn inner_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let (high, low) = match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            (high, low)
        }
        [0x2002, high, low, ..] => (high, low),
        _ => return None,
    };
    Some(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
}

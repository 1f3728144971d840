//! What generated files look like: one small document for each feature, and the files that it makes.
//!
//! Files are printed by `prettyplease` alone, so that these snapshots do not change with the layout of lines.

mod acr;
mod hostile;
mod scaffold;
mod support;

use support::emitted;

/// Takes a snapshot of each file named.
macro_rules! snapshots {
    ($fixture:literal: $($path:literal),+) => {{
        let files = emitted(include_str!(concat!("fixtures/", $fixture, ".yaml")));
        $(insta::assert_snapshot!(concat!($fixture, "-", $path), support::text(&files, $path));)+
    }};
}

#[test]
fn a_list_has_pages_by_link() {
    snapshots!("paging": "operations/repository/list.rs", "operations/repository/mod.rs");
}

#[test]
fn a_list_has_pages_by_a_field_of_its_body() {
    snapshots!("paging": "operations/repository/search.rs");
}

#[test]
fn fields_keep_their_order_and_say_when_they_travel() {
    snapshots!("models": "models/pet.rs", "models/patch_pet.rs", "models/node.rs", "models/tags.rs");
}

#[test]
fn enums_keep_unknown_values_unless_they_are_closed() {
    snapshots!("enums": "models/color.rs", "models/size.rs");
}

#[test]
fn enums_may_be_of_numbers_and_of_truth_values() {
    snapshots!("enums": "models/level.rs", "models/ratio.rs", "models/always.rs");
}

#[test]
fn replies_that_differ_are_an_enum() {
    snapshots!("replies": "operations/job/start.rs", "operations/job/poll.rs", "operations/job/log.rs");
}

#[test]
fn bodies_are_given_by_what_they_are() {
    snapshots!("bodies": "operations/blob/put.rs", "operations/blob/tag.rs", "operations/blob/note.rs");
}

#[test]
fn parameters_of_the_client_are_given_once() {
    snapshots!("client": "client.rs", "operations/thing/get.rs");
}

#[test]
fn operations_without_a_group_are_methods_of_the_client() {
    snapshots!("ungrouped": "mod.rs", "client.rs", "operations/mod.rs", "security.rs");
}

#[test]
fn errors_of_several_types_are_an_enum() {
    snapshots!("errors": "mod.rs", "service_error.rs", "operations/thing/get.rs", "operations/thing/put.rs");
}

#[test]
fn an_internal_operation_is_seen_by_its_crate_alone() {
    snapshots!("internal": "operations/token/mod.rs", "operations/token/get.rs");
}

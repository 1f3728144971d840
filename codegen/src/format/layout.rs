//! tbd
pub(super) fn lay_out(text: &str) -> String {
    text.to_owned()
}

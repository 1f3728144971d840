//! A raw server.

//! A value that is never printed.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// What stands in place of a secret wherever settings are shown.
pub(super) const HIDDEN: &str = "(hidden)";

/// A password. Shown as `(hidden)` by every formatter and serializer; empty means that there is none.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The secret itself; `None` where it is empty.
    pub fn reveal(&self) -> Option<&str> {
        Some(self.0.as_str()).filter(|secret| !secret.is_empty())
    }

    fn shown(&self) -> &'static str {
        if self.0.is_empty() { "" } else { HIDDEN }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.shown())
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.shown())
    }
}

/// A server's address without the password in it: `nats://worker:secret@host` becomes `nats://worker:(hidden)@host`.
pub(super) fn without_password(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").map_or(("", address), |(scheme, rest)| (scheme, rest));
    let Some((login, host)) = rest.rsplit_once('@') else { return address.to_owned() };
    let scheme = if scheme.is_empty() { String::new() } else { format!("{scheme}://") };
    match login.split_once(':') {
        Some((user, _)) => format!("{scheme}{user}:{HIDDEN}@{host}"),
        None => format!("{scheme}{HIDDEN}@{host}"), // a login without a password is a token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret("hunter2".to_owned());
        assert_eq!(format!("{secret:?}"), "\"(hidden)\"");
        assert_eq!(serde_json::to_string(&secret).unwrap(), "\"(hidden)\"");
        assert_eq!(secret.reveal(), Some("hunter2"));
        assert_eq!(Secret::default().reveal(), None);
    }

    #[test]
    fn an_address_loses_its_password() {
        assert_eq!(without_password("nats://ana:p@ss@host:4222"), "nats://ana:(hidden)@host:4222");
        assert_eq!(without_password("nats://token@host:4222"), "nats://(hidden)@host:4222");
        assert_eq!(without_password("nats://host:4222"), "nats://host:4222");
        assert_eq!(without_password("host"), "host");
    }
}

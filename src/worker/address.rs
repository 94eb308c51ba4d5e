//! Addresses of servers, and the login that may stand in them.
//!
//! The client library ignores such a login and shows it in its debug log, so it is taken out before the library sees the address.

use async_nats::ServerAddr;

use super::connect::ConnectError;

/// Who an address says that we are.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum AddressLogin {
    /// `nats://user:password@host`.
    User {
        /// The user's name.
        user: String,
        /// The user's password.
        password: String,
    },
    /// `nats://token@host`.
    Token(String),
}

/// Reads addresses: without their logins, and the one login that they have.
///
/// # Errors
/// When one is no address, or two name different logins; no message shows a login.
pub(super) fn read(servers: &[String]) -> Result<(Vec<ServerAddr>, Option<AddressLogin>), ConnectError> {
    let fault = |what: &str| ConnectError::Settings(format!("nats.servers: {what}"));
    let (mut addresses, mut login) = (Vec::with_capacity(servers.len()), None);
    for server in servers {
        let address: ServerAddr = server.parse().map_err(|_| fault("not all are addresses"))?;
        let found = login_of(&address);
        if found.is_some() && login.is_some() && found != login {
            return Err(fault("the addresses name different users, one is used for all"));
        }
        login = login.or(found);
        let mut bare = address.into_inner();
        if bare.set_username("").and_then(|()| bare.set_password(None)).is_err() {
            return Err(fault("not all name a host"));
        }
        addresses.push(ServerAddr::from_url(bare).map_err(|_| fault("not all are addresses"))?);
    }
    Ok((addresses, login))
}

fn login_of(address: &ServerAddr) -> Option<AddressLogin> {
    let user = decoded(address.username()?);
    Some(match address.password() {
        Some(password) => AddressLogin::User { user, password: decoded(password) },
        None => AddressLogin::Token(user),
    })
}

/// Undoes percent-encoding; what is none stays as it is.
fn decoded(encoded: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let (bytes, mut out, mut at) = (encoded.as_bytes(), Vec::with_capacity(encoded.len()), 0);
    while at < bytes.len() {
        match (bytes[at], digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(address: &str) -> (String, String) {
        let (addresses, login) = read(&[address.to_owned()]).unwrap();
        let login = match login {
            Some(AddressLogin::User { user, password }) => format!("user {user}, password {password}"),
            Some(AddressLogin::Token(token)) => format!("token {token}"),
            None => "none".to_owned(),
        };
        (addresses[0].as_url_str().to_owned(), login)
    }

    #[test]
    fn a_login_is_taken_out_of_its_address() {
        for (address, bare, login) in [
            ("nats://ana:p%40ss%zz@host:4222", "nats://host:4222", "user ana, password p@ss%zz"),
            ("tls://token@host", "tls://host", "token token"),
            ("host:4222", "nats://host:4222", "none"),
            ("nats://[::1]:4222", "nats://[::1]:4222", "none"),
        ] {
            assert_eq!(read_one(address), (bare.to_owned(), login.to_owned()), "{address}");
        }
    }

    #[test]
    fn one_login_serves_all_addresses() {
        let read = |servers: &[&str]| read(&servers.iter().map(|server| (*server).to_owned()).collect::<Vec<_>>());
        assert!(read(&["nats://a:x@one", "nats://a:x@two", "nats://three"]).is_ok());
        let told = read(&["nats://a:secret@one", "nats://b:secret@two"]).err().unwrap().to_string();
        assert!(told.contains("different users") && !told.contains("secret"), "{told}");
        assert!(read(&["http://one"]).is_err());
    }
}

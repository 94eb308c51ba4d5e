//! Operator, account and user as JWTs, made by hand: what `nsc` would write.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use nkeys::KeyPair;
use serde_json::{Value, json};

/// An operator with one account for the users and one for the server itself.
pub struct Operator {
    key: KeyPair,
    account: KeyPair,
}

impl Operator {
    /// Makes an operator.
    pub fn new() -> Self {
        Self { key: KeyPair::new_operator(), account: KeyPair::new_account() }
    }

    /// The server's configuration.
    pub fn configuration(&self) -> String {
        let system = KeyPair::new_account();
        let operator = token(&self.key, &self.key, json!({ "type": "operator", "version": 2 }));
        let limits = json!({
            "subs": -1, "conn": -1, "leaf": -1, "imports": -1, "exports": -1, "data": -1, "payload": -1, "wildcards": true,
            "mem_storage": -1, "disk_storage": -1, "streams": -1, "consumer": -1,
        });
        let account = token(&self.key, &self.account, json!({ "type": "account", "version": 2, "limits": limits }));
        let for_itself = token(&self.key, &system, json!({ "type": "account", "version": 2 }));
        format!(
            "operator: {operator}\nsystem_account: {system}\nresolver: MEMORY\nresolver_preload: {{\n  {account_name}: {account}\n  {system}: {for_itself}\n}}",
            system = system.public_key(),
            account_name = self.account.public_key(),
        )
    }

    /// The credentials of a new user of the account, and the seed in them.
    pub fn user(&self) -> (String, String) {
        let user = KeyPair::new_user();
        let claims = json!({ "type": "user", "version": 2, "subs": -1, "data": -1, "payload": -1 });
        let seed = user.seed().unwrap();
        (credentials(&token(&self.account, &user, claims), &seed), seed)
    }
}

/// A credentials file of a JWT and a seed.
fn credentials(token: &str, seed: &str) -> String {
    format!(
        "-----BEGIN NATS USER JWT-----\n{token}\n------END NATS USER JWT------\n\n\
         -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
    )
}

/// A JWT by `issuer` on `subject`.
fn token(issuer: &KeyPair, subject: &KeyPair, nats: Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let claims =
        json!({ "jti": "T", "iat": 1_700_000_000, "iss": issuer.public_key(), "sub": subject.public_key(), "name": "test", "nats": nats });
    let signed = format!("{}.{}", part(&json!({ "typ": "JWT", "alg": "ed25519-nkey" })), part(&claims));
    let signature = URL_SAFE_NO_PAD.encode(issuer.sign(signed.as_bytes()).unwrap());
    format!("{signed}.{signature}")
}

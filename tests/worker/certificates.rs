//! Certificates that are made when a test needs them: no key lies in the repository.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair};

/// A certificate authority of our own. Its files are gone when this is dropped.
pub struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    directory: tempfile::TempDir,
}

/// Where a certificate and its key lie.
pub struct Pair {
    /// The certificate, as PEM.
    pub certificate: String,
    /// Its key, as PEM.
    pub key: String,
}

impl Authority {
    /// Makes an authority that nobody knows yet.
    pub fn new() -> Self {
        let mut parameters = CertificateParams::new(Vec::new()).unwrap();
        // two of the same name would be taken for one
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("authority {}", COUNT.fetch_add(1, Ordering::Relaxed));
        parameters.distinguished_name.push(DnType::CommonName, name);
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(parameters, KeyPair::generate().unwrap()).unwrap();
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("authority.pem"), issuer.pem()).unwrap();
        Self { issuer, directory }
    }

    /// The file with its own certificate.
    pub fn file(&self) -> String {
        path(self.directory.path().join("authority.pem"))
    }

    /// Signs a certificate for a server on the loopback.
    pub fn server(&self) -> Pair {
        self.sign("server", &["127.0.0.1", "localhost"], ExtendedKeyUsagePurpose::ServerAuth)
    }

    /// Signs a certificate for a server of another name.
    pub fn server_elsewhere(&self) -> Pair {
        self.sign("elsewhere", &["elsewhere.example"], ExtendedKeyUsagePurpose::ServerAuth)
    }

    /// Signs a certificate for a client.
    pub fn client(&self) -> Pair {
        self.sign("client", &["worker.example"], ExtendedKeyUsagePurpose::ClientAuth)
    }

    fn sign(&self, name: &str, hosts: &[&str], purpose: ExtendedKeyUsagePurpose) -> Pair {
        let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
        let mut parameters = CertificateParams::new(hosts).unwrap();
        parameters.extended_key_usages = vec![purpose];
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.issuer).unwrap();
        let files = [("pem", certificate.pem()), ("key", key.serialize_pem())].map(|(ending, contents)| {
            let file = self.directory.path().join(format!("{name}.{ending}"));
            std::fs::write(&file, contents).unwrap();
            path(file)
        });
        let [certificate, key] = files;
        Pair { certificate, key }
    }
}

fn path(path: PathBuf) -> String {
    path.into_os_string().into_string().unwrap()
}

//! Who sent a story, where no field says so.

/// The authority part of a uri: the host of `https://xwa.example/…`, the agency of `urn:newsml:xwa.example:20260310:…` and
/// `tag:xwa.example,2026:…`. `None` where the uri has none.
///
/// A provider is looked for in this order: the wire's `source`, its `provider`, its information source, its copyright holder, and last
/// this.
pub(super) fn authority(uri: &str) -> Option<String> {
    let rest = uri
        .strip_prefix("https://")
        .or_else(|| uri.strip_prefix("http://"))
        .or_else(|| uri.strip_prefix("urn:newsml:"))
        .or_else(|| uri.strip_prefix("tag:"))?;
    let authority = rest.split(['/', ':', ',', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit('@').next().unwrap_or_default();
    let authority = authority.strip_prefix("www.").unwrap_or(authority);
    (!authority.is_empty()).then(|| authority.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_hosts_and_agencies() {
        for uri in [
            "https://www.xwa.example/wall",
            "http://xwa.example:8080/",
            "urn:newsml:xwa.example:20260310:wall",
            "tag:xwa.example,2026:wall",
        ] {
            assert_eq!(authority(uri).as_deref(), Some("xwa.example"), "{uri}");
        }
    }

    #[test]
    fn other_uris_have_none() {
        for uri in ["", "sha256:00", "urn:uuid:8d19cf88", "https:///wall", "story-17"] {
            assert_eq!(authority(uri), None, "{uri}");
        }
    }
}

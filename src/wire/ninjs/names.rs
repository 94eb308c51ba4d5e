//! Names of ninjs properties. From the IPTC's published schemas, 1.0 to 3.x, and from what Superdesk's formatter writes.

/// Properties that say nothing a record holds, in lower case and in the alphabet's order: they are known, and left out.
const KNOWN: &[&str] = &[
    "$standard",
    "annotations",
    "associations",
    "attachments",
    "authors",
    "charcount",
    "contactinfo",
    "contentcreated",
    "coverage",
    "creditline",
    "digitalsourcetype",
    "embargo",
    "eventdetails",
    "events",
    "expires",
    "extra",
    "extra_items",
    "firstpublished",
    "genre",
    "genres",
    "keywords",
    "mimetype",
    "object",
    "objects",
    "operation",
    "partmeta",
    "planningdetails",
    "priority",
    "products",
    "profile",
    "readtime",
    "renditions",
    "representationtype",
    "revisions",
    "rightsinfo",
    "service",
    "standard",
    "subtype",
    "title",
    "translations",
    "trustindicator",
    "trustindicators",
    "type",
    "wordcount",
];

/// Whether a property is one that the formats have; `name` in any case.
pub(super) fn is_known(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_family = ["body_", "description_", "headline_", "subheadline_", "x-", "@"].iter().any(|prefix| lower.starts_with(prefix));
    is_family || KNOWN.binary_search(&lower.as_str()).is_ok()
}

/// Properties that only Superdesk writes.
pub(super) const SUPERDESK: &[&str] = &["guid", "evolvedfrom", "priority", "annotations", "extra_items", "readtime"];

/// Properties whose capital letters came with generation 3.
pub(super) const CAMEL_CASE: &[&str] = &[
    "versionCreated",
    "firstCreated",
    "contentCreated",
    "pubStatus",
    "edNote",
    "usageTerms",
    "altIds",
    "embargoedUntil",
    "copyrightHolder",
    "copyrightNotice",
    "infoSources",
    "representationType",
    "trustIndicators",
    "rightsInfo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(KNOWN.is_sorted());
    }

    #[test]
    fn families_of_names_are_known() {
        assert!(is_known("body_ntb") && is_known("contentCreated") && is_known("x-agency"));
        assert!(!is_known("mood"));
    }
}

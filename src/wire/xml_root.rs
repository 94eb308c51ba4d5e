//! The root element of an XML document, found without parsing it: no declaration is obeyed and no entity expanded.

/// The local name of the root element; `None` where no element begins.
pub(super) fn root_name(document: &str) -> Option<&str> {
    let mut rest = document.trim_start();
    loop {
        rest = if let Some(after) = rest.strip_prefix("<?") {
            after.split_once("?>")?.1
        } else if let Some(after) = rest.strip_prefix("<!--") {
            after.split_once("-->")?.1
        } else if let Some(after) = rest.strip_prefix("<!") {
            after_declaration(after)?
        } else {
            break;
        }
        .trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let name = &name[..name.find(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '/')).unwrap_or(name.len())];
    let local = name.rsplit(':').next().unwrap_or(name);
    let is_name = local.starts_with(|sign: char| sign.is_alphabetic() || sign == '_') && local.len() <= 80;
    is_name.then_some(local)
}

/// What follows a document type declaration, whose internal subset may hold `>`.
fn after_declaration(declaration: &str) -> Option<&str> {
    let end = declaration.find(['>', '['])?;
    if declaration[end..].starts_with('>') {
        return Some(&declaration[end + 1..]);
    }
    let after_subset = declaration.split_once(']')?.1;
    Some(after_subset.split_once('>')?.1)
}

/// The name of the format whose documents have that root.
pub(super) fn format_name(root: &str) -> String {
    let known = match root {
        "nitf" => "NITF",
        "newsItem" | "newsMessage" | "packageItem" | "conceptItem" | "knowledgeItem" | "planningItem" | "catalogItem" => "NewsML-G2",
        "NewsML" => "NewsML 1",
        "rss" | "RDF" => "RSS",
        "feed" | "entry" => "Atom",
        _ => {
            let shown: String = root.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.')).take(40).collect();
            return format!("XML with the root `{shown}`");
        }
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_root_behind_what_may_precede_it() {
        let document = "<?xml version='1.0'?>\n<!-- <rss> --><!DOCTYPE nitf [<!ENTITY a '<b>'>]>\n<n:nitf xml:lang='en'>";
        assert_eq!(root_name(document), Some("nitf"));
        assert_eq!(root_name("<feed/>"), Some("feed"));
    }

    #[test]
    fn broken_documents_have_none() {
        for document in ["", "<", "<?xml", "<!DOCTYPE x [", "<!-- rss", "< rss>", "text"] {
            assert_eq!(root_name(document), None, "{document}");
        }
    }
}

//! Stems: what the forms of one English word share, across British and American spelling.

use super::irregular_forms::regular_form;

/// The stem of `word`, which is in lower case: `cancelled`, `canceled` and `cancels` give `cancel`.
///
/// Steps 1a and 1b of Porter's stemmer (Program 14, 1980, 130) with irregular forms before, spellings made alike, and the silent `e` dropped.
pub fn stem(word: &str) -> String {
    if let Some(regular) = regular_form(word) {
        return without_silent_ending(american(regular));
    }
    let mut stem = american(word);
    if let Some(base) = without_plural(&stem) {
        stem = base;
    }
    if let Some(base) = regular_form(&stem) {
        return without_silent_ending(base.to_owned());
    }
    for ending in ["ing", "ed"] {
        if let Some(base) = stem.strip_suffix(ending).filter(|base| base.len() >= 3 && has_vowel(base)) {
            stem = undoubled(base);
            break;
        }
    }
    without_silent_ending(verbal(stem))
}

/// The verb in a noun of action: `evacuation` and `evacuate`, `approval` and `approve`, `extension` and `extend`.
fn verbal(stem: String) -> String {
    for (ending, verb, least) in [
        ("ly", "", 6),
        ("ness", "", 4),
        ("ision", "ide", 2),
        ("nsion", "nd", 3),
        ("ation", "", 4),
        ("ion", "", 5),
        ("ment", "", 3),
        ("ance", "", 5),
        ("al", "", 5),
        ("ate", "", 4),
        ("at", "", 4),
    ] {
        if let Some(base) = stem.strip_suffix(ending).filter(|base| base.chars().count() >= least && has_vowel(base)) {
            return format!("{base}{verb}");
        }
    }
    stem
}

/// `harbour` as `harbor`, `organise` as `organize`.
fn american(word: impl Into<String>) -> String {
    let word = word.into();
    if word.len() > 5 && word.is_ascii() {
        for (british, plain) in [("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring")] {
            if let Some(base) = word.strip_suffix(british) {
                return format!("{base}{plain}");
            }
        }
        for ending in ["ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations"] {
            if let Some(base) = word.strip_suffix(ending).filter(|base| base.len() > 3) {
                return format!("{base}iz{}", &ending[2..]);
            }
        }
    }
    word
}

fn without_plural(word: &str) -> Option<String> {
    if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    if let Some(base) = word.strip_suffix("ies") {
        return Some(format!("{base}y"));
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").map(str::to_owned);
        }
    }
    word.strip_suffix('s').map(str::to_owned)
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `cancell` as `cancel`, `stopp` as `stop`.
fn undoubled(word: &str) -> String {
    let mut signs = word.chars().rev();
    let (last, before) = (signs.next(), signs.next());
    match last {
        Some(sign) if last == before && !matches!(sign, 's' | 'z' | 'e') && (sign != 'l' || word.len() > 4) => {
            word[..word.len() - sign.len_utf8()].to_owned()
        }
        _ => word.to_owned(),
    }
}

/// Without the `e` and with `i` for the `y` at the end, which forms of one word differ in.
fn without_silent_ending(stem: String) -> String {
    match stem.strip_suffix('e') {
        Some(base) if base.len() >= 3 => base.to_owned(),
        _ => match stem.strip_suffix('y') {
            Some(base) if base.len() >= 3 => format!("{base}i"),
            _ => stem,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["cancelled", "canceled", "cancels", "cancelling", "cancel"][..],
            &["harbour", "harbor", "harbours"],
            &["organised", "organized", "organise", "organizing"],
            &["carried", "carries", "carry"],
            &["fell", "falls", "falling", "fallen"],
            &["stopped", "stops", "stopping"],
            &["homes", "home"],
            &["warnings", "warning", "warned"],
            &["closed", "closing", "closes", "close"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|found| *found == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (first, second) in [("rose", "rows"), ("gallons", "barrels"), ("hour", "hor"), ("bus", "bu"), ("glass", "glas")] {
            assert_ne!(stem(first), stem(second), "{first}, {second}");
        }
    }
}

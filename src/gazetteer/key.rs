//! The one way of writing by which names of a list and of a story are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of `text` in small letters with one space between, without accents, full stops, apostrophes and the possessive `s`;
/// `&` is `and`, and initials stand together (`J. P. Morgan` and `JP Morgan` are `jp morgan`).
pub(super) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_gap = false;
    let mut letters = text.nfkd().filter(|sign| !is_combining_mark(*sign)).peekable();
    while let Some(sign) = letters.next() {
        if sign.is_alphanumeric() {
            open_word(&mut out, &mut is_gap);
            push_folded(sign, &mut out);
        } else if sign == '&' {
            is_gap = true;
            open_word(&mut out, &mut is_gap);
            out.push_str("and");
            is_gap = true;
        } else if is_apostrophe(sign) {
            let after_s = letters.next_if(|next| matches!(next, 's' | 'S')).is_some();
            if after_s && letters.peek().is_some_and(|next| next.is_alphanumeric()) {
                open_word(&mut out, &mut is_gap);
                out.push('s'); // no possessive: a name such as D'Souza
            }
        } else if sign != '.' {
            is_gap = true;
        }
    }
    join_initials(out)
}

/// The words of a name, the article before it left out: what the name is looked up by. Empty where it has no letter or digit.
pub(super) fn key(name: &str) -> String {
    let mut words = words(name);
    if words.len() > 4 && words.starts_with("the ") {
        words.drain(..4);
    }
    words
}

/// Whether the words of `part` stand in `whole`, one after the other.
pub(super) fn is_part_of(part: &str, whole: &str) -> bool {
    whole.match_indices(part).any(|(start, _)| {
        let end = start + part.len();
        (start == 0 || whole.as_bytes()[start - 1] == b' ') && (end == whole.len() || whole.as_bytes()[end] == b' ')
    })
}

fn open_word(out: &mut String, is_gap: &mut bool) {
    if *is_gap && !out.is_empty() {
        out.push(' ');
    }
    *is_gap = false;
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´')
}

/// Adds the small letter; those that Unicode does not take apart are written as newspapers write them.
fn push_folded(letter: char, out: &mut String) {
    for small in letter.to_lowercase() {
        match small {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ı' => out.push('i'),
            _ if small.is_alphanumeric() => out.push(small),
            _ => {}
        }
    }
}

/// Puts letters that stand alone, one after the other, together.
fn join_initials(words: String) -> String {
    let alone = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let mut was_alone = false;
    let has_pair = words.split(' ').any(|word| std::mem::replace(&mut was_alone, alone(word)) && was_alone);
    if !has_pair {
        return words;
    }
    let mut out = String::with_capacity(words.len());
    was_alone = false;
    for word in words.split(' ') {
        let is_alone = alone(word);
        let joins = out.is_empty() || was_alone && is_alone;
        if !joins {
            out.push(' ');
        }
        out.push_str(word);
        was_alone = is_alone;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ways_to_write_one_name_have_one_key() {
        for same in [
            &["The Hague", "the Hague", "HAGUE"][..],
            &["U.S. Steel", "US Steel", "U. S. Steel"],
            &["J. P. Morgan & Co.", "JP Morgan and Co", "J.P. Morgan & Co"],
            &["São João", "Sao Joao", "SÃO JOÃO", "Sa\u{303}o Joa\u{303}o"],
            &["O’Brien", "O'Brien", "OBrien"],
            &["Łódź", "Lodz"],
            &["McDonald's", "McDonald’s", "McDonald"],
            &["Port-Alden", "Port Alden", "  Port\n Alden "],
            &["D'Souza", "DSouza"],
        ] {
            let keys: Vec<String> = same.iter().map(|name| key(name)).collect();
            assert!(keys.iter().all(|one| *one == keys[0]), "{same:?} give {keys:?}");
        }
    }

    #[test]
    fn different_names_have_different_keys() {
        for (one, other) in [("Port Alden", "Portalden"), ("Halvorsen", "Halvorson"), ("Alden A", "Alden B"), ("C3", "C4"), ("The", "A")] {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn a_name_without_letters_has_no_key() {
        for name in ["", " ", "—", "...", "’s", "\u{301}"] {
            assert_eq!(key(name), "", "{name:?}");
        }
    }

    #[test]
    fn words_of_a_story_lose_the_signs_between_them() {
        let text = "Lisbon’s harbour (built 1904), said J. R. Vale, “is full.” The end.";
        assert_eq!(words(text), "lisbon harbour built 1904 said jr vale is full the end");
    }

    #[test]
    fn parts_are_whole_words() {
        assert!(is_part_of("alden", "port alden") && is_part_of("port alden", "port alden") && is_part_of("b c", "a b c d"));
        assert!(!is_part_of("alde", "port alden") && !is_part_of("lden", "port alden") && !is_part_of("port alden", "alden"));
    }

    proptest! {
        #[test]
        fn any_text_gives_words_with_one_space_between(text in "\\PC*") {
            let words = words(&text);
            prop_assert!(!words.contains("  ") && words.trim() == words);
            prop_assert!(words.chars().all(|sign| sign == ' ' || sign.is_alphanumeric()));
        }
    }
}

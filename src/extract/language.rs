//! The language of a text.

/// How much of a text is looked at, in bytes: enough for a sure answer, little enough to be cheap.
const LOOK_AT: usize = 500;
/// Texts shorter than this are not judged.
const LEAST: usize = 40;

/// The language of `text` as an ISO 639-1 code; `None` where the text is too short or too mixed to tell.
pub fn detect(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let mut end = start.len().min(LOOK_AT);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    if end < LEAST {
        return None;
    }
    if is_plainly_english(&start[..end]) {
        return Some("en");
    }
    let info = whatlang::detect(&start[..end])?;
    if info.is_reliable() { two_letters(info.lang()) } else { None }
}

/// Whether at least a seventh of the words are English function words that no other language with Latin letters shares: a hundred times
/// cheaper than asking whatlang, and most stories end here.
fn is_plainly_english(text: &str) -> bool {
    const TELLING: [&str; 28] = [
        "the", "of", "and", "that", "with", "was", "were", "said", "for", "his", "her", "from", "this", "which", "have", "has", "they",
        "by", "who", "would", "their", "been", "but", "not", "are", "at", "after", "to",
    ];
    let (mut all, mut telling) = (0, 0);
    for word in text.split_ascii_whitespace() {
        all += 1;
        telling += usize::from(TELLING.contains(&word));
    }
    all >= 12 && telling * 7 >= all
}

/// Whether `language`, a BCP 47 tag, is what the extractors read.
pub fn is_english(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("eng")
}

/// ISO 639-1 codes of the languages that whatlang tells; the three-letter code where there is no shorter one.
fn two_letters(language: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang;
    Some(match language {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_language_of_a_story() {
        assert_eq!(
            detect("The harbor council of Port Alden voted on Tuesday to close the old quay, the mayor told reporters after the meeting."),
            Some("en")
        );
        assert_eq!(
            detect(
                "Der Hafenrat von Port Alden hat am Dienstag beschlossen, den alten Kai zu schließen, sagte die Bürgermeisterin nach der Sitzung."
            ),
            Some("de")
        );
    }

    #[test]
    fn short_texts_are_not_judged() {
        assert_eq!(detect("Guten Tag."), None);
        assert_eq!(detect(""), None);
        assert_eq!(detect(&"\u{1F600}".repeat(300)), None);
    }

    #[test]
    fn english_has_regions() {
        assert!(is_english("en-GB") && is_english("EN") && is_english("en_US"));
        assert!(!is_english("de") && !is_english("enm"));
    }
}

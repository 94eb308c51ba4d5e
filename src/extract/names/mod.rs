//! Names by shape, titles and lexicon.

mod described;
mod nested;
mod pieces;
mod runs;
mod settle;
mod tagged;
mod typing;
mod words;

use crate::annotation::Mention;
use crate::text::Document;

pub use tagged::tagged;

/// Finds the names in `document`, in the order of the text; they may nest.
pub fn names(document: &Document) -> Vec<Mention> {
    let words = words::Words::new(document);
    let mut candidates = Vec::new();
    for run in runs::runs(&words) {
        pieces::cut(&words, run, &mut candidates);
    }
    let mut mentions = settle::settle(&words, &candidates);
    nested::add(&words, &candidates, &mut mentions);
    described::make_persons(document, &mut mentions);
    mentions.sort_by_key(|mention| (mention.span.start, usize::MAX - mention.span.end));
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::EntityType;
    use crate::segment::segment;

    /// Names as `text/type`, in the order of the text.
    fn found(text: &str) -> Vec<String> {
        let document = segment(text, &[]);
        names(&document).iter().map(|name| format!("{}/{}", document.slice(name.span), letter(name.entity_type))).collect()
    }

    fn letter(entity_type: EntityType) -> &'static str {
        match entity_type {
            EntityType::Person => "PER",
            EntityType::Organization => "ORG",
            EntityType::Location => "LOC",
            EntityType::Group => "GRP",
            EntityType::Event => "EVT",
            EntityType::Work => "WRK",
            EntityType::Product => "PRD",
            EntityType::Other => "OTH",
        }
    }

    #[test]
    fn titles_stay_out_of_names() {
        assert_eq!(found("On Monday Mayor Ingrid Halvorsen met Rep. Linda Brandt."), ["Ingrid Halvorsen/PER", "Linda Brandt/PER"]);
        assert_eq!(found("He thanked Deputy Foreign Minister Ola Reed."), ["Ola Reed/PER"]);
        assert_eq!(found("He thanked the Prime Minister."), [""; 0]);
    }

    #[test]
    fn possessive_marks_stay_out_of_names() {
        assert_eq!(found("They saw Ingrid Halvorsen’s boat and Sanders' car."), ["Ingrid Halvorsen/PER", "Sanders/PER"]);
    }

    #[test]
    fn words_at_the_start_of_a_sentence_are_no_names() {
        assert_eq!(found("Fishing is banned. Meanwhile, boats rot. Researchers worry. Nets were cut."), [""; 0]);
        assert_eq!(found("But Halvorsen left. Then Halvorsen slept."), ["Halvorsen/PER", "Halvorsen/PER"]);
    }

    #[test]
    fn bodies_take_their_joining_words() {
        let text = "She joined the Ministry of Fisheries and Rural Affairs and left the University of Oslo.";
        assert_eq!(found(text), ["Ministry of Fisheries and Rural Affairs/ORG", "University of Oslo/ORG", "Oslo/LOC"]);
        assert_eq!(found("They wrote to the Food and Drug Administration."), ["Food and Drug Administration/ORG"]);
        assert_eq!(found("They saw Ana Brandt and Ola Reed of Norway."), ["Ana Brandt/PER", "Ola Reed/PER", "Norway/LOC"]);
    }

    #[test]
    fn peoples_and_days_are_cut_out() {
        assert_eq!(found("The Norwegian President Ola Reed flew on Tuesday in October."), ["Norwegian/GRP", "Ola Reed/PER"]);
        assert_eq!(found("She chairs the African Development Bank."), ["African Development Bank/ORG"]);
    }

    #[test]
    fn outlets_keep_their_article() {
        assert_eq!(found("That is what The Washington Post wrote."), ["The Washington Post/ORG"]);
        assert_eq!(found("That is what the Alden Gazette wrote."), ["Alden Gazette/ORG"]);
        assert_eq!(found("So said Fox News Latino."), ["Fox News Latino/ORG"]);
    }

    #[test]
    fn countries_in_capitals_are_places_and_pronouns_are_not() {
        assert_eq!(found("Ships from the U.S. and the UK met us. Who knew?"), ["U.S./LOC", "UK/LOC"]);
        assert_eq!(found("It cost US$40 or 30 U.S. dollars."), [""; 0]);
    }

    #[test]
    fn names_have_apostrophes_hyphens_and_particles() {
        let text = "He met Sean O'Brien, Ludwig van Holt, Mohammed bin Rashid and Jean-Paul Lund.";
        assert_eq!(found(text), ["Sean O'Brien/PER", "Ludwig van Holt/PER", "Mohammed bin Rashid/PER", "Jean-Paul Lund/PER"]);
    }

    #[test]
    fn compounds_give_their_name_alone() {
        assert_eq!(found("It is an Oslo-based firm with a pro-Brandt owner."), ["Oslo/LOC", "Brandt/PER"]);
    }

    #[test]
    fn administration_holds_its_person() {
        assert_eq!(found("He left the Obama administration."), ["Obama administration/ORG", "Obama/PER"]);
    }

    #[test]
    fn people_with_a_role_are_a_group() {
        assert_eq!(found("Then Latino advocates and Danish ships came."), ["Latino advocates/GRP", "Latino/GRP", "Danish/GRP"]);
    }

    #[test]
    fn title_case_line_is_no_giant_name() {
        assert_eq!(
            found("Mayor Halvorsen Wins Big Vote Over Cheap Boats In Oslo\n\nHalvorsen won."),
            ["Halvorsen/PER", "Oslo/LOC", "Halvorsen/PER"]
        );
    }

    #[test]
    fn one_clear_mention_types_the_others() {
        let text = "Reporters saw Zandvliet there. Zandvliet, 54, a spokesman for the port, left Zandvliet alone.";
        assert_eq!(found(text), ["Zandvliet/PER"; 3]);
        assert_eq!(found("They live in the city of Zandvliet. She likes Zandvliet."), ["Zandvliet/LOC"; 2]);
    }

    #[test]
    fn plurals_of_capitals_and_offices_are_no_names() {
        assert_eq!(found("The NGOs met two MPs and the CEO on TV."), [""; 0]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_ordered_spans_inside_it(text in "(\\PC|[A-Z][a-z]{1,6} |['’.,\"“” -]|of |U\\.S\\. ){0,60}") {
            let document = segment(&text, &[]);
            let names = names(&document);
            for pair in names.windows(2) {
                proptest::prop_assert!(pair[0].span.start <= pair[1].span.start);
            }
            for name in &names {
                proptest::prop_assert!(!document.slice(name.span).trim().is_empty());
            }
        }
    }
}

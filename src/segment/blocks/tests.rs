use super::*;

/// One line a block: its role and its text, line ends shown as `⏎`.
fn shown(text: &str) -> String {
    shown_with(text, &[])
}

fn shown_with(text: &str, given: &[Block]) -> String {
    let blocks = find(text, given);
    let mut end = 0;
    for block in &blocks {
        assert!(text[end..block.span.start].trim().is_empty(), "skips only white space: {:?}", &text[end..block.span.start]);
        assert!(!block.span.is_empty() && block.span.of(text).trim() == block.span.of(text));
        end = block.span.end;
    }
    assert!(text[end..].trim().is_empty());
    blocks
        .iter()
        .map(|block| format!("{:?}: {}", block.role, block.span.of(text).replace("\r\n", "⏎").replace('\n', "⏎")))
        .collect::<Vec<_>>()
        .join("\n")
}

fn roles(text: &str) -> Vec<BlockRole> {
    find(text, &[]).iter().map(|block| block.role).collect()
}

#[test]
fn blank_lines_and_line_ends_part_paragraphs() {
    assert_eq!(shown(" One.\n\n\tTwo.  \r\n\r\nThree.\nFour.\n"), "Paragraph: One.\nParagraph: Two.\nParagraph: Three.\nParagraph: Four.");
    assert_eq!(shown(" \u{a0}\n\n"), "");
}

#[test]
fn lines_wrapped_by_hand_belong_together() {
    let text = "The mayor of Port Alden said on Tuesday that the city would rebuild\nits harbour wall by 2029, and that the money for it had been found.\nNobody at the meeting asked where.\n\nThe council votes in May.";
    let expected = "Paragraph: The mayor of Port Alden said on Tuesday that the city would rebuild⏎its harbour wall by 2029, and that the money for it had been found.⏎Nobody at the meeting asked where.\nParagraph: The council votes in May.";
    assert_eq!(shown(text), expected);
}

#[test]
fn an_indented_line_starts_a_paragraph() {
    let text = "   The mayor of Port Alden said on Tuesday that the city would rebuild\nits harbour wall by 2029, and that the money had been found there.\n   Nobody at the meeting asked where the money would come from, or\nwhen it would.";
    assert_eq!(roles(text).len(), 2);
}

#[test]
fn lines_that_are_paragraphs_stay_apart() {
    let text = "Port Alden to rebuild harbour wall by 2029, mayor says\nThe mayor said on Tuesday the city would rebuild its harbour wall by 2029.\n“We will not wait for another storm,” Mayor Ingrid Halvorsen told reporters.\nHalvorsen took office last year.";
    assert_eq!(roles(text).len(), 4);
}

#[test]
fn datelines_are_blocks_of_their_own() {
    for (dateline, rest) in [
        ("PORT ALDEN, Norland (XWA) —", "The mayor said no."),
        ("LONDON (Reuters) -", "Shares rose on Monday."),
        ("WASHINGTON, March 3 (XWA) --", "The Senate voted."),
        ("BEIJING (AP) _", "China said no."),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) —", "The debate began."),
        ("LONDON/PARIS (Reuters) -", "“We agree,” he said."),
        ("McALLEN, Texas (AP) —", "Two bridges closed."),
        ("Port Alden (xwa) -", "The mayor said no."),
        ("PORT ALDEN, Norland —", "The mayor said no."),
        ("WASHINGTON —", "The Senate voted."),
        ("BEIRUT—", "Officials met."),
        ("Feb 15 (Reuters) -", "A ferry sank."),
        ("London (CNN)", "The mayor said no."),
        ("ST. LOUIS (AP) —", "12 people were hurt."),
    ] {
        assert_eq!(shown(&format!("{dateline} {rest}")), format!("Dateline: {dateline}\nParagraph: {rest}"));
    }
}

#[test]
fn a_dateline_may_follow_headline_and_byline() {
    let text = "Wall to be rebuilt, mayor says\n\nBy Ana Brandt\nXWA Staff Writer\n\nPORT ALDEN, Norland (XWA) — The wall will stand.";
    let expected = [BlockRole::Paragraph, BlockRole::Byline, BlockRole::Byline, BlockRole::Dateline, BlockRole::Paragraph];
    assert_eq!(roles(text), expected);
}

#[test]
fn emphasis_and_sentences_are_no_datelines() {
    for text in [
        "BREAKING — The mayor resigned.",
        "NEVER AGAIN — The mayor said it twice.",
        "UPDATE: 5/12 — The website is back.",
        "NASA — the agency that runs the station — said no.",
        "FILE - In this Aug. 21 photo, a ferry leaves.",
        "Mayor Ingrid Halvorsen (left) - The wall is hers.",
        "Tomas Wei (Labour, Port Alden) — He voted no.",
        "The International Monetary Fund (IMF) said growth slowed.",
        "NO, Never — The mayor said it twice.",
        "The plan — “reckless”, he said — was dropped.",
    ] {
        assert_eq!(shown(text), format!("Paragraph: {text}"));
    }
}

#[test]
fn bylines_are_names_alone() {
    for byline in [
        "By Ana Brandt",
        "By ANA BRANDT, XWA Staff Writer",
        "By Ana Brandt and Lee Okafor",
        "By The Associated Press",
        "By Rosa de la Cruz Jr.",
    ] {
        assert_eq!(shown(&format!("{byline}\n\nThe wall stands.")), format!("Byline: {byline}\nParagraph: The wall stands."));
    }
    for text in [
        "By Tuesday the city had run dry.",
        "By Tuesday",
        "By Christmas, Ana Brandt was gone",
        "By any measure it failed",
        "By Monday morning the trail had started to blister.",
    ] {
        assert_eq!(shown(text), format!("Paragraph: {text}"));
    }
}

#[test]
fn notes_of_the_desk_are_told_apart() {
    for note in [
        "EDITOR’S NOTE: adds comment from opposition in paragraph 3.",
        "Editor's note: This story has been updated.",
        "Eds: UPDATES with mayor's quotes.",
        "(Adds quotes in paragraph 3)",
        "CORRECTS cost to 421 million krona in paragraph 1.",
        "This story has been corrected to show that the wall is 3 km long.",
        "(This version corrects the spelling of the mayor’s name.)",
    ] {
        assert_eq!(shown(&format!("{note}\n\nThe wall stands.")), format!("EditorNote: {note}\nParagraph: The wall stands."));
    }
    for text in [
        "This story has a happy end.",
        "Adds the mayor: “No.”",
        "Updates on the wall are expected in May.",
        "Ed Balls said no.",
        "Corrects are rare.",
    ] {
        assert_eq!(shown(text), format!("Paragraph: {text}"));
    }
}

#[test]
fn credits_are_told_apart_and_split_off() {
    for credit in [
        "(Reporting by Ana Brandt; Editing by Lee Okafor)",
        "(Reporting by Ana Brandt in Port Alden; editing by Lee Okafor.)",
        "Writing by Ana Brandt; Editing by Lee Okafor",
        "Associated Press writer Lee Okafor contributed to this report.",
        "—With assistance from Lee Okafor.",
    ] {
        assert_eq!(shown(&format!("The wall stands.\n\n{credit}")), format!("Paragraph: The wall stands.\nCredit: {credit}"));
    }
    let expected = "Paragraph: The wall stands.\nCredit: (Reporting by Ana Brandt; Editing by Lee Okafor)";
    assert_eq!(shown("The wall stands. (Reporting by Ana Brandt; Editing by Lee Okafor)"), expected);
    for text in [
        "Reporting by the Norland Herald showed that the wall had cracked.",
        "Written by a committee, the report says nothing.",
        "He said neglect contributed to this reporting failure, which cost the city dearly.",
        "The wall (edited in 2019) stands.",
    ] {
        assert_eq!(shown(text), format!("Paragraph: {text}"));
    }
}

#[test]
fn standing_text_is_told_apart() {
    for line in [
        "Copyright 2026 XWA. All rights reserved.",
        "© XWA",
        "All rights reserved.",
        "Click here to subscribe",
        "Read more: How the wall fell",
        "Follow us on Twitter",
        "Follow Ana Brandt on Twitter @anabrandt",
        "___",
        "* * *",
        "END",
    ] {
        assert_eq!(shown(&format!("The wall stands.\n\n{line}")), format!("Paragraph: The wall stands.\nBoilerplate: {line}"));
    }
    for text in [
        "Copyright law will change, she said.",
        "Follow the money, he said.",
        "End",
        "More",
        "Read more books, she said.",
        "—",
        "“All rights reserved” is all it says.",
    ] {
        assert_eq!(shown(text), format!("Paragraph: {text}"));
    }
}

#[test]
fn given_paragraphs_get_their_roles_and_other_blocks_stay() {
    let text = "Wall to stand\n\nPORT ALDEN, Norland (XWA) — It stands.\n\n(Reporting by Ana Brandt)";
    let block = |role, part: &str| {
        let start = text.find(part).unwrap();
        Block { role, span: Span::new(start, start + part.len()) }
    };
    let given = [
        block(BlockRole::Headline, "Wall to stand"),
        block(BlockRole::Paragraph, "PORT ALDEN, Norland (XWA) — It stands."),
        block(BlockRole::Paragraph, "(Reporting by Ana Brandt)"),
    ];
    let expected =
        "Headline: Wall to stand\nDateline: PORT ALDEN, Norland (XWA) —\nParagraph: It stands.\nCredit: (Reporting by Ana Brandt)";
    assert_eq!(shown_with(text, &given), expected);
}

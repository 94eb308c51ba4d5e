//! Our word pieces are those of the `tokenizers` crate, offsets included.

use std::path::Path;

use proptest::prelude::*;
use quotewire::model::Vocabulary;
use tokenizers::Tokenizer;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;

/// Texts that are compared where the corpora are there.
const TEXTS: usize = 1000;

/// The vocabulary of the default profile's weights.
fn pieces() -> Vec<String> {
    let file = quotewire::model::embedded("balanced").expect("the program carries it").expect("it is whole");
    file.vocabulary().map(str::to_owned).collect()
}

/// Both tokenizers on one vocabulary.
struct Pair {
    ours: Vocabulary,
    theirs: Tokenizer,
}

impl Pair {
    fn new() -> Self {
        let pieces = pieces();
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), pieces.join("\n")).expect("the file can be written");
        let path = file.path().to_str().expect("a path");
        let model = WordPiece::from_file(path).unk_token("[UNK]".to_owned()).build().expect("a vocabulary");
        let mut theirs = Tokenizer::new(model);
        theirs.with_normalizer(Some(BertNormalizer::default())).expect("a normalizer");
        theirs.with_pre_tokenizer(Some(BertPreTokenizer));
        Self { ours: Vocabulary::new(pieces.iter().map(String::as_str)).expect("a vocabulary"), theirs }
    }

    /// Number and bytes of each piece: by ours, by theirs.
    fn both(&self, text: &str) -> [Vec<(u32, usize, usize)>; 2] {
        let ours = self.ours.pieces(text).iter().map(|piece| (piece.id, piece.span.start, piece.span.end)).collect();
        let encoding = self.theirs.encode(text, false).expect("any text");
        let theirs = encoding.get_ids().iter().zip(encoding.get_offsets()).map(|(id, (start, end))| (*id, *start, *end)).collect();
        [ours, theirs]
    }
}

#[test]
fn real_texts_are_cut_as_the_reference_cuts_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/unlabelled/news.ndjson");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: the news texts are not there");
        return;
    };
    let pair = Pair::new();
    for line in lines.lines().take(TEXTS) {
        let story: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text = story["text"].as_str().expect("a story has a text");
        let [ours, theirs] = pair.both(text);
        assert!(ours == theirs, "{}", story["id"]);
    }
}

#[test]
fn signs_of_every_sort_are_cut_as_the_reference_cuts_them() {
    let pair = Pair::new();
    for text in [
        "Don't! “Überraschung” – naïve, co-operate; A.B.C. (1,000%) e\u{301}te\u{301} İstanbul ẞ ﬁn ½ №5",
        "東京 tower, 서울 한국 Привет мир ٣ \u{200d}👩\u{200d}👩\u{200d}👧 \u{feff}x\u{a0}y\u{3000}z\u{ad}w",
        "¿Qué? ¡No! «oui» ‹non› „ja“ …―— $5 €6 £7 @home #tag 3+4=7 a_b^c~d|e`f",
    ] {
        let [ours, theirs] = pair.both(text);
        assert_eq!(ours, theirs, "{text}");
    }
}

proptest! {
    // Blocks that have long been full: which characters are punctuation or accents differs between versions of Unicode.
    #[test]
    fn any_text_is_cut_as_the_reference_cuts_it(
        text in "[ -~\n\u{a0}-\u{24f}\u{300}-\u{361}\u{391}-\u{3a1}\u{400}-\u{45f}\u{2010}-\u{205e}\u{20a0}-\u{20b9}\u{4e00}-\u{4e20}]{0,80}",
    ) {
        thread_local!(static PAIR: Pair = Pair::new());
        let [ours, theirs] = PAIR.with(|pair| pair.both(&text));
        prop_assert_eq!(ours, theirs);
    }
}

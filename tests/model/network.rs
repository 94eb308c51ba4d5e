//! The network gives what it was trained to give, and a broken weights file gives an error.
//!
//! `tests/model/` holds small networks of random weights, made by `training/make_fixtures.py` with the outputs that torch computes.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use quotewire::model::encoded::Encoded;
use quotewire::model::encoder::Encoder;
use quotewire::model::error::ModelError;
use quotewire::model::file::ModelFile;
use quotewire::model::heads::{LinkHead, TagHead};
use quotewire::model::input::{FEATURES, Pieces};
use quotewire::model::sentences::check_worthiness;
use quotewire::model::sequence::Sequence;
use quotewire::text::TokenRange;

const MODELS: [(&str, f32); 4] =
    [("transformer-f32", 1e-4), ("transformer-int8", 2e-2), ("convolution-f32", 1e-4), ("convolution-int8", 2e-2)];

/// Query columns of a link in these models; keys are as many.
const WIDTH: usize = 4;

#[derive(serde::Deserialize)]
struct Window {
    ids: Vec<u32>,
    features: Vec<[u8; FEATURES]>,
    y: std::collections::BTreeMap<String, Vec<Vec<f32>>>,
}

#[test]
fn scores_are_those_of_torch() {
    let window = window();
    let pieces = pieces(&window, 12);
    for (name, tolerance) in MODELS {
        let encoder = encoder(name);
        let encoded = encoder.encode(&pieces);
        let y = &window.y[name];
        let mut worst = 0f32;
        for token in 0..12 {
            let mut column = 0;
            for head in TagHead::ALL {
                for score in encoded.scores(head, token) {
                    worst = worst.max((score - y[token + 1][column]).abs());
                    column += 1;
                }
            }
        }
        assert!(worst < tolerance, "{name}: a score is off by {worst}");
    }
}

#[test]
fn a_token_of_several_pieces_is_read_at_its_first() {
    let window = window();
    for name in ["transformer-f32", "convolution-f32"] {
        let encoder = encoder(name);
        let whole = encoder.encode(&pieces(&window, 12));
        let first = vec![0, 1, 4, 5, 9];
        let joined = encoder.encode(&Pieces { first: first.clone(), ..pieces(&window, 12) });
        assert_eq!(joined.len(), first.len());
        for (token, piece) in first.iter().enumerate() {
            for head in TagHead::ALL {
                let scores = joined.scores(head, token).iter().zip(whole.scores(head, *piece));
                assert!(scores.into_iter().all(|(own, other)| (own - other).abs() < 1e-4), "{name}: token {token}, {head:?}");
            }
            let link = |encoded: &Encoded, from: usize, to: usize| encoded.link(LinkHead::Antecedent, from, Some(to)).unwrap();
            assert!((link(&joined, token, 0) - link(&whole, *piece, 0)).abs() < 1e-4, "{name}: link of token {token}");
        }
    }
}

#[test]
fn links_are_products_of_query_and_key() {
    let window = window();
    let encoder = encoder("transformer-f32");
    let encoded = encoder.encode(&pieces(&window, 12));
    let header = header_of("transformer-f32");
    let y = &window.y["transformer-f32"];
    for (number, head) in LinkHead::ALL.into_iter().enumerate() {
        let start = 33 + number * 2 * WIDTH;
        let bias: Vec<f32> = serde_json::from_value(header["heads"][head.name()]["distance_bias"].clone()).unwrap();
        for from in 0..12 {
            for to in (0..12).map(Some).chain([None]) {
                let key_row = to.map_or(0, |token| token + 1);
                let distance = (key_row as isize - (from as isize + 1)).clamp(-6, 6);
                let product: f32 = (0..WIDTH).map(|column| y[from + 1][start + column] * y[key_row][start + WIDTH + column]).sum();
                let expected = product / 2.0 + bias[(distance + 6) as usize];
                let found = encoded.link(head, from, to).unwrap();
                assert!((found - expected).abs() < 1e-3, "{head:?} {from} → {to:?}: {found}, not {expected}");
            }
        }
    }
}

#[test]
fn check_worthiness_pools_the_sentence() {
    let window = window();
    let encoder = encoder("transformer-f32");
    let encoded = encoder.encode(&pieces(&window, 12));
    let rows = &window.y["transformer-f32"][4..9]; // tokens 3 to 7
    let weights: f32 = rows.iter().map(|row| row[57].exp()).sum();
    let logit = rows.iter().map(|row| row[57].exp() * row[58]).sum::<f32>() / weights;
    let expected = 1.0 / (1.0 + (-(logit * 1.5 - 0.25)).exp());
    assert!((check_worthiness(&encoded, TokenRange::new(3, 8)) - expected).abs() < 1e-4);
    assert_eq!(check_worthiness(&encoded, TokenRange::new(3, 3)), 0.0);
}

#[test]
fn a_long_document_is_read_in_windows() {
    let encoder = encoder("transformer-int8");
    let pieces = pieces(&window(), 60);
    let encoded = encoder.encode(&pieces);
    assert_eq!(encoded.len(), 60);
    assert!(encoded.link(LinkHead::Antecedent, 30, Some(29)).is_some(), "a neighbour is in the window");
    assert_eq!(encoded.link(LinkHead::Antecedent, 59, Some(0)), None, "the beginning is not in the last window");
    assert!(encoded.link(LinkHead::Antecedent, 59, None).is_some());
    let decoder = Sequence::new(encoder.file(), TagHead::Quotations).unwrap();
    let spans = decoder.decode(&encoded, TokenRange::new(0, 60));
    assert!(spans.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
    assert!(Sequence::new(encoder.file(), TagHead::Mentions).is_none());
}

#[test]
fn a_bonus_begins_spans_where_it_stands_and_of_its_kind() {
    let encoder = encoder("transformer-int8");
    let encoded = encoder.encode(&pieces(&window(), 60));
    let decoder = Sequence::new(encoder.file(), TagHead::Quotations).unwrap();
    let all = TokenRange::new(0, 60);
    let spans = decoder.decode_with(&encoded, all, &["cue"], |token| if token == 30 { 1e6 } else { 0.0 });
    assert!(spans.iter().any(|span| span.tokens.start == 30 && span.kind == "cue"));
    let none = decoder.decode_with(&encoded, all, &["content", "source", "cue"], |_| -1e6);
    assert!(none.is_empty());
    assert_eq!(decoder.decode_with(&encoded, all, &[], |_| 1e6), decoder.decode(&encoded, all));
    assert_eq!(encoder.file().eagerness(), 0.0, "a file without it has none");
}

#[test]
fn a_document_without_tokens_has_no_scores() {
    let encoder = encoder("transformer-int8");
    let encoded = encoder.encode(&Pieces::default());
    assert!(encoded.is_empty());
    let decoder = Sequence::new(encoder.file(), TagHead::Names).unwrap();
    assert!(decoder.decode(&encoded, TokenRange::new(0, 0)).is_empty());
}

#[test]
fn a_replay_gives_the_same_scores_on_any_thread() {
    let pieces = pieces(&window(), 60);
    for (name, _) in MODELS {
        let encoder = encoder(name);
        let expected = all_scores(&encoder.encode(&pieces));
        std::thread::scope(|scope| {
            let workers: Vec<_> =
                (0..3).map(|_| scope.spawn(|| (0..3).map(|_| all_scores(&encoder.encode(&pieces))).collect::<Vec<_>>())).collect();
            for worker in workers {
                assert!(worker.join().unwrap().iter().all(|scores| *scores == expected), "{name}");
            }
        });
        let again = self::encoder(name);
        assert!(all_scores(&again.encode(&pieces)) == expected, "{name} loaded again");
    }
}

#[test]
fn embedded_bytes_give_what_the_file_gives() {
    static EMBEDDED: &[u8] = include_bytes!("transformer-int8.qwm");
    let pieces = pieces(&window(), 60);
    let embedded = Encoder::load(ModelFile::parse(Cow::Borrowed(EMBEDDED)).unwrap()).unwrap();
    assert!(all_scores(&embedded.encode(&pieces)) == all_scores(&encoder("transformer-int8").encode(&pieces)));
}

#[test]
fn the_header_is_read() {
    let file = ModelFile::read(&path("transformer-int8")).unwrap();
    assert_eq!((file.name(), file.window(), file.overlap(), file.hidden()), ("transformer-int8", 16, 6, 32));
    assert_eq!(file.vocabulary().len(), 60);
    assert_eq!(file.vocabulary().nth(4), Some("word0"));
    assert_eq!(file.sha256().len(), 64);
}

#[test]
fn an_absent_file_is_named() {
    let error = ModelFile::read(Path::new("no/such/model.qwm")).unwrap_err();
    assert_eq!(error.to_string(), "model file no/such/model.qwm cannot be read");
}

#[test]
fn another_file_is_foreign() {
    for bytes in [b"PK\x03\x04 an archive".as_slice(), b"QWN1", b"{\"format\": 1}"] {
        assert_eq!(refused(bytes.to_vec()), "not a quotewire model: it does not begin with QWM1");
    }
}

#[test]
fn a_cut_file_is_refused_wherever_it_is_cut() {
    let bytes = fs::read(path("transformer-int8")).unwrap();
    let header = header_of("transformer-int8");
    let mut cuts: Vec<usize> = (0..16).chain((16..bytes.len()).step_by(997)).collect();
    for section in header["sections"].as_object().unwrap().values() {
        let start = payload_of(&bytes) + section["offset"].as_u64().unwrap() as usize;
        cuts.extend([start, start + 1, start + section["length"].as_u64().unwrap() as usize - 1]);
    }
    for cut in cuts.into_iter().filter(|cut| *cut < bytes.len()) {
        let message = refused(bytes[..cut].to_vec());
        assert!(message.starts_with("model is cut short: "), "cut at {cut}: {message}");
    }
}

#[test]
fn a_flipped_bit_in_the_payload_is_damage() {
    let bytes = fs::read(path("transformer-int8")).unwrap();
    for place in (payload_of(&bytes)..bytes.len()).step_by(613) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        let message = refused(flipped);
        assert!(message.starts_with("model is damaged: "), "flipped at {place}: {message}");
    }
}

#[test]
fn a_flipped_bit_in_the_header_never_panics() {
    let bytes = fs::read(path("transformer-int8")).unwrap();
    let pieces = pieces(&window(), 20);
    for place in (0..payload_of(&bytes)).step_by(11) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        if let Ok(encoder) = ModelFile::parse(Cow::Owned(flipped)).and_then(Encoder::load) {
            all_scores(&encoder.encode(&pieces));
        }
    }
}

#[test]
fn another_format_is_told_apart() {
    assert_eq!(with_header(|header| header["format"] = 1.into()), "model has format 1, this version reads format 2");
    let bare = with_header(|header| *header = serde_json::json!({"format": 7}));
    assert_eq!(bare, "model has format 7, this version reads format 2");
}

#[test]
fn a_header_that_does_not_fit_is_refused() {
    let fault = |message: &str| format!("header of the model does not fit: {message}");
    assert_eq!(with_header(|header| header["overlap"] = 16.into()), fault("overlap 16 is not below window 16"));
    assert_eq!(with_header(|header| header["window"] = 17.into()), fault("18 positions do not hold a window of 19"));
    assert_eq!(with_header(|header| header["eagerness"] = 1e39.into()), "header of the model cannot be read: number out of range");
    assert_eq!(with_header(|header| header["hidden"] = 31.into()), fault("section words has 1920 bytes, not 1860"));
    assert_eq!(
        with_header(|header| header["heads"]["quotations"]["labels"][1] = "B-speech".into()),
        fault("labels of quotations are not those of this version")
    );
    assert_eq!(with_header(|header| header["features"][0][1] = 8.into()), fault("features are not those of this version"));
    assert_eq!(
        with_header(|header| header["crf"]["names"]["start"] = vec![0.0; 7].into()),
        fault("transitions of names are not 9 × 9 finite numbers")
    );
    assert_eq!(
        with_header(|header| header["heads"]["check_worthiness"]["start"] = 58.into()),
        fault("network gives 59 columns, the heads have 60")
    );
    assert_eq!(
        with_header(|header| drop(header.as_object_mut().unwrap().remove("crf"))),
        "header of the model cannot be read: missing field `crf`"
    );
}

fn window() -> Window {
    serde_json::from_str(include_str!("window.json")).expect("window.json is read")
}

/// So many pieces, each a token, the window's over and over.
fn pieces(window: &Window, count: usize) -> Pieces {
    Pieces {
        ids: window.ids.iter().copied().cycle().take(count).collect(),
        first: (0..count).collect(),
        features: window.features.iter().copied().cycle().take(count).collect(),
    }
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model").join(name).with_extension("qwm")
}

fn encoder(name: &str) -> Encoder {
    ModelFile::read(&path(name)).and_then(Encoder::load).expect("the model is taken")
}

fn all_scores(encoded: &Encoded) -> Vec<u32> {
    let tokens = 0..encoded.len();
    let tags = tokens.clone().flat_map(|token| TagHead::ALL.into_iter().flat_map(move |head| encoded.scores(head, token)).copied());
    let links = tokens.flat_map(|token| LinkHead::ALL.into_iter().filter_map(move |head| encoded.link(head, token, None)));
    tags.chain(links).map(f32::to_bits).collect()
}

fn payload_of(bytes: &[u8]) -> usize {
    (8 + header_length(bytes)).next_multiple_of(64)
}

fn header_length(bytes: &[u8]) -> usize {
    u32::from_le_bytes(bytes[4..8].try_into().expect("four bytes were taken")) as usize
}

fn header_of(name: &str) -> serde_json::Value {
    let bytes = fs::read(path(name)).expect("the model is read");
    serde_json::from_slice(&bytes[8..8 + header_length(&bytes)]).expect("the header is JSON")
}

/// Why a model with a changed header is refused.
fn with_header(change: impl FnOnce(&mut serde_json::Value)) -> String {
    let bytes = fs::read(path("transformer-int8")).expect("the model is read");
    let mut header = header_of("transformer-int8");
    change(&mut header);
    let json = serde_json::to_vec(&header).expect("JSON is written");
    let mut changed = b"QWM1".to_vec();
    changed.extend(u32::try_from(json.len()).expect("the header is short").to_le_bytes());
    changed.extend(json);
    changed.resize(changed.len().next_multiple_of(64), 0);
    changed.extend(&bytes[payload_of(&bytes)..]);
    refused(changed)
}

/// The message, with that of its cause.
fn refused(bytes: Vec<u8>) -> String {
    let error = ModelFile::parse(Cow::Owned(bytes)).and_then(Encoder::load).err().expect("the file is refused");
    match (&error, std::error::Error::source(&error)) {
        (ModelError::Header(_), Some(cause)) => {
            format!("{error}: {}", cause.to_string().split(" at line").next().expect("split gives a part"))
        }
        _ => error.to_string(),
    }
}

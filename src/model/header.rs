//! The JSON header of a weights file, and whether it fits this version.

use std::collections::BTreeMap;

use super::error::ModelError;
use super::heads::{Calibration, Heads, LinkColumns, LinkHead, TagHead, Transitions};
use super::input::FEATURE_TABLES;

/// The header as it is written.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Header {
    pub name: String,
    pub version: String,
    pub hidden: usize,
    pub window: usize,
    pub overlap: usize,
    features: Vec<(String, usize)>,
    heads: BTreeMap<String, HeadFields>,
    crf: BTreeMap<String, Transitions>,
    calibration: CalibrationFields,
    #[serde(default)]
    pub eagerness: f32,
    pub sections: Sections,
    pub sha256: String,
}

#[derive(Debug, serde::Deserialize)]
struct HeadFields {
    start: usize,
    labels: Option<Vec<String>>,
    width: Option<usize>,
    distance_bias: Option<Vec<f32>>,
}

#[derive(Debug, serde::Deserialize)]
struct CalibrationFields {
    check_worthiness: Calibration,
}

/// Where each part of the payload lies.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Sections {
    pub vocabulary: Section,
    pub words: Section,
    pub word_scales: Section,
    pub positions: Section,
    pub features: Section,
    pub network: Section,
}

/// A part of the payload, in bytes from its beginning.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(super) struct Section {
    pub offset: usize,
    pub length: usize,
}

impl Header {
    /// Reads a header; the format is looked at first, since another one may have other fields.
    pub fn parse(json: &[u8], format: u64) -> Result<Self, ModelError> {
        #[derive(serde::Deserialize)]
        struct Format {
            format: u64,
        }
        let Format { format: found } = serde_json::from_slice(json).map_err(ModelError::Header)?;
        if found != format {
            return Err(ModelError::OtherFormat { found });
        }
        serde_json::from_slice(json).map_err(ModelError::Header)
    }

    /// Checks the sizes that need no payload.
    pub fn check(&self) -> Result<(), ModelError> {
        require(self.hidden > 0, || "hidden is 0".to_owned())?;
        require(self.overlap < self.window, || format!("overlap {} is not below window {}", self.overlap, self.window))?;
        let features = self.features.iter().map(|(name, rows)| (name.as_str(), *rows));
        require(features.eq(FEATURE_TABLES), || "features are not those of this version".to_owned())
    }

    /// The columns of every head.
    pub fn heads(&self) -> Result<Heads, ModelError> {
        let mut heads = Heads { tags: [0; 4], links: LinkHead::ALL.map(|_| LinkColumns::default()), check_worthiness: 0, columns: 0 };
        for (slot, head) in heads.tags.iter_mut().zip(TagHead::ALL) {
            let fields = self.head(head.name())?;
            let labels = fields.labels.iter().flatten().map(String::as_str);
            require(labels.eq(head.labels().iter().copied()), || format!("labels of {} are not those of this version", head.name()))?;
            *slot = fields.start;
            heads.columns = heads.columns.max(end_of(fields.start, head.labels().len(), head.name())?);
        }
        for (slot, head) in heads.links.iter_mut().zip(LinkHead::ALL) {
            *slot = self.link(head)?;
            heads.columns = heads.columns.max(end_of(slot.start, slot.width.saturating_mul(2), head.name())?);
        }
        heads.check_worthiness = self.head("check_worthiness")?.start;
        heads.columns = heads.columns.max(end_of(heads.check_worthiness, 2, "check_worthiness")?);
        Ok(heads)
    }

    fn link(&self, head: LinkHead) -> Result<LinkColumns, ModelError> {
        let fields = self.head(head.name())?;
        let width = fields.width.unwrap_or(0);
        let distance_bias = fields.distance_bias.clone().unwrap_or_default();
        require(width > 0, || format!("{} has no width", head.name()))?;
        require(distance_bias.len() % 2 == 1, || format!("{} has {} distance biases, an even number", head.name(), distance_bias.len()))?;
        require(all_finite(&distance_bias), || format!("a distance bias of {} is not finite", head.name()))?;
        Ok(LinkColumns { start: fields.start, width, distance_bias })
    }

    fn head(&self, name: &str) -> Result<&HeadFields, ModelError> {
        self.heads.get(name).ok_or_else(|| ModelError::Misfit(format!("head {name} is missing")))
    }

    /// The transitions of each sequence head; `None` for those that are none.
    pub fn transitions(&self) -> Result<[Option<Transitions>; TagHead::ALL.len()], ModelError> {
        let mut all = [const { None }; TagHead::ALL.len()];
        for (slot, head) in all.iter_mut().zip(TagHead::ALL).filter(|(_, head)| head.is_sequence()) {
            let weights =
                self.crf.get(head.name()).ok_or_else(|| ModelError::Misfit(format!("transitions of {} are missing", head.name())))?;
            let labels = head.labels().len();
            let rows = [&weights.start].into_iter().chain(&weights.transitions);
            let fits = weights.transitions.len() == labels && rows.into_iter().all(|row| row.len() == labels && all_finite(row));
            require(fits, || format!("transitions of {} are not {labels} × {labels} finite numbers", head.name()))?;
            *slot = Some(weights.clone());
        }
        Ok(all)
    }

    /// How check-worthiness becomes a probability.
    pub fn check_worthiness(&self) -> Result<Calibration, ModelError> {
        let calibration = self.calibration.check_worthiness;
        require(all_finite(&[calibration.scale, calibration.shift]), || "calibration of check_worthiness is not finite".to_owned())?;
        Ok(calibration)
    }
}

impl Sections {
    /// Every section with its name.
    pub fn named(&self) -> [(&'static str, Section); 6] {
        [
            ("vocabulary", self.vocabulary),
            ("words", self.words),
            ("word_scales", self.word_scales),
            ("positions", self.positions),
            ("features", self.features),
            ("network", self.network),
        ]
    }
}

impl Section {
    /// One past its last byte.
    pub fn end(self) -> usize {
        self.offset.saturating_add(self.length)
    }
}

/// Refuses the header unless `fits`.
pub(super) fn require(fits: bool, fault: impl FnOnce() -> String) -> Result<(), ModelError> {
    if fits { Ok(()) } else { Err(ModelError::Misfit(fault())) }
}

/// One past the last column of a head. Columns beyond a million are a damaged header, and sums of them must not overflow.
fn end_of(start: usize, columns: usize, name: &str) -> Result<usize, ModelError> {
    const MOST_COLUMNS: usize = 1_000_000;
    let end = start.saturating_add(columns);
    require(end <= MOST_COLUMNS, || format!("columns of {name} end at {end}"))?;
    Ok(end)
}

fn all_finite(values: &[f32]) -> bool {
    values.iter().all(|value| value.is_finite())
}

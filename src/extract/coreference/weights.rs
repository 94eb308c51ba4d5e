//! What each feature counts for, by the class of the mention's form. Origin of `weights.json`: logistic regression over the candidates of each
//! mention on the train parts of GUM and LitBank (`training/antecedents.py`); those of `I`, `you`, `we` from its earlier form, see README.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::features::{FEATURE_NAMES, FEATURES, Features};
use super::form::FormClass;

/// Width of a network from which on its word on antecedents is worth what a transformer's is; a narrower one has weights of its own.
const WIDE: usize = 256;

/// The weights of all features for each class of forms; a referent not spoken of before scores 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([Features; FormClass::ALL.len()]);

/// Weights by class and feature; those left out are 0.
type ByName = BTreeMap<String, BTreeMap<String, f32>>;

impl Weights {
    /// Those that were fitted to networks about as wide as one whose vectors have `width` numbers.
    pub fn for_width(width: usize) -> &'static Self {
        static FITTED: LazyLock<[Weights; 2]> = LazyLock::new(|| {
            #[derive(serde::Deserialize)]
            struct Fitted {
                narrow: ByName,
                wide: ByName,
            }
            let Fitted { narrow, wide } = serde_json::from_str(include_str!("weights.json")).expect("the weights in the program are JSON");
            [narrow, wide].map(|weights| Weights::new(&weights).expect("the weights in the program are those of its features"))
        });
        &FITTED[usize::from(width >= WIDE)]
    }

    /// Reads `{class: {feature: weight}}`.
    ///
    /// # Errors
    /// What is no such JSON, or names a class or feature that there is not.
    pub fn parse(json: &str) -> Result<Self, String> {
        Self::new(&serde_json::from_str(json).map_err(|error| error.to_string())?)
    }

    fn new(weights: &ByName) -> Result<Self, String> {
        let mut table = [[0.0; FEATURES]; FormClass::ALL.len()];
        for (class, of_class) in weights {
            let row = FormClass::ALL.iter().position(|known| known.name() == class).ok_or_else(|| format!("no class of forms: {class}"))?;
            for (feature, weight) in of_class {
                let column = FEATURE_NAMES.iter().position(|known| known == feature).ok_or_else(|| format!("no feature: {feature}"))?;
                table[row][column] = *weight;
            }
        }
        Ok(Self(table))
    }

    /// The weights for mentions of `class`.
    pub(super) fn of(&self, class: FormClass) -> &Features {
        &self.0[class as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::coreference::features::Feature;

    #[test]
    fn narrow_networks_have_weights_of_their_own() {
        assert_eq!(Weights::for_width(0), Weights::for_width(128));
        assert_ne!(Weights::for_width(128), Weights::for_width(384));
    }

    #[test]
    fn weights_by_name() {
        let weights = Weights::parse(r#"{"they": {"named": 0.5}}"#).expect("class and feature are known");
        assert_eq!(weights.of(FormClass::They)[Feature::Named as usize], 0.5);
        assert_eq!(weights.of(FormClass::Single)[Feature::Named as usize], 0.0);
        assert_eq!(Weights::parse(r#"{"they": {"tall": 0.5}}"#), Err("no feature: tall".to_owned()));
        assert_eq!(Weights::parse(r#"{"those": {}}"#), Err("no class of forms: those".to_owned()));
    }
}

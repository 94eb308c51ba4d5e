//! Entities: names, mentions and clusters against the gold's.
//!
//! **Names.** The span is the name itself, without a leading `the` and a trailing possessive mark on either side. Dates and names of
//! peoples (`group`) are neither right nor wrong. `typed` = span and type of persons, organizations and places; `boundary` = the span
//! alone, for both sides' names of these types; `all` = spans of every name, nested ones too; `outermost` = without names inside another.
//!
//! **Coreference.** Over gold mentions in clusters that are mostly persons, organizations or places; clusters of one mention are left
//! out on both sides, and so are predictions on gold of other types, and predictions of other types on no gold mention. `exact` = the
//! same span (of a name, the name's too); `head` = a predicted span that holds the gold head and lies inside the gold mention or holds
//! it, one to one, nearest edges first. MUC, B³ and CEAF-e (by the best assignment), and their mean, as the CoNLL shared tasks have it.
//!
//! **Person pronouns.** Gold pronouns of persons whose cluster has a name: right where the predicted cluster of the matched mention
//! holds one of that cluster's names. **Name clusters.** B³ over the names found on both sides.
//!
//! **Described mentions.** Nominals and pronouns of persons and organizations, by the head match alone among themselves. A predicted
//! group (`residents`) counts as a person, as the gold has it.

mod alignment;
mod assignment;
mod described;
mod figures;
mod links;
mod mention;
mod names;
mod people;
mod score;
mod trim;

pub use figures::{CoreferenceFigures, DescribedFigures, EntityFigures, LinkFigures, NameClusters, NameFigures, PersonPronouns};
pub use mention::GoldMention;
pub(super) use score::score;

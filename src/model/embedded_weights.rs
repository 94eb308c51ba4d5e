//! The weights that the program carries.

use std::borrow::Cow;

use super::error::ModelError;
use super::file::ModelFile;

/// Name of each profile and its weights file. `accurate` is not among them: with it the program would pass 60 MB, of which few use a third.
const WEIGHTS: [(&str, &[u8]); 2] =
    [("balanced", include_bytes!("../../models/balanced.qwm")), ("fast", include_bytes!("../../models/fast.qwm"))];

/// The weights file of the profile `name`; `None` where the program carries none.
pub fn embedded(name: &str) -> Option<Result<ModelFile, ModelError>> {
    let (_, bytes) = WEIGHTS.iter().find(|(known, _)| *known == name)?;
    Some(ModelFile::parse(Cow::Borrowed(bytes)))
}

//! An entry of the compiled list, as bytes and as it is read.
//!
//! ```text
//! u8 type (0: none, else 1 + index into TYPES) · u16 LE length, id · names · context
//! names, context: u32 LE length of what follows, then each as u8 length, bytes
//! ```

use crate::annotation::EntityType;

/// Longest key of a name or context, in bytes.
pub(super) const LONGEST_KEY: usize = u8::MAX as usize;

/// Longest id, in bytes.
pub(super) const LONGEST_ID: usize = 1024;

/// The types, in the order of their codes, which is part of the format.
pub(super) const TYPES: [EntityType; 8] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Location,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
    EntityType::Product,
    EntityType::Other,
];

/// An entry, read where it lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The user's id.
    pub id: &'a str,
    /// What it is, where the list says so.
    pub entity_type: Option<EntityType>,
    /// Keys of all its names.
    pub names: Keys<'a>,
    /// Words that tell it from others of its name, written as keys are.
    pub context: Keys<'a>,
}

impl<'a> Entry<'a> {
    /// Reads the entry at the beginning of `bytes`; `None` where there is none, in a damaged file.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (&code, rest) = bytes.split_first()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (id, rest) = rest.split_at_checked(u16::from_le_bytes(*length).into())?;
        let (names, rest) = keys(rest)?;
        let (context, _) = keys(rest)?;
        let entity_type = usize::from(code).checked_sub(1).and_then(|index| TYPES.get(index)).copied();
        Some(Self { id: std::str::from_utf8(id).ok()?, entity_type, names, context })
    }

    /// Writes an entry whose id and keys are no longer than they may be.
    pub(super) fn write(id: &str, entity_type: Option<EntityType>, names: &[Box<str>], context: &[Box<str>], out: &mut Vec<u8>) {
        let code = entity_type.and_then(|kind| TYPES.iter().position(|one| *one == kind)).map_or(0, |index| index + 1);
        out.push(code as u8);
        out.extend((id.len() as u16).to_le_bytes());
        out.extend(id.as_bytes());
        for keys in [names, context] {
            let length: usize = keys.iter().map(|key| 1 + key.len()).sum();
            out.extend((length as u32).to_le_bytes());
            for key in keys {
                out.push(key.len() as u8);
                out.extend(key.as_bytes());
            }
        }
    }
}

fn keys(bytes: &[u8]) -> Option<(Keys<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (keys, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((Keys { bytes: keys }, rest))
}

/// Some keys of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys<'a> {
    bytes: &'a [u8],
}

impl<'a> Iterator for Keys<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (&length, rest) = self.bytes.split_first()?;
        let (key, rest) = rest.split_at_checked(length.into())?;
        self.bytes = rest;
        std::str::from_utf8(key).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written() -> Vec<u8> {
        let mut bytes = Vec::new();
        Entry::write("Q7", Some(EntityType::Organization), &["alden shipping".into(), "alden".into()], &["harbour".into()], &mut bytes);
        bytes
    }

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let bytes = written();
        let entry = Entry::read(&bytes).unwrap();
        assert_eq!((entry.id, entry.entity_type), ("Q7", Some(EntityType::Organization)));
        assert_eq!(entry.names.collect::<Vec<_>>(), ["alden shipping", "alden"]);
        assert_eq!(entry.context.collect::<Vec<_>>(), ["harbour"]);
    }

    #[test]
    fn a_cut_entry_is_none() {
        let bytes = written();
        assert!((0..bytes.len()).all(|length| Entry::read(&bytes[..length]).is_none()));
    }

    proptest! {
        #[test]
        fn damaged_bytes_give_something_or_nothing(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Some(entry) = Entry::read(&bytes) {
                prop_assert!(entry.names.count() + entry.context.count() <= bytes.len());
            }
        }
    }
}

//! What a name may be the name of: the postings of a key.
//!
//! A key leads to one number. With its lowest bit 0 it is the one posting, shifted by one; with 1 it is where a list of postings begins:
//! u32 LE count, then that many u64 LE. A posting is where its entry begins, shifted by one; its lowest bit tells whether the key is a
//! name of the entry or a shorter one.

/// An entry that has a name, or a shorter form of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u64);

impl Posting {
    /// A posting of the entry that begins at `entry`.
    pub(super) fn new(entry: usize, is_shorter: bool) -> Self {
        Self((entry as u64) << 1 | u64::from(is_shorter))
    }

    /// Where its entry begins.
    pub(super) fn entry(self) -> usize {
        usize::try_from(self.0 >> 1).unwrap_or(usize::MAX)
    }

    /// Whether the key is a shorter form of a name, not the name itself.
    pub(super) fn is_shorter(self) -> bool {
        self.0 & 1 == 1
    }

    /// The number for `postings`, which are not none; several are added to `lists`.
    pub(super) fn write(postings: &[Self], lists: &mut Vec<u8>) -> u64 {
        if let [one] = postings {
            return one.0 << 1;
        }
        let start = lists.len() as u64;
        lists.extend((postings.len() as u32).to_le_bytes());
        lists.extend(postings.iter().flat_map(|posting| posting.0.to_le_bytes()));
        start << 1 | 1
    }

    /// The postings that `number` stands for; fewer where the file is damaged.
    pub(super) fn list(number: u64, lists: &[u8]) -> impl Iterator<Item = Self> + '_ {
        let alone = (number & 1 == 0).then_some(Self(number >> 1));
        let list = if number & 1 == 1 { listed(number >> 1, lists) } else { None };
        alone.into_iter().chain(list.unwrap_or_default().iter().map(|bytes| Self(u64::from_le_bytes(*bytes))))
    }
}

fn listed(start: u64, lists: &[u8]) -> Option<&[[u8; 8]]> {
    let (count, rest) = lists.get(usize::try_from(start).ok()?..)?.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*count)).ok()?.checked_mul(8)?;
    Some(rest.get(..length)?.as_chunks().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_read_as_they_were_written() {
        let mut lists = Vec::new();
        let all = [Posting::new(0, false), Posting::new(1 << 40, true), Posting::new(7, false)];
        for postings in [&all[..1], &all[1..2], &all[..], &all[1..]] {
            let number = Posting::write(postings, &mut lists);
            assert_eq!(Posting::list(number, &lists).collect::<Vec<_>>(), postings);
        }
        assert_eq!((all[1].entry(), all[1].is_shorter()), (1 << 40, true));
    }

    #[test]
    fn numbers_that_lead_nowhere_give_nothing() {
        assert_eq!(Posting::list(u64::MAX, &[0; 12]).count(), 0);
        assert_eq!(Posting::list(1, &[9, 0, 0, 0, 1]).count(), 0);
    }
}

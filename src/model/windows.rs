//! Cuts the word pieces of a document into windows that the network can read.

/// Windows of equal length over the pieces of a document, in order.
///
/// Equal lengths need neither padding nor a mask. All windows of a document are its own: a window never holds pieces of two documents,
/// and two documents never share a call of the network, since activations are quantised by the range that they have in the call. With a
/// neighbour in the call a document's scores would depend on it, and a replay would not give the same record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Windows {
    length: usize,
    starts: Vec<usize>,
}

impl Windows {
    /// Cuts `pieces` pieces into the fewest windows of at most `window` that share at least `overlap` with their neighbours, evenly spread.
    /// They are no longer than that needs, and begin at one of `token_starts` (ascending) where one lies within reach.
    pub fn cut(pieces: usize, token_starts: &[usize], window: usize, overlap: usize) -> Self {
        debug_assert!(overlap < window, "overlap {overlap} is not below window {window}");
        if pieces <= window {
            let starts = if pieces == 0 { Vec::new() } else { vec![0] };
            return Self { length: pieces, starts };
        }
        let count = (pieces - overlap).div_ceil(window - overlap);
        let shortest = (pieces + (count - 1) * overlap).div_ceil(count);
        let length = (shortest..=window).find(|length| token_starts.binary_search(&(pieces - length)).is_ok()).unwrap_or(shortest);
        Self { length, starts: spread(pieces - length, count, length - overlap, token_starts) }
    }

    /// Number of pieces in each window.
    pub fn length(&self) -> usize {
        self.length
    }

    /// First piece of each window, ascending.
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// The window in which `piece` is farthest from an end; of two the earlier.
    ///
    /// # Panics
    /// Where `piece` is not one of the document's.
    pub fn most_central(&self, piece: usize) -> usize {
        let after = self.starts.partition_point(|start| *start <= piece);
        let holding = (0..after).rev().take_while(|index| piece < self.starts[*index] + self.length);
        let margin = |index: &usize| {
            let before = piece - self.starts[*index];
            before.min(self.length - 1 - before)
        };
        holding.max_by_key(margin).expect("the windows cover every piece")
    }
}

/// `count` starts from 0 to `last`, at most `step` apart, each at the token start that is nearest below its even share.
fn spread(last: usize, count: usize, step: usize, token_starts: &[usize]) -> Vec<usize> {
    let mut starts = vec![0];
    for index in 1..count {
        let previous = starts[index - 1];
        let even = index * last / (count - 1);
        let latest = even.min(previous + step);
        // The windows after this one must still reach the end.
        let earliest = last.saturating_sub((count - 1 - index) * step).max(previous + 1);
        let below = token_starts.partition_point(|start| *start <= latest).checked_sub(1);
        let start = below.map(|found| token_starts[found]).filter(|start| *start >= earliest);
        starts.push(start.unwrap_or(latest));
    }
    starts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_short_document_is_one_window() {
        assert_eq!(Windows::cut(200, &[0, 50, 199], 254, 64), Windows { length: 200, starts: vec![0] });
        assert_eq!(Windows::cut(0, &[], 254, 64).starts(), &[] as &[usize]);
    }

    #[test]
    fn windows_are_as_short_as_the_overlap_allows() {
        let tokens: Vec<usize> = (0..300).collect();
        assert_eq!(Windows::cut(300, &tokens, 254, 64), Windows { length: 182, starts: vec![0, 118] });
    }

    #[test]
    fn a_window_begins_at_a_token() {
        let tokens: Vec<usize> = (0..100).map(|token| token * 3).collect();
        assert_eq!(Windows::cut(300, &tokens, 254, 64), Windows { length: 183, starts: vec![0, 117] });
    }

    #[test]
    fn the_most_central_window_is_taken() {
        let windows = Windows { length: 10, starts: vec![0, 6] };
        assert_eq!([0, 5, 7, 8, 9, 15].map(|piece| windows.most_central(piece)), [0, 0, 0, 1, 1, 1]);
    }

    fn token_starts(lengths: &[usize]) -> (usize, Vec<usize>) {
        let mut starts = vec![0];
        for length in lengths {
            starts.push(starts[starts.len() - 1] + length);
        }
        (starts.pop().unwrap(), starts)
    }

    proptest! {
        #[test]
        fn windows_cover_overlap_and_are_the_fewest(
            lengths in prop::collection::vec(1usize..9, 0..400),
            window in 4usize..80,
            part in 0usize..100,
        ) {
            let overlap = part * (window - 1) / 100;
            let (pieces, tokens) = token_starts(&lengths);
            let windows = Windows::cut(pieces, &tokens, window, overlap);
            prop_assert!(windows.length() <= window);
            if pieces > 0 {
                prop_assert_eq!(windows.starts()[0], 0);
                prop_assert_eq!(windows.starts().last().unwrap() + windows.length(), pieces);
            }
            for pair in windows.starts().windows(2) {
                prop_assert!(pair[0] < pair[1]);
                prop_assert!(pair[0] + windows.length() >= pair[1] + overlap);
            }
            let fewer = windows.starts().len().saturating_sub(1);
            prop_assert!(fewer == 0 || fewer * (window - overlap) + overlap < pieces);
            for piece in 0..pieces {
                let start = windows.starts()[windows.most_central(piece)];
                prop_assert!((start..start + windows.length()).contains(&piece));
            }
        }
    }
}

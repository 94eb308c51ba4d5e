//! The best one-to-one assignment: Kuhn's Hungarian method with potentials (Jonker and Volgenant, 1987).

/// The largest sum of values that one value a row, no two of one column, can give.
///
/// `values` is `[rows × columns]`; some rows or columns stay without a partner where the sides differ.
pub(super) fn best_sum(values: &[Vec<f64>]) -> f64 {
    let columns = values.first().map_or(0, Vec::len);
    if values.len() > columns {
        let turned: Vec<Vec<f64>> = (0..columns).map(|column| values.iter().map(|row| row[column]).collect()).collect();
        return best_sum(&turned);
    }
    let mut search = Search::new(values.len(), columns);
    (0..values.len()).for_each(|row| search.place(values, row));
    search.row_of.iter().enumerate().filter_map(|(column, row)| Some(values[(*row)?][column])).sum()
}

/// Rows placed so far; there are at least as many columns as rows.
struct Search {
    row_of: Vec<Option<usize>>,
    row_potential: Vec<f64>,
    column_potential: Vec<f64>,
}

impl Search {
    fn new(rows: usize, columns: usize) -> Self {
        Self { row_of: vec![None; columns], row_potential: vec![0.0; rows], column_potential: vec![0.0; columns] }
    }

    /// Places `first` by the cheapest chain of moves that ends at a free column (a shortest path over reduced costs).
    fn place(&mut self, values: &[Vec<f64>], first: usize) {
        let columns = self.row_of.len();
        let mut distance = vec![f64::INFINITY; columns];
        let mut came_from = vec![None; columns];
        let mut is_visited = vec![false; columns];
        let (mut row, mut column) = (first, None);
        let end = loop {
            let mut nearest: Option<usize> = None;
            for next in (0..columns).filter(|next| !is_visited[*next]) {
                let cost = -values[row][next] - self.row_potential[row] - self.column_potential[next];
                if cost < distance[next] {
                    distance[next] = cost;
                    came_from[next] = column;
                }
                if nearest.is_none_or(|best| distance[next] < distance[best]) {
                    nearest = Some(next);
                }
            }
            let reached = nearest.expect("there are at least as many columns as rows");
            self.shift(first, distance[reached], &is_visited, &mut distance);
            is_visited[reached] = true;
            column = Some(reached);
            match self.row_of[reached] {
                Some(occupant) => row = occupant,
                None => break reached,
            }
        };
        self.move_along(end, &came_from, first);
    }

    /// Keeps the reduced costs of the rows reached so far at zero, after a step of length `step`.
    fn shift(&mut self, first: usize, step: f64, is_visited: &[bool], distance: &mut [f64]) {
        self.row_potential[first] += step;
        for (column, distance) in distance.iter_mut().enumerate() {
            if is_visited[column] {
                let row = self.row_of[column].expect("a visited column has a row");
                self.row_potential[row] += step;
                self.column_potential[column] -= step;
            } else {
                *distance -= step;
            }
        }
    }

    fn move_along(&mut self, end: usize, came_from: &[Option<usize>], first: usize) {
        let mut column = end;
        while let Some(before) = came_from[column] {
            self.row_of[column] = self.row_of[before];
            column = before;
        }
        self.row_of[column] = Some(first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best sum by trying everything.
    fn tried(values: &[Vec<f64>], taken: &mut Vec<usize>) -> f64 {
        let Some((row, rest)) = values.split_first() else { return 0.0 };
        let mut best = tried(rest, taken);
        for (column, value) in row.iter().enumerate() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.max(value + tried(rest, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn greedy_would_lose() {
        assert_eq!(best_sum(&[vec![0.9, 0.8], vec![0.8, 0.0]]), 1.6);
        assert_eq!(best_sum(&[vec![0.5], vec![0.75]]), 0.75);
        assert_eq!(best_sum(&[]), 0.0);
    }

    #[test]
    fn is_as_good_as_trying_everything() {
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 9
        };
        for _ in 0..200 {
            let (rows, columns) = (1 + next() as usize % 5, 1 + next() as usize % 5);
            let values: Vec<Vec<f64>> = (0..rows).map(|_| (0..columns).map(|_| next() as f64 / 8.0).collect()).collect();
            assert!((best_sum(&values) - tried(&values, &mut Vec::new())).abs() < 1e-9, "{values:?}");
        }
    }
}

//! Tables of short cells.

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    pub(super) fn new(title: &'static str, columns: &[&'static str]) -> Self {
        Self { title, columns: columns.to_vec(), rows: Vec::new() }
    }

    /// The table with one more row.
    pub(super) fn with(mut self, name: &str, cells: impl IntoIterator<Item = String>) -> Self {
        self.rows.push((name.to_owned(), cells.into_iter().collect()));
        self
    }

    /// Cells under each other: names to the left, values to the right.
    pub(super) fn text(&self) -> String {
        let name_width = self.rows.iter().map(|(name, _)| name.chars().count() + 2).chain([self.title.chars().count()]).max().unwrap_or(0);
        let width = |index: usize| self.cells(index).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let line = |name: &str, cells: &mut dyn Iterator<Item = &str>| {
            let cells: String = cells.zip(&widths).map(|(cell, width)| format!("  {cell:>width$}")).collect();
            format!("{name:<name_width$}{cells}").trim_end().to_owned() + "\n"
        };
        let mut text = line(self.title, &mut self.columns.iter().copied());
        for (name, cells) in &self.rows {
            text += &line(&format!("  {name}"), &mut cells.iter().map(String::as_str));
        }
        text
    }

    /// The same in Markdown.
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("| {} | {} |\n|---|{}\n", self.title, self.columns.join(" | "), "---:|".repeat(self.columns.len()));
        for (name, cells) in &self.rows {
            text += &format!("| {name} | {} |\n", cells.join(" | "));
        }
        text
    }

    fn cells(&self, index: usize) -> impl Iterator<Item = &str> {
        let values = self.rows.iter().filter_map(move |(_, cells)| cells.get(index).map(String::as_str));
        values.chain(self.columns.get(index).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_under_each_other() {
        let table = Table::new("names", &["P", "F1"]).with("PER", ["0.500".to_owned(), "1".to_owned()]);
        assert_eq!(table.text(), "names      P  F1\n  PER  0.500   1\n");
        assert_eq!(table.markdown(), "| names | P | F1 |\n|---|---:|---:|\n| PER | 0.500 | 1 |\n");
    }
}

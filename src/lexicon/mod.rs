//! Word lists, one table a file, each naming its origin.

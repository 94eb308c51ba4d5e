//! The network: its word pieces against the reference, its weights files and scores against those that made them.

mod network;
mod word_pieces;

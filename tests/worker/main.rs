//! The worker against real servers: each test starts its own, on a free port of the loopback and with a store that is gone afterwards.
//!
//! `QUOTEWIRE_CHAOS_MESSAGES`, `QUOTEWIRE_CHAOS_KILLS`, `QUOTEWIRE_POISON_GOOD` and `QUOTEWIRE_POISON_BAD` make the two long runs as long
//! as wanted.
#![allow(clippy::unwrap_used)] // a test that cannot go on should stop where it is

mod accounts;
mod broker;
mod certificates;
mod chaos;
mod commands;
mod delivery;
mod faults;
mod http;
mod life_cycle;
mod logins;
mod network;
mod permissions;
mod poison;
mod process;
mod proxy;
mod replicas;
mod server;
mod shutdown;
mod size;
mod work;

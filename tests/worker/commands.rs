//! `init`, `doctor`, `check-config` and their exit codes: 0 done, 1 failure, 2 usage, 3 configuration, 4 NATS unreachable.

use std::process::{Command, Output};

use super::broker::{Broker, OUTPUT};
use super::server::{Server, free_port};

fn quotewire(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotewire"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("QUOTEWIRE_")) {
        command.env_remove(name);
    }
    let Output { status, stdout, stderr } = command.args(arguments).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[tokio::test]
async fn init_makes_everything_once_and_doctor_is_content() {
    let server = Server::start();
    let (code, told, _) = quotewire(&["doctor", "--server", &server.url()]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("FAIL  stream WIRE_IN does not exist") && told.contains("fix: run `quotewire init`"), "{told}");

    let (code, told, errors) = quotewire(&["init", "--server", &server.url()]);
    assert_eq!(code, 0, "{errors}");
    assert_eq!(told.lines().count(), 4, "{told}");
    let (code, told, _) = quotewire(&["init", "--server", &server.url()]);
    assert_eq!((code, told.trim()), (0, "all there, nothing to do"));

    let (code, told, errors) = quotewire(&["doctor", "--server", &server.url()]);
    assert_eq!(code, 0, "{told}{errors}");
    assert!(!told.contains("FAIL"), "{told}");
}

#[tokio::test]
async fn the_doctor_reads_the_whole_gazetteer() {
    let server = Server::start();
    quotewire(&["init", "--server", &server.url()]);
    let folder = tempfile::tempdir().unwrap();
    let (list, file) = (folder.path().join("list.csv"), folder.path().join("list.qwg"));
    std::fs::write(&list, "id,name\nQ1,Ingrid Halvorsen\n").unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(quotewire(&["gazetteer", "build", list.to_str().unwrap(), "--into", file]).0, 0);
    let doctor = || quotewire(&["doctor", "--server", &server.url(), "--gazetteer", file]);
    let (code, told, _) = doctor();
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("list.qwg is whole; entries: 1, sha256: "), "{told}");

    let mut bytes = std::fs::read(file).unwrap();
    let payload = bytes.windows(2).rposition(|two| two == b"Q1").unwrap();
    bytes[payload + 1] = b'2';
    std::fs::write(file, bytes).unwrap();
    let (code, told, _) = doctor();
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("damaged: the checksum of its payload is wrong"), "{told}");
}

#[tokio::test]
async fn what_differs_is_told() {
    let server = Server::start();
    quotewire(&["init", "--server", &server.url()]);
    let (code, told, errors) = quotewire(&["init", "--server", &server.url(), "--set", "input.ack_wait_secs=30"]);
    assert_eq!(code, 1, "{errors}");
    assert!(told.contains("ack wait: asked for 30s, the server has 15s"), "{told}");
}

#[tokio::test]
async fn a_subject_that_nobody_keeps_is_told() {
    let server = Server::start();
    quotewire(&["init", "--server", &server.url()]);
    let broker = Broker::connect(&server).await;
    let (code, told, _) =
        quotewire(&["doctor", "--server", &server.url(), "--set", "output.subject_template=records.{provider}.{language}.{state}"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("nobody keeps records.provider.en.usable"), "{told}");
    assert_eq!(broker.count(OUTPUT).await, 0, "the doctor publishes nothing");
}

#[test]
fn a_server_that_does_not_answer_is_exit_code_4() {
    let nowhere = format!("nats://127.0.0.1:{}", free_port());
    for command in ["doctor", "init"] {
        let (code, _, errors) = quotewire(&[command, "--server", &nowhere]);
        assert_eq!(code, 4, "{command}: {errors}");
        assert!(errors.contains("no NATS server at nats://127.0.0.1:"), "{errors}");
    }
}

#[test]
fn a_configuration_with_faults_is_exit_code_3_and_all_of_them() {
    for command in ["run", "init", "doctor", "check-config"] {
        let (code, _, errors) = quotewire(&[command, "--set", "worker.speed=9", "--set", "worker.in_flight=0"]);
        assert_eq!(code, 3, "{command}: {errors}");
        assert!(errors.contains("worker.speed: no such key") && errors.contains("worker.in_flight"), "{errors}");
    }
    assert_eq!(quotewire(&["check-config", "--set", "worker"]).0, 2);
}

#[test]
fn the_configuration_is_shown_without_its_secrets() {
    let (code, told, _) = quotewire(&["check-config", "--print", "--set", "nats.user=ana", "--set", "nats.password=hunter2"]);
    assert_eq!(code, 0);
    assert!(told.contains("password = \"(hidden)\"") && !told.contains("hunter2"), "{told}");
}

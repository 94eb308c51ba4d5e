//! The deployment files: they parse, agree with the program's defaults, and name settings that exist.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use serde_yaml_ng::Value;

const PORT: u64 = 9464;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(path: &str) -> Value {
    serde_yaml_ng::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn at<'a>(value: &'a Value, path: &[&str]) -> &'a Value {
    path.iter().fold(value, |value, key| match key.parse::<usize>() {
        Ok(index) if value.is_sequence() => &value[index],
        _ => &value[*key],
    })
}

fn check_config(arguments: &[&str], environment: &[(String, String)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_quotewire"))
        .arg("check-config")
        .args(arguments)
        .env_clear()
        .envs(environment.iter().cloned())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the binary runs")
}

fn assert_accepted(output: &Output, what: &str) {
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_yaml_file_parses() {
    for file in ["deploy/compose.yaml", "deploy/kubernetes/deployment.yaml", "deploy/kubernetes/kustomization.yaml"] {
        for document in serde_yaml_ng::Deserializer::from_str(&read(file)) {
            let value = Value::deserialize(document).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert!(value.is_mapping(), "{file}");
        }
    }
}

#[test]
fn the_deployment_probes_the_port_that_its_configuration_opens() {
    let deployment = yaml("deploy/kubernetes/deployment.yaml");
    let container = at(&deployment, &["spec", "template", "spec", "containers", "0"]);
    assert_eq!(at(container, &["ports", "0", "containerPort"]).as_u64(), Some(PORT));
    for (probe, path) in [("startupProbe", "/livez"), ("livenessProbe", "/livez"), ("readinessProbe", "/readyz")] {
        assert_eq!(at(container, &[probe, "httpGet", "path"]).as_str(), Some(path));
        assert_eq!(at(container, &[probe, "httpGet", "port"]).as_str(), Some("http"));
    }
    assert_eq!(at(container, &["securityContext", "readOnlyRootFilesystem"]).as_bool(), Some(true));
    assert_eq!(at(&deployment, &["spec", "template", "spec", "securityContext", "runAsNonRoot"]).as_bool(), Some(true));
    assert!(read("deploy/kubernetes/config.toml").contains(&format!("0.0.0.0:{PORT}")));
    assert!(read("config/production.toml").contains(&format!("0.0.0.0:{PORT}")));
}

#[test]
fn every_configuration_file_is_accepted() {
    for file in ["config/production.toml", "config/development.toml", "deploy/kubernetes/config.toml"] {
        assert_accepted(&check_config(&["--config", file], &[]), file);
    }
}

#[test]
fn the_compose_file_sets_settings_that_exist() {
    let compose = yaml("deploy/compose.yaml");
    for service in ["worker", "feeder"] {
        let environment = at(&compose, &["services", service, "environment"]).as_mapping().expect("a service has an environment");
        let text = |value: &Value| value.as_str().expect("a variable is a string").to_owned();
        let variables: Vec<_> = environment.iter().map(|(name, value)| (text(name), text(value))).collect();
        assert_accepted(&check_config(&["--config", "config/production.toml"], &variables), service);
    }
    let unknown = [("QUOTEWIRE_NATS__SERVER".to_owned(), "nats://nats:4222".to_owned())];
    assert_eq!(check_config(&[], &unknown).status.code(), Some(3), "a misspelt variable is refused");
}

#[test]
fn the_image_is_one_static_binary_without_root() {
    let dockerfile = read("deploy/Dockerfile");
    let last_stage = dockerfile.rsplit("\nFROM ").next().expect("a Dockerfile has stages");
    assert!(last_stage.starts_with("scratch"));
    assert!(last_stage.contains("USER 65532:65532"));
    for line in dockerfile.lines().filter_map(|line| line.strip_prefix("COPY ")).filter(|line| !line.starts_with("--from")) {
        let sources = line.split_whitespace().rev().skip(1);
        for source in sources {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(source).exists(), "the Dockerfile copies {source}");
        }
    }
}

#[test]
fn the_unit_runs_commands_that_exist() {
    let unit = read("deploy/systemd/quotewire.service");
    let commands: Vec<&str> = unit.lines().filter_map(|line| line.split_once("=/usr/local/bin/quotewire ")).map(|(_, rest)| rest).collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        let subcommand = command.split_whitespace().next().expect("a command has a name");
        let help = Command::new(env!("CARGO_BIN_EXE_quotewire")).args([subcommand, "--help"]).output().expect("the binary runs");
        assert!(help.status.success(), "{subcommand}");
    }
}

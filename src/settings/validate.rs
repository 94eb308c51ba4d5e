//! What types cannot say about a configuration.

use super::Settings;

/// Everything that is wrong with `settings`, a line each.
pub(super) fn faults(settings: &Settings) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    let nats = &settings.nats;
    check(!nats.servers.is_empty(), "nats.servers: at least one address is needed");
    check(nats.user.is_empty() == nats.password.reveal().is_none(), "nats.user and nats.password: one without the other");
    let in_address = nats.servers.iter().any(|address| address.contains('@'));
    let logins = [!nats.user.is_empty(), !nats.credentials_file.is_empty(), !nats.nkey_seed_file.is_empty(), in_address];
    check(
        logins.iter().filter(|login| **login).count() <= 1,
        "nats: more than one of user, credentials_file, nkey_seed_file and a login in servers is set",
    );
    check(
        nats.tls_certificate_file.is_empty() == nats.tls_key_file.is_empty(),
        "nats.tls_certificate_file and nats.tls_key_file: one without the other",
    );
    check(is_subject(&nats.inbox_prefix, Wildcards::Refused), "nats.inbox_prefix: not a subject");
    check((1..=60).contains(&nats.connect_timeout_secs), "nats.connect_timeout_secs: from 1 to 60");
    check((1..=60).contains(&nats.ping_interval_secs), "nats.ping_interval_secs: from 1 to 60");
    check((1..=5).contains(&settings.provision.replicas), "provision.replicas: from 1 to 5");
    for (key, name) in [
        ("input.stream", &settings.input.stream),
        ("input.consumer", &settings.input.consumer),
        ("output.stream", &settings.output.stream),
        ("dead_letter.stream", &settings.dead_letter.stream),
    ] {
        check(is_name(name), &format!("{key}: a name has no white space, dot, star, slash or angle bracket and is not empty"));
    }
    for (key, subjects) in [
        ("input.subjects", &settings.input.subjects),
        ("input.filter_subjects", &settings.input.filter_subjects),
        ("output.subjects", &settings.output.subjects),
    ] {
        for subject in subjects {
            check(is_subject(subject, Wildcards::Allowed), &format!("{key}: {subject:?} is not a subject"));
        }
    }
    check(!settings.input.subjects.is_empty(), "input.subjects: at least one is needed");
    check(!settings.output.subjects.is_empty(), "output.subjects: at least one is needed");
    check((1..=3600).contains(&settings.input.ack_wait_secs), "input.ack_wait_secs: from 1 to 3600");
    check(settings.input.max_deliveries >= 2, "input.max_deliveries: at least 2, or one crash makes dead letters");
    check(settings.input.max_message_bytes > 0, "input.max_message_bytes: at least 1");
    check(
        settings.input.max_ack_pending as usize >= settings.worker.in_flight,
        "input.max_ack_pending: at least worker.in_flight, or one worker cannot fill its window",
    );
    check(settings.output.duplicate_window_secs >= 1, "output.duplicate_window_secs: at least 1");
    check(
        template_fault(&settings.output.subject_template).is_none(),
        "output.subject_template: not a subject, or a placeholder other than {provider}, {language}, {state}",
    );
    check(is_subject(&settings.dead_letter.subject_prefix, Wildcards::Refused), "dead_letter.subject_prefix: not a subject");
    check(!settings.publish.source.trim().is_empty(), "publish.source: must not be empty");
    check(settings.worker.threads <= 1024, "worker.threads: at most 1024");
    check((1..=4096).contains(&settings.worker.in_flight), "worker.in_flight: from 1 to 4096");
    check((1..=600).contains(&settings.worker.shutdown_deadline_secs), "worker.shutdown_deadline_secs: from 1 to 600");
    let listen = &settings.http.listen;
    check(listen.is_empty() || listen.parse::<std::net::SocketAddr>().is_ok(), "http.listen: not an address such as 127.0.0.1:9464");
    faults
}

/// Whether `*` and `>` may stand in a subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wildcards {
    Allowed,
    Refused,
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|sign| sign.is_ascii_graphic() && !matches!(sign, '.' | '*' | '>' | '/' | '\\'))
}

fn is_subject(subject: &str, wildcards: Wildcards) -> bool {
    let tokens: Vec<&str> = subject.split('.').collect();
    tokens.iter().enumerate().all(|(index, token)| match *token {
        "*" => wildcards == Wildcards::Allowed,
        ">" => wildcards == Wildcards::Allowed && index + 1 == tokens.len(),
        token => !token.is_empty() && token.chars().all(|sign| sign.is_ascii_graphic() && !matches!(sign, '*' | '>')),
    })
}

/// The part of a subject template that cannot be; placeholders are told apart by their braces.
fn template_fault(template: &str) -> Option<String> {
    let filled = template.replace("{provider}", "p").replace("{language}", "l").replace("{state}", "s");
    (filled.contains(['{', '}']) || !is_subject(&filled, Wildcards::Refused)).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::super::Layers;

    fn faults_with(key: &str, value: &str) -> String {
        let layers = Layers { flags: vec![(key.to_owned(), value.to_owned())], ..Layers::default() };
        layers.load().map_or_else(|faults| faults.to_string(), |_| String::new())
    }

    #[test]
    fn what_cannot_work_is_told() {
        for (key, value) in [
            ("nats.servers", ""),
            ("nats.user", "ana"),
            ("nats.tls_key_file", "key.pem"),
            ("input.stream", "WIRE IN"),
            ("input.consumer", "a.b"),
            ("output.subjects", "a..b"),
            ("output.subjects", "a.>.b"),
            ("output.subject_template", "out.{colour}"),
            ("output.subject_template", "out.*"),
            ("dead_letter.subject_prefix", "dead letters"),
            ("worker.in_flight", "0"),
            ("input.max_ack_pending", "3"),
            ("http.listen", "localhost"),
        ] {
            let told = faults_with(key, value);
            assert!(told.contains(key), "{key} = {value:?} gave {told:?}");
        }
    }

    #[test]
    fn what_works_is_not() {
        for (key, value) in [
            ("output.subjects", "peer.out.>"),
            ("output.subject_template", "peer.out.{state}"),
            ("input.filter_subjects", "wire.in.v1.*.news,wire.in.v1.alerts"),
            ("http.listen", "[::1]:9000"),
            ("worker.threads", "0"),
        ] {
            assert_eq!(faults_with(key, value), "", "{key} = {value}");
        }
    }
}

package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.account.MailAddress;
import dev.handshake.account.Role;
import dev.handshake.account.User;
import java.util.List;
import java.util.Locale;

/** Somebody who can sign in to the demo. */
enum DemoPerson {
    NORA("Nora Lind", Account.PRODUCER, Role.ADMIN),
    CEM("Cem Arslan", Account.PRODUCER, Role.CREATOR),
    OLGA("Olga Petrova", Account.PRODUCER, Role.OBSERVER),
    IRIS("Iris Okafor", Account.CONSUMER, Role.ADMIN),
    OTTO("Otto Brandt", Account.CONSUMER, Role.OBSERVER),
    RAVI("Ravi Menon", Account.ANOTHER, Role.ADMIN),
    SAM("Sam Doyle", Account.STRANGER, Role.ADMIN),
    PAT("Pat Quist", Account.PROVIDER, Role.ADMIN),
    OPAL("Opal Reyes", Account.PROVIDER, Role.OPERATOR);

    /** The demo accounts. */
    enum Account {
        PRODUCER("100200", "makes images and offers them", List.of("DFW", "ORD", "LON")),
        CONSUMER("300400", "is offered images", List.of("DFW", "ORD")),
        ANOTHER("500600", "is offered images too", List.of("DFW")),
        STRANGER(
                "700800",
                "is a stranger to the images of 100200, and offers some that are reported",
                List.of("DFW", "SYD")),
        PROVIDER(
                "900000", "is the cloud's provider, whose images are base images", List.of("DFW", "ORD", "LON", "SYD"));

        final String number;
        final String does;
        final List<String> regions;

        Account(String number, String does, List<String> regions) {
            this.number = number;
            this.does = does;
            this.regions = regions;
        }
    }

    final String fullName;
    final Account account;
    final Role role;

    DemoPerson(String fullName, Account account, Role role) {
        this.fullName = fullName;
        this.account = account;
        this.role = role;
    }

    Actor in(String region) {
        return new Actor(account.number, fullName, role, region);
    }

    User user() {
        MailAddress mail = new MailAddress(mail(), true);
        return new User(account.number, fullName, role, account.regions, false, role == Role.OPERATOR, mail);
    }

    /** Mails of the demo go to the log, whatever their address. */
    private String mail() {
        return name().toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** What the sign-in provider says of this person. */
    String claims() {
        return "{\"name\":\"%s\",\"email\":\"%s\",\"account\":\"%s\",\"role\":\"%s\",\"regions\":[\"%s\"]}"
                .formatted(fullName, mail(), account.number, role.label(), String.join("\",\"", account.regions));
    }
}

package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.account.MailAddress;
import dev.handshake.account.Role;
import dev.handshake.account.User;
import java.util.List;
import java.util.Locale;

/** The users of the demo. */
enum DemoUser {
    NORA("Nora Lind", DemoAccount.PRODUCER, Role.ADMIN),
    CEM("Cem Arslan", DemoAccount.PRODUCER, Role.CREATOR),
    OLGA("Olga Petrova", DemoAccount.PRODUCER, Role.OBSERVER),
    IRIS("Iris Okafor", DemoAccount.CONSUMER, Role.ADMIN),
    OTTO("Otto Brandt", DemoAccount.CONSUMER, Role.OBSERVER),
    RAVI("Ravi Menon", DemoAccount.SECOND_CONSUMER, Role.ADMIN),
    SAM("Sam Doyle", DemoAccount.STRANGER, Role.ADMIN),
    PAT("Pat Quist", DemoAccount.PROVIDER, Role.ADMIN),
    OPAL("Opal Reyes", DemoAccount.PROVIDER, Role.OPERATOR);

    /** The demo accounts. */
    enum DemoAccount {
        PRODUCER("100200", "Creates images and offers them", List.of("DFW", "ORD", "LON")),
        CONSUMER("300400", "Receives offers", List.of("DFW", "ORD")),
        SECOND_CONSUMER("500600", "Receives offers too", List.of("DFW")),
        STRANGER(
                "700800",
                "Has no access to the images of 100200; some of its images are reported",
                List.of("DFW", "SYD")),
        PROVIDER("900000", "The provider of the cloud; publishes base images", List.of("DFW", "ORD", "LON", "SYD"));

        final String number;
        final String description;
        final List<String> regions;

        DemoAccount(String number, String does, List<String> regions) {
            this.number = number;
            this.description = does;
            this.regions = regions;
        }
    }

    final String fullName;
    final DemoAccount account;
    final Role role;

    DemoUser(String fullName, DemoAccount account, Role role) {
        this.fullName = fullName;
        this.account = account;
        this.role = role;
    }

    Actor actorIn(String region) {
        return new Actor(account.number, fullName, role, region);
    }

    User toUser() {
        MailAddress mail = new MailAddress(mailAddress(), true);
        return new User(account.number, fullName, role, account.regions, false, role == Role.OPERATOR, mail);
    }

    /** Dev mode only logs mail, so any address will do. */
    private String mailAddress() {
        return name().toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** The claims of this user's tokens. */
    String toClaimsJson() {
        return "{\"name\":\"%s\",\"email\":\"%s\",\"account\":\"%s\",\"role\":\"%s\",\"regions\":[\"%s\"]}"
                .formatted(
                        fullName, mailAddress(), account.number, role.label(), String.join("\",\"", account.regions));
    }
}

package dev.handshake.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sign-in page of the demo: one button per user, grouped by account. */
class DemoSignInPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in to the Handshake demo</title><style>
            :root { color-scheme: light dark; font: 16px/1.5 "Inter", "Segoe UI", system-ui, sans-serif }
            body { max-width: 46rem; margin: 6vh auto; padding: 0 1rem }
            section { border: 1px solid #8886; border-radius: .75rem; padding: .8rem 1.1rem; margin: 0 0 .8rem }
            h1 { font-size: 1.6rem } h2 { font-size: 1.05rem; margin: 0 } p { margin: .1rem 0 .6rem }
            form { display: inline-block; margin: 0 .4rem .4rem 0 }
            button { font: inherit; padding: .35rem .9rem; border-radius: .5rem; border: 1px solid #0b5d52; cursor: pointer;
              background: #0b5d52; color: #fff }
            </style></head><body>
            <h1>Sign in to the Handshake demo</h1>
            <p>There are no passwords: choose a user. To see both sides, sign in as a second user in a private window.</p>
            %s
            <section><h2>Incomplete sign-in</h2><p>A user without account, role or region</p>%s</section>
            </body></html>
            """;

    static String html() {
        return PAGE.formatted(
                Arrays.stream(DemoUser.DemoAccount.values())
                        .map(DemoSignInPage::account)
                        .collect(Collectors.joining()),
                button("nobody", "Nobody", "{&quot;name&quot;:&quot;Nobody&quot;}"));
    }

    private static String account(DemoUser.DemoAccount account) {
        String people = Arrays.stream(DemoUser.values())
                .filter(person -> person.account == account)
                .map(person -> button(
                        person.name().toLowerCase(Locale.ROOT),
                        person.fullName + ", " + person.role.label(),
                        person.toClaimsJson().replace("\"", "&quot;")))
                .collect(Collectors.joining());
        return "<section><h2>Account %s</h2><p>%s. Regions: %s</p>%s</section>"
                .formatted(account.number, account.description, String.join(", ", account.regions), people);
    }

    private static String button(String user, String words, String claims) {
        return "<form method=\"post\"><input type=\"hidden\" name=\"username\" value=\"%s\"><input type=\"hidden\" name=\"claims\" value=\"%s\"><button>%s</button></form>"
                .formatted(user, claims, words);
    }
}

package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.paging.NativeRows;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account's private name for an account number it shares with. Only that account sees it. */
@Entity
@Table(name = "account_label")
@IdClass(Label.Key.class)
public class Label extends PanacheEntityBase {

    public record Key(String account, String number) {}

    private static final String BY_NUMBERS =
            "select number, label from account_label where account = :account and number = any(:numbers)";

    static final int MAX_LENGTH = 100;

    /**
     * The accounts to choose from when an image is offered.
     *
     * @param labelled those with a label, by label
     * @param recent those that were offered something lately and have no label, latest first
     */
    public record AddressBook(List<Label> labelled, List<String> recent) {

        /** Beyond it a number is typed rather than looked for. */
        private static final int MAX_LABELS = 500;

        private static final int MAX_RECENT = 10;

        static AddressBook load(Actor actor) {
            List<Label> labelled = Label.<Label>find("account = ?1 order by lower(label), number", actor.account())
                    .range(0, MAX_LABELS - 1)
                    .list();
            Set<String> known = labelled.stream().map(each -> each.number).collect(Collectors.toSet());
            List<String> recent = MembershipQueries.listRecentRecipients(actor, MAX_RECENT).stream()
                    .filter(each -> !known.contains(each))
                    .toList();
            return new AddressBook(labelled, recent);
        }

        public boolean isEmpty() {
            return labelled.isEmpty() && recent.isEmpty();
        }
    }

    @Id
    public String account;

    @Id
    public String number;

    public String label;

    /** The labels the actor's account gave to {@code numbers}, by number. */
    static Map<String, String> findByNumber(Actor actor, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return NativeRows.select(
                        BY_NUMBERS,
                        Map.of("account", actor.account(), "numbers", numbers.toArray(String[]::new)),
                        new NativeRows.ResultColumn("number", String.class),
                        new NativeRows.ResultColumn("label", String.class))
                .stream()
                .collect(Collectors.toMap(each -> (String) each[0], each -> (String) each[1]));
    }

    /**
     * Accounts whose number or label has the text, by label.
     *
     * @param isNumber whether the text itself is a number; then that account is among them, label or not
     */
    public static List<Label> search(Actor actor, String text, boolean isNumber, int most) {
        List<Label> found = find(
                        "account = ?1 and (number = ?2 or lower(label) like ?3 escape '!') order by lower(label), number",
                        actor.account(),
                        text,
                        Text.likePattern(text))
                .range(0, most - 1)
                .list();
        boolean isMissing = isNumber && found.stream().noneMatch(each -> each.number.equals(text));
        return isMissing
                ? Stream.concat(Stream.of(create(actor, text, "")), found.stream())
                        .limit(most)
                        .toList()
                : found;
    }

    /**
     * Sets the label, or removes it if {@code text} is empty.
     *
     * @throws RefusedException {@link Reason#HIDDEN_CHARACTERS}
     */
    static void save(Actor actor, String number, String text) {
        HiddenCharacters.requireNoneInLine("A label", text);
        delete("account = ?1 and number = ?2", actor.account(), number);
        if (!text.isEmpty()) {
            create(actor, number, Text.truncate(MAX_LENGTH, text)).persist();
        }
    }

    private static Label create(Actor actor, String number, String text) {
        Label label = new Label();
        label.account = actor.account();
        label.number = number;
        label.label = text;
        return label;
    }
}

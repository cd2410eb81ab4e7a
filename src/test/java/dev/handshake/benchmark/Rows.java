package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is measured. */
class Rows {

    /** One for the warm-up, four that are measured, one for the rehearsal. */
    static final int TURNS = 6;

    private static final String IMAGES = "/DFW/images";
    private static final String API = "/DFW/v2/images";

    private final People people;
    private final Sample sample;

    Rows(People people, Database database, long images) {
        this.people = people;
        this.sample = new Sample(database, images);
    }

    List<Row> all() throws SQLException {
        List<Row> rows = new ArrayList<>();
        rows.add(pages("image list page", IMAGES, sample.owners()));
        rows.add(imagePages("image page", sample.owned()));
        rows.add(imagePages("shared image page", sample.shared()));
        rows.add(pages("invitations page", "/DFW/invitations", sample.invited()));
        rows.add(pages("offers page", "/DFW/offers", sample.owners()));
        rows.add(calls("API image list (25)", API + "?limit=25", Stream.concat(sample.owners(), sample.invited())));
        rows.add(calls(
                "API pending list (25)", API + "?visibility=shared&member_status=pending&limit=25", sample.invited()));
        rows.add(Row.reading(
                "API members (100)",
                each(
                        sample.hundreds(),
                        (owner, image) -> Ask.get(API + "/" + image + "/members", people.script(owner)))));
        rows.add(Row.reading(
                "API image", each(sample.owned(), (owner, image) -> Ask.get(API + "/" + image, people.script(owner)))));
        rows.add(writing("offer", this::offer));
        rows.add(writing("accept", this::accept));
        rows.add(writing("remove", this::remove));
        rows.add(writing("API add", this::add));
        rows.add(writing("API accept", this::take));
        return rows;
    }

    private Row pages(String name, String path, Stream<String> accounts) {
        return Row.reading(
                name, accounts.map(each -> Ask.get(path, people.browser(each))).toList());
    }

    private Row imagePages(String name, List<String> pictures) {
        return Row.reading(
                name, each(pictures, (account, image) -> Ask.get(IMAGES + "/" + image, people.browser(account))));
    }

    private Row calls(String name, String path, Stream<String> accounts) {
        return Row.reading(
                name, accounts.map(each -> Ask.get(path, people.script(each))).toList());
    }

    private static List<Ask> each(List<String> pictures, BiFunction<String, String, Ask> ask) {
        return pictures.stream()
                .map(each -> each.split(" "))
                .map(each -> ask.apply(each[0], each[1]))
                .toList();
    }

    private Row writing(String name, BiFunction<Integer, Integer, Ask> ask) {
        Function<Integer, List<Ask>> turn = number -> IntStream.range(0, DataSet.WRITTEN)
                .mapToObj(image -> ask.apply(number, image))
                .toList();
        return Row.writing(name, IntStream.range(0, TURNS).boxed().map(turn).toList());
    }

    private Ask offer(int turn, int image) {
        String form = "offering=" + UUID.randomUUID() + "&image=" + DataSet.writtenId(image) + "&numbers="
                + Account.offered(turn, image) + "&confirmed=SECRETS&confirmed=PERSONAL_DATA&confirmed=LICENCES"
                + "&confirmed=COPYRIGHT&confirmed=MALWARE&note=&contact=";
        return new Ask("POST", "/DFW/offerings", people.browser(Account.WRITER), form);
    }

    private Ask accept(int turn, int image) {
        String path = "/DFW/invitations/" + DataSet.writtenId(image) + "/acceptance";
        return new Ask("POST", path, people.browser(Account.answering(turn)), "");
    }

    private Ask remove(int turn, int image) {
        String path = IMAGES + "/" + DataSet.writtenId(image) + "/offers/" + Account.answering(turn) + "/removal";
        return new Ask("POST", path, people.browser(Account.WRITER), "");
    }

    private Ask add(int turn, int image) {
        String body = "{\"member\": \"" + Account.offered(TURNS + turn, image) + "\"}";
        return new Ask("POST", API + "/" + DataSet.writtenId(image) + "/members", people.script(Account.WRITER), body);
    }

    private Ask take(int turn, int image) {
        String member = Account.answering(TURNS + turn);
        return new Ask(
                "PUT",
                API + "/" + DataSet.writtenId(image) + "/members/" + member,
                people.script(member),
                "{\"status\": \"accepted\"}");
    }
}

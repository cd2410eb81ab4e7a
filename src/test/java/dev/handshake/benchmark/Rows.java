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
    private final Database database;
    private final long images;

    Rows(People people, Database database, long images) {
        this.people = people;
        this.database = database;
        this.images = images;
    }

    List<Row> all() throws SQLException {
        List<Row> rows = new ArrayList<>();
        rows.add(pages("image list page", IMAGES, owners()));
        rows.add(Row.reading(
                "image page", each(owned(), (owner, image) -> Ask.get(IMAGES + "/" + image, people.browser(owner)))));
        rows.add(pages("invitations page", "/DFW/invitations", invited()));
        rows.add(pages("offers page", "/DFW/offers", owners()));
        rows.add(calls("API image list (25)", API + "?limit=25", Stream.concat(owners(), invited())));
        rows.add(calls("API pending list (25)", API + "?visibility=shared&member_status=pending&limit=25", invited()));
        rows.add(Row.reading(
                "API members (100)",
                each(hundreds(), (owner, image) -> Ask.get(API + "/" + image + "/members", people.script(owner)))));
        rows.add(Row.reading(
                "API image", each(owned(), (owner, image) -> Ask.get(API + "/" + image, people.script(owner)))));
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

    private Row calls(String name, String path, Stream<String> accounts) {
        return Row.reading(
                name, accounts.map(each -> Ask.get(path, people.script(each))).toList());
    }

    /** Half of them own many images, half a few. */
    private Stream<String> owners() {
        int accounts = Picture.accounts(images);
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(Account::common),
                IntStream.range(0, 8).mapToObj(each -> Account.common(accounts / 10 + each)));
    }

    /** Half of them are offered a great many, half a few. */
    private Stream<String> invited() {
        int accounts = Picture.accounts(images);
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(Account::great),
                IntStream.range(0, 8).mapToObj(each -> Account.common(accounts / 2 + each)));
    }

    private List<String> owned() throws SQLException {
        return pictures("owner in ('" + String.join("','", owners().toList()) + "')");
    }

    private List<String> hundreds() throws SQLException {
        List<String> ids = IntStream.iterate(111, number -> number < images, number -> number + 100)
                .limit(40)
                .mapToObj(number -> "'" + Picture.id(number) + "'")
                .toList();
        return pictures("id in (" + String.join(",", ids) + ")");
    }

    /** @return owner and id, parted by a blank */
    private List<String> pictures(String which) throws SQLException {
        return database.ask("select owner || ' ' || id from image where region = 'DFW' and " + which
                + " order by created_at limit 32");
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

package dev.handshake.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All measured scenarios. */
class Scenarios {

    /** One for the warm-up, four measured, one for the SQL capture. */
    static final int TURNS = 6;

    private static final String IMAGES = "/DFW/images";
    private static final String API = "/DFW/v2/images";

    private final BenchmarkUsers users;
    private final DataSetSample sample;

    Scenarios(BenchmarkUsers users, BenchmarkDatabase database, long images) {
        this.users = users;
        this.sample = new DataSetSample(database, images);
    }

    List<Scenario> all() throws SQLException {
        List<Scenario> rows = new ArrayList<>();
        rows.add(pages("image list page", IMAGES, sample.owners()));
        rows.add(imagePages("image page", sample.owned()));
        rows.add(imagePages("shared image page", sample.shared()));
        rows.add(pages("invitations page", "/DFW/invitations", sample.invited()));
        rows.add(pages("offers page", "/DFW/offers", sample.owners()));
        rows.add(pages(
                "question for changes", "/DFW/changes?since=" + Instant.now().toEpochMilli(), sample.owners()));
        rows.add(calls("API image list (25)", API + "?limit=25", Stream.concat(sample.owners(), sample.invited())));
        rows.add(calls(
                "API pending list (25)", API + "?visibility=shared&member_status=pending&limit=25", sample.invited()));
        rows.add(Scenario.ofReads(
                "API members (100)",
                toRequests(
                        sample.withHundredMembers(),
                        (owner, image) ->
                                BenchmarkRequest.get(API + "/" + image + "/members", users.apiHeaders(owner)))));
        rows.add(Scenario.ofReads(
                "API image",
                toRequests(
                        sample.owned(),
                        (owner, image) -> BenchmarkRequest.get(API + "/" + image, users.apiHeaders(owner)))));
        rows.add(writing("offer", this::offer));
        rows.add(writing("accept", this::accept));
        rows.add(writing("remove", this::remove));
        rows.add(writing("API add", this::addByApi));
        rows.add(writing("API accept", this::acceptByApi));
        return rows;
    }

    private Scenario pages(String name, String path, Stream<String> accounts) {
        return Scenario.ofReads(
                name,
                accounts.map(each -> BenchmarkRequest.get(path, users.browserHeaders(each)))
                        .toList());
    }

    private Scenario imagePages(String name, List<String> pictures) {
        return Scenario.ofReads(
                name,
                toRequests(
                        pictures,
                        (account, image) -> BenchmarkRequest.get(IMAGES + "/" + image, users.browserHeaders(account))));
    }

    private Scenario calls(String name, String path, Stream<String> accounts) {
        return Scenario.ofReads(
                name,
                accounts.map(each -> BenchmarkRequest.get(path, users.apiHeaders(each)))
                        .toList());
    }

    private static List<BenchmarkRequest> toRequests(
            List<String> pictures, BiFunction<String, String, BenchmarkRequest> ask) {
        return pictures.stream()
                .map(each -> each.split(" "))
                .map(each -> ask.apply(each[0], each[1]))
                .toList();
    }

    private Scenario writing(String name, BiFunction<Integer, Integer, BenchmarkRequest> ask) {
        Function<Integer, List<BenchmarkRequest>> turn = number -> IntStream.range(0, DataSet.WRITER_IMAGES)
                .mapToObj(image -> ask.apply(number, image))
                .toList();
        return Scenario.ofWrites(
                name, IntStream.range(0, TURNS).boxed().map(turn).toList());
    }

    private BenchmarkRequest offer(int turn, int image) {
        String form = "offering=" + UUID.randomUUID() + "&image=" + DataSet.writerImageId(image) + "&numbers="
                + BenchmarkAccounts.newMember(turn, image)
                + "&confirmed=SECRETS&confirmed=PERSONAL_DATA&confirmed=LICENCES"
                + "&confirmed=COPYRIGHT&confirmed=MALWARE&note=&contact=";
        return new BenchmarkRequest("POST", "/DFW/offer-batches", users.browserHeaders(BenchmarkAccounts.WRITER), form);
    }

    private BenchmarkRequest accept(int turn, int image) {
        String path = "/DFW/invitations/" + DataSet.writerImageId(image) + "/acceptance";
        return new BenchmarkRequest("POST", path, users.browserHeaders(BenchmarkAccounts.responder(turn)), "");
    }

    private BenchmarkRequest remove(int turn, int image) {
        String path = IMAGES + "/" + DataSet.writerImageId(image) + "/offers/" + BenchmarkAccounts.responder(turn)
                + "/removal";
        return new BenchmarkRequest("POST", path, users.browserHeaders(BenchmarkAccounts.WRITER), "");
    }

    private BenchmarkRequest addByApi(int turn, int image) {
        String body = "{\"member\": \"" + BenchmarkAccounts.newMember(TURNS + turn, image) + "\"}";
        return new BenchmarkRequest(
                "POST",
                API + "/" + DataSet.writerImageId(image) + "/members",
                users.apiHeaders(BenchmarkAccounts.WRITER),
                body);
    }

    private BenchmarkRequest acceptByApi(int turn, int image) {
        String member = BenchmarkAccounts.responder(TURNS + turn);
        return new BenchmarkRequest(
                "PUT",
                API + "/" + DataSet.writerImageId(image) + "/members/" + member,
                users.apiHeaders(member),
                "{\"status\": \"accepted\"}");
    }
}

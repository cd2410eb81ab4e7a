package dev.handshake.catalog;

import dev.handshake.csv.CsvFile;
import dev.handshake.image.Image;
import dev.handshake.paging.Marker;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.StatusTab;
import dev.handshake.web.Text;
import io.quarkus.panache.common.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of one image, as its owner sees them: a page of those that a search finds, and the number of all by
 * status. Both read no more than the members of this image, by the key of the table, and the quota bounds those.
 *
 * @param page newest offer first
 * @param counts the number of all members by status; those without members are missing
 */
public record MemberList(Page<MemberRow> page, Map<MembershipStatus, Long> counts) {

    private static final String COUNTS = "select coalesce(told_status, status) as status, count(*) as number"
            + " from membership where region = :region and image_id = :image group by coalesce(told_status, status)";

    private static final String MEMBERS = "from Membership m where m.region = :region and m.imageId = :image";

    private static final String WITH_STATUS =
            " and (m.ownerStatusOverride = :status or m.ownerStatusOverride is null and m.status = :status)";

    private static final String FOUND = " and (lower(m.member) like :found escape '!' or exists (select 1 from Label l"
            + " where l.account = m.owner and l.number = m.member and lower(l.label) like :found escape '!'))";

    private static final String AFTER = " and (m.offeredAt < :at or m.offeredAt = :at and m.member > :member)"
            + " order by m.offeredAt desc, m.member";

    private static final String BEFORE = " and (m.offeredAt > :at or m.offeredAt = :at and m.member < :member)"
            + " order by m.offeredAt, m.member desc";

    /** Loads the list in three queries: the counts, the page and its labels. */
    static MemberList load(ImageAccess access, MemberListParams params) {
        Image image = access.image();
        Map<MembershipStatus, Long> counts = counts(image);
        Page<Membership> found = counts.isEmpty() ? new Page<>(List.of(), null) : page(image, params);
        return new MemberList(
                new Page<>(MemberRow.withLabels(access.actor(), found.items()), found.next(), found.previous()),
                counts);
    }

    private static Map<MembershipStatus, Long> counts(Image image) {
        return NativeRows.select(
                        COUNTS,
                        Map.of("region", image.region, "image", image.id),
                        new NativeRows.ResultColumn("status", String.class),
                        new NativeRows.ResultColumn("number", Long.class))
                .stream()
                .collect(Collectors.toMap(row -> MembershipStatus.valueOf((String) row[0]), row -> (Long) row[1]));
    }

    private static Page<Membership> page(Image image, MemberListParams params) {
        List<Membership> found = find(image, params, params.position(), params.isBackward(), Page.DEFAULT_SIZE);
        if (params.isBackward()) {
            return Page.ofReversed(found, Page.DEFAULT_SIZE, MemberList::position);
        }
        Page<Membership> page = Page.of(found, Page.DEFAULT_SIZE, MemberList::position);
        return params.isStart() || page.items().isEmpty()
                ? page
                : new Page<>(
                        page.items(), page.next(), position(page.items().get(0)).toString());
    }

    /** Those that the filters find, for a file. */
    static Page<MemberRow> rows(ImageAccess access, MemberListParams params, Marker after) {
        Page<Membership> page = Page.of(
                find(access.image(), params, after, false, CsvFile.BATCH_SIZE),
                CsvFile.BATCH_SIZE,
                MemberList::position);
        return new Page<>(MemberRow.withLabels(access.actor(), page.items()), page.next());
    }

    private static List<Membership> find(
            Image image, MemberListParams params, Marker from, boolean isBackward, int rows) {
        String query = MEMBERS
                + (params.status() == null ? "" : WITH_STATUS)
                + (params.q().isEmpty() ? "" : FOUND)
                + (isBackward ? BEFORE : AFTER);
        return Membership.<Membership>find(query, values(image, params, from))
                .range(0, rows)
                .list();
    }

    private static Marker position(Membership member) {
        return new Marker(member.offeredAt, member.member);
    }

    private static Parameters values(Image image, MemberListParams params, Marker from) {
        Parameters values = Parameters.with("region", image.region)
                .and("image", image.id)
                .and("at", from.at())
                .and("member", from.key());
        if (params.status() != null) {
            values.and("status", params.status());
        }
        if (!params.q().isEmpty()) {
            values.and("found", Text.likePattern(params.q()));
        }
        return values;
    }

    public long memberCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public boolean hasRejected() {
        return counts.containsKey(MembershipStatus.REJECTED);
    }

    public boolean hasPending() {
        return counts.containsKey(MembershipStatus.PENDING);
    }

    /** One tab for each status. */
    public List<StatusTab> tabs() {
        return Stream.of(MembershipStatus.values())
                .map(each -> new StatusTab(each, String.valueOf(counts.getOrDefault(each, 0L))))
                .toList();
    }
}

package dev.handshake.benchmark;

import java.sql.SQLException;
import java.time.Instant;

/** Writes an image to all tables the portal would write to. */
class DataSetWriter implements AutoCloseable {

    private static final String OPEN_END = "9999-01-01 00:00:00+00";
    private static final int MIB = 1 << 20;

    private final TableCopyWriter image;
    private final TableCopyWriter tag;
    private final TableCopyWriter property;
    private final TableCopyWriter membership;
    private final TableCopyWriter history;
    private final TableCopyWriter usage;
    private final TableCopyWriter notice;
    private long historyCount;
    private long usageCount;
    private long noticeCount;

    DataSetWriter(BenchmarkDatabase database) throws SQLException {
        this.image = new TableCopyWriter(
                database,
                "image",
                "region, id, owner, name, description, operating_system, kind, status, visibility, disk_format, size,"
                        + " virtual_size, md5, sha512, min_disk, min_ram, created_at, created_by, updated_at,"
                        + " container_format, data_key");
        this.tag = new TableCopyWriter(database, "image_tag", "region, image_id, tag");
        this.property = new TableCopyWriter(database, "image_property", "region, image_id, name, content");
        this.membership = new TableCopyWriter(
                database,
                "membership",
                "region, image_id, member, owner, status, confirmed, note, contact, offered_at, offered_by, decided_at,"
                        + " decided_by, image_created_at");
        this.history = new TableCopyWriter(
                database,
                "history",
                "region, id, happened, image_id, image_name, owner, member, at, by_account, by_name");
        this.usage = new TableCopyWriter(
                database, "usage_span", "region, id, kind, account, owner, thing_id, name, what, size, since, until");
        this.notice = new TableCopyWriter(
                database, "notice", "region, id, account, topic, state, sender, member, image_id, image_name, at");
    }

    /** Adds an image with its members and history. */
    void add(GeneratedImage one) throws SQLException {
        String name = "Image " + one.number();
        addImage(one, name);
        if (one.number() % 3 == 0) {
            tag.add(one.region(), one.id(), "lts");
            property.add(one.region(), one.id(), "os_distro", "debian");
            property.add(one.region(), one.id(), "architecture", "x86_64");
        }
        addHistory(one, name, "CREATED", null, one.createdAt(), one.owner());
        usage.add(
                one.region(),
                ++usageCount,
                "STORAGE",
                one.owner(),
                one.owner(),
                one.id(),
                name,
                "import",
                size(one),
                one.createdAt(),
                OPEN_END);
        for (GeneratedImage.GeneratedOffer offer : one.offers()) {
            add(one, name, offer);
        }
    }

    private void addImage(GeneratedImage one, String name) throws SQLException {
        boolean isBase = one.owner().equals(BenchmarkAccounts.PROVIDER);
        String hash = one.id().toString().replace("-", "");
        image.add(
                one.region(),
                one.id(),
                one.owner(),
                name,
                "A machine image among many",
                "Debian 13",
                isBase ? "BASE" : "IMPORT",
                "ACTIVE",
                isBase ? "PUBLIC" : "SHARED",
                "QCOW2",
                size(one),
                size(one),
                hash,
                hash.repeat(4),
                10,
                512,
                one.createdAt(),
                "Nora",
                one.createdAt(),
                "bare",
                one.id());
    }

    private static long size(GeneratedImage one) {
        return (long) (1 + DeterministicRandom.intBelow(4096, one.number(), 9)) * MIB;
    }

    private void add(GeneratedImage one, String name, GeneratedImage.GeneratedOffer offer) throws SQLException {
        String by = offer.decidedAt() == null ? null : "Iris";
        membership.add(
                one.region(),
                one.id(),
                offer.member(),
                one.owner(),
                offer.status(),
                "SECRETS",
                "",
                "",
                offer.offeredAt(),
                "Nora",
                offer.decidedAt(),
                by,
                one.createdAt());
        addHistory(one, name, "OFFERED", offer.member(), offer.offeredAt(), one.owner());
        if (by != null) {
            addHistory(one, name, offer.status(), offer.member(), offer.decidedAt(), offer.member());
        }
        if (offer.status().equals("ACCEPTED")) {
            usage.add(
                    one.region(),
                    ++usageCount,
                    "SHARE",
                    offer.member(),
                    one.owner(),
                    one.id(),
                    name,
                    "import",
                    size(one),
                    offer.decidedAt(),
                    OPEN_END);
        }
        if (by == null) {
            String state = DeterministicRandom.intBelow(3, ++noticeCount, 6) == 0 ? "UNREAD" : "READ";
            notice.add(
                    one.region(),
                    noticeCount,
                    offer.member(),
                    "OFFERED",
                    state,
                    one.owner(),
                    offer.member(),
                    one.id(),
                    name,
                    offer.offeredAt());
        }
    }

    private void addHistory(GeneratedImage one, String name, String what, String member, Instant at, String by)
            throws SQLException {
        history.add(one.region(), ++historyCount, what, one.id(), name, one.owner(), member, at, by, "Nora");
    }

    @Override
    public void close() throws SQLException {
        for (TableCopyWriter each : new TableCopyWriter[] {image, tag, property, membership, history, usage, notice}) {
            each.close();
        }
    }
}

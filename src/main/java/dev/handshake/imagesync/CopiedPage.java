package dev.handshake.imagesync;

import dev.handshake.glance.GlanceImage;
import dev.handshake.image.IdPredicate;
import dev.handshake.image.Image;
import dev.handshake.image.ImageHome;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.ObservedMembers;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The portal's copies of a page, read in three queries, so that an image without changes costs nothing more.
 *
 * @param missing copies that the page should have had
 * @param others images of the portal itself, which have such an id by chance or by intent
 */
record CopiedPage(Map<UUID, Image> images, Map<UUID, List<Membership>> members, Set<UUID> missing, Set<UUID> others) {

    /** More than clocks differ. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    /** More than are deleted at Glance while a page is read. */
    private static final int MAX_SAMPLES = 10;

    /** Those that an account sees only as an administrator. */
    private static final String OF_OTHERS =
            "from Image i where i.region = ?1 and i.home <> PORTAL and i.visibility <> PUBLIC and i.owner <> ?2"
                    + " and not exists (select 1 from Membership m where m.region = i.region"
                    + " and m.imageId = i.id and m.member = ?2)";

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /**
     * @param ids of the images on the page
     * @param copied the page's end
     */
    static CopiedPage load(SweepPage page, Collection<UUID> ids, SweepPage.Copied copied) {
        return load(page.region(), ids, missing(page, ids, copied));
    }

    /** Of single images. */
    static CopiedPage load(String region, Collection<UUID> ids) {
        return load(region, ids, Set.of());
    }

    private static CopiedPage load(String region, Collection<UUID> ids, Set<UUID> missing) {
        Map<UUID, Image> images = new HashMap<>();
        Set<UUID> others = new HashSet<>();
        for (Image each : Image.<Image>list(
                IdPredicate.toHql("id", ids) + " and region = ?2", IdPredicate.toParameter(ids), region)) {
            if (each.home().isExternal()) {
                images.put(each.id, each);
            } else {
                others.add(each.id);
            }
        }
        return new CopiedPage(images, members(region, images.keySet()), missing, others);
    }

    private static Map<UUID, List<Membership>> members(String region, Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Membership.listByImages(region, ids).stream().collect(Collectors.groupingBy(each -> each.imageId));
    }

    private static Set<UUID> missing(SweepPage page, Collection<UUID> ids, SweepPage.Copied copied) {
        Set<UUID> missing = Image.<Image>find(
                        "region = ?1 and home <> PORTAL and hidden = ?2 and id > ?3 and id <= ?4",
                        page.region(),
                        page.hidden(),
                        orFirst(page.copiedTo()),
                        end(copied))
                .stream()
                .map(each -> each.id)
                .collect(Collectors.toSet());
        missing.removeAll(ids);
        return missing;
    }

    /** Some copies of images that the account sees only as an administrator, none of the page. */
    static List<UUID> listOthersElsewhere(SweepPage page, SweepPage.Copied copied, String account) {
        return Image.<Image>find(
                        OF_OTHERS + " and (i.hidden <> ?3 or i.id <= ?4 or i.id > ?5) order by i.id",
                        page.region(),
                        account,
                        page.hidden(),
                        orFirst(page.copiedTo()),
                        end(copied))
                .page(0, MAX_SAMPLES)
                .stream()
                .map(each -> each.id)
                .toList();
    }

    /** Some copies of images that the account sees only as an administrator, without one. */
    static List<UUID> listOthersThan(String region, UUID one, String account) {
        return Image.<Image>find(OF_OTHERS + " and i.id <> ?3 order by i.id", region, account, one)
                .page(0, MAX_SAMPLES)
                .stream()
                .map(each -> each.id)
                .toList();
    }

    private static UUID end(SweepPage.Copied copied) {
        return copied.next() == null ? LAST : orFirst(copied.last());
    }

    private static UUID orFirst(UUID id) {
        return id == null ? FIRST : id;
    }

    /**
     * Whether there is an equal copy.
     *
     * @param now a change of this moment may be followed by another one in the same second of Glance's clock
     */
    boolean hasCopy(GlanceImage theirs, List<ObservedMember> theirMembers, ImageHome home, Instant now) {
        Image known = images.get(theirs.id());
        return known != null
                && theirs.updatedAt().plus(RECENT).isBefore(now)
                && GlanceMapping.isCopy(known, theirs, home)
                && ObservedMembers.isCopy(members.getOrDefault(theirs.id(), List.of()), theirMembers);
    }
}

package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises a disk image file while its bytes go by, and refuses what is no use or a danger to whoever opens it.
 *
 * <p>Dangerous is a file that makes its reader open others (CVE-2024-32498): with a backing file, a data file, a parent
 * or extents elsewhere. So is one that is two formats at once, since its next reader may see the other one. Whatever
 * qemu would recognise is recognised here, so that no such file passes for raw; packings, texts and programs too, since
 * they are no disk.
 *
 * <p>Of the stream only the first 4 MiB, the last 1536 bytes and at most one {@link FarPart} are kept. For one file and
 * one thread.
 */
public final class DiskProbe {

    private static final List<Layout> LAYOUTS = Stream.of(
                    Stream.of(
                            new Qcow2(),
                            new Vmdk(),
                            new VmdkDescriptorFile(),
                            new Vhd(),
                            new Vhdx(),
                            new Vdi(),
                            new Iso()),
                    Stream.of(Archive.values()),
                    Stream.of(Foreign.values()))
            .<Layout>flatMap(layouts -> layouts)
            .toList();

    private final Head head = new Head();
    private final Tail tail = new Tail();
    private FarPart far;
    private long size;

    /**
     * Takes the next bytes of the file; they are not held on to.
     *
     * @throws IndexOutOfBoundsException if the buffer has no such range
     */
    public void update(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        boolean wasFull = head.isFull();
        head.update(buffer, offset, length);
        tail.update(buffer, offset, length);
        if (!wasFull && head.isFull()) {
            far = farPart();
        }
        if (far != null) {
            far.update(size, buffer, offset, length);
        }
        size += length;
    }

    /** Where the head is damaged, {@link #facts} says so in the end. */
    private FarPart farPart() {
        Glimpse start = new Glimpse(head.bytes(), tail.bytes(), head.room(), null);
        try {
            long from = LAYOUTS.stream()
                    .mapToLong(each -> each.farPart(start))
                    .max()
                    .orElse(0);
            return from > Head.LIMIT - FarPart.LIMIT ? startedBy(start.head(), from) : null;
        } catch (RefusedException damaged) {
            return null;
        }
    }

    /** It may begin in the head already. */
    private static FarPart startedBy(byte[] head, long from) {
        FarPart part = new FarPart(from);
        part.update(0, head, 0, head.length);
        return part;
    }

    /**
     * What the file is, once all of its bytes have gone by.
     *
     * @throws RefusedException with one of the {@code FILE_} reasons; nothing else is thrown, whatever the content
     */
    public DiskFacts facts() {
        if (size == 0) {
            throw new RefusedException(Reason.FILE_EMPTY);
        }
        Glimpse file = new Glimpse(head.bytes(), tail.bytes(), size, far);
        return layoutOf(file).read(file);
    }

    private static Layout layoutOf(Glimpse file) {
        List<Layout> matching =
                LAYOUTS.stream().filter(layout -> layout.matches(file)).toList();
        if (matching.size() > 1) {
            throw new RefusedException(Reason.FILE_DAMAGED, words(matching));
        }
        return matching.isEmpty() ? unknown(file) : matching.get(0);
    }

    /** A document is only what has no other format: an ISO may well begin as a program. */
    private static Layout unknown(Glimpse file) {
        return Stream.<Layout>of(Document.values())
                .filter(each -> each.matches(file))
                .findFirst()
                .orElseGet(Raw::new);
    }

    private static String words(List<Layout> layouts) {
        return layouts.stream().map(Layout::word).collect(Collectors.joining(" and "));
    }
}

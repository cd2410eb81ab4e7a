package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects the format of a disk image file while it streams through, and refuses files that are unusable or dangerous to
 * open.
 *
 * <p>A file is dangerous if it makes its reader open other files (CVE-2024-32498): through a backing file, an external
 * data file, a parent or external extents. So is a file of two formats at once, since the next reader may pick the
 * other one. Everything that QEMU detects is detected here too, so that no such file passes for raw; so are archives,
 * text and programs, which are not disks.
 *
 * <p>Keeps only the first 4 MiB, the last 1536 bytes and at most one {@link CaptureRegion}. One instance per file; not
 * thread-safe.
 */
public final class FormatInspector {

    private static final List<FormatDetector> DETECTORS = Stream.of(
                    Stream.of(
                            new Qcow2Format(),
                            new VmdkFormat(),
                            new VmdkDescriptorFormat(),
                            new VhdFormat(),
                            new VhdxFormat(),
                            new VdiFormat(),
                            new IsoFormat()),
                    Stream.of(ArchiveFormat.values()),
                    Stream.of(UnsupportedFormat.values()))
            .<FormatDetector>flatMap(layouts -> layouts)
            .toList();

    private final HeadBuffer head = new HeadBuffer();
    private final TailBuffer tail = new TailBuffer();
    private CaptureRegion region;
    private long size;

    /**
     * Processes the next bytes of the file; the buffer is not retained.
     *
     * @throws IndexOutOfBoundsException if the buffer has no such range
     */
    public void update(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        boolean wasFull = head.isFull();
        head.update(buffer, offset, length);
        tail.update(buffer, offset, length);
        if (!wasFull && head.isFull()) {
            region = captureRegion();
        }
        if (region != null) {
            region.update(size, buffer, offset, length);
        }
        size += length;
    }

    /** A damaged head is reported later, by {@link #result}. */
    private CaptureRegion captureRegion() {
        FileSample start = new FileSample(head.bytes(), tail.bytes(), head.capacity(), null);
        try {
            long from = DETECTORS.stream()
                    .mapToLong(each -> each.captureOffset(start))
                    .max()
                    .orElse(0);
            return from > HeadBuffer.LIMIT - CaptureRegion.LIMIT ? regionFrom(start.head(), from) : null;
        } catch (RefusedException damaged) {
            return null;
        }
    }

    /** The region may start within the head. */
    private static CaptureRegion regionFrom(byte[] head, long from) {
        CaptureRegion part = new CaptureRegion(from);
        part.update(0, head, 0, head.length);
        return part;
    }

    /**
     * The detected format, after all bytes were processed.
     *
     * @throws RefusedException with one of the {@code FILE_} reasons; nothing else is thrown, whatever the content
     */
    public DiskImageInfo result() {
        if (size == 0) {
            throw new RefusedException(Reason.FILE_EMPTY);
        }
        FileSample file = new FileSample(head.bytes(), tail.bytes(), size, region);
        return detectorFor(file).inspect(file);
    }

    private static FormatDetector detectorFor(FileSample file) {
        List<FormatDetector> matching = DETECTORS.stream()
                .filter(formatDetector -> formatDetector.matches(file))
                .toList();
        if (matching.size() > 1) {
            throw new RefusedException(Reason.FILE_DAMAGED, labels(matching));
        }
        return matching.isEmpty() ? nonDiskOrRaw(file) : matching.get(0);
    }

    /** Non-disk formats are checked last, since an ISO may start with a program. */
    private static FormatDetector nonDiskOrRaw(FileSample file) {
        return Stream.<FormatDetector>of(NonDiskFormat.values())
                .filter(each -> each.matches(file))
                .findFirst()
                .orElseGet(RawFormat::new);
    }

    private static String labels(List<FormatDetector> layouts) {
        return layouts.stream().map(FormatDetector::label).collect(Collectors.joining(" and "));
    }

    /** The last bytes of a stream. */
    private static final class TailBuffer {

        /** In bytes. Of a stream-optimized VMDK the last three sectors matter, of a VHD the last one. */
        private static final int LIMIT = 3 * 512;

        private final byte[] kept = new byte[LIMIT];
        private int length;

        void update(byte[] buffer, int offset, int count) {
            int taken = Math.min(count, LIMIT);
            int staying = Math.min(length, LIMIT - taken);
            System.arraycopy(kept, length - staying, kept, 0, staying);
            System.arraycopy(buffer, offset + count - taken, kept, staying, taken);
            length = staying + taken;
        }

        byte[] bytes() {
            return Arrays.copyOf(kept, length);
        }
    }
}

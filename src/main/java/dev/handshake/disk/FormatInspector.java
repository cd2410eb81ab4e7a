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
 * <p>Of the stream only the first 4 MiB, the last 1536 bytes and at most one {@link CaptureRegion} are kept. For one
 * file and one thread.
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
            region = captureRegion();
        }
        if (region != null) {
            region.update(size, buffer, offset, length);
        }
        size += length;
    }

    /** Where the head is damaged, {@link #result} says so in the end. */
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

    /** It may begin in the head already. */
    private static CaptureRegion regionFrom(byte[] head, long from) {
        CaptureRegion part = new CaptureRegion(from);
        part.update(0, head, 0, head.length);
        return part;
    }

    /**
     * What the file is, once all of its bytes have gone by.
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

    /** A document is only what has no other format: an ISO may well begin as a program. */
    private static FormatDetector nonDiskOrRaw(FileSample file) {
        return Stream.<FormatDetector>of(NonDiskFormat.values())
                .filter(each -> each.matches(file))
                .findFirst()
                .orElseGet(RawFormat::new);
    }

    private static String labels(List<FormatDetector> layouts) {
        return layouts.stream().map(FormatDetector::label).collect(Collectors.joining(" and "));
    }
}

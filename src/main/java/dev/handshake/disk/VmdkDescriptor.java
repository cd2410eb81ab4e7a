package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text in a VMDK that describes the parts of the disk (VMware, Virtual Disk Format 5.0, “The Descriptor File”).
 *
 * <p>QEMU finds some keywords anywhere in it, even in comments, and so does this class. Otherwise it follows OpenStack:
 * unknown lines are refused, since another reader may interpret them.
 *
 * @param text in lower case, since it is case-insensitive
 */
record VmdkDescriptor(StructReader header, String text) {

    /** In sectors. QEMU reads the descriptor from here, whatever offset the header gives. */
    private static final long FIRST_SECTOR = 1;

    /** In sectors. Known writers reserve 20 to 128. */
    private static final long MAX_SECTORS = 256;

    private static final Set<String> SINGLE_FILE_TYPES = Set.of("monolithicsparse", "streamoptimized");
    private static final Pattern TYPE = Pattern.compile("createtype\\s*+=\\s*+\"?([^\"\\r\\n]*+)");
    private static final Pattern PARENT = Pattern.compile("parentcid\\s*+=\\s*+\"?(\\w*+)");
    private static final Pattern LINE =
            Pattern.compile("|#.*|ddb\\..*|\\w++\\s*+=.*|(?:rw|rdonly|noaccess)\\s.*", Pattern.DOTALL);
    private static final Pattern EXTENT = Pattern.compile("(?:rw|rdonly|noaccess)\\s.*", Pattern.DOTALL);

    /** The file name is the one at creation, whatever it is now. A name with a path refers to another file. */
    private static final Pattern THIS_FILE = Pattern.compile("(?:rw|rdonly)\\s++\\d++\\s++sparse\\s++\"[^\"/]++\"");

    /** @param sectors reserved for the descriptor */
    static VmdkDescriptor parse(StructReader structReader, long sector, long sectors) {
        requirePresent(sector != 0 && sectors != 0);
        structReader.require(sector == FIRST_SECTOR && sectors > 0 && sectors <= MAX_SECTORS);
        byte[] room = structReader
                .slice(FIRST_SECTOR * VmdkFormat.SECTOR_SIZE, sectors * VmdkFormat.SECTOR_SIZE)
                .toBytes();
        String padded = new String(room, StandardCharsets.ISO_8859_1);
        int zero = padded.indexOf('\0');
        int end = zero < 0 ? padded.length() : zero;
        structReader.require(padded.substring(end).trim().isEmpty());
        requirePresent(end > 0);
        requireTerminated(structReader, zero < 0, (FIRST_SECTOR + sectors) * VmdkFormat.SECTOR_SIZE);
        return new VmdkDescriptor(structReader, padded.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** QEMU reads up to the next NUL, so a descriptor that fills its space must not continue after it. */
    private static void requireTerminated(StructReader structReader, boolean isFull, long next) {
        structReader.require(!isFull || structReader.u8(next) == 0);
    }

    private static void requirePresent(boolean some) {
        if (!some) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "one part of a split vmdk");
        }
    }

    void requireSingleFile() {
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> types = values(TYPE);
        header.require(!types.isEmpty() && lines.stream().allMatch(LINE.asMatchPredicate()));
        if (!SINGLE_FILE_TYPES.containsAll(types) || hasParent() || !hasOneExtent(lines)) {
            throw new RefusedException(Reason.FILE_HAS_EXTERNAL_EXTENTS);
        }
    }

    private List<String> values(Pattern field) {
        return field.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private boolean hasParent() {
        return text.contains("parentfilenamehint") || !values(PARENT).stream().allMatch("ffffffff"::equals);
    }

    private static boolean hasOneExtent(List<String> lines) {
        List<String> extents = lines.stream().filter(EXTENT.asMatchPredicate()).toList();
        return extents.size() == 1 && THIS_FILE.matcher(extents.get(0)).matches();
    }
}

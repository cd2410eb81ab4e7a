package dev.handshake.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format and option of {@code qemu-img}, if installed, compared with the virtual size from {@code qemu-img info}.
 */
@EnabledIf("isInstalled")
class QemuImgTest {

    private static final Map<String, DiskFormat> FORMATS = Map.of(
            "raw", DiskFormat.RAW,
            "qcow2", DiskFormat.QCOW2,
            "vmdk", DiskFormat.VMDK,
            "vdi", DiskFormat.VDI,
            "vpc", DiskFormat.VHD,
            "vhdx", DiskFormat.VHDX);

    @TempDir
    Path folder;

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "qemu-img")));
    }

    /** Empty disks of odd, common and large sizes. */
    static Stream<String> empty() {
        Stream<String> grown = Stream.of(
                        "qcow2 compat=0.10",
                        "qcow2 compat=1.1",
                        "qcow2 cluster_size=4k",
                        "qcow2 cluster_size=2M",
                        "qcow2 refcount_bits=1",
                        "qcow2 refcount_bits=64",
                        "qcow2 lazy_refcounts=on",
                        "qcow2 compression_type=zstd",
                        "qcow2 extended_l2=on,cluster_size=128k",
                        "vmdk subformat=monolithicSparse",
                        "vmdk subformat=monolithicSparse,adapter_type=lsilogic",
                        "vmdk subformat=monolithicSparse,adapter_type=legacyESX",
                        "vmdk subformat=monolithicSparse,compat6=on",
                        "vmdk subformat=monolithicSparse,hwversion=17,toolsversion=2147483647",
                        "vmdk subformat=monolithicSparse,zeroed_grain=on",
                        "vmdk subformat=streamOptimized",
                        "vdi static=off",
                        "vpc subformat=dynamic",
                        "vpc subformat=dynamic,force_size=on",
                        "vhdx subformat=dynamic",
                        "vhdx block_size=1M",
                        "vhdx block_size=256M",
                        "vhdx log_size=8M",
                        "vhdx block_state_zero=off")
                .flatMap(each -> Stream.of("1M", "67109376", "10G", "2000G").map(size -> each + " " + size));
        Stream<String> written = Stream.of(
                        "raw size=8M",
                        "qcow2 cluster_size=512",
                        "qcow2 preallocation=metadata",
                        "qcow2 preallocation=falloc",
                        "qcow2 preallocation=full",
                        "vdi static=on",
                        "vpc subformat=fixed",
                        "vpc subformat=fixed,force_size=on",
                        "vhdx subformat=fixed")
                .flatMap(each -> Stream.of("1M", "8389120").map(size -> each + " " + size));
        return Stream.concat(grown, written).map(each -> each.replace("raw size=8M", "raw -"));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void an_empty_disk_is_taken(String what) throws Exception {
        String[] words = what.split(" ");
        Path file = folder.resolve("disk");
        qemuImg("create", "-f", words[0], file.toString(), words[2], words[1].equals("-") ? "-q" : "-o" + words[1]);
        assertAccepted(words[0], file);
    }

    @ParameterizedTest
    @MethodSource("copied")
    void a_copy_of_a_disk_with_data_is_taken(String format, String options) throws Exception {
        Path source = folder.resolve("source");
        Files.write(source, data());
        Path file = folder.resolve("disk");
        qemuImg("convert", "-f", "raw", "-O", format, options, source.toString(), file.toString());
        assertAccepted(format, file);
    }

    static Stream<Arguments> copied() {
        return Stream.of(
                        "raw -q",
                        "qcow2 -q",
                        "qcow2 -c",
                        "qcow2 -ocompat=0.10",
                        "qcow2 -oextended_l2=on",
                        "vmdk -q",
                        "vmdk -osubformat=streamOptimized",
                        "vdi -q",
                        "vdi -ostatic=on",
                        "vpc -q",
                        "vpc -osubformat=fixed",
                        "vhdx -q",
                        "vhdx -osubformat=fixed")
                .map(each -> Arguments.of((Object[]) each.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "qcow, -q, FILE_FORMAT_NOT_SUPPORTED",
        "qed, -q, FILE_FORMAT_NOT_SUPPORTED",
        "parallels, -q, FILE_FORMAT_NOT_SUPPORTED",
        "vmdk, -osubformat=monolithicFlat, FILE_HAS_EXTERNAL_EXTENTS",
        "vmdk, -osubformat=twoGbMaxExtentSparse, FILE_HAS_EXTERNAL_EXTENTS",
        "vmdk, -osubformat=twoGbMaxExtentFlat, FILE_HAS_EXTERNAL_EXTENTS",
        "qcow2, -odata_file=other, FILE_HAS_EXTERNAL_DATA_FILE"
    })
    void what_no_cloud_takes_is_refused(String format, String options, Reason reason) throws Exception {
        Path file = folder.resolve("disk");
        qemuImg("create", "-f", format, options, file.toString(), "8M");
        assertEquals(
                reason, assertThrows(RefusedException.class, () -> facts(file)).reason());
    }

    @ParameterizedTest
    @CsvSource({"qcow2, FILE_HAS_BACKING_FILE", "vmdk, FILE_HAS_EXTERNAL_EXTENTS"})
    void what_builds_on_another_file_is_refused(String format, Reason reason) throws Exception {
        qemuImg("create", "-f", format, "base", "8M");
        qemuImg("create", "-f", format, "-b", "base", "-F", format, "disk");
        assertEquals(
                reason,
                assertThrows(RefusedException.class, () -> facts(folder.resolve("disk")))
                        .reason());
    }

    private static byte[] data() {
        byte[] data = new byte[4 << 20];
        new Random(7).nextBytes(data);
        data[510] = 0x55; // a boot sector, since qemu-img warns of raw disks without one
        data[511] = (byte) 0xaa;
        return data;
    }

    private void assertAccepted(String format, Path file) throws Exception {
        long size = info(format, file).get("virtual-size").asLong();
        DiskImageInfo facts = facts(file);
        assertEquals(FORMATS.get(format), facts.format());
        assertEquals(Files.size(file), facts.size());
        assertEquals(size, facts.virtualSize());
    }

    private static DiskImageInfo facts(Path file) throws IOException {
        FormatInspector probe = new FormatInspector();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                probe.update(buffer, 0, read);
            }
        }
        return probe.result();
    }

    private JsonNode info(String format, Path file) throws Exception {
        return new ObjectMapper().readTree(qemuImg("info", "-f", format, "--output=json", file.toString()));
    }

    private String qemuImg(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("qemu-img"), Stream.of(arguments)).toList();
        Process running = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        return said;
    }
}

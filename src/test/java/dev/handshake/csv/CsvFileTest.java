package dev.handshake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.PortalTest;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A list is written batch by batch. */
@PortalTest
class CsvFileTest {

    @Test
    void batches_follow_each_other_until_there_is_no_next_one() throws IOException {
        String file = write(from -> new CsvFile.Batch<>(
                List.of(List.of("row " + from, from), Arrays.asList("=1+1", null)), from == 3 ? null : from + 1));
        assertEquals("""
                "name","number"
                "row 1","1"
                "'=1+1",
                "row 2","2"
                "'=1+1",
                "row 3","3"
                "'=1+1",
                """, file.replace("\r\n", "\n"));
    }

    @Test
    void an_empty_list_has_a_header() throws IOException {
        assertEquals("\"name\",\"number\"\r\n", write(from -> new CsvFile.Batch<>(List.of(), null)));
    }

    private static String write(Function<Integer, CsvFile.Batch<Integer>> read) throws IOException {
        StreamingOutput file = (StreamingOutput)
                CsvFile.download("test", List.of("name", "number"), 1, read).getEntity();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

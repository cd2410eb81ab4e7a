package dev.handshake.csv;

import dev.handshake.paging.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A list as a CSV file (RFC 4180) with a header line. It is read in batches and written in constant memory; no
 * transaction is open while the client is reading. No text in it is taken for a formula by a spreadsheet.
 */
public class CsvFile {

    /** The number of rows to read at once. */
    public static final int BATCH_SIZE = 1_000;

    /** Quotes every cell, so that a spreadsheet splitting at another separator does not split a cell. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    /**
     * Some rows of the file.
     *
     * @param next where the next batch begins; null after the last one
     */
    public record Batch<M>(List<? extends List<?>> rows, M next) {

        /** @param marker makes a position of the page's marker */
        public static <M> Batch<M> of(Page<? extends List<?>> page, Function<String, M> marker) {
            return new Batch<>(page.items(), page.next() == null ? null : marker.apply(page.next()));
        }
    }

    /**
     * The response to a download.
     *
     * @param name of the file, without extension
     * @param start where the first batch begins
     * @param read reads the batch that begins there, in a transaction of its own
     */
    public static <M> Response download(String name, List<String> header, M start, Function<M, Batch<M>> read) {
        StreamingOutput file = out -> write(out, header, start, read);
        return Response.ok(file, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static <M> void write(OutputStream out, List<String> header, M start, Function<M, Batch<M>> read)
            throws IOException {
        CSVPrinter rows =
                new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        rows.printRecord(header);
        M at = start;
        do {
            M from = at;
            Batch<M> batch = QuarkusTransaction.requiringNew().call(() -> read.apply(from));
            for (List<?> row : batch.rows) {
                rows.printRecord(row.stream().map(CsvFile::escape).toList());
            }
            at = batch.next;
        } while (at != null);
        rows.flush();
    }

    private static Object escape(Object cell) {
        return cell instanceof String text ? CsvCell.escape(text) : cell;
    }
}

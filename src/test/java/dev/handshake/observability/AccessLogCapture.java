package dev.handshake.observability;

import dev.handshake.testing.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Captures the access log. */
class AccessLogCapture extends Handler {

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    void attach() {
        Logger.getLogger("access").addHandler(this);
    }

    void detach() {
        Logger.getLogger("access").removeHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord whole = ExtLogRecord.wrap(line);
        whole.copyAll();
        records.add(whole);
    }

    /** The log fields of the request with this id; waits, since the line may be written after the response. */
    Map<String, String> fieldsOf(String number) throws InterruptedException {
        Eventually.isTrue(() -> count(number) > 0);
        return records.stream()
                .map(ExtLogRecord::getMdcCopy)
                .filter(each -> number.equals(each.get("requestId")))
                .findFirst()
                .orElseThrow();
    }

    long count(String number) {
        return records.stream()
                .filter(each -> number.equals(each.getMdc("requestId")))
                .count();
    }

    /** All lines and fields as text. */
    String allText() {
        StringBuilder all = new StringBuilder();
        records.forEach(each ->
                all.append(each.getFormattedMessage()).append(each.getMdcCopy()).append('\n'));
        return all.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

package dev.handshake.watch;

import dev.handshake.Patience;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Hears every line of the access log. */
class AccessLines extends Handler {

    private final List<ExtLogRecord> heard = new CopyOnWriteArrayList<>();

    void begin() {
        Logger.getLogger("access").addHandler(this);
    }

    void end() {
        Logger.getLogger("access").removeHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord whole = ExtLogRecord.wrap(line);
        whole.copyAll();
        heard.add(whole);
    }

    /** What is known of the request with this number; its line may come after its answer. */
    Map<String, String> of(String number) throws InterruptedException {
        Patience.until(() -> count(number) > 0);
        return heard.stream()
                .map(ExtLogRecord::getMdcCopy)
                .filter(each -> number.equals(each.get("request")))
                .findFirst()
                .orElseThrow();
    }

    long count(String number) {
        return heard.stream()
                .filter(each -> number.equals(each.getMdc("request")))
                .count();
    }

    /** Everything in any of them. */
    String all() {
        StringBuilder all = new StringBuilder();
        heard.forEach(each ->
                all.append(each.getFormattedMessage()).append(each.getMdcCopy()).append('\n'));
        return all.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

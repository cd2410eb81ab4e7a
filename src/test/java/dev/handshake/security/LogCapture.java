package dev.handshake.security;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Captures the portal's console log. */
public class LogCapture extends ExtHandler implements AutoCloseable {

    /** Logger of the test's database server, which is not the portal's log. */
    private static final String DATABASE_SERVER = "io.zonky.";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ConsoleHandler console = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
            .filter(ConsoleHandler.class::isInstance)
            .map(ConsoleHandler.class::cast)
            .findFirst()
            .orElseThrow();

    public LogCapture() {
        InitialConfigurator.DELAYED_HANDLER.addHandler(this);
    }

    @Override
    protected void doPublish(ExtLogRecord record) {
        ExtLogRecord copy = new ExtLogRecord(record);
        boolean isOurs = !record.getLoggerName().startsWith(DATABASE_SERVER);
        if (isOurs && (console.getFilter() == null || console.getFilter().isLoggable(copy))) {
            lines.add(console.getFormatter().format(copy));
        }
    }

    public String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        InitialConfigurator.DELAYED_HANDLER.removeHandler(this);
    }
}

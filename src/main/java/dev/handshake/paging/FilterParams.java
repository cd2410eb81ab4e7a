package dev.handshake.paging;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a list of what happened between accounts, newest first: filters and page. */
public class FilterParams extends FilterUrls {

    /** Years beyond these are not supported by the databases. */
    private static final int MAX_YEAR = 9_998;

    /** The number of the other account. */
    @RestQuery
    String account;

    /** A status, or what happened. */
    @RestQuery
    String status;

    /** The first day, as {@code 2026-11-30} in UTC. */
    @RestQuery
    String from;

    /** The last day. */
    @RestQuery
    String to;

    @RestQuery
    String marker;

    public String account() {
        return Text.clean(account);
    }

    public String status() {
        return Text.clean(status);
    }

    /** The first day, or null. */
    public LocalDate from() {
        return parseDay(from);
    }

    /** The last day, or null. */
    public LocalDate to() {
        return parseDay(to);
    }

    /** The beginning of the first day, or null. */
    public Instant since() {
        return from() == null ? null : from().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The end of the last day, or null. */
    public Instant until() {
        return to() == null ? null : to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public Marker position() {
        return Marker.parse(marker);
    }

    /** Whether an account or a period is asked for. */
    public boolean isFiltered() {
        return !account().isEmpty() || from() != null || to() != null;
    }

    @Override
    protected Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("account", account());
        filters.put("status", status());
        filters.put("from", Text.clean(from));
        filters.put("to", Text.clean(to));
        return filters;
    }

    private static LocalDate parseDay(String text) {
        try {
            LocalDate day = Text.clean(text).isEmpty() ? null : LocalDate.parse(Text.clean(text));
            if (day == null || day.getYear() > 0 && day.getYear() <= MAX_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // refused below
        }
        throw new RefusedException(Reason.MALFORMED, "no such day");
    }
}

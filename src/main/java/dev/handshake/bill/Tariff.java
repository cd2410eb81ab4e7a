package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A price that may change from one month to the next, without changing the bills of earlier months. */
public class Tariff {

    private static final YearMonth NO_START = YearMonth.of(0, 1);

    private final NavigableMap<YearMonth, BigDecimal> prices = new TreeMap<>();

    /**
     * @param text a decimal number, optionally followed by comma-separated later prices: {@code 0.00014, 0.00016 from
     *     2027-01}
     * @throws IllegalArgumentException for anything else
     */
    public Tariff(String text) {
        for (String each : text.split(",", -1)) {
            String[] words = split(each);
            if (prices.put(parseMonth(words), parsePrice(words[0])) != null) {
                throw new IllegalArgumentException("two prices for one time: " + text);
            }
        }
        if (!prices.firstKey().equals(NO_START)) {
            throw new IllegalArgumentException("no price to begin with: " + text);
        }
    }

    /** The price, and the month if there is one. */
    private static String[] split(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length == 3 && words[1].equals("from")
                ? new String[] {words[0], words[2]}
                : new String[] {text.strip()};
    }

    private static BigDecimal parsePrice(String digits) {
        if (!digits.matches("[0-9]{1,12}(\\.[0-9]{1,18})?")) {
            throw new IllegalArgumentException("not a price: " + digits);
        }
        return new BigDecimal(digits);
    }

    private static YearMonth parseMonth(String... words) {
        try {
            return words.length == 1 ? NO_START : YearMonth.parse(words[1]);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not a month: " + words[1], unreadable);
        }
    }

    public BigDecimal priceIn(YearMonth month) {
        return prices.floorEntry(month).getValue();
    }
}

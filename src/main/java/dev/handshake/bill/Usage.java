package dev.handshake.bill;

import java.math.BigDecimal;

/** What an account has in use, and with that who pays for it. */
public enum Usage {
    /** An image in the store: its owner pays for its bytes, and nobody else does. */
    STORAGE("storage", "GiB and hour") {
        @Override
        BigDecimal price(Span span, BigDecimal storage) {
            return storage;
        }
    },
    /** An image that another account shares: neither the sharing nor the share costs its consumer anything. */
    SHARE("share", "GiB and hour") {
        @Override
        BigDecimal price(Span span, BigDecimal storage) {
            return BigDecimal.ZERO;
        }
    },
    /** A server: whoever made it pays, whatever image it was started from. */
    SERVER("server", "hour") {
        @Override
        BigDecimal price(Span span, BigDecimal storage) {
            return span.price().stripTrailingZeros();
        }

        @Override
        Rate rate(Span span, BigDecimal price) {
            return Rate.hourly(price);
        }
    };

    private final String word;
    private final String unit;

    Usage(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    public String word() {
        return word;
    }

    /** What the price is of. */
    public String unit() {
        return unit;
    }

    /**
     * Of one {@link #unit()}.
     *
     * @param storage the price of a GiB and hour in the store
     */
    abstract BigDecimal price(Span span, BigDecimal storage);

    Rate rate(Span span, BigDecimal price) {
        return Rate.stored(price, span.size());
    }
}

package dev.handshake.bill;

import java.math.BigDecimal;

/** What an account has in use, and with that who pays for it. */
public enum UsageType {
    /** An image in the store: its owner pays for its bytes, and nobody else does. */
    STORAGE("storage", "GiB and hour") {
        @Override
        BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage) {
            return storage;
        }
    },
    /** An image that another account shares: neither the sharing nor the share costs its consumer anything. */
    SHARE("share", "GiB and hour") {
        @Override
        BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage) {
            return BigDecimal.ZERO;
        }
    },
    /** A server: whoever made it pays, whatever image it was started from. */
    SERVER("server", "hour") {
        @Override
        BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage) {
            return usagePeriod.price().stripTrailingZeros();
        }

        @Override
        Rate rate(UsagePeriod usagePeriod, BigDecimal price) {
            return Rate.hourly(price);
        }
    };

    private final String label;
    private final String unit;

    UsageType(String word, String unit) {
        this.label = word;
        this.unit = unit;
    }

    public String label() {
        return label;
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
    abstract BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage);

    Rate rate(UsagePeriod usagePeriod, BigDecimal price) {
        return Rate.forStorage(price, usagePeriod.size());
    }
}

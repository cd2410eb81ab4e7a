package dev.handshake.bill;

import java.math.BigDecimal;

/** What an account uses, which decides how it is charged. */
public enum UsageType {
    /** An image in the store, charged to its owner. */
    STORAGE("storage", "GiB-month") {
        @Override
        BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage) {
            return storage;
        }
    },
    /** An image shared by another account; free for the consumer. */
    SHARE("share", "GiB-month") {
        @Override
        BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage) {
            return BigDecimal.ZERO;
        }
    },
    /** A server, charged to the account that started it, whatever its image. */
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

    /** The unit of the price. */
    public String unit() {
        return unit;
    }

    /**
     * The price per {@link #unit()}.
     *
     * @param storage the storage price per GiB-month
     */
    abstract BigDecimal unitPrice(UsagePeriod usagePeriod, BigDecimal storage);

    Rate rate(UsagePeriod usagePeriod, BigDecimal price) {
        return Rate.forStorage(price, usagePeriod.size());
    }
}

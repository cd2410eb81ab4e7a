package dev.handshake.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/**
 * Serializes suspensions with incoming data, per region. If data arrives while the same data is being suspended
 * elsewhere, either the upload sees the suspension or the suspension sees the new image. It is always taken before any
 * image's row lock.
 */
@Entity
@Table(name = "suspension_lock")
public class SuspensionLock extends PanacheEntityBase {

    private static final String INSERT = "insert into suspension_lock (region) values (?1) on conflict do nothing";

    @Id
    public String region;

    /** Blocks incoming data until the transaction ends. */
    public static void acquireExclusive(String region) {
        acquire(region, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Blocks suspensions until the transaction ends. On PostgreSQL several uploads may hold it at once. */
    public static void acquireShared(String region) {
        acquire(region, LockModeType.PESSIMISTIC_READ);
    }

    private static void acquire(String region, LockModeType mode) {
        if (findById(region, mode) == null) {
            getEntityManager().createNativeQuery(INSERT).setParameter(1, region).executeUpdate();
            findById(region, mode);
        }
    }
}

package dev.handshake.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/**
 * Keeps suspensions and arriving data of one region apart: of data that arrives while it is suspended elsewhere, either
 * the arrival finds the suspension or the suspension finds the image. It is taken before any image's row.
 */
@Entity
@Table(name = "suspension_lock")
public class SuspensionLock extends PanacheEntityBase {

    private static final String INSERT = "insert into suspension_lock (region) values (?1) on conflict do nothing";

    @Id
    public String region;

    /** Until the transaction ends nothing arrives. */
    public static void acquireExclusive(String region) {
        acquire(region, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Until the transaction ends nothing is suspended. On PostgreSQL several arrive at once. */
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

package dev.handshake.quota;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * The row lock that serializes additions to one account in one region. Lock order: after the rows of tasks, images and
 * servers.
 */
public class QuotaLock {

    private static final String LOCK = "select account from quota_lock where region = ?1 and account = ?2 for update";
    private static final String INSERT =
            "insert into quota_lock (region, account) values (?1, ?2) on conflict do nothing";

    private QuotaLock() {}

    /** Waits until no other transaction is adding to the account. */
    public static void acquire(String account, String region) {
        EntityManager database = Panache.getEntityManager();
        while (database.createNativeQuery(LOCK)
                .unwrap(NativeQuery.class)
                .addScalar("account", String.class)
                .setParameter(1, region)
                .setParameter(2, account)
                .getResultList()
                .isEmpty()) {
            database.createNativeQuery(INSERT)
                    .setParameter(1, region)
                    .setParameter(2, account)
                    .executeUpdate();
        }
    }
}

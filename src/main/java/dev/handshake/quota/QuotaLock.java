package dev.handshake.quota;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;

/**
 * The row that puts all additions of one account in one region in an order. It is the last lock that a transaction
 * takes: rows of tasks, images and servers come before it.
 */
class QuotaLock {

    private static final String LOCK = "select account from quota_lock where region = ?1 and account = ?2 for update";
    private static final String INSERT =
            "insert into quota_lock (region, account) values (?1, ?2) on conflict do nothing";

    private QuotaLock() {}

    /** Waits until no other transaction adds to what the account has. */
    static void acquire(String account, String region) {
        EntityManager database = Panache.getEntityManager();
        while (database.createNativeQuery(LOCK, String.class)
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

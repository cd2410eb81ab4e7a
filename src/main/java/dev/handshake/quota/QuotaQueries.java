package dev.handshake.quota;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** Counts the usage of accounts from the image and server tables themselves, so that it is always correct. */
public class QuotaQueries {

    private static final String USAGE_BY_REGION =
            "select region, sum(images) as images, sum(bytes) as bytes, sum(snapshots) as snapshots,"
                    + " sum(servers) as servers from (select region, 1 as images, size as bytes,"
                    + " case when kind = 'SNAPSHOT' then 1 else 0 end as snapshots, 0 as servers"
                    + " from image where region in (:regions) and owner = :account"
                    + " union all select region, 0, 0, 0, 1 from server where region in (:regions) and account = :account"
                    + " and state in ('ACTIVE', 'STOPPED')) has group by region";

    private static final String UPLOAD_USAGE =
            "select coalesce(sum(case when staged then size else 0 end), 0) as bytes,"
                    + " coalesce(sum(case when status = 'SAVING' then 1 else 0 end), 0) as images"
                    + " from image where region = :region and owner = :account and status in ('QUEUED', 'SAVING')";

    private QuotaQueries() {}

    /** The account's usage in each of {@code regions}; regions without usage are missing. */
    static Map<String, QuotaAmounts> countByRegion(String account, Collection<String> regions) {
        NativeQuery<Object[]> query =
                Panache.getEntityManager().createNativeQuery(USAGE_BY_REGION).unwrap(NativeQuery.class);
        query.addScalar("region", String.class);
        for (String number : new String[] {"images", "bytes", "snapshots", "servers"}) {
            query.addScalar(number, Long.class);
        }
        query.setParameterList("regions", regions).setParameter("account", account);
        return query.getResultList().stream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new QuotaAmounts((Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4])));
    }

    /** Bytes staged for an import call, and images being uploaded. */
    static UploadUsage findUploadUsage(String account, String region) {
        NativeQuery<Object[]> query =
                Panache.getEntityManager().createNativeQuery(UPLOAD_USAGE).unwrap(NativeQuery.class);
        query.addScalar("bytes", Long.class).addScalar("images", Long.class);
        Object[] row = query.setParameter("region", region)
                .setParameter("account", account)
                .getSingleResult();
        return new UploadUsage((Long) row[0], (Long) row[1]);
    }

    public record UploadUsage(long stagedBytes, long uploadingImages) {}
}

package dev.handshake.catalog;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Property;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A query for the image list: scopes, filters, order and marker. Used by pages and API alike. */
public class ImageQuery {

    /** Which images a list includes. */
    public enum ImageScope {
        /** The account's own. */
        OWN,
        /** Images of other accounts that it is a member of; for operators, all shared images. */
        SHARED,
        /** The provider's. */
        BASE
    }

    /** How a filter compares a column with its value. */
    public enum Comparison {
        EQ("="),
        NEQ("<>"),
        GT(">"),
        GTE(">="),
        LT("<"),
        LTE("<=");

        private final String sql;

        Comparison(String sql) {
            this.sql = sql;
        }
    }

    /** Conditions per list. A condition may be a subquery that runs for every image. */
    static final int MAX_CONDITIONS = 24;

    /** Values in all conditions of one list together. */
    static final int MAX_VALUES = 500;

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean isAskedForHidden;
    private int conditionCount;
    private int valueCount;
    private Set<ImageScope> scopes = EnumSet.allOf(ImageScope.class);
    private Set<MembershipStatus> statuses = EnumSet.of(MembershipStatus.ACCEPTED);
    private SortOrder sort = SortOrder.NEWEST;
    private ImageSearch search;
    private UUID marker;
    private boolean isBackward;

    public ImageQuery scopes(Set<ImageScope> shown) {
        scopes = shown;
        return this;
    }

    /** Includes shared images with these membership statuses; only accepted ones unless called. */
    public ImageQuery memberStatus(Set<MembershipStatus> shown) {
        statuses = shown;
        return this;
    }

    public ImageQuery orderBy(SortOrder order) {
        sort = order;
        return this;
    }

    /** Continues after this image; null starts with the first. */
    public ImageQuery after(UUID last) {
        marker = last;
        return this;
    }

    /** Ends before this image. */
    ImageQuery before(UUID first) {
        marker = first;
        isBackward = true;
        return this;
    }

    public ImageQuery where(ImageColumn column, Comparison comparison, Object value) {
        return and(column.filterSql() + " " + comparison.sql + " " + bind(value));
    }

    /** Before {@code from}, or at {@code to} and later. */
    public ImageQuery notBetween(ImageColumn column, Object from, Object to) {
        return and(
                "(" + column.filterSql() + " < " + bind(from) + " or " + column.filterSql() + " >= " + bind(to) + ")");
    }

    /** @param values an empty collection matches nothing */
    public ImageQuery in(ImageColumn column, Collection<?> values) {
        return and(values.isEmpty() ? "1 = 0" : column.filterSql() + " in (" + bind(values) + ")");
    }

    public ImageQuery search(ImageSearch text) {
        search = text;
        parameters.putAll(text.parameters());
        return this;
    }

    public ImageQuery hasTag(String tag) {
        return and("exists (select 1 from image_tag t where t.region = i.region and t.image_id = i.id and t.tag = "
                + bind(tag) + ")");
    }

    public ImageQuery hasProperty(String property, String content) {
        String whose = Property.isPersonal(property) ? " and i.owner = :account" : "";
        return and("exists (select 1 from image_property p where p.region = i.region and p.image_id = i.id"
                + " and p.name = " + bind(property) + " and p.content = " + bind(content) + whose + ")");
    }

    /**
     * Includes only hidden images, or excludes them all. Unless called, an account sees its own hidden images but not
     * those of others.
     */
    public ImageQuery hidden(boolean hidden) {
        isAskedForHidden = true;
        conditions
                .append(" and ")
                .append(ImageColumn.HIDDEN.orderSql())
                .append(" = ")
                .append(hidden);
        return this;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} if there are too many conditions */
    private ImageQuery and(String condition) {
        if (++conditionCount > MAX_CONDITIONS) {
            throw new RefusedException(Reason.MALFORMED, "a list takes at most " + MAX_CONDITIONS + " filters");
        }
        conditions.append(" and ").append(condition);
        return this;
    }

    private String bind(Object value) {
        valueCount += value instanceof Collection<?> several ? several.size() : 1;
        if (valueCount > MAX_VALUES) {
            throw new RefusedException(
                    Reason.MALFORMED, "the filters of a list name at most " + MAX_VALUES + " values");
        }
        String word = "word" + parameters.size();
        parameters.put(word, normalized(value));
        return ":" + word;
    }

    /** Normalized as it is stored. */
    private static Object normalized(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ImageQuery::normalized).toList();
        }
        return value instanceof String text ? Text.toNfc(text) : value;
    }

    /** The SQL conditions for one scope, each starting with {@code and}. */
    String conditions(ImageScope imageScope) {
        return conditions
                + (search == null ? "" : " and " + search.sql(imageScope))
                + (imageScope == ImageScope.OWN || isAskedForHidden ? "" : " and i.hidden = false");
    }

    /** The values of the named parameters in {@link #conditions}. */
    Map<String, Object> parameters() {
        return parameters;
    }

    Set<ImageScope> scopes() {
        return scopes;
    }

    Set<MembershipStatus> statuses() {
        return statuses;
    }

    /** The order in which rows are read: reversed if the page ends before the marker. */
    SortOrder sort() {
        return isBackward ? sort.reversed() : sort;
    }

    boolean isBackward() {
        return isBackward;
    }

    UUID marker() {
        return marker;
    }
}

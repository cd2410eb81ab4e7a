package dev.handshake.catalog;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an image list shows: which parts of it, narrowed how, in which order, from where on. Every door says it so. */
public class ImageQuery {

    /** Where the images of a list come from. */
    public enum ImageScope {
        /** The account's own. */
        OWN,
        /** Those of others that it is a member of; for an operator, all that others share. */
        SHARED,
        /** The provider's. */
        BASE
    }

    /** How a column's value stands to the one asked for. */
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

    /** Conditions of one list. Each may be a look into another table, once for each image that it passes. */
    static final int MAX_CONDITIONS = 24;

    /** Values that all conditions of one list name together. */
    static final int MAX_VALUES = 500;

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean isAskedForHidden;
    private int conditionCount;
    private int valueCount;
    private Set<ImageScope> scopes = EnumSet.allOf(ImageScope.class);
    private Set<MembershipStatus> statuses = EnumSet.of(MembershipStatus.ACCEPTED);
    private SortOrder sort = SortOrder.NEWEST;
    private UUID marker;

    public ImageQuery scopes(Set<ImageScope> shown) {
        scopes = shown;
        return this;
    }

    /** Which of the images that it is a member of, by its own answer; the accepted ones unless this is called. */
    public ImageQuery memberStatus(Set<MembershipStatus> shown) {
        statuses = shown;
        return this;
    }

    public ImageQuery orderBy(SortOrder order) {
        sort = order;
        return this;
    }

    /** Goes on after this image; null starts with the first. */
    public ImageQuery after(UUID last) {
        marker = last;
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

    /** @param values none finds nothing */
    public ImageQuery in(ImageColumn column, Collection<?> values) {
        return and(values.isEmpty() ? "1 = 0" : column.filterSql() + " in (" + bind(values) + ")");
    }

    /** A part of the name, in capital or small letters. */
    public ImageQuery nameContains(String part) {
        String literal = part.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return and("lower(i.name) like " + bind("%" + literal + "%") + " escape '!'");
    }

    public ImageQuery hasTag(String tag) {
        return and("exists (select 1 from image_tag t where t.region = i.region and t.image_id = i.id and t.tag = "
                + bind(tag) + ")");
    }

    public ImageQuery hasProperty(String property, String content) {
        return and("exists (select 1 from image_property p where p.region = i.region and p.image_id = i.id"
                + " and p.name = " + bind(property) + " and p.content = " + bind(content) + ")");
    }

    /** Only hidden images, or none at all; unless this is called the account's own are shown either way. */
    public ImageQuery hidden(boolean hidden) {
        isAskedForHidden = true;
        conditions
                .append(" and ")
                .append(ImageColumn.HIDDEN.orderSql())
                .append(" = ")
                .append(hidden);
        return this;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} where there are more than one list takes */
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

    /** As it is kept. */
    private static Object normalized(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ImageQuery::normalized).toList();
        }
        return value instanceof String text ? Text.toNfc(text) : value;
    }

    /** The SQL that narrows one part of the list. */
    String conditions(ImageScope imageScope) {
        return conditions + (imageScope == ImageScope.OWN || isAskedForHidden ? "" : " and i.hidden = false");
    }

    /** What stands for the names in {@link #conditions}. */
    Map<String, Object> parameters() {
        return parameters;
    }

    Set<ImageScope> scopes() {
        return scopes;
    }

    Set<MembershipStatus> statuses() {
        return statuses;
    }

    SortOrder sort() {
        return sort;
    }

    UUID marker() {
        return marker;
    }
}

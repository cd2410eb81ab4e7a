package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an image list shows: which parts of it, narrowed how, in which order, from where on. Every door says it so. */
public class ImageFilter {

    /** Where the images of a list come from. */
    public enum Part {
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
    private final Map<String, Object> words = new HashMap<>();
    private boolean isAskedForHidden;
    private int conditionCount;
    private int valueCount;
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private Set<MembershipStatus> statuses = EnumSet.of(MembershipStatus.ACCEPTED);
    private ImageSort sort = ImageSort.NEWEST;
    private UUID marker;

    public ImageFilter parts(Set<Part> shown) {
        parts = shown;
        return this;
    }

    /** Which of the images that it is a member of, by its own answer; the accepted ones unless this is called. */
    public ImageFilter answered(Set<MembershipStatus> shown) {
        statuses = shown;
        return this;
    }

    public ImageFilter sorted(ImageSort order) {
        sort = order;
        return this;
    }

    /** Goes on after this image; null starts with the first. */
    public ImageFilter after(UUID last) {
        marker = last;
        return this;
    }

    public ImageFilter where(ImageColumn column, Comparison comparison, Object value) {
        return and(column.shown() + " " + comparison.sql + " " + word(value));
    }

    /** Before {@code from}, or at {@code to} and later. */
    public ImageFilter outside(ImageColumn column, Object from, Object to) {
        return and("(" + column.shown() + " < " + word(from) + " or " + column.shown() + " >= " + word(to) + ")");
    }

    /** @param values none finds nothing */
    public ImageFilter in(ImageColumn column, Collection<?> values) {
        return and(values.isEmpty() ? "1 = 0" : column.shown() + " in (" + word(values) + ")");
    }

    /** A part of the name, in capital or small letters. */
    public ImageFilter called(String part) {
        String literal = part.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return and("lower(i.name) like " + word("%" + literal + "%") + " escape '!'");
    }

    public ImageFilter tagged(String tag) {
        return and("exists (select 1 from image_tag t where t.region = i.region and t.image_id = i.id and t.tag = "
                + word(tag) + ")");
    }

    public ImageFilter having(String property, String content) {
        return and("exists (select 1 from image_property p where p.region = i.region and p.image_id = i.id"
                + " and p.name = " + word(property) + " and p.content = " + word(content) + ")");
    }

    /** Only hidden images, or none at all; unless this is called the account's own are shown either way. */
    public ImageFilter hidden(boolean hidden) {
        isAskedForHidden = true;
        conditions
                .append(" and ")
                .append(ImageColumn.HIDDEN.sql())
                .append(" = ")
                .append(hidden);
        return this;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} where there are more than one list takes */
    private ImageFilter and(String condition) {
        if (++conditionCount > MAX_CONDITIONS) {
            throw new RefusedException(Reason.MALFORMED, "a list takes at most " + MAX_CONDITIONS + " filters");
        }
        conditions.append(" and ").append(condition);
        return this;
    }

    private String word(Object value) {
        valueCount += value instanceof Collection<?> several ? several.size() : 1;
        if (valueCount > MAX_VALUES) {
            throw new RefusedException(
                    Reason.MALFORMED, "the filters of a list name at most " + MAX_VALUES + " values");
        }
        String word = "word" + words.size();
        words.put(word, composed(value));
        return ":" + word;
    }

    /** As it is kept. */
    private static Object composed(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ImageFilter::composed).toList();
        }
        return value instanceof String text ? Text.toNfc(text) : value;
    }

    /** The SQL that narrows one part of the list. */
    String conditions(Part part) {
        return conditions + (part == Part.OWN || isAskedForHidden ? "" : " and i.hidden = false");
    }

    /** What stands for the names in {@link #conditions}. */
    Map<String, Object> words() {
        return words;
    }

    Set<Part> parts() {
        return parts;
    }

    Set<MembershipStatus> statuses() {
        return statuses;
    }

    ImageSort sort() {
        return sort;
    }

    UUID marker() {
        return marker;
    }
}

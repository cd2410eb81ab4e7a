package dev.handshake.image;

import dev.handshake.error.RefusedException;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The form for an image's metadata, as typed by its owner.
 *
 * @param minDisk minimum disk of a server in GiB
 * @param minRam minimum memory of a server in MiB
 * @param errors validation errors, one sentence per field; empty if the form is valid
 */
public record ImageForm(
        String name,
        String description,
        String operatingSystem,
        int minDisk,
        int minRam,
        List<String> tags,
        Map<String, String> errors) {

    /** An empty form. */
    public static final ImageForm EMPTY = new ImageForm("", "", "", 0, 0, List.of(), Map.of());

    private static final int MAX_NUMBER_LENGTH = 255;
    private static final int MAX_TAG_TEXT_LENGTH = 2_000;
    private static final Set<String> MULTI_LINE_FIELDS = Set.of("description", "tags");

    /** Parses a form's fields; a missing field counts as empty. */
    public static ImageForm parse(UnaryOperator<String> form) {
        Map<String, String> errors = new LinkedHashMap<>();
        return new ImageForm(
                name(form, errors),
                text(form, "description", ImageMetadata.MAX_DESCRIPTION_LENGTH, errors),
                text(form, "operatingSystem", ImageMetadata.MAX_OPERATING_SYSTEM_LENGTH, errors),
                number(form, "minDisk", errors),
                number(form, "minRam", errors),
                tags(form, errors),
                errors);
    }

    public static ImageForm fromImage(Image image, List<String> tags) {
        return new ImageForm(
                image.name, image.description, image.operatingSystem, image.minDisk, image.minRam, tags, Map.of());
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** The tags as the text of one input field. */
    public String tagText() {
        return String.join(" ", tags);
    }

    public String error(String field) {
        return errors.get(field);
    }

    private static String name(UnaryOperator<String> form, Map<String, String> errors) {
        String name = text(form, "name", ImageMetadata.MAX_NAME_LENGTH, errors);
        if (name.isEmpty()) {
            errors.put("name", "Enter a name.");
        }
        return name;
    }

    private static String text(UnaryOperator<String> form, String field, int longest, Map<String, String> errors) {
        String text = Text.clean(form.apply(field));
        Text.findTooLong(longest, text).ifPresent(error -> errors.put(field, error));
        Optional<RefusedException> hidden = MULTI_LINE_FIELDS.contains(field)
                ? HiddenCharacters.findInLines("This field", text)
                : HiddenCharacters.findInLine("This field", text);
        hidden.ifPresent(no -> errors.put(field, no.message()));
        return text;
    }

    private static int number(UnaryOperator<String> form, String field, Map<String, String> errors) {
        String text = text(form, field, MAX_NUMBER_LENGTH, errors);
        if (text.matches("[0-9]{0,7}")) {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }
        errors.put(field, "Enter a whole number from 0 to 9999999.");
        return 0;
    }

    private static List<String> tags(UnaryOperator<String> form, Map<String, String> errors) {
        List<String> tags = Arrays.stream(
                        text(form, "tags", MAX_TAG_TEXT_LENGTH, errors).split("[,\\s]+"))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > Tag.MAX_PER_IMAGE) {
            errors.put("tags", "At most " + Tag.MAX_PER_IMAGE + " tags.");
        }
        if (tags.stream().anyMatch(tag -> Text.length(tag) > Tag.MAX_LENGTH)) {
            errors.put("tags", "A tag can have at most " + Tag.MAX_LENGTH + " characters.");
        }
        return tags;
    }
}

package dev.handshake.testing;

import dev.handshake.sharing.ChecklistItem;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The form that offers images, with the whole checklist confirmed. */
public final class OfferForm {

    public static final String PATH = "/DFW/offer-batches";

    private OfferForm() {}

    /** Enters the numbers and opens the review. */
    public static HtmlPage review(TestUser by, UUID image, String numbers) {
        return by.opens(PATH + "?image=" + image)
                .is(200)
                .presses("Review", "numbers", numbers)
                .is(200);
    }

    /** The fields a browser sends, as alternating names and values. */
    public static String[] fields(UUID image, String numbers) {
        return fields(UUID.randomUUID(), List.of(image), numbers);
    }

    /** @param button the id of the form; a second press of the same button repeats it */
    public static String[] fields(UUID button, List<UUID> images, String numbers) {
        Stream<String> fixed = Stream.of("offering", button.toString(), "numbers", numbers);
        Stream<String> chosen = images.stream().flatMap(each -> Stream.of("image", each.toString()));
        return Stream.of(fixed, chosen, Arrays.stream(checklist()))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    public static String[] checklist() {
        return Arrays.stream(ChecklistItem.values())
                .flatMap(each -> Stream.of("confirmed", each.name()))
                .toArray(String[]::new);
    }
}

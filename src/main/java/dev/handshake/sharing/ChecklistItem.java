package dev.handshake.sharing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a producer must confirm before sharing an image. The confirmed items are stored with the offer. */
public enum ChecklistItem {
    SECRETS("Passwords, keys, tokens and source code are removed from it."),
    PERSONAL_DATA("Personal and confidential data is removed from it."),
    LICENCES("The licences of the software in it allow these accounts to have it."),
    COPYRIGHT("Nothing in it infringes anybody's copyright."),
    MALWARE("It is free of malware and of anything that may look like it.");

    private final String label;

    ChecklistItem(String sentence) {
        this.label = sentence;
    }

    public String label() {
        return label;
    }

    /** Parses the names of confirmed items; unknown names are ignored. */
    static Set<ChecklistItem> parse(Collection<String> words) {
        Set<ChecklistItem> ticked = EnumSet.allOf(ChecklistItem.class);
        ticked.removeIf(each -> !words.contains(each.name()));
        return ticked;
    }

    static String toCsv(Collection<ChecklistItem> ticked) {
        return ticked.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}

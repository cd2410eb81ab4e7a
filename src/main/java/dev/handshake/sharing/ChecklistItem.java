package dev.handshake.sharing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a producer must confirm before sharing an image. The confirmed items are stored with the offer. */
public enum ChecklistItem {
    SECRETS("Passwords, keys, tokens and source code have been removed."),
    PERSONAL_DATA("Personal and confidential data has been removed."),
    LICENCES("The licenses of its software allow these accounts to use it."),
    COPYRIGHT("It infringes no copyright."),
    MALWARE("It is free of malware and of anything that looks like malware.");

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

package dev.handshake.notice;

import dev.handshake.web.Text;

/**
 * A notice in words, and where to look at what it tells of.
 *
 * @param name of the image, between the words before and after it
 * @param path of a page
 */
public record Sentence(String before, String name, String after, String path) {

    private static final int LONGEST_NAME = 80;

    /** People have names only within their own account: others are told of accounts. */
    static Sentence of(Notice notice) {
        return notice.taskKind == null ? happened(notice).ofSeveral(notice.times()) : over(notice);
    }

    private Sentence ofSeveral(int times) {
        String more = times == 1 ? "" : " That is the latest of " + times + " changes.";
        return new Sentence(before, name, after + more, path);
    }

    private static Sentence happened(Notice notice) {
        String sender = "Account " + notice.sender;
        String member = "Account " + notice.member;
        boolean isOwn = notice.account.equals(notice.member);
        String decider = isOwn ? sender + ", for yours," : member;
        return switch (notice.topic) {
            case OFFERED -> image(notice, isOwn ? sender + " offers you" : sender + " offered " + notice.member, ".");
            case ACCEPTED -> image(notice, decider + " accepted", ".");
            case REJECTED -> image(notice, decider + " rejected", ".");
            case RECONSIDERED -> image(notice, decider + " is undecided again about", ".");
            case REMINDED ->
                image(
                        notice,
                        isOwn ? sender + " reminds you of" : sender + " reminded " + notice.member + " of",
                        isOwn ? ": it waits for your answer." : ".");
            case REMOVED ->
                history(
                        notice,
                        sender + " took back",
                        isOwn ? " from your account." : " from account " + notice.member + ".");
            case DELETED -> history(notice, sender + " deleted", ".");
            case DEACTIVATED -> image(notice, sender + " deactivated", ": its data is given out no more.");
            case REACTIVATED -> image(notice, sender + " reactivated", ": its data is given out again.");
            case SUSPENDED -> image(notice, "The provider suspended", ": its data is given out no more.");
            case LIFTED -> image(notice, "The provider lifted the suspension of", ".");
            case REPORTED -> about(notice, sender + " reported", "desk");
            case ANSWERED -> about(notice, "The provider answered your report of", "cases");
            case SUCCESS, FAILURE -> throw new IllegalStateException("No task: " + notice.topic);
        };
    }

    /** The page of a task is named after its kind, as the task itself is. */
    private static Sentence over(Notice notice) {
        String kind = notice.taskKind.word();
        boolean isDone = notice.topic == Topic.SUCCESS;
        return new Sentence(
                "The " + kind + " of",
                notice.imageName,
                isDone ? " is done." : " failed: " + notice.message,
                "/" + notice.region + "/" + kind + "s/" + notice.taskId);
    }

    /** A case, with what was said in it. */
    private static Sentence about(Notice notice, String before, String place) {
        String path = "/" + notice.region + "/" + place + "/" + notice.taskId;
        return new Sentence(before, notice.imageName, ": " + notice.message, path);
    }

    private static Sentence image(Notice notice, String before, String after) {
        return new Sentence(before, notice.imageName, after, "/" + notice.region + "/images/" + notice.imageId);
    }

    /** The image is gone, for its reader at least. */
    private static Sentence history(Notice notice, String before, String after) {
        return new Sentence(before, notice.imageName, after, "/" + notice.region + "/history");
    }

    /** In one line, without whatever could begin another, and with a name that leaves room. */
    public String line() {
        String shown = Text.abbreviate(LONGEST_NAME, name);
        return Text.clean(before + " " + Text.bidiIsolated(shown) + after).replaceAll("\\s+", " ");
    }
}

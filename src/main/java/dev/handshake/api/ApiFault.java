package dev.handshake.api;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A "no" in the three shapes that clients of an Image service know: JSON for who accepts it, HTML for who accepts that
 * or anything (a browser, curl), plain text for who says nothing.
 *
 * @param title the status in words
 */
record ApiFault(int status, String title, String sentence) {

    /** In the order in which they are written. */
    private record Body(String message, String code, String title) {}

    private static final Map<Character, String> MARKUP = Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;");

    static ApiFault of(int status, String sentence) {
        RestResponse.Status known = RestResponse.Status.fromStatusCode(status);
        return new ApiFault(status, known == null ? "Refused" : known.getReasonPhrase(), sentence);
    }

    /** @param accept as the client sent it, or null */
    Response answer(String accept) {
        if (accept == null || accept.startsWith(MediaType.TEXT_PLAIN)) {
            return answer(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"), plain());
        }
        return accept.contains("json")
                ? answer(MediaType.APPLICATION_JSON_TYPE, new Body(markup() + "<br /><br />\n\n\n", code(), title))
                : answer(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), html());
    }

    /** The same as the shape for who accepts JSON. */
    String json() {
        return new JsonObject()
                .put("message", markup() + "<br /><br />\n\n\n")
                .put("code", code())
                .put("title", title)
                .encode();
    }

    private Response answer(MediaType type, Object entity) {
        return Response.status(status).type(type).entity(entity).build();
    }

    private String code() {
        return status + " " + title;
    }

    private String plain() {
        return code() + "\n\n" + sentence + "\n\n   ";
    }

    private String html() {
        return "<html>\n <head>\n  <title>" + code() + "</title>\n </head>\n <body>\n  <h1>" + code() + "</h1>\n  "
                + markup() + "<br /><br />\n\n\n\n </body>\n</html>";
    }

    private String markup() {
        StringBuilder escaped = new StringBuilder();
        sentence.chars().forEach(each -> escaped.append(MARKUP.getOrDefault((char) each, String.valueOf((char) each))));
        return escaped.toString();
    }
}

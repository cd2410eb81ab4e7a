package dev.handshake.api.http;

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
record ApiError(int status, String title, String message) {

    /** In the order in which they are written. */
    private record ErrorBody(String message, String code, String title) {}

    private static final Map<Character, String> MARKUP = Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;");

    static ApiError of(int status, String sentence) {
        RestResponse.Status known = RestResponse.Status.fromStatusCode(status);
        return new ApiError(status, known == null ? "Refused" : known.getReasonPhrase(), sentence);
    }

    /** @param accept as the client sent it, or null */
    Response toResponse(String accept) {
        if (accept == null || accept.startsWith(MediaType.TEXT_PLAIN)) {
            return response(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"), plain());
        }
        return accept.contains("json")
                ? response(
                        MediaType.APPLICATION_JSON_TYPE,
                        new ErrorBody(escapedMessage() + "<br /><br />\n\n\n", code(), title))
                : response(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), html());
    }

    /** The same as the shape for who accepts JSON. */
    String toJson() {
        return new JsonObject()
                .put("message", escapedMessage() + "<br /><br />\n\n\n")
                .put("code", code())
                .put("title", title)
                .encode();
    }

    private Response response(MediaType type, Object entity) {
        return Response.status(status).type(type).entity(entity).build();
    }

    private String code() {
        return status + " " + title;
    }

    private String plain() {
        return code() + "\n\n" + message + "\n\n   ";
    }

    private String html() {
        return "<html>\n <head>\n  <title>" + code() + "</title>\n </head>\n <body>\n  <h1>" + code() + "</h1>\n  "
                + escapedMessage() + "<br /><br />\n\n\n\n </body>\n</html>";
    }

    private String escapedMessage() {
        StringBuilder escaped = new StringBuilder();
        message.chars().forEach(each -> escaped.append(MARKUP.getOrDefault((char) each, String.valueOf((char) each))));
        return escaped.toString();
    }
}

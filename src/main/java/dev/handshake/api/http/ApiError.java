package dev.handshake.api.http;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An error response in the three formats of Glance: JSON if the client accepts it, HTML if it accepts that or anything
 * (browsers, curl), plain text if it sends no Accept header.
 *
 * @param title the reason phrase of the status
 */
record ApiError(int status, String title, String message) {

    /** Fields in the order of the JSON. */
    private record ErrorBody(String message, String code, String title) {}

    private static final Map<Character, String> MARKUP = Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;");

    static ApiError of(int status, String sentence) {
        RestResponse.Status known = RestResponse.Status.fromStatusCode(status);
        return new ApiError(status, known == null ? "Refused" : known.getReasonPhrase(), sentence);
    }

    /** @param accept the client's Accept header, or null */
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

    /** The JSON body as a string. */
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

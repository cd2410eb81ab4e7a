package dev.handshake.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What {@link FakeGlance} refuses with. */
class GlanceError extends RuntimeException {

    final int status;

    GlanceError(int status, String message) {
        super(message);
        this.status = status;
    }

    String body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", getMessage() + "<br /><br />\n\n\n")
                .put("code", String.valueOf(status))
                .toString();
    }
}

package dev.handshake.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.handshake.image.Described;
import dev.handshake.web.Page;
import java.io.IOException;

/** A page of the image list, written as it goes. */
record ImageListBody(Page<Described> page, ListQuery query) {

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("images");
        for (Described each : page.items()) {
            json.writePOJO(ImageBody.of(each));
        }
        json.writeEndArray();
        json.writeStringField("first", query.address(null));
        json.writeStringField("schema", "/v2/schemas/images");
        if (page.next() != null) {
            json.writeStringField("next", query.address(page.next()));
        }
        json.writeEndObject();
        json.close();
    }
}

package dev.handshake.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.paging.Page;
import java.io.IOException;

/** A page of the image list, streamed as JSON. */
public record ImageListBody(Page<ImageWithMetadata> page, ListParams query) {

    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("images");
        for (ImageWithMetadata each : page.items()) {
            json.writePOJO(ImageBody.of(each));
        }
        json.writeEndArray();
        json.writeStringField("first", query.url(null));
        json.writeStringField("schema", "/v2/schemas/images");
        if (page.next() != null) {
            json.writeStringField("next", query.url(page.next()));
        }
        json.writeEndObject();
        json.close();
    }
}

package dev.handshake.imagedata;

import jakarta.enterprise.context.ApplicationScoped;

/** Data is used by the images that have it; what the release before brought in is under the image's id. */
@ApplicationScoped
class ImageDataReferences implements DataReferences {

    @Override
    public String sql() {
        return "select coalesce(data_key, id) from image where region = :region"
                + " and (data_key in (:data) or data_key is null and id in (:data))";
    }
}

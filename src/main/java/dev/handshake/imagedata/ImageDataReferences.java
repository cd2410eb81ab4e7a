package dev.handshake.imagedata;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Images keep their data alive. Images from the first release have no data key; their data is stored under the image's
 * id.
 */
@ApplicationScoped
class ImageDataReferences implements DataReferences {

    @Override
    public String sql() {
        return "select coalesce(data_key, id) from image where region = :region"
                + " and (data_key in (:data) or data_key is null and id in (:data))";
    }
}

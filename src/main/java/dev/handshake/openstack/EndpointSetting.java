package dev.handshake.openstack;

import dev.handshake.config.SettingConverters.HttpUrl;
import java.net.URI;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A setting that says where a service is.
 *
 * @param url null to look into Keystone's catalog
 */
public record EndpointSetting(URI url) {

    private static final String CATALOG = "catalog";

    public static class EndpointConverter implements Converter<EndpointSetting> {

        private static final HttpUrl URLS = new HttpUrl();

        @Override
        public EndpointSetting convert(String text) {
            if (text.equals(CATALOG)) {
                return new EndpointSetting(null);
            }
            try {
                return new EndpointSetting(URLS.convert(text));
            } catch (IllegalArgumentException other) {
                throw new IllegalArgumentException(other.getMessage() + ", or " + CATALOG, other);
            }
        }
    }

    @Override
    public String toString() {
        return url == null ? CATALOG : url.toString();
    }
}

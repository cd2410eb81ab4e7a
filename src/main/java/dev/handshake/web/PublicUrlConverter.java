package dev.handshake.web;

import dev.handshake.config.SettingValue;
import java.net.URI;
import org.eclipse.microprofile.config.spi.Converter;

/** The public URL: a host, and a port where it has one. */
public class PublicUrlConverter implements Converter<URI> {

    @Override
    public URI convert(String text) {
        return SettingValue.read(
                text,
                "of the form https://host",
                URI::create,
                url -> url.toString().matches("https?://[^/?#\\s]+/?"));
    }
}

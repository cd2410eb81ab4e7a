package dev.handshake.config;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Stops the start because of settings that do not go together. */
public class InvalidSettingException extends ConfigurationException {

    private static final long serialVersionUID = 1;

    /** @param sentence names the settings and what is allowed */
    public InvalidSettingException(String sentence) {
        super(sentence);
    }
}

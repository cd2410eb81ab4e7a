package dev.handshake.keystone;

import dev.handshake.account.Role;
import dev.handshake.config.SettingValue;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.Converter;

/** A role of the portal. */
public class RoleNameConverter implements Converter<String> {

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::label).collect(Collectors.toUnmodifiableSet());

    @Override
    public String convert(String text) {
        return SettingValue.read(text, "observer, creator, admin or operator", Function.identity(), ROLES::contains);
    }
}

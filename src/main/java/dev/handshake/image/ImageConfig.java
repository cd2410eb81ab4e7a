package dev.handshake.image;

import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** Which images are base images, and which cannot be exported. */
@ConfigMapping(prefix = "handshake")
interface ImageConfig {

    /** The account whose images are base images. */
    @WithName("provider.account")
    Optional<@WithConverter(Text.class) String> providerAccount();

    /** Parts of names of operating systems; an image of such a system is never exported. */
    @WithName("export.blocked-os-patterns")
    List<@WithConverter(Text.class) String> blockedOsPatterns();
}

package dev.handshake.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.AccountNumbers;
import dev.handshake.config.StartFailure;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Quota settings, and the formatting of usage. */
class QuotaConfigTest {

    @Test
    void numbers_read_as_people_say_them() {
        assertEquals("37 of 50 images", Quota.IMAGES.formatUsage(37, 50));
        assertEquals("212 of 500 GiB", Quota.STORAGE.formatUsage(212L << 30, 500L << 30));
        assertEquals("512 KiB of 500 GiB", Quota.STORAGE.formatUsage(512L << 10, 500L << 30));
        assertEquals("0 of 500 GiB", Quota.STORAGE.formatUsage(0, 500L << 30));
    }

    @Test
    void settings_that_make_no_sense_stop_the_start() {
        assertEquals(0, limits("images", "0").forAccount("4711").images());
        assertEquals(
                7, limits("accounts.\"4711\".images", "7").forAccount("4711").images());
        assertEquals(
                3, limits("accounts.\"4711\".images", "7").forAccount("4712").images());
        assertInvalidSetting("images", "-1");
        assertInvalidSetting("accounts.\"4711\".servers", "-1");
        assertInvalidSetting("accounts.\"no number\".servers", "1");
    }

    private static void assertInvalidSetting(String setting, String value) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> limits(setting, value));
        String said = StartFailure.describe(refused).orElseThrow();
        assertTrue(said.startsWith("handshake.quota." + setting.replaceAll("\\.\"no .*", "")), said);
    }

    private static QuotaLimits limits(String setting, String value) {
        Map<String, String> settings =
                new HashMap<>(Map.of("images", "3", "storage", "0", "snapshots", "0", "servers", "0"));
        settings.put(setting, value);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(QuotaConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter());
        settings.forEach((name, each) -> builder.withDefaultValue("handshake.quota." + name, each));
        return new QuotaLimits(
                builder.build().getConfigMapping(QuotaConfig.class),
                new AccountNumbers(() -> Pattern.compile("[0-9]+")));
    }
}

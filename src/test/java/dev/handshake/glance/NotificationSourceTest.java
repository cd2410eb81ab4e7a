package dev.handshake.glance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.ConnectionFactory;
import dev.handshake.config.InvalidSettingException;
import dev.handshake.testing.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the settings name the message broker. */
class NotificationSourceTest {

    private static NotificationSource source(String url) {
        return NotificationSource.of(
                "DFW",
                TestConfig.read(GlanceRegionConfig.class, "region.DFW.glance.notifications.url", url)
                        .region()
                        .get("DFW")
                        .glance()
                        .notifications());
    }

    @Test
    void a_url_says_all_of_it() {
        NotificationSource source = source("amqp://handshake:p%40ss%2Fword@rabbit:5673/clouds");
        ConnectionFactory broker = source.broker();
        assertEquals("rabbit", broker.getHost());
        assertEquals(5673, broker.getPort());
        assertEquals("handshake", broker.getUsername());
        assertEquals("p@ss/word", broker.getPassword());
        assertEquals("clouds", broker.getVirtualHost());
        assertFalse(broker.isSSL());
        assertEquals("handshake.DFW", source.queue());
        assertEquals("glance", source.exchange());
        assertEquals("notifications.info", source.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amqp://u:p@rabbit", "amqp://u:p@rabbit/", "amqp://u:p@rabbit:5672/", "amqp://u:p@rabbit/%2F"})
    void without_a_path_it_is_the_first_virtual_host(String url) {
        assertEquals("/", source(url).broker().getVirtualHost());
    }

    @Test
    void with_tls_it_has_a_port_of_its_own() {
        ConnectionFactory broker = source("amqps://u:p@rabbit").broker();
        assertTrue(broker.isSSL());
        assertEquals(5671, broker.getPort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rabbit://u:secret@rabbit:5672/",
                "amqp://u:secret@rabbit:5672,u:secret@other:5672/",
                "amqp://u:secret@rabbit:5672/a/b",
                "amqp://u:se%cret@rabbit:5672/",
                "amqp:secret",
                "secret"
            })
    void another_url_stops_the_start_with_a_sentence_without_it(String url) {
        InvalidSettingException refused = assertThrows(InvalidSettingException.class, () -> source(url));
        assertEquals(
                "handshake.region.DFW.glance.notifications.url is not of the form amqp://user:password@host:5672/vhost"
                        + " or amqps://user:password@host:5671/vhost.",
                refused.getMessage());
    }
}

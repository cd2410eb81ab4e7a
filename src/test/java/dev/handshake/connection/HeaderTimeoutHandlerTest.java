package dev.handshake.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The handler works with connections that survive a reload of its class in dev mode. */
class HeaderTimeoutHandlerTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final EmbeddedChannel connection = new EmbeddedChannel(new HeaderTimeoutHandler(SHORT, LONG));

    @Test
    void classes_that_are_loaded_again_tell_connections_of_before() throws Exception {
        Class<?> again = new ReloadingClassLoader().loadClass(HeaderTimeoutHandler.class.getName());
        assertNotEquals(HeaderTimeoutHandler.class, again);
        invoke(again, "requestBegan");
        waitForTimeouts();
        assertTrue(connection.isOpen());
        invoke(again, "requestEnded");
        connection.writeInbound("the next header");
        waitForTimeouts();
        assertFalse(connection.isOpen());
    }

    private void invoke(Class<?> handler, String what) throws ReflectiveOperationException {
        Method method = handler.getDeclaredMethod(what, Channel.class);
        method.setAccessible(true);
        method.invoke(null, connection);
        connection.runPendingTasks();
    }

    private void waitForTimeouts() throws InterruptedException {
        for (int each = 0; each < 4; each++) {
            Thread.sleep(SHORT.toMillis());
            connection.runPendingTasks();
        }
    }

    @Test
    void a_connection_that_is_not_timed_is_left_alone() {
        EmbeddedChannel other = new EmbeddedChannel();
        HeaderTimeoutHandler.requestBegan(other);
        HeaderTimeoutHandler.requestEnded(other);
        assertTrue(other.isOpen());
        assertEquals(0, other.outboundMessages().size());
    }

    /** Loads its own copy of the handler. */
    private static class ReloadingClassLoader extends ClassLoader {

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            return name.startsWith(HeaderTimeoutHandler.class.getName()) ? define(name) : super.loadClass(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream file =
                    HeaderTimeoutHandler.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }
}

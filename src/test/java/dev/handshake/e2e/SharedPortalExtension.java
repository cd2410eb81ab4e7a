package dev.handshake.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides the one {@link SharedPortal}, started for the first test and closed with the JVM. */
class SharedPortalExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SharedPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.PORTAL;
    }

    /** Outlives the store of JUnit, which ends with each class where two JVMs share the classes. */
    private static class Shared {
        private static final SharedPortal PORTAL = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::close));
        }

        private static void close() {
            try {
                PORTAL.close();
            } catch (Exception stubborn) {
                System.err.println("Not ended: " + stubborn);
            }
        }

        private static SharedPortal start() {
            try {
                return new SharedPortal();
            } catch (Exception broken) {
                throw new IllegalStateException("The shared portal does not start", broken);
            }
        }
    }
}

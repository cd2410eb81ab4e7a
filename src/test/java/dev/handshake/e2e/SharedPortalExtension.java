package dev.handshake.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides the one {@link SharedPortal}, started for the first test and closed after the last. */
class SharedPortalExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SharedPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(SharedPortal.class, first -> start(), SharedPortal.class);
    }

    private static SharedPortal start() {
        try {
            return new SharedPortal();
        } catch (Exception broken) {
            throw new IllegalStateException("The shared portal does not start", broken);
        }
    }
}

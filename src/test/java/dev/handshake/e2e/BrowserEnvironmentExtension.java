package dev.handshake.e2e;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the one {@link BrowserEnvironment}, started for the first test and closed with the JVM. Without a browser
 * the tests are disabled by a condition, since classes aborted by an assumption are missing from the reports.
 */
class BrowserEnvironmentExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.isInstalled()
                ? ConditionEvaluationResult.enabled(null)
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserEnvironment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.ENVIRONMENT;
    }

    /** Outlives the store of JUnit, which ends with each class where two JVMs share the classes. */
    private static class Shared {
        private static final BrowserEnvironment ENVIRONMENT = BrowserEnvironment.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(ENVIRONMENT::close));
        }
    }
}

package dev.handshake;

import dev.handshake.config.StartFailure;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Starts the portal. What the operator can mend stops the start with a sentence instead of a stack trace. */
@QuarkusMain
public class HandshakeApplication {

    private HandshakeApplication() {}

    public static void main(String... args) {
        Quarkus.run((Class<? extends QuarkusApplication>) null, HandshakeApplication::exit, args);
    }

    /** @param failure null after a start that succeeded */
    private static void exit(Integer code, Throwable failure) {
        if (failure != null) {
            StartFailure.describe(failure)
                    .ifPresentOrElse(
                            System.err::println, // settings may be wrong before there is a log
                            () -> Logger.getLogger(HandshakeApplication.class)
                                    .error("The portal did not start", failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }
}

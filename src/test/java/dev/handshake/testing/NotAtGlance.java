package dev.handshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Excludes a test of a class with {@link AlsoAtGlance}: it does what only Glance itself does with images of its own.
 */
@Tag("not-at-glance")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotAtGlance {}

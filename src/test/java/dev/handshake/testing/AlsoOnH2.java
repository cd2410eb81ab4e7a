package dev.handshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a {@link PortalTest} that also runs on H2. H2 is the database of the demo, production runs on PostgreSQL. Every
 * portal test runs on PostgreSQL, which is enough for anything that does not depend on the database. Use it for tests
 * of:
 *
 * <ul>
 *   <li>database constraints, or values at the limit of a column;
 *   <li>native SQL: lists, filters, pages, counts, {@code on conflict}, {@code skip locked};
 *   <li>query counts of pages, and migrations that rewrite rows;
 *   <li>the driver's errors for refused values;
 *   <li>data in the folder store: the run on PostgreSQL uses an object store;
 *   <li>each of pages and API as a whole, once.
 * </ul>
 */
@Tag("h2")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AlsoOnH2 {}

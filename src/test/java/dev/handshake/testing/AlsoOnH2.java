package dev.handshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A {@link PortalTest} that runs on H2 too. H2 is the database of the demo; production runs on PostgreSQL, so every
 * portal test runs there, and once is enough for what does not depend on the database. It belongs on a test of:
 *
 * <ul>
 *   <li>a constraint that the database holds, or a value at the end of what a column takes;
 *   <li>native SQL: lists, filters, pages, counts, {@code on conflict}, {@code skip locked};
 *   <li>the number of queries that a page costs, and a migration that rewrites rows;
 *   <li>what the database's driver says about a refused value;
 *   <li>data in the folder store: the run on PostgreSQL keeps its data in an object store;
 *   <li>each door as a whole, once.
 * </ul>
 */
@Tag("h2")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AlsoOnH2 {}

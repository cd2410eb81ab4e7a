package dev.handshake.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a {@link PortalTest} that also runs where the images of DFW and ORD live at Glance: the rules of sharing are
 * the same in both homes, through both doors.
 */
@Tag("glance")
@ExtendWith(SameMembersAtGlance.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AlsoAtGlance {}

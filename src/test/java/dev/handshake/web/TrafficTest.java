package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.impl.HttpUtils;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Image data is told by its address alone, however that is written. */
class TrafficTest {

    @Test
    void every_spelling_of_a_transfer_is_one_or_is_refused() {
        for (String path : List.of(
                "/DFW/v2/images/1/file",
                "/DFW/v2.1/images/1/file",
                "/DFW/v2%2e15/images/1/stage",
                "/DFW/v2/imag%65s/1/fil%65",
                "/DFW/images/uploads",
                "/DFW/exports/1/data")) {
            assertTrue(CanonicalPath.isCanonical(path), path);
            assertTrue(Traffic.isTransfer(HttpUtils.normalizePath(path)), path);
        }
        for (String path : List.of("/DFW/v2;/images/1/file", "/DFW/v2/images/1/file;x", "/DFW//v2/images/1/file")) {
            assertFalse(CanonicalPath.isCanonical(path), path);
        }
        assertFalse(Traffic.isTransfer("/DFW/v2/images/1"));
    }
}

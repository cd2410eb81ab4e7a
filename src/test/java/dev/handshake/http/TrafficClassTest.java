package dev.handshake.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpUtils;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are classified by method and path alone. */
class TrafficClassTest {

    @ParameterizedTest
    @CsvSource({
        "PUT, /DFW/v2/images/1/file, UPLOAD",
        "PUT, /DFW/v2.1/images/1/file, UPLOAD",
        "PUT, /DFW/v2%2e15/images/1/stage, UPLOAD",
        "PUT, /DFW/v2/imag%65s/1/fil%65, UPLOAD",
        "POST, /DFW/images/uploads, UPLOAD",
        "POST, /DFW/images/uploads/, UPLOAD",
        "GET, /DFW/images/uploads, REQUEST",
        "GET, /DFW/v2/images/1/file, DOWNLOAD",
        "GET, /DFW/v2.1/images/1/fil%65, DOWNLOAD",
        "GET, /DFW/exports/1/data, DOWNLOAD",
        "GET, /DFW/v2/images/1, REQUEST",
        "PUT, /DFW/v2/images/1/members/file, REQUEST",
        "POST, /DFW/exports/1/data, REQUEST"
    })
    void every_spelling_of_an_address_is_one_kind(String method, String path, TrafficClass kind) {
        assertTrue(CanonicalPathFilter.isCanonical(path));
        assertEquals(kind, TrafficClass.classify(HttpMethod.valueOf(method), HttpUtils.normalizePath(path)));
    }

    @Test
    void what_could_be_read_in_two_ways_is_refused_before() {
        for (String path : List.of("/DFW/v2;/images/1/file", "/DFW/v2/images/1/file;x", "/DFW//v2/images/1/file")) {
            assertFalse(CanonicalPathFilter.isCanonical(path), path);
        }
    }
}

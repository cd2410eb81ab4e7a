package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UrlsTest {

    private static final UUID ID = UUID.fromString("0b3b7c5e-6f0a-4b9e-9d55-1d1f4a2f3c4d");

    @Test
    void a_page_is_named_by_region_kind_and_id() {
        assertEquals("/DFW/images", Urls.images("DFW").toString());
        assertEquals("/DFW/images/" + ID, Urls.image("DFW", ID).toString());
        assertEquals("/DFW/imports/" + ID, Urls.imageImport("DFW", ID).toString());
        assertEquals("/unsubscriptions/" + ID, Urls.unsubscription(ID).toString());
    }

    @Test
    void every_segment_is_escaped() {
        assertEquals(
                "/D%2FW/images/" + ID + "/offers/a%20b%2Fc%3Fd%23%C3%A9",
                Urls.member("D/W", ID, "a b/c?d#é").toString());
        assertEquals("/%2F%2Fexample.com/servers", Urls.servers("//example.com").toString());
    }

    @Test
    void names_and_values_of_a_query_are_escaped_and_keep_their_order() {
        assertEquals(
                "list?z=a%26b+%2B&a=1&a=&%26=%7Bx%7D",
                Urls.withQuery(
                        "list",
                        List.of(
                                Map.entry("z", "a&b +"),
                                Map.entry("a", "1"),
                                Map.entry("a", ""),
                                Map.entry("&", "{x}"))));
    }

    @Test
    void a_parameter_without_a_value_is_left_out() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", "");
        params.put("marker", null);
        assertEquals("list", Urls.withQuery("list", params));

        params.put("show", "own");
        assertEquals("list?show=own", Urls.withQuery("list", params));
    }
}

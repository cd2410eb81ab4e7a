package dev.handshake.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Injects a word into every input of a route, one input at a time. Requests that would end the resource's life are kept
 * invalid.
 */
class InputInjector {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUERY_BATCH_SIZE = 20;
    /** Small, since one invalid key makes the whole body invalid. */
    private static final int BODY_BATCH_SIZE = 3;

    private final RouteExpectation route;
    private final Fixtures fixtures;
    private final String word;

    InputInjector(RouteExpectation route, Fixtures fixtures, String word) {
        this.route = route;
        this.fixtures = fixtures;
        this.word = word;
    }

    /** Paths with the word as the last id, and in the query. */
    List<String> paths() {
        List<String> addresses = new ArrayList<>();
        int open = route.pathTemplate().lastIndexOf('{');
        if (open > 0 && !route.pathTemplate().endsWith("{region}")) {
            String after = route.pathTemplate().substring(route.pathTemplate().indexOf('}', open) + 1);
            addresses.add(fixtures.fillIn(route.pathTemplate().substring(0, open) + word + after));
        }
        if (route.isGet()) {
            String address = route.path(fixtures);
            for (List<String> names : batches(QUERY_BATCH_SIZE)) {
                addresses.add(address + (address.contains("?") ? "&" : "?") + fields(names));
            }
        }
        return addresses;
    }

    List<String> bodies() {
        if (route.isGet() || route.body().equals("data")) {
            return List.of();
        }
        if (route.isMultipart()) {
            return List.of(word);
        }
        return route.isApi() ? json(fixtures.fillIn(route.body())) : forms(fixtures.fillIn(route.body()));
    }

    private List<String> forms(String good) {
        List<String> pairs = good.isEmpty() ? List.of() : List.of(good.split("&"));
        Stream<String> each = IntStream.range(0, pairs.size()).mapToObj(place -> withWord(pairs, place));
        Stream<String> more = isDestructive()
                ? Stream.empty()
                : batches(BODY_BATCH_SIZE).stream()
                        .map(names -> Stream.of(good, fields(names)).collect(Collectors.joining("&")));
        return Stream.concat(each, more).toList();
    }

    private boolean isDestructive() {
        return route.route().path().matches(".*/(deletion|removals?|cancellation|readings?|closure|suspension)");
    }

    private String withWord(List<String> pairs, int place) {
        List<String> changed = new ArrayList<>(pairs);
        changed.set(place, pairs.get(place).replaceAll("=.*", "=" + word));
        return String.join("&", changed);
    }

    private static List<List<String>> batches(int size) {
        List<String> names = FieldNames.all();
        return IntStream.range(0, (names.size() + size - 1) / size)
                .mapToObj(part -> names.subList(part * size, Math.min(names.size(), part * size + size)))
                .toList();
    }

    private String fields(List<String> names) {
        return names.stream().map(each -> each + "=" + word).collect(Collectors.joining("&"));
    }

    private List<String> json(String good) {
        if (good.isEmpty()) {
            return List.of();
        }
        List<String> bodies = new ArrayList<>(List.of(good.substring(0, good.length() - 1) + word));
        try {
            JsonNode body = JSON.readTree(good);
            if (body instanceof ArrayNode steps) {
                bodies.addAll(steps(steps));
            } else {
                body.fieldNames().forEachRemaining(each -> bodies.add(with((ObjectNode) body, List.of(each))));
                batches(BODY_BATCH_SIZE).forEach(each -> bodies.add(with((ObjectNode) body, each)));
            }
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
        return bodies;
    }

    private String with(ObjectNode body, List<String> names) {
        ObjectNode changed = body.deepCopy();
        names.forEach(each -> changed.put(each, word));
        return changed.toString();
    }

    private List<String> steps(ArrayNode steps) {
        return Stream.concat(FieldNames.all().stream(), Stream.of(word, "tags/0"))
                .map(path -> {
                    ArrayNode changed = steps.deepCopy();
                    ((ObjectNode) changed.get(0))
                            .put("op", "add")
                            .put("path", "/" + path)
                            .put("value", word);
                    return changed.toString();
                })
                .toList();
    }
}

package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Names resolve to the same values with and without the resolver. */
class ScopedNameResolverTest {

    private static final Map<String, Object> DATA =
            Map.of("region", "DFW", "rows", List.of("a", "b"), "word", Map.of("region", "inner", "rows", "none"));

    /** Stands for the resolvers Qute generates for each class. */
    private static class RecordingResolver implements ValueResolver {

        private final List<String> names = new ArrayList<>();

        @Override
        public boolean appliesTo(EvalContext asked) {
            names.add(asked.getName());
            return false;
        }

        @Override
        public int getPriority() {
            return 20;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext asked) {
            return CompletedStage.failure(new AssertionError());
        }
    }

    @Test
    void the_innermost_scope_with_the_name_answers() {
        assertRendersSame("{#for row in rows}{row} of {region}, {row_count}; {/for}", "a of DFW, 1; b of DFW, 2; ");
        assertRendersSame("{#let region='ORD'}{#for row in rows}{row}{region}{/for}{/let}{region}", "aORDbORDDFW");
        assertRendersSame("{#for region in rows}{region}{/for}{region}", "abDFW");
        assertRendersSame("{#for row in rows}{#let row='x'}{row}{/let}{row}{/for}", "xaxb");
    }

    @Test
    void what_is_asked_of_a_value_is_not_looked_for_in_scopes() {
        assertRendersSame(
                "{#for row in rows}{word.region} {word.rows} {rows.size};{/for}", "inner none 2;inner none 2;");
        assertRendersSame("{#for row in rows}{word.missing ?: region}{/for}", "DFWDFW");
        assertRendersSame("{#with word}{region}{/with}", "inner");
    }

    @Test
    void a_name_that_nobody_gave_is_missing() {
        assertRendersSame("{#for row in rows}{missing ?: 'none'} {/for}", "none none ");
        assertThrows(
                TemplateException.class, () -> render("{#for row in rows}{missing}{/for}", new ScopedNameResolver()));
    }

    @Test
    void nobody_else_is_asked_for_a_name_of_an_outer_scope() {
        RecordingResolver recordingResolver = new RecordingResolver();
        render("{#for row in rows}{#let here=row}{region}{/let}{/for}", recordingResolver);
        assertTrue(recordingResolver.names.contains("region"));
        recordingResolver.names.clear();
        render("{#for row in rows}{#let here=row}{region}{/let}{/for}", recordingResolver, new ScopedNameResolver());
        assertEquals(List.of(), recordingResolver.names);
    }

    private static void assertRendersSame(String template, String expected) {
        assertEquals(expected, render(template));
        assertEquals(expected, render(template, new ScopedNameResolver()));
    }

    private static String render(String template, ValueResolver... more) {
        return Engine.builder()
                .addDefaults()
                .addValueResolvers(more)
                .build()
                .parse(template)
                .data("region", DATA.get("region"))
                .data("rows", DATA.get("rows"))
                .data("word", DATA.get("word"))
                .render();
    }
}

package dev.handshake.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Removes actual URLs from traces, as the access log does. The span is still named by the path template. */
@ApplicationScoped
class UrlRedactingSpanProcessor implements SpanProcessor {

    private static final List<AttributeKey<String>> URL_ATTRIBUTES = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("http.target"),
            AttributeKey.stringKey("http.url"));

    /** Attributes can be overwritten but not removed. */
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        URL_ATTRIBUTES.stream()
                .filter(each -> span.getAttribute(each) != null)
                .forEach(each -> span.setAttribute(each, ""));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

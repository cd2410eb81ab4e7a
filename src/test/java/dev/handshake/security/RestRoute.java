package dev.handshake.security;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** A route of the running application: method and path template. */
record RestRoute(String method, String path) {

    private static final List<String> WRITE_METHODS = List.of("POST", "PUT", "PATCH", "DELETE");

    static List<RestRoute> loadAll() {
        return ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(RestRoute::routesOf)
                .distinct()
                .sorted(Comparator.comparing(RestRoute::path).thenComparing(RestRoute::method))
                .toList();
    }

    private static Stream<RestRoute> routesOf(RequestPath<InitialMatch> place) {
        return Arrays.stream(place.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(each -> ((ClassRoutingHandler) each).getMappers())
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(RequestMapper::getTemplates)
                .flatMap(Collection::stream)
                .map(each -> of(each.value));
    }

    private static RestRoute of(RuntimeResource resource) {
        String path = resource.getClassPath().template + resource.getPath().template;
        String plain = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("(?<=.)/$", "");
        return new RestRoute(resource.getHttpMethod(), plain.replace("//", "/"));
    }

    boolean isWrite() {
        return WRITE_METHODS.contains(method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

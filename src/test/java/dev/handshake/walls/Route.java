package dev.handshake.walls;

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

/** A method at an address, as the running router has it; what is to be filled in stands in braces. */
record Route(String method, String address) {

    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    static List<Route> all() {
        return ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(Route::below)
                .distinct()
                .sorted(Comparator.comparing(Route::address).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> below(RequestPath<InitialMatch> place) {
        return Arrays.stream(place.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(each -> ((ClassRoutingHandler) each).getMappers())
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(RequestMapper::getTemplates)
                .flatMap(Collection::stream)
                .map(each -> of(each.value));
    }

    private static Route of(RuntimeResource resource) {
        String path = resource.getClassPath().template + resource.getPath().template;
        String plain = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("(?<=.)/$", "");
        return new Route(resource.getHttpMethod(), plain.replace("//", "/"));
    }

    boolean isWriting() {
        return WRITING.contains(method);
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}

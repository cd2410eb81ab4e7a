package dev.handshake.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** Which hosts files are fetched from: public ones, and networks the operator allows. */
class PublicAddressResolverTest {

    @Test
    void what_is_public_is_told_from_what_is_not() {
        for (String open : List.of("93.184.216.34", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::1")) {
            assertEquals(
                    1,
                    resolver(Optional.empty(), Optional.empty(), List.of(open)).resolve("x").length,
                    open);
        }
        for (String closed : List.of(
                "127.0.0.1",
                "172.31.255.255",
                "100.127.255.255",
                "255.255.255.255",
                "0.0.0.0",
                "198.19.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "64:ff9b::1.1.1.1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "4000::1",
                "100::1",
                "::7f00:1")) {
            PublicAddressResolver publicAddressResolver = resolver(Optional.empty(), Optional.empty(), List.of(closed));
            assertEquals(Reason.URL_HOST_NOT_ALLOWED, refusal(() -> publicAddressResolver.resolve("x")), closed);
        }
    }

    @Test
    void of_several_addresses_of_a_name_none_may_be_inside() throws Exception {
        PublicAddressResolver publicAddressResolver =
                resolver(Optional.empty(), Optional.empty(), List.of("93.184.216.34", "10.0.0.1"));
        assertEquals(Reason.URL_HOST_NOT_ALLOWED, refusal(() -> publicAddressResolver.resolve("both.example")));
    }

    @Test
    void the_operator_allows_networks_inside_and_refuses_others() {
        Optional<List<String>> mirror = Optional.of(List.of("10.20.0.0/16"));
        Optional<List<String>> own = Optional.of(List.of("10.20.30.0/24", "93.184.216.0/24"));
        assertEquals(1, resolver(mirror, own, List.of("10.20.0.1")).resolve("x").length);
        for (String closed : List.of("10.21.0.1", "10.20.30.1", "93.184.216.34")) {
            assertEquals(
                    Reason.URL_HOST_NOT_ALLOWED,
                    refusal(() -> resolver(mirror, own, List.of(closed)).resolve("x")));
        }
        assertThrows(IllegalArgumentException.class, () -> resolver(Optional.of(List.of("10.0.0.1")), own, List.of()));
    }

    @Test
    void a_name_that_means_something_else_each_time_is_asked_once_a_hop() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        PublicAddressResolver publicAddressResolver =
                new PublicAddressResolver(settings(Optional.empty(), Optional.empty()), dns(answers));
        assertEquals("93.184.216.34", publicAddressResolver.resolve("rebinding.example")[0].getHostAddress());
        assertEquals(Reason.URL_HOST_NOT_ALLOWED, refusal(() -> publicAddressResolver.resolve("rebinding.example")));
    }

    private static Reason refusal(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(RefusedException.class, asked).reason();
    }

    private static PublicAddressResolver resolver(
            Optional<List<String>> allowed, Optional<List<String>> refused, List<String> found) {
        return new PublicAddressResolver(settings(allowed, refused), dns(found));
    }

    private static DnsResolver dns(List<String> found) {
        return dns(host ->
                found.stream().map(PublicAddressResolverTest::inetAddress).toArray(InetAddress[]::new));
    }

    private static DnsResolver dns(Deque<String> answers) {
        return dns(host -> new InetAddress[] {inetAddress(answers.pop())});
    }

    private static DnsResolver dns(java.util.function.Function<String, InetAddress[]> found) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return found.apply(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static InetAddress inetAddress(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    private static OutboundConfig settings(Optional<List<String>> allowed, Optional<List<String>> refused) {
        return new TestOutboundConfig(
                allowed.map(PublicAddressResolver::networks),
                refused.map(PublicAddressResolver::networks),
                List.of(80, 443));
    }
}

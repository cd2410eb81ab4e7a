package dev.handshake.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Limits the open connections per client address. All addresses of an IPv6 /64 network count as one, since a client
 * usually has a whole network (RFC 6177).
 */
class ConnectionLimiter {

    private final int max;
    private final ConcurrentMap<ByteBuffer, Integer> open = new ConcurrentHashMap<>();

    /** @param max connections per address; 0 for no limit */
    ConnectionLimiter(int max) {
        this.max = max;
    }

    /** @return whether a connection was allowed; if so, it must be released later */
    boolean tryAcquire(InetAddress address) {
        if (max == 0) {
            return true;
        }
        boolean[] isIn = new boolean[1];
        open.compute(client(address), (client, before) -> {
            int count = before == null ? 0 : before;
            isIn[0] = count < max;
            return isIn[0] ? Integer.valueOf(count + 1) : before;
        });
        return isIn[0];
    }

    void release(InetAddress address) {
        open.computeIfPresent(client(address), (client, count) -> count == 1 ? null : count - 1);
    }

    private static ByteBuffer client(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? ByteBuffer.wrap(bytes, 0, Long.BYTES) : ByteBuffer.wrap(bytes);
    }
}

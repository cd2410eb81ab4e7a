package dev.handshake.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;

/** A network in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
public class CidrBlock {

    private static final IPAddressGenerator ADDRESS_GENERATOR = new IPAddressGenerator();

    private final IPAddress block;

    /** @throws IllegalArgumentException if {@code text} is not a network */
    public CidrBlock(String text) {
        IPAddress read = new IPAddressString(text.strip()).getAddress();
        if (read == null || !read.isPrefixed()) {
            throw new IllegalArgumentException("“" + text + "” is not a network such as 10.0.0.0/8");
        }
        this.block = read.toPrefixBlock();
    }

    boolean contains(InetAddress address) {
        return block.contains(ADDRESS_GENERATOR.from(address));
    }
}

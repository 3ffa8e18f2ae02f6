package fr.agora.projects.publicweb;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses belong to the public internet: what IANA's special-purpose registries keep for machines, networks,
 * documentation or translation does not (RFC 6890 and its registries).
 */
final class PublicAddresses {

    private static final List<Block> KEPT_4 = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            // link-local, the metadata services of clouds among them
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            // multicast, reserved, broadcast
            block("224.0.0.0", 3));

    /** All global unicast of IPv6 lies here; what is outside (ULA, link-local, mapped, NAT64) is never public. */
    private static final Block GLOBAL_6 = block("2000::", 3);

    private static final List<Block> KEPT_6 = List.of(
            // Teredo, ORCHID and other protocols
            block("2001::", 23),
            block("2001:db8::", 32),
            // 6to4 carries any IPv4 address inside
            block("2002::", 16),
            block("3fff::", 20));

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> KEPT_4.stream().noneMatch(block -> block.holds(four));
            case Inet6Address six -> GLOBAL_6.holds(six) && KEPT_6.stream().noneMatch(block -> block.holds(six));
            default -> false;
        };
    }

    private static Block block(String start, int bits) {
        try {
            // a literal: nothing is asked of a name server
            return new Block(InetAddress.getByName(start).getAddress(), bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(start, impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Block(byte[] start, int bits) {

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((start[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

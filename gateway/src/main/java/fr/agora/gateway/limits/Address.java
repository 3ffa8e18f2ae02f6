package fr.agora.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from; an IPv6 household is one address, since it may pick 2^64 of them. */
final class Address {

    private Address() {}

    static String of(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        if (remote == null || remote.isBlank()) {
            return "unknown";
        }
        return remote.indexOf(':') < 0 ? remote : network(remote);
    }

    private static String network(String remote) {
        try {
            // a literal address, so nothing is looked up
            InetAddress address = InetAddress.getByName(remote);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return remote;
        }
    }
}

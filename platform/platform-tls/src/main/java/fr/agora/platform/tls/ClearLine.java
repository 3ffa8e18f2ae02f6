package fr.agora.platform.tls;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address that would be spoken to in clear; one on this machine's own loopback is not heard by anybody else. */
final class ClearLine {

    private static final Pattern ADDRESS = Pattern.compile("([a-z+]+)://(\\[[^\\]]*]|[^:/\\s]+)[^,]*");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClearLine() {}

    /** @param addresses one, several with commas between, or none at all */
    static void refuse(String name, String addresses) {
        Matcher address = ADDRESS.matcher(addresses);
        while (address.find()) {
            boolean encrypted = address.group(1).equals("https");
            if (!encrypted && !LOOPBACK.contains(address.group(2))) {
                throw new IllegalArgumentException("Lines are to be encrypted, and the one to %s is in clear: %s"
                        .formatted(name, address.group()));
            }
        }
    }
}

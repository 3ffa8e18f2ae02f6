package fr.agora.projects.publicweb;

import fr.agora.projects.publicweb.FetchRefused.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An address somebody typed, checked before anything is asked of anybody. */
final class WebAddress {

    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /**
     * A name with a dot whose last part begins with a letter. Numbers are refused in whatever form (dotted, decimal,
     * octal, hexadecimal, IPv6): a forge has a name, and every trick with numbers ends here.
     */
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern INSIDE =
            Pattern.compile(".*\\.(localhost|local|internal|intranet|lan|home|corp|test)");

    private WebAddress() {}

    static URI check(URI address, Set<Integer> ports) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean wellFormed = address.toString().length() <= LONGEST
                && SCHEMES.contains(scheme)
                && address.getRawUserInfo() == null
                && host.length() <= 253
                && NAME.matcher(host).matches();
        if (!wellFormed) {
            throw new FetchRefused(Reason.ADDRESS, "not the address of a page");
        }
        if (INSIDE.matcher(host).matches()) {
            throw new FetchRefused(Reason.NOT_PUBLIC, "a name of inside networks");
        }
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        if (!ports.contains(port)) {
            throw new FetchRefused(Reason.ADDRESS, "a port of another service");
        }
        return withoutFragment(address);
    }

    static URI read(String typed, Set<Integer> ports) {
        try {
            return check(new URI(typed.strip()), ports);
        } catch (URISyntaxException odd) {
            throw new FetchRefused(Reason.ADDRESS, "not an address");
        }
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? address : URI.create(text.substring(0, fragment));
    }
}

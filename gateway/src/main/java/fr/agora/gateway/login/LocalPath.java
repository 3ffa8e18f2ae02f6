package fr.agora.gateway.login;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A place on this very site, safe to send a browser back to. */
record LocalPath(String value) {

    static final LocalPath HOME = new LocalPath("/");

    private static final int LONGEST = 2000;

    /** The path asked for, or the home page where it could lead anywhere else. */
    static LocalPath orHome(@Nullable String asked) {
        return asked != null && staysHere(asked) ? new LocalPath(asked) : HOME;
    }

    private static boolean staysHere(String asked) {
        if (asked.length() > LONGEST || !asked.startsWith("/") || asked.startsWith("//")) {
            return false;
        }
        // browsers read a backslash as a slash, and drop tabs and line ends before they look
        if (asked.chars().anyMatch(c -> c == '\\' || c <= ' ' || c == 0x7f)) {
            return false;
        }
        try {
            URI uri = new URI(asked);
            return uri.getScheme() == null && uri.getRawAuthority() == null && !loops(uri.getRawPath());
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean loops(String path) {
        return path.startsWith("//")
                || path.startsWith("/connexion")
                || path.startsWith("/deconnexion")
                || path.startsWith("/login/")
                || path.startsWith("/logout/")
                || path.startsWith("/auth/")
                || path.startsWith("/api/");
    }
}

package fr.agora.gateway.session;

import java.util.List;

/** The few paths that write sessions; Spring Session and Spring Security run there and nowhere else. */
public final class LoginPaths {

    /** Servlet patterns. */
    public static final List<String> PATTERNS =
            List.of("/connexion", "/login/oauth2/*", "/logout/connect/back-channel/*");

    private LoginPaths() {}
}

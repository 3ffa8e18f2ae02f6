package fr.agora.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** Tells the machine side of the site from its pages. */
final class Requests {

    private Requests() {}

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}

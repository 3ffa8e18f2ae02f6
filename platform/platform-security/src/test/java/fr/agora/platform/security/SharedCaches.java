package fr.agora.platform.security;

import org.springframework.mock.web.MockHttpServletResponse;

/** What a cache between a service and its readers would do with an answer. */
public final class SharedCaches {

    private SharedCaches() {}

    /** An answer that says nothing is kept by nobody either: the gateway forbids it. */
    public static boolean mayKeep(MockHttpServletResponse answer) {
        String said = answer.getHeader("Cache-Control");
        return said != null && !said.contains("private") && !said.contains("no-store");
    }
}

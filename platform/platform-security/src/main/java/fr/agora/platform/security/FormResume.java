package fr.agora.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a form whose session or form token is no longer good, without losing what was typed. */
@FunctionalInterface
public interface FormResume {

    /** @param loggedIn whether the sender has a valid session now, so that sending again is enough */
    void answer(HttpServletRequest request, HttpServletResponse response, boolean loggedIn) throws IOException;
}

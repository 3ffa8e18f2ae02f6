package fr.agora.gateway.session;

/** The session store does not answer: nobody can be recognised, and nobody is taken for someone else. */
public class SessionsUnavailable extends RuntimeException {

    SessionsUnavailable(Throwable cause) {
        super("The session store does not answer", cause);
    }
}

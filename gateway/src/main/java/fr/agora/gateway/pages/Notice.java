package fr.agora.gateway.pages;

/** Everything the gateway itself may have to tell someone instead of a service's answer. */
public enum Notice {
    NOT_FOUND(404, "not-found", 0),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", 0),
    MALFORMED_REQUEST(400, "malformed-request", 0),
    LOGIN_FAILED(400, "login-failed", 0),
    LOGIN_TOO_OLD(401, "login-too-old", 0),
    CROSS_SITE(403, "cross-site-request", 0),
    BODY_TOO_LARGE(413, "body-too-large", 0),
    TOO_MANY_REQUESTS(429, "too-many-requests", 1),
    UNEXPECTED(500, "unexpected", 0),
    NEIGHBOUR_BROKEN(502, "service-broken", 0),
    NEIGHBOUR_DOWN(503, "service-unavailable", 10),
    SESSIONS_DOWN(503, "sessions-unavailable", 10),
    NEIGHBOUR_SLOW(504, "service-slow", 10);

    private final int status;
    private final String code;
    private final int retryAfterSeconds;

    Notice(int status, String code, int retryAfterSeconds) {
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    /** Last part of {@code urn:agora:problem:<code>}, and key of the texts. */
    public String code() {
        return code;
    }

    /** Zero where trying again later would change nothing. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

package fr.agora.directory.scim;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that SCIM's words can refuse. */
final class ScimRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable String type;

    private ScimRefusal(HttpStatus status, @Nullable String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    static ScimRefusal invalid(String type, String detail) {
        return new ScimRefusal(HttpStatus.BAD_REQUEST, type, detail);
    }

    static ScimRefusal taken() {
        return new ScimRefusal(HttpStatus.CONFLICT, "uniqueness", "Somebody has this userName or this address already");
    }

    static ScimRefusal absent() {
        return new ScimRefusal(HttpStatus.NOT_FOUND, null, "There is no such user");
    }

    static ScimRefusal closed() {
        return new ScimRefusal(HttpStatus.SERVICE_UNAVAILABLE, null, "Accounts are not tended here");
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String type() {
        return type;
    }
}

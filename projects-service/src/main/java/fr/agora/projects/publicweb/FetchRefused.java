package fr.agora.projects.publicweb;

/** Why a file was not fetched; the reader gets the reason, never what the other side answered. */
public final class FetchRefused extends RuntimeException {

    /** What stood in the way. */
    public enum Reason {
        /** No address of a page: another scheme, an account in it, a number instead of a name, an odd port. */
        ADDRESS,
        /** The name leads to a machine that is not of the public internet. */
        NOT_PUBLIC,
        /** Nobody of that name, nobody listening, or a certificate that proves nothing. */
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        /** The other side answered, but not with the file. */
        ABSENT
    }

    private final Reason reason;

    FetchRefused(Reason reason, String said) {
        // without a stack trace: it is an answer, and nobody reads its stack
        super(reason + ": " + said, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

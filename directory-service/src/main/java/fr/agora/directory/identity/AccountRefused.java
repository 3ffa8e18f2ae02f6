package fr.agora.directory.identity;

/** The identity server takes no such account: a name or an address of a shape it does not know. */
public final class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccountRefused() {
        super("The identity server refuses such an account");
    }
}

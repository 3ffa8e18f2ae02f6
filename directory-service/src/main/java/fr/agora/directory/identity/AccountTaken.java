package fr.agora.directory.identity;

/** Somebody has this name or this address already. */
public final class AccountTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccountTaken() {
        super("The name or the address of an account is taken");
    }
}

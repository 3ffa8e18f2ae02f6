package fr.agora.projects.credit;

/** Where a credit stands. */
public enum CreditState {
    PROPOSED,
    /** The person wants to be named: the only one that is shown. */
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    boolean isOpen() {
        return this == PROPOSED || this == ACCEPTED;
    }
}

package fr.agora.directory.message;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conversation.
 *
 * @param accountId shown to nobody
 * @param name as the person showed themselves when they came in
 * @param memberId their profile, absent for an account without one
 */
record Party(String accountId, String name, @Nullable String memberId) {

    boolean is(String account) {
        return accountId.equals(account);
    }

    /** What stays of somebody who asked to be forgotten. */
    Party forgotten() {
        return new Party("", "", null);
    }

    @Override
    public String toString() {
        return "Party[" + accountId + "]";
    }
}

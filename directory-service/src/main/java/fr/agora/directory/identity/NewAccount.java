package fr.agora.directory.identity;

import org.jspecify.annotations.Nullable;

/** What an administration says of one of its people. Holds personal data: it is never logged. */
public record NewAccount(
        String userName,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean active) {

    /** Never the names: a record's own text would put them into logs. */
    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}

package fr.agora.directory.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.agora.directory.identity.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as its administration's program reads it; its address went in, and never comes out again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScimUser(List<String> schemas, String id, String userName, Name name, boolean active, Meta meta) {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Name(@Nullable String givenName, @Nullable String familyName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meta(String resourceType, @Nullable Instant created, String location) {}

    static ScimUser of(Account account) {
        return new ScimUser(
                List.of(SCHEMA),
                account.id(),
                account.userName(),
                new Name(account.givenName(), account.familyName()),
                account.active(),
                new Meta("User", account.created(), ScimApi.USERS + "/" + account.id()));
    }
}

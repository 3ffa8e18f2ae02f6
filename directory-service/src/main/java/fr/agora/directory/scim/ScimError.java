package fr.agora.directory.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What SCIM answers instead of a problem detail (RFC 7644, 3.12). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScimError(
        List<String> schemas, String status, @Nullable String scimType, String detail) {

    static ScimError of(HttpStatus status, @Nullable String type, String detail) {
        return new ScimError(
                List.of("urn:ietf:params:scim:api:messages:2.0:Error"), String.valueOf(status.value()), type, detail);
    }
}

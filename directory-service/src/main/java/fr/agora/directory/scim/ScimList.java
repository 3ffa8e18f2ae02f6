package fr.agora.directory.scim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One page of a list. */
record ScimList<T>(
        List<String> schemas,
        int totalResults,
        int startIndex,
        int itemsPerPage,
        @JsonProperty("Resources") List<T> resources) {

    static <T> ScimList<T> of(List<T> resources, int total, int startIndex) {
        return new ScimList<>(
                List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"),
                total,
                startIndex,
                resources.size(),
                resources);
    }
}

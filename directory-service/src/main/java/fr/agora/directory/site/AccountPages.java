package fr.agora.directory.site;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people tend their account at Keycloak: on this site, or on a host of the login's own. */
@Component
class AccountPages {

    private static final String PATH = "/auth/realms/agora/account";

    private final String address;

    AccountPages(
            @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") URI site,
            @Value("${agora.identity.url}") URI identity) {
        boolean here = identity.getHost().equalsIgnoreCase(site.getHost());
        this.address = (here ? "" : identity.toString().replaceAll("/+$", "")) + PATH;
    }

    String address() {
        return address;
    }
}

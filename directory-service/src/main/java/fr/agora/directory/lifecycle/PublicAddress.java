package fr.agora.directory.lifecycle;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes whole addresses of our paths, for what is read outside the pages: a feed, a card. */
@Component
public class PublicAddress {

    private final String site;

    PublicAddress(@Value("${AGORA_PUBLIC_URL:http://localhost:8080}") String site) {
        this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    }

    public String of(String path) {
        return site + path;
    }
}

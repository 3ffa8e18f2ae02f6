package fr.agora.platform.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * One kind of problem a client can meet; services implement it as an enum. Its texts are {@code <code>.title} and
 * {@code <code>.detail} in the bundles {@code problems} (of the service) or {@code platform-problems}.
 */
public interface ProblemType {

    String name();

    HttpStatus status();

    /** Stable, kebab-case: {@code DUPLICATE_SLUG} is {@code duplicate-slug}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of RFC 9457. */
    default URI type() {
        return URI.create("urn:agora:problem:" + code());
    }
}

package fr.agora.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who a page is shown to; services have one from platform-security, the gateway brings its own bean. */
@FunctionalInterface
public interface Visitors {

    Optional<Visitor> of(HttpServletRequest request);
}

package fr.agora.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * {@code GET /connexion?retour=/chemin}: on to Keycloak's page, remembering where to come back to; with
 * {@code encore=oui} Keycloak asks for everything, a second factor too, of those it remembers.
 */
final class LoginStart implements OAuth2AuthorizationRequestResolver {

    static final String RETURN_PATH = "agora.return-path";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    LoginStart(ClientRegistrationRepository registrations) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || !request.getRequestURI().equals("/connexion")) {
            return null;
        }
        if (LoginQuestion.isFor(request)) {
            return null;
        }
        LocalPath back;
        boolean again;
        try {
            back = LocalPath.orHome(request.getParameter("retour"));
            again = "oui".equals(request.getParameter("encore"));
        } catch (InvalidParameterException undecodable) {
            // no login: whoever answers instead stumbles too, and is caught where that is a wrong request
            return null;
        }
        request.getSession().setAttribute(RETURN_PATH, back.value());
        OAuth2AuthorizationRequest login = requests.resolve(request, Identity.REGISTRATION);
        return login == null || !again ? login : askingAgain(login);
    }

    private static OAuth2AuthorizationRequest askingAgain(OAuth2AuthorizationRequest login) {
        return OAuth2AuthorizationRequest.from(login)
                .additionalParameters(parameters -> parameters.put("prompt", "login"))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return resolve(request);
    }
}

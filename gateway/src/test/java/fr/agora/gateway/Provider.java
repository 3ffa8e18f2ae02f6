package fr.agora.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** An identity provider that signs what the tests tell it to. */
public final class Provider {

    private static final String GATEWAY = "agora-gateway";
    private static final int LAST = 10;
    /** Where nobody has to look for keys. */
    public static final String FOREIGN_KEYS = "/auth/mallory/keys";

    private static final String BASE = "/auth/realms/agora/protocol/openid-connect";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final RSAKey key = newKey();
    private final String publicUrl;
    private final String issuer;

    Provider(String publicUrl, String loginUrl) {
        this.publicUrl = publicUrl;
        issuer = loginUrl + "/auth/realms/agora";
        server.start();
        serveKeys();
    }

    private void serveKeys() {
        server.stubFor(get(urlPathEqualTo(BASE + "/certs"))
                .willReturn(okJson("{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}")));
        server.stubFor(get(urlPathEqualTo("/auth/realms/agora/account"))
                .willReturn(aResponse()
                        .withHeader("Content-Security-Policy", "frame-src 'self'")
                        .withBody("keycloak")));
        server.stubFor(post(urlPathEqualTo(BASE + "/logout"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", publicUrl + "/")
                        .withHeader("Set-Cookie", "KEYCLOAK_SESSION=; Max-Age=0")));
        server.stubFor(get(urlPathMatching("/auth/.*")).atPriority(LAST).willReturn(ok("keycloak")));
    }

    /** Whether it was asked for this, as the browser wrote it. */
    public boolean heard(String path) {
        return server.getAllServeEvents().stream()
                .anyMatch(event -> event.getRequest().getUrl().equals(path));
    }

    /** It answers this as the test says, before everything else. */
    public void answers(MappingBuilder answer) {
        server.stubFor(answer);
    }

    /** What it was asked for last. */
    public LoggedRequest received() {
        return server.getAllServeEvents().getFirst().getRequest();
    }

    public String uri() {
        return server.baseUrl();
    }

    /** The next code exchange answers with these tokens. */
    public void grants(String subject, String keycloakSession, String nonce, String accessToken, int seconds) {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .withRequestBody(containing("grant_type=authorization_code"))
                .withRequestBody(containing("code_verifier="))
                .willReturn(okJson(tokens(accessToken, seconds, "refresh-of-" + subject, """
                        ,"id_token":"%s\"""".formatted(
                                idToken(subject, keycloakSession, nonce, key))))));
    }

    public void grantsForgedIdToken(String subject, String nonce) {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .willReturn(okJson(
                        tokens("stolen", 300, "refresh", """
                        ,"id_token":"%s\"""".formatted(idToken(subject, "sid", nonce, newKey()))))));
    }

    /** Signed by a key that the token itself brings, and names the place of. */
    public void grantsIdTokenOfItsOwnKey(String subject, String nonce) {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .willReturn(okJson(tokens("stolen", 300, "refresh", """
                        ,"id_token":"%s\"""".formatted(
                                ofItsOwnKey(idClaims(subject, "sid", nonce), "JWT"))))));
    }

    public void grantsIdTokenFor(String audience, String nonce) {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .willReturn(okJson(tokens("lent", 300, "refresh", """
                        ,"id_token":"%s\"""".formatted(
                                signed(idClaims("mallory", "sid", nonce), audience, "JWT", key))))));
    }

    public void renewsWith(String accessToken, int seconds) {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .withRequestBody(containing("grant_type=refresh_token"))
                .willReturn(okJson(tokens(accessToken, seconds, "refresh-again", ""))));
    }

    public void refusesRenewal() {
        server.stubFor(post(urlPathEqualTo(BASE + "/token"))
                .withRequestBody(containing("grant_type=refresh_token"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));
    }

    private static String tokens(String access, int seconds, String refresh, String more) {
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s"%s}""".formatted(access, seconds, refresh, more);
    }

    private String idToken(String subject, String keycloakSession, String nonce, RSAKey signer) {
        return signed(idClaims(subject, keycloakSession, nonce), GATEWAY, "JWT", signer);
    }

    /** As a browser or a log might have leaked it. */
    public String idToken(String subject, String keycloakSession) {
        return idToken(subject, keycloakSession, "a-nonce", key);
    }

    private static JWTClaimsSet idClaims(String subject, String keycloakSession, String nonce) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("nonce", nonce)
                .claim("sid", keycloakSession)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    public String logoutToken(String subject, String keycloakSession) {
        return signed(logoutClaims(subject, keycloakSession), GATEWAY, "logout+jwt", key);
    }

    public String logoutTokenOfItsOwnKey(String subject, String keycloakSession) {
        return ofItsOwnKey(logoutClaims(subject, keycloakSession), "logout+jwt");
    }

    private static JWTClaimsSet logoutClaims(String subject, String keycloakSession) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("sid", keycloakSession)
                .jwtID("logout-" + keycloakSession)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .build();
    }

    private String ofItsOwnKey(JWTClaimsSet claims, String type) {
        RSAKey own = newKey();
        server.stubFor(get(urlPathEqualTo(FOREIGN_KEYS))
                .willReturn(okJson("{\"keys\":[" + own.toPublicJWK().toJSONString() + "]}")));
        URI place = URI.create(uri() + FOREIGN_KEYS);
        return signed(
                claims,
                GATEWAY,
                header("mallory", type)
                        .jwkURL(place)
                        .x509CertURL(place)
                        .jwk(own.toPublicJWK())
                        .build(),
                own);
    }

    private static JWSHeader.Builder header(String keyId, String type) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).type(new JOSEObjectType(type));
    }

    private String signed(JWTClaimsSet claims, String audience, String type, RSAKey signer) {
        return signed(claims, audience, header(key.getKeyID(), type).build(), signer);
    }

    private String signed(JWTClaimsSet claims, String audience, JWSHeader header, RSAKey signer) {
        try {
            JWTClaimsSet complete = new JWTClaimsSet.Builder(claims)
                    .issuer(issuer)
                    .audience(audience)
                    .issueTime(Date.from(Instant.now()))
                    .build();
            SignedJWT jwt = new SignedJWT(header, complete);
            jwt.sign(new RSASSASigner(signer));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("provider").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ends the provider; the gateway has to live with it. */
    public void stop() {
        server.stop();
    }
}

package fr.agora.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.TlsDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** The line on which the keys of tokens are read: whoever could bend it could make tokens. */
class EncryptedKeysTests {

    private static final String ISSUER = "https://agora.exemple/auth/realms/agora";

    private final Authority authority = new Authority("the deployment");
    private final Authority another = new Authority("somebody else");
    private RSAKey key;
    private HttpServer keycloak;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        byte[] keys = ("{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}").getBytes(StandardCharsets.UTF_8);
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        keycloak.createContext("/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    private JwtDecoder decoder(TlsDoor door) {
        return new ResourceServerDefaults()
                .jwtDecoder(
                        new SecuritySettings(
                                ISSUER,
                                URI.create("https://localhost:" + door.port() + "/certs"),
                                "agora-api",
                                "false"),
                        authority.lines(authority.certify("a-service", "elsewhere")));
    }

    private TlsDoor door(Authority by, String host) {
        return TlsDoor.before(keycloak.getAddress().getPort(), by.context(by.certify("keycloak", host)));
    }

    private String token() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("agora-api")
                        .subject("amina")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void theKeysOfTokensAreReadOverAnEncryptedLine() throws JOSEException {
        try (TlsDoor door = door(authority, "localhost")) {
            assertThat(decoder(door).decode(token()).getSubject()).isEqualTo("amina");
            assertThat(door.entered()).containsExactly("CN=a-service");
        }
    }

    @Test
    void keysShownByAnotherAuthorityOrAnotherHostOpenNothing() {
        try (TlsDoor ofAnotherAuthority = door(another, "localhost");
                TlsDoor ofAnotherHost = door(authority, "other-host")) {
            assertThatThrownBy(() -> decoder(ofAnotherAuthority).decode(token()))
                    .isInstanceOf(JwtException.class)
                    .hasStackTraceContaining("unable to find valid certification path");
            assertThatThrownBy(() -> decoder(ofAnotherHost).decode(token()))
                    .isInstanceOf(JwtException.class)
                    .hasStackTraceContaining("No subject alternative DNS name matching localhost");
        }
    }
}

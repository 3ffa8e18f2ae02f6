package fr.agora.platform.security;

import static com.sun.net.httpserver.HttpServer.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.agora.platform.tls.InsideLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** The keys of tokens come from the one address of the settings, whatever a token says of its own. */
class KeyPlaceTests {

    private static final String ISSUER = "http://localhost:8080/auth/realms/agora";

    private final RSAKey keycloaks = key("keycloak");
    private final RSAKey mallorys = key("mallory");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private JwtDecoder decoder;

    @BeforeEach
    void open() throws IOException {
        server = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/certs", keycloaks);
        serve("/mallory", mallorys);
        server.start();
        decoder = new ResourceServerDefaults()
                .jwtDecoder(new SecuritySettings(ISSUER, at("/certs"), "agora-api", "false"), InsideLines.inClear());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aTokenOfTheOnePlaceIsTaken() throws JOSEException {
        assertThat(decoder.decode(signed(header("keycloak").build(), keycloaks)).getSubject())
                .isEqualTo("mallory");
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTokenThatNamesAPlaceForItsOwnKeyIsRefusedAndNobodyGoesThere(Naming place) throws JOSEException {
        String token =
                signed(place.in(header("mallory"), at("/mallory"), mallorys).build(), mallorys);

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
        assertThat(asked).containsOnly("/certs");
    }

    static Stream<Naming> places() {
        return Stream.of(
                (header, place, key) -> header.jwkURL(place),
                (header, place, key) -> header.x509CertURL(place),
                (header, place, key) -> header.jwk(key.toPublicJWK()),
                (header, place, key) -> header.keyID(place.toString()),
                (header, place, key) -> header.keyID("../../mallory"),
                // the right name over the wrong key
                (header, place, key) -> header.keyID("keycloak").jwkURL(place).jwk(key.toPublicJWK()));
    }

    /** A way of saying in a token's header where its key is. */
    @FunctionalInterface
    interface Naming {
        JWSHeader.Builder in(JWSHeader.Builder header, URI place, RSAKey key);
    }

    private void serve(String path, RSAKey key) {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static JWSHeader.Builder header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId);
    }

    private static String signed(JWSHeader header, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("agora-api")
                        .subject("mallory")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

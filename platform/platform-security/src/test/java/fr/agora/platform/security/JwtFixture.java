package fr.agora.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Really signed tokens for tests: {@code JwtFixture.member("nora").of("dinum").with(Role.RECRUITER).bearer()}. */
public record JwtFixture(
        String accountId,
        @Nullable String organization,
        List<Role> roles,
        Instant expiry,
        @Nullable String email,
        @Nullable String provisions,
        Map<String, Object> login) {

    public static final String ISSUER = "http://localhost:8080/auth/realms/agora";
    private static final RSAKey KEY = generate();

    public JwtFixture(String accountId, @Nullable String organization, List<Role> roles, Instant expiry) {
        this(accountId, organization, roles, expiry, null, null, Map.of());
    }

    /** An account with the role every agent has. */
    public static JwtFixture member(String accountId) {
        return new JwtFixture(
                accountId, null, List.of(Role.MEMBER), Instant.now().plusSeconds(600));
    }

    /** A program that tends the accounts of an organisation. */
    public static JwtFixture provisioner(String organization) {
        return new JwtFixture(
                "programme-" + organization,
                null,
                List.of(),
                Instant.now().plusSeconds(600),
                null,
                organization,
                Map.of());
    }

    public JwtFixture of(String organization) {
        return new JwtFixture(accountId, organization, roles, expiry, email, provisions, login);
    }

    public JwtFixture with(Role... more) {
        List<Role> all = new java.util.ArrayList<>(roles);
        all.addAll(Arrays.asList(more));
        return new JwtFixture(accountId, organization, all, expiry, email, provisions, login);
    }

    /** With the address the identity server knows, as the directory alone reads it. */
    public JwtFixture reachedAt(String address) {
        return new JwtFixture(accountId, organization, roles, expiry, address, provisions, login);
    }

    /** After a login with a one-time code. */
    public JwtFixture withASecondFactor() {
        return saying("amr", List.of("otp"));
    }

    /** What the token says of the login beside the account. */
    public JwtFixture saying(String claim, Object value) {
        Map<String, Object> more = new HashMap<>(login);
        more.put(claim, value);
        return new JwtFixture(accountId, organization, roles, expiry, email, provisions, more);
    }

    public JwtFixture expired() {
        return new JwtFixture(
                accountId, organization, roles, Instant.now().minusSeconds(3600), email, provisions, login);
    }

    public String token() {
        return token(KEY, "agora-api");
    }

    /** Made by the same server for somebody else. */
    public String tokenFor(String audience) {
        return token(KEY, audience);
    }

    /** Signed by somebody else's key. */
    public String forgedToken() {
        return token(generate(), "agora-api");
    }

    /** The value of the {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    private String token(RSAKey key, String audience) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(accountId)
                .claim("name", "Nom de " + accountId)
                .claim("roles", roles.stream().map(Role::claim).toList())
                .issueTime(Date.from(Instant.now().minusSeconds(5)))
                .expirationTime(Date.from(expiry));
        if (organization != null) {
            claims.claim("organization", organization);
        }
        if (email != null) {
            claims.claim("email", email).claim("email_verified", true);
        }
        if (provisions != null) {
            claims.claim("provisions", provisions);
        }
        login.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Import into a test's context: the decoder then trusts this fixture's key, with the real validations. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Trusted {

        @Bean
        JwtDecoder jwtDecoder() throws JOSEException {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
            decoder.setJwtValidator(ResourceServerDefaults.validity(ISSUER, "agora-api"));
            return decoder;
        }
    }
}

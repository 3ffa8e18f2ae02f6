package fr.agora.gateway.keycloak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's way through the gateway to the pages of their account, as a browser without scripts goes it. */
final class Visit {

    static final String SITE = "https://agora.exemple";

    private static final String REALM = "/auth/realms/agora";
    private static final String PAGES = SITE + REALM + "/account/";
    private static final String PROOF = "a-proof-of-forty-three-characters-or-more-than-that";
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Answer before;
    private String code = "";

    Visit(Platform through) {
        asks(through, "");
    }

    /** Asks to be let in to the pages of the account. */
    Visit asks(Platform through, String more) {
        return goes(
                through,
                REALM + "/protocol/openid-connect/auth?client_id=account-console&response_type=code&scope=openid"
                        + "&code_challenge_method=S256&code_challenge=" + challenge() + "&redirect_uri="
                        + encoded(PAGES) + more);
    }

    Visit types(Platform through, String name, String password) {
        Matcher form = FORM.matcher(before.body());
        assertThat(form.find()).as(before.body()).isTrue();
        before = sends(
                through,
                "POST",
                form.group(1).replace("&amp;", "&"),
                "username=" + name + "&password=" + password,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                SITE);
        return arrives(through);
    }

    boolean isAskedForThePassword() {
        return before.body().contains(" name=\"password\"");
    }

    List<String> cookies() {
        return List.copyOf(cookies.keySet());
    }

    JsonNode tokens(Platform through) {
        assertThat(code).as("nobody came in: %s", before.body()).isNotEmpty();
        return token(
                through,
                "grant_type=authorization_code&code=" + code + "&code_verifier=" + PROOF + "&redirect_uri="
                        + encoded(PAGES));
    }

    JsonNode renews(Platform through, JsonNode tokens) {
        return token(
                through,
                "grant_type=refresh_token&refresh_token="
                        + tokens.path("refresh_token").asString());
    }

    private JsonNode token(Platform through, String form) {
        return JsonMapper.shared()
                .readTree(sends(
                                through,
                                "POST",
                                REALM + "/protocol/openid-connect/token",
                                form + "&client_id=account-console",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Origin",
                                SITE)
                        .body());
    }

    /** The sessions that are not this one. */
    List<String> otherSessions(Platform through, JsonNode tokens) {
        return JsonMapper.shared()
                .readTree(account(through, "GET", "/account/sessions/devices", tokens)
                        .body())
                .findValues("sessions")
                .stream()
                .flatMap(JsonNode::valueStream)
                .filter(session -> !session.path("current").asBoolean(false))
                .map(session -> session.path("id").asString())
                .toList();
    }

    int ends(Platform through, JsonNode tokens, String session) {
        return account(through, "DELETE", "/account/sessions/" + session, tokens)
                .status();
    }

    private Answer account(Platform through, String method, String path, JsonNode tokens) {
        return sends(
                through,
                method,
                REALM + path,
                "",
                "Authorization",
                "Bearer " + tokens.path("access_token").asString(),
                "Accept",
                "application/json",
                "Content-Type",
                "application/json");
    }

    /** When the person of these tokens last proved who they are, in seconds. */
    static long loggedIn(JsonNode tokens) {
        String claims = tokens.path("access_token").asString().split("\\.")[1];
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .path("auth_time")
                .asLong(0);
    }

    /** Keycloak counts whole seconds: within that of the login no login is older than none. */
    static void letTheSecondPass(JsonNode tokens) {
        while (Instant.now().getEpochSecond() <= loggedIn(tokens)) {
            Thread.onSpinWait();
        }
    }

    private Visit goes(Platform through, String address) {
        before = sends(through, "GET", address, "");
        return arrives(through);
    }

    private Visit arrives(Platform through) {
        code = "";
        while (before.status() / 100 == 3) {
            String next = before.header("Location");
            Matcher brought = CODE.matcher(next);
            if (next.startsWith(PAGES) && brought.find()) {
                code = brought.group(1);
                return this;
            }
            before = sends(through, "GET", next, "");
        }
        return this;
    }

    private Answer sends(Platform through, String method, String address, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.addAll(List.of(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }
        URI asked = URI.create(address.startsWith(SITE) ? address.substring(SITE.length()) : address);
        Answer answer = through.send(
                method,
                asked.toString(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                all.toArray(String[]::new));
        answer.headers("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String set) {
        String[] cookie = set.split(";")[0].split("=", 2);
        boolean isBound = Stream.of("; Path=/;", "; Secure").allMatch(set::contains) && !set.contains("Domain");
        assertThat(!cookie[0].startsWith("__Host-") || isBound)
                .as("a browser would refuse %s", set)
                .isTrue();
        if (cookie[1].isEmpty() || set.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(PROOF.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

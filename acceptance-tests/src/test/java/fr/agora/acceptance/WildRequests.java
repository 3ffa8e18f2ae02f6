package fr.agora.acceptance;

import fr.agora.acceptance.Described.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Requests nobody meant to send: each is made from its number and the seed alone, so that it can be sent again. */
final class WildRequests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern LEGAL = Pattern.compile("[^\\[\\]{}|]*");
    private static final List<String> PAGES = List.of(
            "/",
            "/recherche",
            "/recherche/flux.atom",
            "/recherche/carte",
            "/recherche/proches/offer/{id}",
            "/alertes",
            "/annuaire",
            "/annuaire/membres/{id}",
            "/annuaire/pairs",
            "/annuaire/organismes",
            "/annuaire/organismes/{id}",
            "/annuaire/importer",
            "/moi",
            "/contact-donnees",
            "/contact-donnees/{id}",
            "/couverture/{id}",
            "/reseaux/{id}",
            "/messages",
            "/messages/{id}",
            "/cas-usage",
            "/cas-usage/{id}",
            "/cas-usage/{id}/publiccode.yml",
            "/briques",
            "/briques/{id}",
            "/themes/{id}",
            "/donnees-reference/{id}",
            "/reutilisations",
            "/trophees",
            "/financement",
            "/accompagnement",
            "/offres",
            "/offres/{id}",
            "/offres/flux.atom",
            "/connexion",
            "/aide/api");
    private static final List<String> PARAMETERS = List.of(
            "q",
            "size",
            "cursor",
            "page",
            "kind",
            "sort",
            "near",
            "within",
            "organisme",
            "commune",
            "theme",
            "langue",
            "retour",
            "fait",
            "vue",
            "sous",
            "territory",
            "remoteDays",
            "skill");
    private static final List<String> SEGMENTS = List.of(
            "%00",
            "%zz",
            "%ff",
            "%c0%af",
            "..%2f..%2fetc",
            "..;/",
            ".",
            "%2e%2e",
            "a;jsessionid=1",
            "%E2%80%AE",
            "a%20b",
            "a+b",
            "x".repeat(3_000),
            "%F0%9F%9A%80",
            "-",
            "null",
            "undefined",
            "0",
            "[a]",
            "{a}",
            "a|b",
            "%0d%0aX:%20y");
    private static final List<String> RAW = List.of(
            "%00",
            "%zz",
            "%ff%fe",
            "%c0%af",
            "a&&&=&=b",
            "%F0%9F%9A%80",
            "[]",
            "{}",
            "a|b",
            "%0d%0a",
            "%ED%A0%80",
            "%u0041",
            "x".repeat(6_000),
            "-1",
            "0",
            "101",
            "1e3",
            "%2B5",
            "2147483648",
            "9".repeat(30),
            "true",
            "NaN");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "text/xml",
            "application/yaml",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "b".repeat(300),
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-99",
            "application/json; charset=utf-16",
            "application/merge-patch+json",
            "///",
            "application/json, application/json",
            "*/*",
            "",
            "application/cbor",
            "application/x-ndjson",
            "text/csv",
            "application/octet-stream");
    private static final List<String> BODIES = List.of(
            "{",
            "{\"a\":",
            "[",
            "]",
            "nul",
            "\uFEFF{}",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "/* */{}",
            "{\"a\":1e999999999}",
            "{\"a\":-1e-999999999}",
            "\"",
            "\u0000",
            "{'a':1}",
            "[,]",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\x\"}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
            "a;b\n\"1;2\n",
            "BEGIN:VCARD\nVERSION:4.0\nFN:\n",
            "--b\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"../x\"\r\n\r\n",
            "PK\u0003\u0004",
            "GIF89a<?php");
    private static final List<List<String>> HEADERS = List.of(
            List.of("Accept: ;;;"),
            List.of("Accept: image/png"),
            List.of("Accept: */*;q=9", "Accept: text/html;q=x"),
            List.of("Accept: " + "a/b,".repeat(1_500)),
            List.of("Accept-Language: " + "xx-yy,".repeat(900)),
            List.of("Accept-Language: ;q=,,"),
            List.of("Accept-Charset: x"),
            List.of("Accept-Encoding: gzip;q=nan, br"),
            List.of("Authorization: Basic x", "Authorization: Bearer y"),
            List.of("Authorization: Bearer"),
            List.of("Authorization: Bearer " + "a.".repeat(3_000)),
            List.of("Cookie: " + "a=b;".repeat(2_000)),
            List.of("Cookie: =;;\u0001"),
            List.of("Range: bytes=9-1,-,0-"),
            List.of("If-None-Match: \""),
            List.of("If-Modified-Since: never"),
            List.of("If-Match: W/"),
            List.of("traceparent: 00-zz-zz-zz"),
            List.of(
                    "X-Forwarded-For: ::::",
                    "X-Forwarded-Host: a b",
                    "X-Forwarded-Proto: gopher",
                    "X-Forwarded-Port: x"),
            List.of("Forwarded: for=\"[::"),
            List.of("X-HTTP-Method-Override: DELETE"),
            List.of("HX-Request: true"),
            List.of("Origin: null"),
            List.of("Origin: http://ailleurs.exemple"),
            List.of("Referer: \u0080"),
            List.of("X-Agora-Csrf: a", "X-Agora-Csrf: b"),
            List.of("Expect: 200-maybe"),
            List.of("Upgrade: h2c"),
            List.of("Content-Encoding: gzip"),
            List.of("X-Long: " + "y".repeat(20_000)),
            List.of("Sec-Fetch-Site: ailleurs"),
            List.of("Access-Control-Request-Method: PUT", "Origin: http://x"),
            List.of("bad header"),
            List.of(": empty"));

    private final Described described;
    private final List<String> accounts;
    private final long seed;

    WildRequests(Described described, List<String> accounts, long seed) {
        this.described = described;
        this.accounts = accounts;
        this.seed = seed;
    }

    /**
     * One request; its account is empty for a visitor.
     *
     * @param endsHere its body says it is longer than it is, and then nothing more comes
     * @param readable its head is proper HTTP, so that an answer is owed
     */
    record Wild(
            int number,
            String account,
            String method,
            String target,
            List<String> headers,
            byte @Nullable [] body,
            boolean endsHere,
            boolean readable,
            String about) {

        boolean isApi() {
            return target.startsWith("/api/");
        }

        byte[] bytes(int port, @Nullable String token) {
            StringBuilder head =
                    new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
            if (token != null && headers.stream().noneMatch(header -> header.startsWith("Authorization"))) {
                head.append("Authorization: Bearer ").append(token).append("\r\n");
            }
            head.append("Connection: close\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            byte[] sent = body == null ? new byte[0] : body;
            if (body != null) {
                head.append("Content-Length: ")
                        .append(sent.length + (endsHere ? 100 : 0))
                        .append("\r\n");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(sent);
            return bytes.toByteArray();
        }
    }

    Wild number(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextLong();
        boolean page = random.nextInt(100) < 15;
        Operation operation = page
                ? page(random)
                : described
                        .operations()
                        .get(random.nextInt(described.operations().size()));
        WildValues values = new WildValues(random, described.ids(operation.path()));
        String account = accounts.get(random.nextInt(accounts.size()));
        Draft draft = new Draft(operation, values, random);
        draft.account = account;
        int twists = 1 + random.nextInt(2);
        for (int i = 0; i < twists; i++) {
            draft.twist(random.nextInt(13));
        }
        return draft.finished(number);
    }

    private static Operation page(Random random) {
        String method = random.nextInt(6) == 0 ? "POST" : "GET";
        return new Operation(
                method,
                PAGES.get(random.nextInt(PAGES.size())),
                MissingNode.getInstance(),
                MissingNode.getInstance(),
                MissingNode.getInstance());
    }

    private static final class Draft {

        private final Operation operation;
        private final WildValues values;
        private final Random random;
        private final List<String> headers = new ArrayList<>();
        private final List<String> about = new ArrayList<>();
        private String account = "";
        private String method;
        private String path;
        private String query;
        private String type = "application/json";
        private byte @Nullable [] body;
        private boolean endsHere;
        private boolean readable = true;

        Draft(Operation operation, WildValues values, Random random) {
            this.operation = operation;
            this.values = values;
            this.random = random;
            method = operation.method();
            path = VARIABLE.matcher(operation.path())
                    .replaceAll(ignored -> Matcher.quoteReplacement(encoded(values.text(MissingNode.getInstance()))));
            query = query(5);
            if (!method.equals("GET") && !method.equals("DELETE")) {
                body = body(10);
            }
        }

        private String query(int wildness) {
            List<String> pairs = new ArrayList<>();
            for (JsonNode parameter : operation.parameters("query")) {
                if (parameter.path("required").asBoolean(false) || random.nextInt(3) == 0) {
                    JsonNode value = values.value(operation, parameter.path("schema"), wildness, 5);
                    pairs.add(parameter.path("name").asString("") + "=" + encoded(value.asString("")));
                }
            }
            if (operation.parameters().isMissingNode() && random.nextBoolean()) {
                pairs.add(values.one(PARAMETERS) + "=" + encoded(values.oddText()));
            }
            return String.join("&", pairs);
        }

        private byte[] body(int wildness) {
            if (operation.body().size() > 0) {
                type = operation.body().propertyNames().iterator().next();
                JsonNode schema = operation.body().path(type).path("schema");
                JsonNode value = values.value(operation, schema, wildness, 0);
                String text = value.isString() && !type.contains("json") ? value.asString() : value.toString();
                return text.getBytes(StandardCharsets.UTF_8);
            }
            type = operation.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
            return (type.endsWith("json") ? "{}" : "a=b&_csrf=x").getBytes(StandardCharsets.UTF_8);
        }

        void twist(int which) {
            switch (which) {
                case 0 -> said("as described");
                case 1 -> rewritten("values of another type", 50);
                case 2 -> rewritten("no value as described", 100);
                case 3 -> sent("huge", ("{\"q\":\"" + "é".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8));
                case 4 -> nested();
                case 5 -> sent("broken body", values.one(BODIES).getBytes(StandardCharsets.UTF_8));
                case 6 -> type = told("media type", values.one(TYPES));
                case 7 -> header();
                case 8 -> queried();
                case 9 -> segment();
                case 10 ->
                    method = told(
                            "method",
                            values.one(List.of("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "POST", "FOO", "get")));
                case 11 -> cut();
                default -> compressed();
            }
        }

        private void said(String what) {
            about.add(what);
        }

        private String told(String what, String value) {
            said(what + " " + (value.length() > 60 ? value.substring(0, 60) + "…" : value));
            return value;
        }

        private void rewritten(String what, int wildness) {
            said(what);
            query = query(wildness);
            if (body != null) {
                body = body(wildness);
            }
        }

        private void sent(String what, byte[] bytes) {
            said(what);
            if (body != null) {
                body = bytes;
            }
        }

        private void nested() {
            int depth = 5_000;
            String open = random.nextBoolean() ? "[" : "{\"a\":";
            sent(
                    "nested",
                    (open.repeat(depth) + (open.equals("[") ? "]" : "1" + "}".repeat(depth)))
                            .getBytes(StandardCharsets.UTF_8));
        }

        private void header() {
            List<String> odd = values.one(HEADERS);
            told("header", odd.getFirst());
            headers.addAll(odd);
            readable = odd.stream().allMatch(each -> each.indexOf(':') > 0 && each.length() < 8_000);
        }

        private void queried() {
            String pair = values.one(PARAMETERS) + "=" + values.one(RAW);
            told("query", pair);
            query = query.isEmpty() ? pair : query + "&" + pair + "&" + query;
        }

        private void segment() {
            String odd = told("segment", values.one(SEGMENTS));
            int slash = path.lastIndexOf('/');
            path = random.nextBoolean() ? path + "/" + odd : path.substring(0, slash + 1) + odd;
        }

        private void cut() {
            said("cut short");
            if (body != null) {
                endsHere = true;
            }
        }

        private void compressed() {
            if (body == null) {
                return;
            }
            said("compressed");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(new byte[random.nextInt(4) == 0 ? 20_000_000 : 1_000]);
            } catch (java.io.IOException inMemory) {
                throw new java.io.UncheckedIOException(inMemory);
            }
            body = bytes.toByteArray();
            headers.add("Content-Encoding: gzip");
        }

        Wild finished(int number) {
            if (body != null && !type.isEmpty()) {
                headers.add("Content-Type: " + type);
            }
            String target = query.isEmpty() ? path : path + "?" + query;
            return new Wild(
                    number,
                    account,
                    method,
                    target.isEmpty() ? "/" : target,
                    List.copyOf(headers),
                    body,
                    endsHere,
                    readable
                            && method.chars().allMatch(Character::isUpperCase)
                            && LEGAL.matcher(target).matches(),
                    operation.method() + " " + operation.path() + " (" + String.join(", ", about) + ")");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

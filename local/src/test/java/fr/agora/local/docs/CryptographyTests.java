package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sources of all modules ask the JDK's cryptography for. */
class CryptographyTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".agora");
    private static final Set<String> APPROVED = Set.of(
            "SHA-256",
            "SHA-384",
            "SHA-512",
            "HmacSHA256",
            "HmacSHA384",
            "HmacSHA512",
            "AES/GCM/NoPadding",
            "TLS",
            "EC");

    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:MessageDigest|Mac|Cipher|Signature|SecretKeyFactory|KeyGenerator|KeyPairGenerator|KeyFactory|KeyAgreement|SSLContext"
                    + "|SecureRandom)\\s*\\.\\s*getInstance\\(\\s*(\"?)([\\w./-]+)\"?|new SecretKeySpec\\([^;]*,\\s*(\"?)([\\w/-]+)\"?\\)");
    private static final Pattern BY_ANOTHER_NAME = Pattern.compile(
            "\\b(?:DigestUtils|Hashing|Hashes)\\b|\\bmd5\\w*\\(|\\bsha1\\w*\\(|createH(?:ash|mac)\\('(?!sha256'|sha512')");
    private static final Pattern UNCHECKED = Pattern.compile(
            "TrustManager|TrustStrategy|HostnameVerifier|sslContext\\(|SSLContext|setSslParameters|sslParameters\\("
                    + "|TlsSocketStrategy|verify_ssl|rejectUnauthorized|disableHostnameVerification|TrustAll|SslBundle");

    private static final String CHAIN_HASH =
            "platform/platform-audit/src/main/java/fr/agora/platform/audit/ChainHash.java";

    private static final Map<String, String> sources = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Files.walkFileTree(CHECKOUT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().matches(".*\\.(java|m?js)") && !file.endsWith("CryptographyTests.java")) {
                    sources.put(CHECKOUT.relativize(file).toString(), Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void onlyApprovedAlgorithmsAreNamed() {
        Set<String> named = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        sources.forEach((file, source) -> ASKED.matcher(source).results().forEach(asked -> {
            boolean key = asked.group(2) == null;
            boolean literal = !asked.group(key ? 3 : 1).isEmpty();
            String word = asked.group(key ? 4 : 2);
            String algorithm = literal ? word : constant(word, source);
            named.add(algorithm);
            if (!APPROVED.contains(algorithm)) {
                others.add(algorithm + " in " + file);
            }
        }));

        assertThat(named).contains("SHA-256", "HmacSHA256");
        assertThat(others)
                .containsExactly(
                        // one-time codes as every telephone makes them (RFC 6238): tests type one in, no module makes
                        // or checks any
                        "HmacSHA1 in acceptance-tests/src/test/java/fr/agora/acceptance/OneTimeCode.java",
                        "HmacSHA1 in local/src/test/java/fr/agora/local/identity/OneTimeCode.java",
                        // chosen among the names below, or kept beside a key that was made under one of those above
                        "algorithm in " + CHAIN_HASH,
                        "key.getAlgorithm in search-service/src/main/java/fr/agora/search/query/CursorSeal.java");
        assertThat(Pattern.compile("\\(\"(SHA[\\w-]*)\"\\)")
                        .matcher(sources.get(CHAIN_HASH))
                        .results())
                .extracting(name -> name.group(1))
                .containsExactlyInAnyOrder("SHA-256", "SHA3-256");
    }

    @Test
    void noHashHasAnotherWayIn() {
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(matches(BY_ANOTHER_NAME, "src/")).isEmpty();
    }

    /** The JDK's and the client's own rules hold where nothing replaces them. */
    @Test
    void noProgramTurnsTheCheckOfCertificatesOff() {
        assertThat(sources.keySet()).anyMatch(file -> file.endsWith("/NeighbourClient.java"));
        assertThat(matches(UNCHECKED, "src/main/"))
                .as("they replace the JDK's authorities by the deployment's, and EncryptedLinesTests hold them to it")
                .containsExactly(
                        "SSLContext in platform/platform-tls/src/main/java/fr/agora/platform/tls/InsideLines.java",
                        "SslBundle in platform/platform-tls/src/main/java/fr/agora/platform/tls/TlsAutoConfiguration.java",
                        "TlsSocketStrategy in gateway/src/main/java/fr/agora/gateway/routing/NeighbourClient.java",
                        "TrustManager in platform/platform-tls/src/main/java/fr/agora/platform/tls/LiveManagers.java",
                        "TrustManager in platform/platform-tls/src/main/java/fr/agora/platform/tls/LiveTrust.java");
    }

    private static Set<String> matches(Pattern pattern, String under) {
        Set<String> found = new TreeSet<>();
        sources.forEach((file, source) -> {
            Matcher match = pattern.matcher(source);
            if (file.contains(under) && match.find()) {
                found.add(match.group() + " in " + file);
            }
        });
        return found;
    }

    /** The text of a constant of the same file; its name where there is none, which is no algorithm. */
    private static String constant(String name, String source) {
        Matcher value = Pattern.compile("\\b" + Pattern.quote(name) + " =\\s*\"([^\"]+)\"")
                .matcher(source);
        return value.find() ? value.group(1) : name;
    }
}

package fr.agora.acceptance;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits an authenticator shows (RFC 6238). */
final class OneTimeCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD = 30;
    private static final int TO_TYPE_IT = 10;

    private OneTimeCode() {}

    /** What the authenticator shows now, with time left to type it. */
    static String now(String secret) {
        await().atMost(Duration.ofSeconds(PERIOD))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Instant.now().getEpochSecond() % PERIOD < PERIOD - TO_TYPE_IT);
        return of(secret, Instant.now());
    }

    /** What it shows next. */
    static String next(String secret) {
        return of(secret, Instant.now().plusSeconds(PERIOD));
    }

    /** Once what it showed then is gone. */
    static void awaitAnother(String secret, String shown) {
        await().atMost(Duration.ofSeconds(2 * PERIOD))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !of(secret, Instant.now()).equals(shown));
    }

    /** @param secret in Base32, as a person would type it, spaces and all */
    private static String of(String secret, Instant when) {
        byte[] counter =
                ByteBuffer.allocate(8).putLong(when.getEpochSecond() / PERIOD).array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(counter);
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String secret) {
        String letters = secret.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            held = held << 5 | BASE32.indexOf(letters.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}

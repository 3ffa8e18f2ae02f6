package fr.agora.local.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits a telephone shows (RFC 6238), of a secret as Keycloak keeps it. */
final class OneTimeCode {

    private static final int PERIOD = 30;
    private static final int TO_SEND_IT = 5;

    private OneTimeCode() {}

    /** With time left to send it; another than the one shown before, which opens nothing more. */
    static String after(String shown, String secret) {
        while (Instant.now().getEpochSecond() % PERIOD > PERIOD - TO_SEND_IT
                || now(secret).equals(shown)) {
            Thread.onSpinWait();
        }
        return now(secret);
    }

    private static String now(String secret) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / PERIOD)
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(counter);
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                            .getInt()
                    & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

package fr.agora.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what the hash of an entry is made. Another may follow while the trail goes on: what was sealed before stays as it
 * is. Each gives 64 hexadecimal digits, as the other services are told them.
 */
enum ChainHash {
    SHA_256("SHA-256"),
    /** Built unlike the first: for the day it is doubted. */
    SHA3_256("SHA3-256");

    private final String algorithm;

    ChainHash(String algorithm) {
        this.algorithm = algorithm;
    }

    String of(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

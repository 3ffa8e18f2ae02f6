package fr.agora.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The one account of a local broker: its password is drawn once per directory and kept there, readable by its owner only. */
public record BrokerAccount(String username, String password) {
    /** The virtual host every local broker serves. */
    public static final String VIRTUAL_HOST = "agora";

    private static final String USERNAME = "agora";
    private static final int PASSWORD_BYTES = 16;

    static BrokerAccount ephemeral() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new BrokerAccount(USERNAME, HexFormat.of().formatHex(random));
    }

    /** The account of the broker whose state is in the directory, drawn now if it has none. */
    public static BrokerAccount of(Path directory) throws IOException {
        Path file = directory.resolve("broker.password");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Path written = Files.createTempFile(
                    directory,
                    "password",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, ephemeral().password());
            Files.move(written, file);
        }
        return new BrokerAccount(USERNAME, Files.readString(file).strip());
    }

    @Override
    public String toString() {
        return username;
    }
}

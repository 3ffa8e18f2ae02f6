package fr.agora.local.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the parts tell one another in confidence: made once for each home, kept in a file only its owner can read. */
record Secrets(
        String gatewayClient,
        String operatorClient,
        String jobsClient,
        String directoryClient,
        String scimClient,
        String identityAdmin) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path file) throws LaunchFailure {
        try {
            Properties known = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            }
            int before = known.size();
            Secrets secrets = new Secrets(
                    known(known, "gateway.client"),
                    known(known, "operator.client"),
                    known(known, "jobs.client"),
                    known(known, "directory.client"),
                    known(known, "scim.client"),
                    known(known, "identity.admin"));
            if (known.size() > before) {
                PrivateFile.write(file, text(known));
            }
            return secrets;
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(file, String.valueOf(e.getMessage())));
        }
    }

    private static String known(Properties properties, String name) {
        return (String) properties.computeIfAbsent(name, absent -> random());
    }

    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames())
                .stream()
                        .map(name -> name + "=" + properties.getProperty(name) + "\n")
                        .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}

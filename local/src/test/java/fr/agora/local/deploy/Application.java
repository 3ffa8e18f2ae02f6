package fr.agora.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the five Boot applications, and what its sources read from the environment. */
record Application(String name, Path checkout) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{((?:AGORA|SPRING|SERVER)_[A-Z0-9_]+)");
    private static final Pattern PROPERTY =
            Pattern.compile("(?:@Value\\(\"\\$\\{|getProperty\\(\\s*\")(agora\\.[a-z.-]+)");
    private static final Pattern PLATFORM = Pattern.compile("<artifactId>(platform-[a-z]+)</artifactId>");

    static List<Application> all(Path checkout) {
        return Stream.of("gateway", "directory-service", "projects-service", "jobs-service", "search-service")
                .map(name -> new Application(name, checkout))
                .toList();
    }

    Set<String> reads() {
        Set<String> read = new TreeSet<>(Set.of("SERVER_PORT", "SERVER_ADDRESS"));
        Path own = checkout.resolve(name);
        String configuration = text(own.resolve("src/main/resources/application.yaml"));
        if (configuration.contains("classpath:platform-defaults.yaml")) {
            configuration += text(checkout.resolve("platform/platform-web/src/main/resources/platform-defaults.yaml"));
        }
        PLACEHOLDER.matcher(configuration).results().forEach(each -> read.add(each.group(1)));
        String pom = text(own.resolve("pom.xml"));
        if (pom.contains("mongodb") || pom.contains("platform-messaging")) {
            read.add("SPRING_MONGODB_URI");
        }
        if (pom.contains("platform-messaging")) {
            Stream.of("HOST", "PORT", "USERNAME", "PASSWORD", "VIRTUAL_HOST")
                    .forEach(each -> read.add("SPRING_RABBITMQ_" + each));
        }
        read.addAll(asked(own));
        PLATFORM.matcher(pom)
                .results()
                .map(each -> each.group(1))
                .distinct()
                .forEach(
                        module -> read.addAll(asked(checkout.resolve("platform").resolve(module))));
        return read;
    }

    // Spring finds agora.state-brand in AGORA_STATE_BRAND
    private static Set<String> asked(Path module) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            files.filter(each -> each.toString().endsWith(".java"))
                    .forEach(source -> PROPERTY.matcher(text(source))
                            .results()
                            .map(each -> each.group(1))
                            .forEach(property -> names.add(property.toUpperCase(Locale.ROOT)
                                    .replace('.', '_')
                                    .replace('-', '_'))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // fixed by each application, nobody's to set
        names.remove("AGORA_MESSAGING_NAME");
        names.remove("AGORA_AUDIT_PAGE");
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.agora.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Resident memory of every part, before the load and after it, and how long the last start took. */
final class MemoryMeasure {

    private static final Pattern READY = Pattern.compile("Agora is ready \\(([0-9.]+) s\\)\\.");

    private final Platform platform;
    private final List<Part> before;

    MemoryMeasure(Platform platform) throws IOException {
        this.platform = platform;
        this.before = platform.parts();
    }

    void into(Report report) throws IOException {
        String group = "Resident memory after the load";
        Map<String, Long> earlier = new HashMap<>();
        before.forEach(part -> earlier.put(part.name(), part.megabytes()));
        List<Part> after = platform.parts();
        for (Part part : after) {
            String note = part.description() + ", before the load " + earlier.getOrDefault(part.name(), 0L);
            report.add(group, part.name(), part.megabytes(), "MB", note);
        }
        long was = before.stream().mapToLong(Part::megabytes).sum();
        long is = after.stream().mapToLong(Part::megabytes).sum();
        report.add(group, "total", is, "MB", "before the load " + was);
        lastStart(platform.home().resolve("log/agora.log"))
                .ifPresent(seconds -> report.add("Start", "the last ./agora up", seconds, "s", ""));
    }

    static OptionalDouble lastStart(Path log) throws IOException {
        if (!Files.exists(log)) {
            return OptionalDouble.empty();
        }
        var found = READY.matcher(Files.readString(log));
        OptionalDouble last = OptionalDouble.empty();
        while (found.find()) {
            last = OptionalDouble.of(Double.parseDouble(found.group(1)));
        }
        return last;
    }
}

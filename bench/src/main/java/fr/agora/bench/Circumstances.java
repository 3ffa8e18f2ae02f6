package fr.agora.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * When and on what it was measured.
 *
 * @param load processes that wanted a core lately, the measurement's own included; negative where unknown
 */
record Circumstances(Instant at, int cores, String jvm, String system, double load, int connections) {

    static Circumstances here(Options options, Clock clock) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Circumstances(
                clock.instant(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                system.getSystemLoadAverage(),
                options.connections());
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s · %d cores, shared with the load generator · %d connections · load %.1f at the end · %s · %s",
                at,
                cores,
                connections,
                load,
                jvm,
                system);
    }

    void write(Report report, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", at.toString());
        all.put("cores", cores);
        all.put("jvm", jvm);
        all.put("system", system);
        all.put("load", load);
        all.put("connections", connections);
        all.put("rows", report.rows());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }
}

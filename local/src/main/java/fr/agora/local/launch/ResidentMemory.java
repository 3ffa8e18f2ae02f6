package fr.agora.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How much of a process is in memory, its descendants included: a broker's or a server's script has children. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Megabytes, 0 when nothing can be learnt. */
    static long ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> of(pid)
                        + process.descendants()
                                .mapToLong(child -> of(child.pid()))
                                .sum())
                .orElse(0L);
    }

    private static long of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(status) ? fromProc(status) : fromPs(pid);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static long fromProc(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> kilobytes(line.substring("VmRSS:".length())) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var answer = ps.inputReader()) {
            String line = answer.readLine();
            ps.waitFor(2, TimeUnit.SECONDS);
            return line == null ? 0 : kilobytes(line) / 1024;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static long kilobytes(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}

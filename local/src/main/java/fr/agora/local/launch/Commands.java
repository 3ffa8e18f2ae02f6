package fr.agora.local.launch;

import fr.agora.local.identity.RealmUpdate;
import fr.agora.local.imports.FileImport;
import fr.agora.local.imports.ImportKind;
import fr.agora.local.imports.ImportSummary;
import fr.agora.local.process.PidFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that talk to a platform already running, or clear up after one. */
final class Commands {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(90);

    private final Settings settings;
    private final Home home;
    private final PrintStream out;

    Commands(Settings settings, PrintStream out) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.out = out;
    }

    void down() throws LaunchFailure, InterruptedException {
        if (!Files.isDirectory(home.root())) {
            out.println("Agora is not running.");
            return;
        }
        boolean asked = askToStop();
        boolean ended = SingleRun.awaitEnd(home, asked ? STOPS_WITHIN : Duration.ZERO);
        if (!ended) {
            supervisor().ifPresent(ProcessHandle::destroyForcibly);
            ended = SingleRun.awaitEnd(home, Duration.ofSeconds(10));
        }
        if (!ended) {
            throw new LaunchFailure(new LaunchFailure.Refused("The stop", "the supervisor does not end"));
        }
        int left = Leftovers.clear(home);
        out.println(
                asked || left > 0
                        ? "Agora is stopped" + (left > 0 ? " (" + left + " left over processes ended)." : ".")
                        : "Agora is not running.");
    }

    private boolean askToStop() throws LaunchFailure, InterruptedException {
        try {
            new ControlClient(home).stop();
            return true;
        } catch (LaunchFailure unreachable) {
            // a supervisor too young or too stuck to answer still hears a signal
            Optional<ProcessHandle> supervisor = supervisor();
            supervisor.ifPresent(ProcessHandle::destroy);
            return supervisor.isPresent();
        }
    }

    private Optional<ProcessHandle> supervisor() {
        return new PidFile(home.pidFile("supervisor")).process();
    }

    /** Prints the table; true when every part is ready. */
    boolean status() throws LaunchFailure, InterruptedException {
        List<PartStatus> parts = new ControlClient(home).status();
        StatusTable.of(parts).forEach(out::println);
        return parts.stream().allMatch(part -> part.state() == PartStatus.State.READY);
    }

    void change(String verb, String part) throws LaunchFailure, InterruptedException {
        new ControlClient(home).change(verb, part);
        out.println(
                switch (verb) {
                    case "start" -> part + " is ready.";
                    case "stop" -> part + " is stopped.";
                    default -> part + " is killed.";
                });
    }

    void reset() throws LaunchFailure {
        if (!Files.isDirectory(home.root())) {
            out.println("There is nothing to forget at " + home.root() + ".");
            return;
        }
        try (SingleRun mine = SingleRun.acquire(home)
                .orElseThrow(() -> new LaunchFailure(new LaunchFailure.Refused(
                        "The reset", "Agora is running on " + home.root() + "; stop it first with ./agora down")))) {
            Leftovers.clear(home);
            home.forget();
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.root(), String.valueOf(e.getMessage())));
        }
        out.println("Data, logs and secrets in " + home.root() + " are gone; the next ./agora up starts afresh.");
    }

    void token(String account) throws LaunchFailure, InterruptedException {
        requireRunning();
        try {
            out.println(PlatformApi.asAccount(settings, account).token());
        } catch (IOException e) {
            throw new LaunchFailure(
                    new LaunchFailure.NoSuchAccount(account, String.valueOf(e.getMessage()), accounts()));
        }
    }

    private String accounts() {
        try {
            return DemoAccounts.in(settings.realms()).stream()
                    .map(DemoAccounts.Account::username)
                    .collect(Collectors.joining(", "));
        } catch (IOException unreadable) {
            return "those of infra/keycloak";
        }
    }

    /** True when every line was taken. */
    boolean importFile(List<String> typed) throws LaunchFailure, InterruptedException {
        boolean complete = typed.contains("--complete");
        List<String> words =
                typed.stream().filter(word -> !word.equals("--complete")).toList();
        if (words.size() != 2) {
            throw Agora.wrong("The command is ./agora import KIND FILE [--complete], where KIND is one of "
                    + ImportKind.words() + ".");
        }
        ImportKind kind = Agora.kind(words.get(0));
        Path file = Path.of(words.get(1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Agora.wrong("The file " + file + " cannot be read.");
        }
        requireRunning();
        try {
            PlatformApi api = PlatformApi.asOperator(settings, Secrets.in(home.secrets()));
            ImportSummary summary = new FileImport(api).send(kind, file, complete, sofar -> {});
            summary.lines().forEach(out::println);
            return summary.refused() == 0;
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.ImportStopped(file, String.valueOf(e.getMessage())));
        }
    }

    void rebuildIndex(List<String> words) throws LaunchFailure, InterruptedException {
        if (!words.isEmpty()) {
            throw Agora.wrong("The command is ./agora rebuild-index: one index holds every kind.");
        }
        requireRunning();
        new IndexRebuild(PlatformApi.asOperator(settings, Secrets.in(home.secrets())), out).follow();
    }

    /** Brings the realm of a Keycloak anywhere to the files of this checkout. */
    void realm(String keycloak) throws LaunchFailure {
        String password = settings.variable("AGORA_KEYCLOAK_ADMIN_PASSWORD")
                .orElseThrow(() -> Agora.wrong("AGORA_KEYCLOAK_ADMIN_PASSWORD, the administrator's, is not set."));
        String admin = settings.variable("AGORA_KEYCLOAK_ADMIN").orElse("admin");
        try {
            RealmUpdate.bring(URI.create(keycloak), admin, password, settings.realms(), settings.environment());
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure(new LaunchFailure.Told(
                    "The realm was not brought to its file: " + e.getMessage(),
                    "Put that right and run the command again; infra/keycloak/README.md names the variables."));
        }
        out.println("The realm at " + keycloak + " is as infra/keycloak says; its accounts are as they were.");
    }

    private void requireRunning() throws LaunchFailure {
        if (supervisor().isEmpty()) {
            throw new LaunchFailure(new LaunchFailure.NotRunning(home.root()));
        }
    }
}

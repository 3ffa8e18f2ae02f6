package fr.agora.local.launch;

import fr.agora.local.process.PidFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the platform, keeps it company, and stops it when told to. */
final class Up {

    private static final long FIRST_START_MEGABYTES = 1_500;
    private static final long LATER_START_MEGABYTES = 400;
    private static final Duration A_GUARDS_TIME = Duration.ofSeconds(15);
    private static final Duration LOOK_FOR_PARENT = Duration.ofSeconds(1);

    private final Settings settings;
    private final Home home;
    private final Console console;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean ending;

    Up(Settings settings, PrintStream out) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.out = out;
        this.console = new Console(out, home.log("agora"));
    }

    /** The exit code, once everything is stopped again. */
    int run() throws LaunchFailure, InterruptedException {
        home.create();
        try (SingleRun only = acquire()) {
            return runAlone();
        } catch (LaunchFailure failure) {
            if (failure.reason() instanceof LaunchFailure.AlreadyRunning) {
                throw failure;
            }
            console.failed(failure);
            return 1;
        }
    }

    // a guard may hold the home for a moment, clearing what a killed run left
    private SingleRun acquire() throws LaunchFailure, InterruptedException {
        if (supervisorPid() == 0) {
            SingleRun.awaitEnd(home, A_GUARDS_TIME);
        }
        return SingleRun.acquire(home)
                .orElseThrow(() -> new LaunchFailure(new LaunchFailure.AlreadyRunning(home.root(), supervisorPid())));
    }

    private long supervisorPid() {
        return new PidFile(home.pidFile("supervisor"))
                .process()
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    private int runAlone() throws LaunchFailure, InterruptedException {
        Instant before = clock.instant();
        Backups.requireWhole(home);
        prepare();
        Secrets secrets = Secrets.in(home.secrets());
        Training training = new Training(home);
        List<Part> parts = Topology.of(settings, home, secrets, training);
        FreePorts.check(settings.ports());
        linkLogs(parts);
        Supervisor supervisor = new Supervisor(parts, console, clock);
        CountDownLatch stopped = new CountDownLatch(1);
        // a signal ends the JVM: the hook is the one place that stops the parts, whichever way the end comes
        Guard guard = Guard.post(home);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(supervisor, training, stopped, guard), "stop-everything"));
        try (ControlServer control = new ControlServer(settings, home, supervisor, Up::exit)) {
            new PidFile(home.pidFile("supervisor")).write(ProcessHandle.current());
            endWithTerminal();
            supervisor.start();
            if (settings.demo() && isComplete(parts)) {
                new DemoData(PlatformApi.asOperator(settings, secrets), demoPeople(), home, console, clock)
                        .loadOnce(settings.realms());
            }
            rebuildRestored(secrets);
            welcome(Duration.between(before, clock.instant()));
            training.begin();
            // until a signal or ./agora down: both end the JVM through the hook
            new CountDownLatch(1).await();
            return 0;
        } catch (LaunchFailure failure) {
            // said before the parts go, so that the reason stands above the farewell
            if (!ending) {
                console.failed(failure);
            }
            return 1;
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.root(), String.valueOf(e.getMessage())));
        } finally {
            stop(supervisor, training, stopped, guard);
        }
    }

    private void rebuildRestored(Secrets secrets) throws LaunchFailure, InterruptedException, IOException {
        if (Files.exists(home.rebuildWanted())) {
            console.say("  … the index is rebuilt from what was restored");
            new IndexRebuild(PlatformApi.asOperator(settings, secrets), out).follow();
            Files.delete(home.rebuildWanted());
        }
    }

    private DemoStory.Voice demoPeople() {
        Map<String, PlatformApi> known = new HashMap<>();
        return (account, path, body) -> known.computeIfAbsent(account, name -> PlatformApi.asAccount(settings, name))
                .tell(path, body);
    }

    // on a thread of its own: whoever asked wants an answer first
    private static void exit() {
        Thread.ofPlatform().name("told-to-stop").start(() -> System.exit(0));
    }

    private boolean isComplete(List<Part> parts) {
        return parts.stream().filter(part -> part.stage() != Part.Stage.GROUND).count()
                == 1 + 4L * settings.instances();
    }

    private void prepare() throws LaunchFailure {
        int left = Leftovers.clear(home);
        if (left > 0) {
            console.say("  … " + left + " processes of a run that was killed were still there; they are ended");
        }
        try {
            Files.deleteIfExists(home.ready());
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.run(), String.valueOf(e.getMessage())));
        }
        home.requireSpace(Files.exists(home.secrets()) ? LATER_START_MEGABYTES : FIRST_START_MEGABYTES);
    }

    private void stop(Supervisor supervisor, Training training, CountDownLatch stopped, Guard guard) {
        synchronized (stopped) {
            if (stopped.getCount() == 0) {
                return;
            }
            ending = true;
            Instant before = clock.instant();
            training.stop();
            supervisor.stop();
            guard.dismiss();
            try {
                Files.deleteIfExists(home.ready());
                new PidFile(home.pidFile("supervisor")).delete();
            } catch (IOException diskGone) {
                // stale files are recognised by the next start
            }
            console.say(String.format(
                    Locale.ROOT,
                    "Agora is stopped (%.1f s).",
                    Duration.between(before, clock.instant()).toMillis() / 1000.0));
            stopped.countDown();
        }
    }

    // every log is found under one folder, also those whose part insists on its own place
    private void linkLogs(List<Part> parts) {
        for (Part part : parts) {
            Path link = home.log(part.name());
            if (!part.log().equals(link)) {
                try {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, part.log());
                } catch (IOException | UnsupportedOperationException noLinksHere) {
                    console.say("  … the log of " + part.name() + " is " + part.log());
                }
            }
        }
    }

    private void welcome(Duration took) throws IOException {
        console.say("");
        console.say(String.format(Locale.ROOT, "Agora is ready (%.1f s).", took.toMillis() / 1000.0));
        console.say("  site      " + settings.publicUrl());
        if (!settings.identityUrl().equals(settings.publicUrl())) {
            console.say("  login     " + settings.identityUrl());
        }
        console.say("  API       " + settings.publicUrl() + "/aide/api");
        new Mail(settings, home).page().ifPresent(page -> console.say("  mails     " + page));
        console.say("  logs      " + home.logs() + "   (./agora logs [part])");
        console.say("  accounts  password \"" + DemoAccounts.PASSWORD + "\"");
        for (DemoAccounts.Account account : DemoAccounts.in(settings.realms())) {
            console.say(String.format(
                    Locale.ROOT,
                    "            %-18s %-22s %s",
                    account.username(),
                    account.name(),
                    String.join(", ", account.roles())));
        }
        console.say("Ctrl-C or ./agora down stops everything.");
        Files.writeString(home.ready(), ProcessHandle.current().pid() + "\n");
    }

    // the terminal's shell started us and passes signals on: should it be killed, nobody is left to tell us to stop
    private void endWithTerminal() {
        Optional<ProcessHandle> parent =
                settings.variable("AGORA_LAUNCHER_PARENT").flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        parent.ifPresent(terminal -> Thread.ofVirtual().start(() -> {
            try {
                while (terminal.isAlive()) {
                    Thread.sleep(LOOK_FOR_PARENT);
                }
                console.say("The terminal is gone.");
                exit();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}

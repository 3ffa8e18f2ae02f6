package fr.agora.local.launch;

import fr.agora.local.backup.Archive;
import fr.agora.local.backup.Manifest;
import fr.agora.local.backup.UnfitArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps what a stopped platform knows in one file, and brings it back: all of it is of one moment, since nothing runs.
 * The index is left out, it is rebuilt from the rest.
 */
final class Backups {

    /** The store's documents and files, the accounts, messages under way, and what lets them fit together. */
    private static final List<String> PLACES = List.of(
            "data/store",
            "data/mongod",
            "data/rabbitmq",
            "data/broker",
            "data/identity/server/data/h2",
            "data/identity/server/imported",
            "secrets.properties",
            "demo-loaded",
            "demo-steps");

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'agora-'yyyy-MM-dd-HHmmss'.zip'", Locale.ROOT);
    private static final String ANYWAY = "--yes";

    private final Settings settings;
    private final Home home;
    private final Clock clock;
    private final PrintStream out;

    Backups(Settings settings, Clock clock, PrintStream out) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.clock = clock;
        this.out = out;
    }

    /** {@code ./agora backup [FILE] [--yes]}. */
    void backup(List<String> typed) throws LaunchFailure {
        List<String> words = words(typed, "backup [FILE] [--yes]");
        if (words.size() > 1) {
            throw Agora.wrong("The command is ./agora backup [FILE] [--yes].");
        }
        Path file = words.isEmpty()
                ? home.backups().resolve(NAME.format(clock.instant().atZone(ZoneId.systemDefault())))
                : Path.of(words.getFirst()).toAbsolutePath();
        requireOwnStore("backed up");
        if (!Files.exists(home.secrets())) {
            throw failure("There is nothing to back up at " + home.root() + ".", "Start Agora first: ./agora up");
        }
        if (Files.exists(file) && !typed.contains(ANYWAY)) {
            throw failure(file + " is there already.", "Name another file, or replace it with --yes.");
        }
        try (SingleRun stopped = alone("backed up")) {
            requireWhole();
            Leftovers.clear(home);
            Manifest manifest = new Archive(file)
                    .write(home.root(), PLACES, Backups::isKept, clock.instant(), settings.publicUrl(), store());
            out.println("Backed up " + manifest.files().size() + " files, " + manifest.size() / 1_000_000 + " MB, in "
                    + file + ".");
            out.println("It holds secrets and personal data: only you can read it, keep it so.");
        } catch (IOException e) {
            throw failure("The backup was not made: " + e.getMessage(), "Choose another place: ./agora backup FILE");
        }
    }

    /** {@code ./agora restore FILE [--yes]}. */
    void restore(List<String> typed) throws LaunchFailure {
        List<String> words = words(typed, "restore FILE [--yes]");
        if (words.size() != 1) {
            throw Agora.wrong("The command is ./agora restore FILE [--yes].");
        }
        Path file = Path.of(words.getFirst()).toAbsolutePath();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Agora.wrong("The file " + file + " cannot be read.");
        }
        requireOwnStore("restored");
        Archive archive = new Archive(file);
        home.create();
        try (SingleRun stopped = alone("restored")) {
            Manifest manifest = archive.manifest();
            requireFitting(manifest);
            if (Files.exists(home.secrets()) && !typed.contains(ANYWAY)) {
                throw failure(
                        "There is a platform at " + home.root() + " already, and a restore forgets what it knows.",
                        "Back it up first, and restore with --yes; or restore elsewhere: AGORA_HOME=/another/place");
            }
            Leftovers.clear(home);
            home.requireSpace(manifest.size() / 1_000_000 + 1);
            Trees.delete(home.restoring());
            archive.extract(Files.createDirectories(home.restoring()));
            replace();
            out.println("Restored " + manifest.files().size() + " files of " + manifest.createdAt() + " to "
                    + home.root() + ".");
            out.println("The next ./agora up rebuilds the index from them.");
        } catch (UnfitArchive unfit) {
            discard();
            throw failure(
                    "Nothing was restored from " + file + ": " + unfit.getMessage() + ".",
                    "Take another backup; the platform at " + home.root() + " is as it was.");
        } catch (IOException e) {
            throw failure(
                    "The restore was not ended: " + e.getMessage(),
                    Files.exists(home.restored())
                            ? "Put that right and restore again with --yes; until then ./agora up refuses to start."
                            : "Put that right and restore again; the platform at " + home.root() + " is as it was.");
        }
    }

    /** Fails where a restore stopped half way: what is there is of two platforms. */
    static void requireWhole(Home home) throws LaunchFailure {
        if (Files.exists(home.restored())) {
            throw failure(
                    "A restore to " + home.root() + " was begun and not ended.",
                    "Run ./agora restore again with --yes, or forget everything with ./agora reset.");
        }
    }

    private void requireWhole() throws LaunchFailure {
        requireWhole(home);
    }

    // everything is checked and on this disk by now: what is left are renames
    private void replace() throws IOException {
        Files.createDirectories(home.restored());
        Trees.delete(home.root().resolve("data"));
        for (String name : List.of("data", "secrets.properties", "demo-loaded", "demo-steps")) {
            Path kept = home.restoring().resolve(name);
            Path place = home.root().resolve(name);
            Trees.delete(place);
            if (Files.exists(kept)) {
                Files.move(kept, place);
            }
        }
        Files.writeString(home.rebuildWanted(), "");
        Trees.delete(home.restoring());
        Trees.delete(home.restored());
    }

    private void discard() throws LaunchFailure {
        try {
            Trees.delete(home.restoring());
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.restoring(), String.valueOf(e.getMessage())));
        }
    }

    private void requireFitting(Manifest manifest) throws LaunchFailure {
        if (!manifest.store().equals(store())) {
            throw failure(
                    "The backup is of the store \"" + manifest.store() + "\", and \"" + store() + "\" is used here.",
                    "Choose the other one with AGORA_STORE, where it is to be had.");
        }
        // one thing at a time: what is restored starts as it was, and is brought to a new address afterwards
        if (!manifest.publicUrl().equals(settings.publicUrl())) {
            throw failure(
                    "The backup is of " + manifest.publicUrl()
                            + ", to which its accounts are bound, and this platform is " + settings.publicUrl() + ".",
                    "Restore and start with the same AGORA_PORT.");
        }
    }

    private void requireOwnStore(String done) throws LaunchFailure {
        if (Store.chosen(settings, home) instanceof Store.Configured) {
            throw failure(
                    "The store is the server of SPRING_MONGODB_URI and is not " + done + " from here.",
                    "Use its own tools: docs/operations/the-store-must-be-restored.md");
        }
    }

    private String store() throws LaunchFailure {
        return Store.chosen(settings, home) instanceof Store.Mongod ? "mongod" : "embedded";
    }

    private SingleRun alone(String done) throws LaunchFailure {
        return SingleRun.acquire(home)
                .orElseThrow(() -> failure(
                        "Agora is running on " + home.root() + ", and is " + done + " only while it is stopped.",
                        "Stop it first with ./agora down"));
    }

    private static List<String> words(List<String> typed, String usage) throws LaunchFailure {
        List<String> words = new ArrayList<>();
        for (String word : typed) {
            if (word.startsWith("-") && !word.equals(ANYWAY)) {
                throw Agora.wrong("The command is ./agora " + usage + ".");
            }
            if (!word.equals(ANYWAY)) {
                words.add(word);
            }
        }
        return words;
    }

    // of a process that is no more, or what it said
    private static boolean isKept(String path) {
        return !path.endsWith(".pid") && !path.endsWith(".log") && !path.endsWith(".lock");
    }

    private static LaunchFailure failure(String sentence, String advice) {
        return new LaunchFailure(new LaunchFailure.Told(sentence, advice));
    }
}

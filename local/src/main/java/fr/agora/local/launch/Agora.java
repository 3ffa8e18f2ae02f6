package fr.agora.local.launch;

import fr.agora.local.imports.ImportKind;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What {@code ./agora} runs once the sources are built: reads the command and answers by its exit code. */
public final class Agora {

    private Agora() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Path checkout = Path.of(System.getProperty("agora.checkout", "")).toAbsolutePath();
            Settings settings = Settings.from(System.getenv(), checkout);
            return run(words, settings, out);
        } catch (LaunchFailure failure) {
            PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            err.println("✘ " + failure.getMessage());
            err.println("  → " + failure.advice());
            return 1;
        } catch (InterruptedException stopped) {
            return 130;
        }
    }

    private static int run(List<String> words, Settings settings, PrintStream out)
            throws LaunchFailure, InterruptedException {
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.stream().skip(1).toList();
        Commands commands = new Commands(settings, out);
        switch (command) {
            case "up" -> {
                return new Up(settings, out).run();
            }
            case "down" -> commands.down();
            case "sweep" -> Leftovers.clearUnlessRunning(new Home(Path.of(one(rest, "sweep HOME"))));
            case "status" -> {
                return commands.status() ? 0 : 1;
            }
            case "start", "stop", "kill" -> commands.change(command, one(rest, command + " PART"));
            case "reset" -> commands.reset();
            case "backup" -> new Backups(settings, Clock.systemUTC(), out).backup(rest);
            case "restore" -> new Backups(settings, Clock.systemUTC(), out).restore(rest);
            case "token" -> commands.token(one(rest, "token ACCOUNT"));
            case "import" -> {
                return commands.importFile(rest) ? 0 : 1;
            }
            case "realm" -> commands.realm(one(rest, "realm URL"));
            case "rebuild-index" -> commands.rebuildIndex(rest);
            default -> throw wrong("There is no command \"" + command + "\".");
        }
        return 0;
    }

    private static String one(List<String> rest, String usage) throws LaunchFailure {
        if (rest.size() != 1) {
            throw wrong("The command is ./agora " + usage + ".");
        }
        return rest.getFirst();
    }

    static LaunchFailure wrong(String sentence) {
        return new LaunchFailure(new LaunchFailure.WrongCommand(sentence));
    }

    static ImportKind kind(String word) throws LaunchFailure {
        return ImportKind.named(word)
                .orElseThrow(
                        () -> wrong("There is no kind \"" + word + "\"; the kinds are " + ImportKind.words() + "."));
    }
}

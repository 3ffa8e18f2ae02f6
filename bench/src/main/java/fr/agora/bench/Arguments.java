package fr.agora.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the command line: names and values in turn. */
final class Arguments {

    private final Map<String, String> left;

    private Arguments(Map<String, String> left) {
        this.left = left;
    }

    static Arguments of(String... words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--") || i + 1 == words.length) {
                throw new BenchFailure("\"" + words[i] + "\" is not understood. " + Options.USAGE);
            }
            pairs.put(words[i], words[i + 1]);
        }
        return new Arguments(pairs);
    }

    String text(String name, String otherwise) {
        String given = left.remove(name);
        return given == null ? otherwise : given;
    }

    int number(String name, int otherwise, int least, int most) {
        String given = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        throw new BenchFailure(name + " is a number from " + least + " to " + most + ", not \"" + given + "\".");
    }

    void requireNothingElse() {
        if (!left.isEmpty()) {
            throw new BenchFailure("\"" + left.keySet().iterator().next() + "\" is not understood. " + Options.USAGE);
        }
    }
}

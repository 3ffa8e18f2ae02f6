package fr.agora.local.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads settings, refusing a wrong one by name instead of falling back to a default in silence. */
record Environment(Map<String, String> variables) {

    String text(String name, String otherwise) {
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    int port(String name, int otherwise) throws LaunchFailure {
        return number(name, otherwise, 1, 65_535);
    }

    OptionalInt blockStart(String name) throws LaunchFailure {
        int start = number(name, 0, 1024, 65_536 - PortPlan.BLOCK);
        return start == 0 ? OptionalInt.empty() : OptionalInt.of(start);
    }

    int number(String name, int otherwise, int least, int most) throws LaunchFailure {
        String value = text(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, like a number out of bounds
        }
        throw new LaunchFailure(
                new LaunchFailure.WrongSetting(name, value, "a whole number from " + least + " to " + most));
    }

    boolean yes(String name, boolean otherwise) throws LaunchFailure {
        String value = text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw new LaunchFailure(new LaunchFailure.WrongSetting(name, value, "true or false"));
        };
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) throws LaunchFailure {
        String value = text(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .filter(each -> each != otherwise)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        throw new LaunchFailure(new LaunchFailure.WrongSetting(name, value, words));
    }
}

package fr.agora.local.process;

import java.util.List;
import java.util.stream.Stream;

/** Ties a program that knows nothing of us to our life: it is asked to end when we die, however we die. */
public final class Tether {
    // the pipe on standard input closes when the parent dies, even killed; a signal to the shell is passed on
    private static final String SCRIPT = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            program=$!
            trap 'kill -TERM $program 2>/dev/null' TERM INT HUP
            { cat <&3 >/dev/null; kill -TERM $program 2>/dev/null; } &
            watch=$!
            exec 3<&-
            while kill -0 $program 2>/dev/null; do wait $program; status=$?; done
            kill $watch 2>/dev/null
            exit ${status:-1}
            """;

    private Tether() {}

    public static List<String> tied(List<String> line) {
        return Stream.concat(Stream.of("/bin/sh", "-c", SCRIPT, "tether"), line.stream())
                .toList();
    }
}

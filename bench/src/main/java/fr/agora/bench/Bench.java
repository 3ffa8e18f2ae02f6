package fr.agora.bench;

/** What {@code ./agora bench} runs: measures the platform of this {@code AGORA_HOME} and prints the table. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.err.println("Nothing is measured yet.");
        System.exit(2);
    }
}

package fr.agora.bench;

/** A measurement that cannot be made, said in one sentence for the person at the keyboard. */
final class BenchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchFailure(String sentence) {
        super(sentence);
    }

    BenchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

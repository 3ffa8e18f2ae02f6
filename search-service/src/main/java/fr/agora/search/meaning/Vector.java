package fr.agora.search.meaning;

/** A direction, in one byte a dimension: enough to tell near from far, at a quarter of the memory. */
record Vector(byte[] values) {

    private static final int FULL = 127;

    static Vector of(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        var values = new byte[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            values[at] = largest == 0 ? 0 : (byte) Math.round(numbers[at] / largest * FULL);
        }
        return new Vector(values);
    }

    /** From -1, the contrary, to 1, the same; 0 for vectors of two models. */
    double cosine(Vector other) {
        if (values.length != other.values.length) {
            return 0;
        }
        long product = 0;
        long own = 0;
        long theirs = 0;
        for (int at = 0; at < values.length; at++) {
            product += values[at] * other.values[at];
            own += values[at] * values[at];
            theirs += other.values[at] * other.values[at];
        }
        return own == 0 || theirs == 0 ? 0 : product / Math.sqrt((double) own * theirs);
    }
}

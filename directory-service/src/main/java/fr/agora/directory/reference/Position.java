package fr.agora.directory.reference;

/**
 * A place on the globe, in degrees.
 *
 * @param approximate true where only the neighbourhood is known: some five kilometres off, seldom more than nine
 */
public record Position(double latitude, double longitude, boolean approximate) {

    private static final double EARTH_RADIUS_KM = 6371;

    /** As the crow flies (haversine). */
    public double kilometresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}

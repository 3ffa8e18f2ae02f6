package fr.agora.jobs.address;

/**
 * An address the geocoder knows.
 *
 * @param label as one writes it
 * @param commune its code in the code officiel géographique
 * @param city name of the commune
 */
public record Address(String label, String commune, String city) {}

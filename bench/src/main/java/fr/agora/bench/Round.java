package fr.agora.bench;

import java.util.List;

/**
 * What one short load saw.
 *
 * @param perSecond answers a second
 * @param millis how long each answer took
 */
record Round(double perSecond, List<Double> millis) {}

package io.mysimbdp.local.endtoend.taxi;

import java.math.BigDecimal;

/**
 * What the analytics see of a taxi trip.
 *
 * @param start milliseconds since the epoch
 * @param area community area of the pickup; null if unknown
 * @param spot centroid of the pickup as the export writes it; null if unknown
 * @param fare US dollars, as all money here; null if unknown
 * @param tips null if unknown
 * @param total all that was paid; null if unknown
 */
public record Trip(
    String id,
    long start,
    Long area,
    String spot,
    BigDecimal fare,
    BigDecimal tips,
    BigDecimal total) {}

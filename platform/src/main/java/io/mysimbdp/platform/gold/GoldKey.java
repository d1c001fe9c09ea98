package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.rollup.GroupKey;

/**
 * A group of a gold table and the time that it is gathered over.
 *
 * @param period null for the interval of the run
 */
public record GoldKey(Period period, GroupKey group) {}

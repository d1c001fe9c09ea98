/** Faults in the running platform, drawn by lot, and whether anybody can tell from the results. */
package io.mysimbdp.local.endtoend.chaos;

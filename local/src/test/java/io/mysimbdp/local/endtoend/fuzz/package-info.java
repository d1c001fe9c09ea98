/** Raw records as only malice, or a broken disk, would write them; all from one seed. */
package io.mysimbdp.local.endtoend.fuzz;

/** What tenant taxi means, in plain Java over the trips: the other side of its tests. */
package io.mysimbdp.local.endtoend.taxi;

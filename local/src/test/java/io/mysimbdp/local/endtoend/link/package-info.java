/** Connections that pass through the tests, which can disturb them. */
package io.mysimbdp.local.endtoend.link;

/** The tutorial, followed word by word, and its file counted by hand. */
package io.mysimbdp.local.endtoend.tutorial;

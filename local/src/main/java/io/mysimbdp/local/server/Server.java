package io.mysimbdp.local.server;

import io.mysimbdp.local.process.JavaCommand;
import java.time.Duration;
import java.util.Optional;

/**
 * A server as the stack starts and watches it.
 *
 * @param title for people
 * @param before a program that must have succeeded once before the server starts
 * @param ready tells that it has started
 * @param patience how long a start may take on a busy small machine
 */
public record Server(
    String title,
    Optional<JavaCommand> before,
    JavaCommand command,
    Probe ready,
    Duration patience) {}

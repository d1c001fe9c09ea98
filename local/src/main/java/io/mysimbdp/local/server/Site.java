package io.mysimbdp.local.server;

import java.nio.file.Path;

/**
 * What a server is given on this machine.
 *
 * @param classPath its own; no two servers share one
 * @param conf directory for settings that are generated, created
 * @param data directory for what it stores, created
 * @param log file for its logging
 */
public record Site(String classPath, Path conf, Path data, Path log) {}

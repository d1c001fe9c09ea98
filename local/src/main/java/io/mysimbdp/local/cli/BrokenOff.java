package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.DeploymentFiles;
import java.io.IOException;

/**
 * What was begun with a tenant and broken off. Its data are half there: jobs that were started on
 * them would write silver twice, or take datasets for done that are not.
 */
record BrokenOff(DeploymentFiles files, String tenant) {

  /** Fails if a purge is to be run to its end. */
  void requireNoPurge() {
    if (files.purging(tenant)) {
      throw Failure.wrongUse(
          "a purge of tenant %1$s was broken off; run it to its end: ./mysimbdp undeploy %1$s --purge"
              .formatted(tenant));
    }
  }

  /** Fails if a replay is to be run to its end. */
  void requireNoReplay() throws IOException {
    if (files.replaying(tenant).isPresent()) {
      throw Failure.wrongUse(
          "a replay of tenant %1$s was broken off; run it to its end: ./mysimbdp replay %1$s"
              .formatted(tenant));
    }
  }
}

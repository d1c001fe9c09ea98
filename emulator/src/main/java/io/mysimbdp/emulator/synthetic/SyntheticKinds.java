package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.List;

/**
 * The kinds of data that can be made up, by the names that {@code synthetic} in a definition has.
 */
public final class SyntheticKinds {
  /** CPU readings of virtual machines; its entities are machines. */
  public static final String AZURE_VM = "azure-vm";

  /** Taxi trips of a year; its entities are taxis. */
  public static final String CHICAGO_TAXI = "chicago-taxi";

  /** Job and task events of a compute cluster; its entities are machines. */
  public static final String GOOGLE_CLUSTER = "google-cluster";

  /** Where people are in a building; its entities are people. */
  public static final String INDOOR_LOCALISATION = "indoor-localisation";

  private static final List<String> ALL =
      List.of(AZURE_VM, CHICAGO_TAXI, GOOGLE_CLUSTER, INDOOR_LOCALISATION);

  private SyntheticKinds() {}

  /**
   * The data that the tenant's definition names.
   *
   * @throws IllegalArgumentException if it names none, or a kind that is not known, or one that
   *     does not come in this size
   */
  public static SyntheticData of(Tenant tenant, SyntheticSize size) {
    return switch (kind(tenant)) {
      case AZURE_VM -> AzureVm.of(size, null, null, null, null);
      case CHICAGO_TAXI -> new ChicagoTaxi(size, tenant.zone());
      case GOOGLE_CLUSTER -> new GoogleCluster(size);
      default -> new IndoorLocalisation(size, tenant.zone());
    };
  }

  /**
   * The kind that the tenant's definition names.
   *
   * @throws IllegalArgumentException if it names none, or one that is not known
   */
  public static String kind(Tenant tenant) {
    String kind = tenant.synthetic();
    if (kind == null) {
      throw new IllegalArgumentException(
          "no data can be made up for %s: its definition has no 'synthetic'; there are %s"
              .formatted(tenant.name(), String.join(", ", ALL)));
    }
    if (!ALL.contains(kind)) {
      throw new IllegalArgumentException(
          "the definition of %s says synthetic: %s, which is unknown%s"
              .formatted(tenant.name(), kind, NearestName.hint(kind, ALL)));
    }
    return kind;
  }
}

package io.mysimbdp.stream.output;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The topics that the stream job writes, by the small numbers under which records travel to it. */
public final class OutputTopics implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int DEAD_LETTERS = 0;
  public static final int LATE = 1;
  public static final int COMPLETIONS = 2;
  public static final int ALERTS = 3;
  private static final int FIRST_SILVER = 4;

  private final ArrayList<String> topics = new ArrayList<>();
  private final ArrayList<String> analytics = new ArrayList<>();

  public OutputTopics(Tenant tenant) {
    topics.add(Names.deadLettersTopic(tenant));
    topics.add(Names.lateTopic(tenant));
    topics.add(Names.completionsTopic(tenant));
    topics.add(Names.alertsTopic(tenant));
    for (Rollup analytic : tenant.silver()) {
      topics.add(Names.silverTopic(tenant, analytic));
      analytics.add(analytic.name());
    }
  }

  /** The name of a topic. */
  public String name(int topic) {
    return topics.get(topic);
  }

  /** How many topics there are; their numbers begin at 0. */
  public int count() {
    return topics.size();
  }

  /** The topic of a silver analytic. */
  public int silver(String analytic) {
    return FIRST_SILVER + analytics.indexOf(analytic);
  }

  /** Whether a topic holds silver. */
  public static boolean isSilver(int topic) {
    return topic >= FIRST_SILVER;
  }

  /** The analytic of a silver topic. */
  public String analytic(int topic) {
    return analytics.get(topic - FIRST_SILVER);
  }

  /** The tenant's silver analytics, in the order of the definition. */
  public List<String> analytics() {
    return List.copyOf(analytics);
  }
}

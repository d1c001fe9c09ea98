package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which presence analytics of a stream follow the same records: those with the same entity, place
 * and {@code where} share the work of finding out who is where. Group keys carry the number of such
 * a group.
 */
public final class PresencePlan implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What makes analytics follow the same records. */
  private record Subject(int entity, int place, Expression where) {}

  /**
   * Analytics that follow the same records, each by its place among those of the stream.
   *
   * @param entity position of the column that says who
   * @param place position of the column that says where
   * @param lead any of the analytics
   */
  record Group(
      int entity,
      ColumnType entityType,
      int place,
      ColumnType placeType,
      int lead,
      List<Integer> occupancy,
      List<Integer> arrivals,
      List<Integer> stays)
      implements Serializable {}

  private final ArrayList<Group> groups = new ArrayList<>();

  /**
   * A plan.
   *
   * @param analytics all of one stream, of whatever kind
   */
  public PresencePlan(List<Rollup> analytics) {
    Map<Subject, List<Integer>> subjects = new LinkedHashMap<>();
    for (int i = 0; i < analytics.size(); i++) {
      if (analytics.get(i).span() instanceof Span.Presence presence) {
        Subject subject =
            new Subject(presence.entity(), presence.place(), analytics.get(i).where());
        subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(i);
      }
    }
    subjects.forEach((subject, members) -> groups.add(group(subject, members, analytics)));
  }

  private static Group group(Subject subject, List<Integer> members, List<Rollup> analytics) {
    Rollup lead = analytics.get(members.get(0));
    return new Group(
        subject.entity(),
        lead.input().column(subject.entity()).type(),
        subject.place(),
        lead.input().column(subject.place()).type(),
        members.get(0),
        showing(Span.Show.OCCUPANCY, members, analytics),
        showing(Span.Show.ARRIVALS, members, analytics),
        showing(Span.Show.STAYS, members, analytics));
  }

  private static List<Integer> showing(
      Span.Show show, List<Integer> members, List<Rollup> analytics) {
    return members.stream()
        .filter(i -> ((Span.Presence) analytics.get(i).span()).show() == show)
        .toList();
  }

  /** Whether no analytic of the stream is about presence. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Whether some analytic of the stream shows occupancy. */
  public boolean anyOccupancy() {
    return groups.stream().anyMatch(group -> !group.occupancy().isEmpty());
  }

  int size() {
    return groups.size();
  }

  Group group(int number) {
    return groups.get(number);
  }
}

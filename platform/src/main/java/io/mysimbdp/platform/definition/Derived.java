package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.expression.Expression;
import java.io.Serializable;

/**
 * A column computed from the other columns of its own row; it sees those derived before it.
 *
 * @param expression over the rollup's output schema
 */
public record Derived(String name, Expression expression) implements Serializable {}

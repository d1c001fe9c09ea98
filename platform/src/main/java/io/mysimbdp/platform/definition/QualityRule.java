package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.expression.Expression;
import java.io.Serializable;

/** A condition that every record of a stream must meet; one that does not is a dead letter. */
public record QualityRule(String name, Expression condition, String source)
    implements Serializable {}

package io.mysimbdp.platform.expression;

/**
 * Something wrong in an expression's text.
 *
 * @param offset where, in Unicode code points from the start of the text
 * @param message what is wrong and what would be right
 */
public record Fault(int offset, String message) {}

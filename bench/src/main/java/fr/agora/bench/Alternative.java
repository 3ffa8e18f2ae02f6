package fr.agora.bench;

/**
 * One way to the same answer.
 *
 * @param name as the table shows it
 */
record Alternative(String name, Request request) {}

package fr.agora.local.imports;

/**
 * One object of a file as one line of JSON.
 *
 * @param line where it begins in the file, counted from 1, so that a refusal can be found again
 * @param json the object, without a line break
 */
record Entry(long line, String json) {}

package fr.agora.platform.web;

import tools.jackson.databind.node.ObjectNode;

/** One entry of an import file. */
public sealed interface ImportEntry {

    /** Where it begins in the file, counted from 1. */
    long line();

    /** An entry ready to be imported. */
    record Read(long line, ObjectNode object) implements ImportEntry {}

    /** An entry that is refused before anybody looks at what it says; those after it are read all the same. */
    record Unreadable(long line, FieldProblem reason) implements ImportEntry {}
}

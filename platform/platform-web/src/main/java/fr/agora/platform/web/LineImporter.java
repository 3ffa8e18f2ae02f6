package fr.agora.platform.web;

import tools.jackson.databind.node.ObjectNode;

/** Imports one object; a {@link ProblemException} it throws refuses the line, not the file. */
@FunctionalInterface
public interface LineImporter {

    LineOutcome importLine(ObjectNode line);
}

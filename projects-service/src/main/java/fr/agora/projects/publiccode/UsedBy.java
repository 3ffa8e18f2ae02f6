package fr.agora.projects.publiccode;

import java.util.List;

/** Tells who reuses a use case for certain. */
public interface UsedBy {

    /** Names of the organisations whose reuse is confirmed. */
    List<String> usedBy(String useCaseId);
}

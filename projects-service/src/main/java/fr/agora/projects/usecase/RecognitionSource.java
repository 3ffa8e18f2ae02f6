package fr.agora.projects.usecase;

/** Adds its own part to what a use case is recognised for, always from scratch. */
public interface RecognitionSource {

    Recognition complete(String useCaseId, Recognition others);
}
